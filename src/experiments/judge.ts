/** The one rule by which a number passes: for the tests, for docs/claims.md, and for a page before and after it computes again. */
import { roundTo } from '../numberFormat.ts';
import type { Estimate } from '../statistics.ts';
import type { Expectation, Range } from './experiment.ts';

/** Significant digits of every number that is committed: what a table shows, what is compared and what is judged. */
export const COMMITTED_DIGITS = 5;

/** `control-failed` is no verdict: the row says nothing where its control does not pass. */
export type Verdict = 'passes' | 'fails' | 'not-replicated' | 'control-failed';

/** What decides: the number in its range, the same number again, or its interval. */
export type Rule = 'number' | 'same' | 'interval';

/** What decides of an expectation; plain JSON, so that a page can carry it. */
export type Judged = Pick<
	Expectation,
	'from' | 'to' | 'of' | 'strictly' | 'isHeld' | 'isEarlier' | 'control' | 'holdsForEvery'
>;

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

/** By which of the page's rules it is judged: a number in its range, the one value that counts, or an interval that touches the range. */
export function ruleOf(expectation: Pick<Judged, 'from' | 'to' | 'of' | 'strictly'>): Rule {
	const { from, to, of } = decidingRange(expectation);
	if (of === 'interval') return 'interval';
	return from === to ? 'same' : 'number';
}

/** It passes where every range holds: what tests allow, and what is stricter. @returns the verdict without regard to its control */
function judge(expectation: Judged, estimate: Estimate | undefined): Verdict {
	if (isWithin(expectation, estimate) && isWithin(decidingRange(expectation), estimate)) return 'passes';
	return expectation.isEarlier ? 'not-replicated' : 'fails';
}

/** The verdicts of an experiment's expectations, in their order. */
export function judgeAll(
	expectations: readonly (Judged & Pick<Expectation, 'measured'>)[],
	measured: Readonly<Record<string, Estimate>>,
): Verdict[] {
	const alone = new Map(expectations.map((one) => [one.measured, judge(one, measured[one.measured])]));
	return expectations.map(({ measured: name, control }) =>
		control !== undefined && alone.get(control) !== 'passes' ? 'control-failed' : (alone.get(name) ?? 'fails'),
	);
}

/** Another one repeats an experiment on other samples and weights, of which the same is expected. */
const SEED = 'firstSeed';

/** Whether an expectation of the published parameters holds with these other ones too. @param others names of those that have another value */
export const isJudgedWith = ({ holdsForEvery = [] }: Judged, others: readonly string[]): boolean =>
	others.every((name) => name === SEED || holdsForEvery.includes(name));

/** None of any verdict. */
const NONE: Readonly<Record<Verdict, number>> = { passes: 0, fails: 0, 'not-replicated': 0, 'control-failed': 0 };

/** How many come out in which way. */
export function countVerdicts(verdicts: readonly Verdict[]): Record<Verdict, number> {
	const counts = { ...NONE };
	for (const verdict of verdicts) counts[verdict] += 1;
	return counts;
}
