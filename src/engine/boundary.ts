import { at } from '../at.ts';
import type { DataSet } from '../data/sample.ts';
import type { Boundary } from '../schema/run.ts';

const MARGIN = 0.5;

/**
 * The probability of class 1 on a square grid that spans all examples, held-out ones too, and a
 * margin of 0.5 around them: so networks trained on few and on many examples show one frame.
 *
 * @param probabilities the network, for points [points][2]
 */
export function boundary(
	{ train, test }: DataSet,
	resolution: number,
	probabilities: (points: number[][]) => number[],
): Boundary {
	const rows = [...train.X, ...(test?.X ?? [])];
	const x = frame(rows.map((row) => at(row, 0)));
	const y = frame(rows.map((row) => at(row, 1)));
	const coordinate = ([low, high]: [number, number], i: number) => low + ((high - low) * i) / (resolution - 1);
	const points = Array.from({ length: resolution ** 2 }, (_, i) => [
		coordinate(x, i % resolution),
		coordinate(y, Math.floor(i / resolution)),
	]);
	return { x, y, resolution, probability: probabilities(points) };
}

function frame(values: number[]): [number, number] {
	let low = Number.POSITIVE_INFINITY;
	let high = Number.NEGATIVE_INFINITY;
	for (const value of values) {
		low = Math.min(low, value);
		high = Math.max(high, value);
	}
	return [low - MARGIN, high + MARGIN];
}
