/** The one rule by which a number passes: for the tests, for docs/claims.md, and for a page before and after it computes again. */
import { roundTo } from '../numberFormat.ts';
import type { Estimate } from '../statistics.ts';
import type { Expectation, Range } from './experiment.ts';

/** Significant digits of every number that is committed: what a table shows, what is compared and what is judged. */
export const COMMITTED_DIGITS = 5;

export type Verdict = 'passes' | 'fails' | 'not-replicated';

/** What decides of an expectation; numbers and flags only, so that a page can carry it. */
export type Judged = Pick<Expectation, 'from' | 'to' | 'of' | 'strictly' | 'isHeld' | 'isEarlier'>;

/** Whether from ≤ value ≤ to, or with `of: 'interval'` whether its interval and the range have a value in common. Nothing lies in no range. */
export function isWithin({ from, to, of }: Range, estimate: Estimate | undefined): boolean {
	if (!estimate || !Number.isFinite(estimate.value)) return false;
	const value = roundTo(estimate.value, COMMITTED_DIGITS);
	if (of !== 'interval') return value >= from && value <= to;
	const { low = value, high = value } = estimate;
	return roundTo(high, COMMITTED_DIGITS) >= from && roundTo(low, COMMITTED_DIGITS) <= to;
}

/** The range that decides whether it passes. */
export const decidingRange = (expectation: Pick<Judged, 'from' | 'to' | 'of' | 'strictly'>): Range =>
	expectation.strictly ?? expectation;

/** It passes where every range holds: what tests allow, and what is stricter. */
export function judge(expectation: Judged, estimate: Estimate | undefined): Verdict {
	if (isWithin(expectation, estimate) && isWithin(decidingRange(expectation), estimate)) return 'passes';
	return expectation.isEarlier ? 'not-replicated' : 'fails';
}

/** How many of an experiment's expectations come out in which way. */
export function countVerdicts(
	expectations: readonly (Judged & Pick<Expectation, 'measured'>)[],
	measured: Readonly<Record<string, Estimate>>,
): Record<Verdict, number> {
	const counts = { passes: 0, fails: 0, 'not-replicated': 0 };
	for (const one of expectations) counts[judge(one, measured[one.measured])] += 1;
	return counts;
}
