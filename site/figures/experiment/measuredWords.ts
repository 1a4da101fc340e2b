import { COMMITTED_DIGITS } from '../../../src/experiments/judge.ts';
import type { Language } from '../../../src/language.ts';
import { formatInProse, roundTo } from '../../../src/numberFormat.ts';
import type { Estimate } from '../../../src/statistics.ts';

const INTERVAL_DIGITS = 3;
/** Enough for every limit that is written in a claim's file, and too few for the last bits of 0.1. */
const LIMIT_DIGITS = 12;
/** As in the sentences of experiments. */
const POWERS_BELOW = 1e-4;

const format = (value: number, digits: number, language: Language) =>
	formatInProse(value, { digits, powersBelow: POWERS_BELOW, language });

/** What was measured, with every digit that is committed: a fresh number shows as the committed one that it is the same as. */
export const formatMeasured = ({ value }: Estimate, language: Language): string =>
	format(value, COMMITTED_DIGITS, language);

/** Its interval; empty where it has none, or none with a width: where all resamples choose one value of a grid. */
export const formatInterval = ({ low, high }: Estimate, language: Language): string =>
	low === undefined || high === undefined || low === high
		? ''
		: `${formatEnd(low, language)} – ${formatEnd(high, language)}`;

/** Both: `0.31 [0.26 – 0.37]`. */
export function formatWhole(estimate: Estimate, language: Language): string {
	const interval = formatInterval(estimate, language);
	return interval ? `${formatMeasured(estimate, language)} [${interval}]` : formatMeasured(estimate, language);
}

/** Rounded as it is committed first, so that a fresh interval shows as the committed one. */
const formatEnd = (value: number, language: Language) =>
	format(roundTo(value, COMMITTED_DIGITS), INTERVAL_DIGITS, language);

/** A limit of a range that bears an expectation out, with all its digits: rounded, it could leave out a number that passes. */
export const formatLimit = (value: number, language: Language): string => format(value, LIMIT_DIGITS, language);
