/** The one rule by which a number passes: for the tests, for docs/claims.md, and for a page before and after it computes again. */
import { roundTo } from '../numberFormat.ts';
import type { ClaimVerdict, Rule, Verdict } from '../schema/judged.ts';
import type { Estimate } from '../statistics.ts';
import type { Expectation, Range } from './experiment.ts';

/** Significant digits of every number that is committed: what a table shows, what is compared and what is judged. */
export const COMMITTED_DIGITS = 5;

/** What decides of an expectation; plain JSON, so that a page can carry it. */
export type Judged = Pick<
	Expectation,
	'from' | 'to' | 'of' | 'reaches' | 'strictly' | 'isHeld' | 'isEarlier' | 'isControl' | 'control' | 'holdsForEvery'
>;

/**
 * Whether from ≤ value ≤ to; with `of: 'interval'` whether its interval and the range have a value in common, with `of: 'whole'` whether
 * all of its interval lies in the range and reaches down to `reaches`. Nothing lies in no range.
 */
export function isWithin({ from, to, of, reaches = to }: Range, estimate: Estimate | undefined): boolean {
	if (!estimate || !Number.isFinite(estimate.value)) return false;
	const value = roundTo(estimate.value, COMMITTED_DIGITS);
	const low = of ? roundTo(estimate.low ?? value, COMMITTED_DIGITS) : value;
	const high = of ? roundTo(estimate.high ?? value, COMMITTED_DIGITS) : value;
	return of === 'interval' ? high >= from && low <= to : low >= from && high <= to && low <= reaches;
}

/** The range that decides whether it passes. */
export const decidingRange = (expectation: Pick<Judged, 'from' | 'to' | 'of' | 'reaches' | 'strictly'>): Range =>
	expectation.strictly ?? expectation;

/** By which of the page's rules it is judged: a number in its range, the one value that counts, or an interval that touches the range. */
export function ruleOf(expectation: Pick<Judged, 'from' | 'to' | 'of' | 'reaches' | 'strictly'>): Rule {
	const { from, to, of } = decidingRange(expectation);
	if (of) return of;
	return from === to ? 'same' : 'number';
}

/**
 * It passes where every range holds: what tests allow, and what is stricter. `open` is no verdict: the whole interval must lie in the range and has values on
 * both sides of its end.
 *
 * @returns the verdict without regard to its control
 */
function judge(expectation: Judged, estimate: Estimate | undefined): Verdict {
	const range = decidingRange(expectation);
	const touched: Range = { ...range, of: 'interval', to: range.reaches ?? range.to };
	if (isWithin(expectation, estimate) && isWithin(range, estimate)) return 'passes';
	if (range.of === 'whole' && isWithin(touched, estimate)) return 'open';
	return expectation.isEarlier ? 'not-replicated' : 'fails';
}

/** The verdicts of an experiment's expectations, in their order: `control-failed` where a row says nothing since its control does not pass. */
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
export const SEEDS: ReadonlySet<string> = new Set(['firstSeed', 'seed']);

/** Whether an expectation of the published parameters holds with these other ones too. @param others names of those that have another value */
export const isJudgedWith = ({ holdsForEvery = [] }: Judged, others: readonly string[]): boolean =>
	others.every((name) => SEEDS.has(name) || holdsForEvery.includes(name));

/** None of any verdict. */
const NONE: Readonly<Record<Verdict, number>> = {
	passes: 0,
	fails: 0,
	'not-replicated': 0,
	open: 0,
	'control-failed': 0,
};

/** How many come out in which way. */
export function countVerdicts(verdicts: readonly Verdict[]): Record<Verdict, number> {
	const counts = { ...NONE };
	for (const verdict of verdicts) counts[verdict] += 1;
	return counts;
}

/** How many of them have a verdict: what is open, or void since its control failed, has none. */
export const countDecided = (counts: Readonly<Record<Verdict, number>>): number =>
	counts.passes + counts.fails + counts['not-replicated'];

type Marked = Pick<Expectation, 'isControl'>;

/** Verdicts on the rows of a claim itself, without its controls. */
export const ownVerdicts = <Of>(expectations: readonly Marked[], verdicts: readonly Of[]): Of[] =>
	verdicts.filter((_, i) => !expectations[i]?.isControl);

/** Verdicts on its controls, which are counted apart. */
export const controlVerdicts = <Of>(expectations: readonly Marked[], verdicts: readonly Of[]): Of[] =>
	verdicts.filter((_, i) => expectations[i]?.isControl);

/**
 * A claim holds where every row passes, holds in part where some do, does not hold where none does, and is open where no row has a
 * verdict. Controls are no rows of the claim.
 */
export function judgeClaim(expectations: readonly Marked[], verdicts: readonly Verdict[]): ClaimVerdict {
	const own = ownVerdicts(expectations, verdicts);
	const counts = countVerdicts(own);
	if (counts.passes === own.length) return 'held';
	if (counts.passes > 0) return 'in-part';
	return countDecided(counts) > 0 ? 'not' : 'open';
}
