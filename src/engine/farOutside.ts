import { at } from '../at.ts';
import type { Predictions } from '../schema/predictions.ts';

type Rows = readonly (readonly number[])[];

/**
 * Rows with a value that is further outside the range of its column among the training examples than that range is wide,
 *
 *     x < least − (most − least)   or   x > most + (most − least),
 *
 * such as rows in their own units where the examples were standardised. A column that is constant has no width to measure by.
 *
 * @param X [n][features], @param trained [m][features], both in the same units
 * @returns how many, and the value that is the most widths away; undefined where there is none
 */
export function farOutside(X: Rows, trained: Rows): Predictions['outside'] {
	const ranges = columnRanges(trained);
	let furthest: { widths: number; row: number; column: number } | null = null;
	let rows = 0;
	for (const [row, values] of X.entries()) {
		let isFar = false;
		for (const [column, [least, most]] of ranges.entries()) {
			const value = at(values, column);
			const widths = most > least ? Math.max(least - value, value - most) / (most - least) : 0;
			if (widths <= 1) continue;
			isFar = true;
			if (furthest === null || widths > furthest.widths) furthest = { widths, row, column };
		}
		if (isFar) rows++;
	}
	if (furthest === null) return undefined;
	const { row, column } = furthest;
	return { rows, row, column, value: at(at(X, row), column), range: at(ranges, column) };
}

/** Least and largest value of each column. */
const columnRanges = (rows: Rows): [number, number][] =>
	at(rows, 0).map((first, column) =>
		rows.reduce<[number, number]>(
			([least, most], row) => [Math.min(least, at(row, column)), Math.max(most, at(row, column))],
			[first, first],
		),
	);
