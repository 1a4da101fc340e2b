import type { Data } from '../schema/data.ts';
import { type Draw, moons } from './moons.ts';
import type { DataSet, Sample } from './sample.ts';

/** Generators by kind. A new one is a file and an entry here. */
export const GENERATORS = { moons } as const satisfies Partial<Record<Data['kind'], (draw: Draw) => Sample>>;

/** Kinds that can be drawn today. */
export const AVAILABLE_DATA: readonly Data['kind'][] = [
	...(Object.keys(GENERATORS) as (keyof typeof GENERATORS)[]),
	'inline',
];

/**
 * Draws what a spec names.
 *
 * @throws RangeError for a kind that has no entry yet; `unsupported` refuses it before that
 */
export function dataSet(data: Data): DataSet {
	if (data.kind === 'inline') return { train: { X: data.X, y: data.y }, test: data.test };
	if (data.kind !== 'moons') throw new RangeError(`no generator for data "${data.kind}"`);
	const { m, noise, seed, test } = data;
	const generate = GENERATORS[data.kind];
	return { train: generate({ m, noise, seed }), test: test && generate({ m: test.m, noise, seed: test.seed }) };
}
