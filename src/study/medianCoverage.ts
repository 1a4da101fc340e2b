import { medianOf } from './medianOf.ts';

/**
 * How often the percentile bootstrap's 95% interval of a median (`medianOf`) holds it, for n independent values of any continuous
 * distribution: its ends are the k-th value from below and from above, and it misses where fewer than k lie on one side, 1 − 2·P(Bin(n, ½) < k).
 * Null where its ends lie between two values, as they may for an even n: that depends on the distribution.
 */
export function medianCoverage(n: number): number | null {
	const { low = Number.NaN } = medianOf(Array.from({ length: n }, (_, i) => i + 1)); // the k-th of 1, 2, … is k
	if (!Number.isInteger(low)) return null;
	let missed = 0;
	for (let below = 0, ways = 1; below < low; ways = (ways * (n - below)) / ++below) missed += ways / 2 ** n;
	return 1 - 2 * missed;
}
