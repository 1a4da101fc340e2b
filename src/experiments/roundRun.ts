import { roundTo } from '../numberFormat.ts';
import type { Run } from '../schema/run.ts';

/** Digits that a figure can show: six of a loss, three decimals of a probability. */
const SIGNIFICANT_DIGITS = 6;
const PROBABILITY_DECIMALS = 3;

/** A run with the numbers that figures draw rounded, so that precomputed files stay small; the spec keeps every digit. */
export function roundRun(run: Run): Run {
	const { trace, final, derived, boundary } = run;
	return {
		...run,
		derived: roundNumbers(derived),
		trace: roundNumbers(trace),
		final: roundNumbers(final),
		...(boundary && {
			boundary: { ...boundary, probability: boundary.probability.map((p) => Number(p.toFixed(PROBABILITY_DECIMALS))) },
		}),
	};
}

type Numbers = number | null | (number | null)[];

/** The same object with every number in it rounded. */
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
