import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { Estimate } from '../../../src/statistics.ts';

const DIGITS = 4;
const INTERVAL_DIGITS = 3;
/** As in the sentences of experiments. */
const POWERS_BELOW = 1e-4;

const format = (value: number, digits: number, language: Language) =>
	formatInProse(value, { digits, powersBelow: POWERS_BELOW, language });

/** What was measured, as the table of what was expected shows it. */
export const formatMeasured = ({ value }: Estimate, language: Language): string => format(value, DIGITS, language);

/** Its interval; empty where it has none. */
export const formatInterval = ({ low, high }: Estimate, language: Language): string =>
	low === undefined || high === undefined ? '' : `${formatBound(low, language)} – ${formatBound(high, language)}`;

/** Both: `0.31 [0.26 – 0.37]`; an interval that is the number itself is not said twice. */
export function formatWhole(estimate: Estimate, language: Language): string {
	const interval = estimate.low === estimate.high ? '' : formatInterval(estimate, language);
	return interval ? `${formatMeasured(estimate, language)} [${interval}]` : formatMeasured(estimate, language);
}

/** An end of an interval, or of a range that bears an expectation out. */
export const formatBound = (value: number, language: Language): string => format(value, INTERVAL_DIGITS, language);
