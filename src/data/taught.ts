import { RandomState } from './randomState.ts';
import type { DataSet, Sample } from './sample.ts';

/** What the samples of a teacher are drawn by. */
interface Lesson {
	m: number;
	noise: number;
	features: number;
	test: { m: number; seed: number } | null;
}

/**
 * Samples of y = f(x) + noise·ε with inputs and ε from N(0, 1): X row by row, then ε. The training sample goes on from
 * where `random` is, the held-out one draws from its own seed.
 */
export function taughtBy(f: (x: readonly number[]) => number, lesson: Lesson, random: RandomState): DataSet {
	const { m, noise, features, test } = lesson;
	const draw = (rows: number, source: RandomState): Sample => {
		const X = Array.from({ length: rows }, () => Array.from({ length: features }, () => source.gaussian()));
		const y = X.map((row) => f(row) + noise * source.gaussian());
		return { X, y };
	};
	return { train: draw(m, random), test: test && draw(test.m, new RandomState(test.seed)) };
}
