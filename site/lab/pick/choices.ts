import type { PLANAR_GENERATORS } from '../../../src/schema/data.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';

/** Data sets that are chosen by their pictures: their type is the schema's list, which a page would wait for. */
export const DATA_CHOICES: typeof PLANAR_GENERATORS = ['moons', 'circles', 'spirals', 'blobs', 'xor'];
type PlanarKind = (typeof DATA_CHOICES)[number];

/** Networks that are chosen by their pictures: units of each hidden layer. */
export const MODEL_CHOICES = [[], [4], [16, 8], [32, 32]] as const;

export const isPlanarKind = (kind: unknown): kind is PlanarKind => DATA_CHOICES.some((one) => one === kind);

/** With the examples of another generator, as many and as noisy as before where both have these. */
export function withDataKind(spec: RunSpecInput, kind: PlanarKind): RunSpecInput {
	const { loss: _, ...rest } = spec; // it follows the data
	const { data } = spec;
	return { ...rest, data: isPlanarKind(data?.kind) ? ({ ...data, kind } as RunSpecInput['data']) : { kind } }; // all of them have the same fields
}

/** With other hidden layers. */
export const withHidden = (spec: RunSpecInput, hidden: readonly number[]): RunSpecInput => ({
	...spec,
	network: { ...Object(spec.network), hidden: [...hidden] },
});

/** With another noise, where the data are drawn by a generator. */
export function withNoise(spec: RunSpecInput, noise: number): RunSpecInput {
	return isPlanarKind(spec.data?.kind) ? ({ ...spec, data: { ...spec.data, noise } } as RunSpecInput) : spec; // those have a noise
}
