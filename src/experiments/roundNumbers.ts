import { roundTo } from '../numberFormat.ts';

/** Digits that a figure can show of a loss. */
const SIGNIFICANT_DIGITS = 6;

type Numbers = number | null | (number | null)[];

/** The same object with every number in it rounded to what a figure can show, so that precomputed files stay small. */
export function roundNumbers<T extends { [Key in keyof T]: Numbers }>(record: T): T {
	// Each key keeps its shape: a number stays a number, a list stays a list of as many.
	return Object.fromEntries(
		Object.entries<Numbers>(record).map(([key, value]) => [
			key,
			Array.isArray(value) ? value.map(round) : round(value),
		]),
	) as T;
}

function round<T extends number | null>(value: T): T {
	return (value === null ? null : roundTo(value as number, SIGNIFICANT_DIGITS)) as T; // null stays null, a number a number
}
