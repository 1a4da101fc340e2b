import * as z from 'zod';
import { BOUNDS } from './bounds.ts';
import { type Json, mergePatch } from './mergePatch.ts';

const jsonObject = z.record(z.string(), z.json());

/** Several runs that differ in what is compared: a base spec and a JSON merge patch for each variant. */
export const comparisonSchema = z.strictObject({
	base: jsonObject.describe('A RunSpec, or the part of one that the variants share'),
	variants: z
		.array(
			z.strictObject({
				label: z.string().min(1).max(BOUNDS.label).describe('Name of the variant, unique in the comparison'),
				patch: jsonObject.default({}).describe('JSON merge patch (RFC 7396) of the base'),
			}),
		)
		.min(1)
		.max(BOUNDS.variants),
});

export type Comparison = z.output<typeof comparisonSchema>;
export type ComparisonInput = z.input<typeof comparisonSchema>;

/** A variant with its patch applied: still unchecked, to be parsed as a RunSpec. */
export interface PatchedVariant {
	label: string;
	input: Json;
}

/** The specs of a comparison, unchecked, in the order of the variants. */
export function patchedVariants({ base, variants }: Comparison): PatchedVariant[] {
	return variants.map(({ label, patch }) => ({ label, input: mergePatch(base, patch) }));
}
