import * as z from 'zod';
import { BOUNDS } from './bounds.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
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
	return variants.map(({ label, patch }) => ({ label, input: mergePatch(base as Json, patch as Json) }));
}

/** RFC 7396: objects merge, null removes, all else replaces. */
export function mergePatch(target: Json, patch: Json): Json {
	if (!isObject(patch)) return patch;
	const merged = new Map(Object.entries(isObject(target) ? target : {}));
	for (const [key, value] of Object.entries(patch)) {
		if (value === null) merged.delete(key);
		else merged.set(key, mergePatch(merged.get(key) ?? null, value));
	}
	return Object.fromEntries(merged);
}

const isObject = (value: Json): value is { [key: string]: Json } =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
