import { STEPS } from './bands.ts';
import { logit } from './logit.ts';

/** Closer to ½ than this, a network says 0.50 of a point: to two digits, as people read probabilities. */
const CLOSE = 5e-3;
/** The same as log-odds. What stays within is on neither side of a line. */
export const EVEN_ODDS = logit(0.5 + CLOSE, 0);

/** Whether a network gives every point the same ½: then there is no line to draw. */
export const isEven = (probability: ArrayLike<number>): boolean =>
	Array.prototype.every.call(probability, (p: number) => Math.abs(p - 0.5) < CLOSE);

/** What a network gives every point, as near as that; null where it tells some apart, or a line goes between them. */
export function constantOf(probability: ArrayLike<number>): number | null {
	const first = probability[0] ?? Number.NaN;
	let [low, high] = [first, first];
	for (let i = 0; i < probability.length; i++) {
		const p = probability[i] as number;
		low = Math.min(low, p);
		high = Math.max(high, p);
		if (!(high - low < 2 * CLOSE)) return null; // NaN neither
	}
	return low > 0.5 || high < 0.5 ? (low + high) / 2 : null;
}

/** The side of ½ that a network is on wherever it is not as near as that; null where it is on both, and a line goes between them, or on none. */
export function onlySide(probability: ArrayLike<number>): 'above' | 'below' | null {
	const has = (isThere: (p: number) => boolean) => Array.prototype.some.call(probability, isThere);
	const isAbove = has((p) => p - 0.5 >= CLOSE);
	const isBelow = has((p) => 0.5 - p >= CLOSE);
	return isAbove === isBelow ? null : isAbove ? 'above' : 'below';
}

/** A picture of differences is neutral all over where no probability differs by so much. */
export const NEUTRAL = 2 * STEPS[3] - 1;

/** By how much the answers of two networks differ at most; NaN where one of them has none. */
export function greatestDifference(some: ArrayLike<number>, others: ArrayLike<number>): number {
	let greatest = 0;
	for (let i = 0; i < some.length; i++) {
		const difference = Math.abs((some[i] as number) - (others[i] ?? Number.NaN));
		if (Number.isNaN(difference)) return difference;
		greatest = Math.max(greatest, difference);
	}
	return greatest;
}
