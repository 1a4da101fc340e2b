import { at } from '../at.ts';
import type { DataSet } from '../data/sample.ts';
import type { Boundary } from '../schema/run.ts';

const MARGIN = 0.5;

/** A part of the input plane. */
export interface Window {
	x: [number, number];
	y: [number, number];
}

/** The part of the plane that spans all examples, held-out ones too, and a margin of 0.5 around them. */
export function windowOf({ train, test }: DataSet): Window {
	const rows = [...train.X, ...(test?.X ?? [])];
	return { x: frame(rows.map((row) => at(row, 0))), y: frame(rows.map((row) => at(row, 1))) };
}

/** The points of a square grid over a window, [resolution²][2], row by row from the least y. */
export function gridPoints({ x, y }: Window, resolution: number): number[][] {
	const coordinate = ([low, high]: [number, number], i: number) => low + ((high - low) * i) / (resolution - 1);
	return Array.from({ length: resolution ** 2 }, (_, i) => [
		coordinate(x, i % resolution),
		coordinate(y, Math.floor(i / resolution)),
	]);
}

/**
 * The probability of class 1 on a square grid over the examples (`windowOf`): so networks trained on few and on many
 * examples show one frame.
 *
 * @param probabilities the network, for points [points][2]
 */
export function boundary(data: DataSet, resolution: number, probabilities: (points: number[][]) => number[]): Boundary {
	const window = windowOf(data);
	return { ...window, resolution, probability: probabilities(gridPoints(window, resolution)) };
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
