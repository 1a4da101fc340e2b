import { at } from '../at.ts';
import type { DataSet } from '../data/sample.ts';
import type { Boundary } from '../schema/run.ts';

const MARGIN = 0.5;

/** A part of the input plane. */
export interface Window {
	x: [number, number];
	y: [number, number];
}

/** A window, of whomever it is. */
type Bounds = { readonly [axis in keyof Window]: Readonly<Window[axis]> };

/** The part of the plane that spans all examples, held-out ones too, and a margin of 0.5 around them. */
export function windowOf({ train, test }: DataSet): Window {
	const rows = [...train.X, ...(test?.X ?? [])];
	return { x: frame(rows.map((row) => at(row, 0))), y: frame(rows.map((row) => at(row, 1))) };
}

/** The points of a square grid over a window, [resolution²][2] in a row, row by row from the least y. */
export function gridPoints({ x, y }: Bounds, resolution: number): Float32Array {
	const coordinate = ([low, high]: Bounds['x'], i: number) => low + ((high - low) * i) / (resolution - 1);
	const points = new Float32Array(resolution ** 2 * 2);
	for (let i = 0; i < resolution ** 2; i++) {
		points[2 * i] = coordinate(x, i % resolution);
		points[2 * i + 1] = coordinate(y, Math.floor(i / resolution));
	}
	return points;
}

/**
 * The probability of class 1 on a square grid over the examples (`windowOf`): so networks trained on few and on many
 * examples show one frame.
 *
 * @param probabilities the network, for points [points][2] in a row
 */
export function boundary(
	data: DataSet,
	resolution: number,
	probabilities: (points: Float32Array) => Float32Array,
): Boundary {
	const window = windowOf(data);
	return { ...window, resolution, probability: Array.from(probabilities(gridPoints(window, resolution))) };
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
