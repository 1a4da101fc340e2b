import * as z from 'zod';
import { inDocument } from '../inDocument.ts';
import { BOUNDS } from './bounds.ts';
import { type Json, mergePatch } from './mergePatch.ts';
import { uncheckedPartSchema, uncheckedPatchSchema } from './uncheckedSpec.ts';

/** Several runs that differ in what is compared: a base spec and a JSON merge patch for each variant. */
export const comparisonSchema = z.strictObject({
	base: uncheckedPartSchema.describe(
		inDocument(
			'The spec that all variants start from. It is checked with each patch applied, and may lack what every patch gives, `data` too',
		),
	),
	variants: z
		.array(
			z.strictObject({
				label: z
					.string()
					.min(1)
					.max(BOUNDS.label)
					.describe(inDocument('Name of the variant, unique in the comparison')),
				patch: uncheckedPatchSchema
					.default({})
					.describe(inDocument('JSON merge patch (RFC 7396) of the base: the fields to change; null removes one')),
			}),
		)
		.min(1)
		.max(BOUNDS.variants)
		.describe(inDocument('The variants, in the order of the answer')),
});

export type Comparison = z.output<typeof comparisonSchema>;

/** A variant with its patch applied: still unchecked, to be parsed as a RunSpec. */
interface PatchedVariant {
	label: string;
	input: Json;
}

/** The specs of a comparison, unchecked, in the order of the variants. */
export function patchedVariants({ base, variants }: Comparison): PatchedVariant[] {
	return variants.map(({ label, patch }) => ({ label, input: mergePatch(base, patch) }));
}
