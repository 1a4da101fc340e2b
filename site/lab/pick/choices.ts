import type { PLANAR_GENERATORS } from '../../../src/schema/data.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';

/** Data sets that are chosen by their pictures: their type is the schema's list, which a page would wait for. */
export const DATA_CHOICES: typeof PLANAR_GENERATORS = ['moons', 'circles', 'spirals', 'blobs', 'xor'];
type PlanarKind = (typeof DATA_CHOICES)[number];

/** Networks that are chosen by their pictures: units of each hidden layer. */
export const MODEL_CHOICES = [[], [4], [16, 8], [32, 32]] as const;

export const isPlanarKind = (kind: unknown): kind is PlanarKind => DATA_CHOICES.some((one) => one === kind);

/** How few examples, and with how much noise, show what is to be learned of each: as its picture has it. */
const SHOWN: Readonly<Record<PlanarKind, { m: number; noise: number }>> = {
	moons: { m: 30, noise: 0.3 },
	circles: { m: 60, noise: 0.1 },
	spirals: { m: 100, noise: 0.05 },
	blobs: { m: 30, noise: 0.3 },
	xor: { m: 60, noise: 0.1 },
};

/** With the examples of another generator: at least as many, and with as much noise, as show its shape. */
export function withDataKind(spec: RunSpecInput, kind: PlanarKind): RunSpecInput {
	const { loss: _, ...rest } = spec; // it follows the data
	const { data } = spec;
	const { m, noise } = SHOWN[kind];
	if (!isPlanarKind(data?.kind)) return { ...rest, data: { kind, m, noise } };
	const before = Object(data) as { m?: unknown };
	const rows = typeof before.m === 'number' ? Math.max(before.m, m) : m;
	return { ...rest, data: { ...data, kind, m: rows, noise } as RunSpecInput['data'] }; // all of them have the same fields
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
