import { at } from '../at.ts';
import type { Estimate } from '../statistics.ts';

/** The middle value, or the mean of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = (sorted.length - 1) / 2;
	return (at(sorted, Math.floor(middle)) + at(sorted, Math.ceil(middle))) / 2;
}

/**
 * The median with the percentile bootstrap interval of 95% over all nⁿ resamples, not some that are drawn: its ends are the
 * least medians at or below which at least 2.5% and 97.5% of the resamples have theirs (`bootstrapMedians`).
 */
export function medianOf(values: readonly number[]): Estimate {
	const medians = bootstrapMedians(values);
	const quantile = (q: number) => {
		let below = 0;
		for (const { value, share } of medians) {
			below += share;
			if (below >= q) return value;
		}
		return Number.NaN;
	};
	return { value: median(values), low: quantile(0.025), high: quantile(0.975) };
}

/**
 * The medians that the resamples of n values have, ascending, and the share of each: value by value, c of the draws that are left are it with
 * probability C(left, c)/nᶜ, until the middle is reached; all others are then beyond it.
 */
export function bootstrapMedians(values: readonly number[]): { value: number; share: number }[] {
	const sorted = [...values].sort((a, b) => a - b);
	const n = sorted.length;
	const found: { value: number; share: number }[] = [];
	/** @param lower the lower one in the middle, once it is reached */
	const walk = (place: number, left: number, share: number, lower?: number) => {
		const value = at(sorted, place);
		for (let count = 0, ways = 1; count <= left; ways = (ways * (left - count)) / ++count) {
			const drawn = n - left + count;
			const own = (share * ways) / n ** count;
			const low = lower ?? (2 * drawn >= n ? value : undefined);
			if (low !== undefined && 2 * drawn > n)
				found.push({ value: (low + value) / 2, share: own * ((n - place - 1) / n) ** (left - count) });
			else if (place < n - 1) walk(place + 1, left - count, own, low);
		}
	};
	if (n > 0) walk(0, n, 1);
	return found.sort((a, b) => a.value - b.value);
}
