import type { Text } from '../language.ts';
import { formatInProse } from '../numberFormat.ts';
import type { Estimate } from '../statistics.ts';

/** Sentences and tables of experiments keep four zeros after the point, where a chart keeps three. */
const POWERS_BELOW = 1e-4;

/** The number alone, as a sentence shows it: `0.31`. */
export const formatValue = ({ value }: Estimate, digits = 3): string =>
	formatInProse(value, { digits, powersBelow: POWERS_BELOW });

/** The number with its interval, where it has one that has a width: `0.31 [0.26, 0.37]`. */
export const formatWithInterval = (estimate: Estimate, digits = 3): string => {
	const { low, high } = estimate;
	if (low === undefined || high === undefined || low === high) return formatValue(estimate, digits);
	return `${formatValue(estimate, digits)} [${formatValue({ value: low }, digits)}, ${formatValue({ value: high }, digits)}]`;
};

/** Said behind an interval that does not hold the value expected, and nothing behind one that does. */
export function sayLeftOut({ value, low = value, high = value }: Estimate, expected: number): Text {
	const shown = formatValue({ value: expected });
	return low > expected || high < expected
		? { en: ` (an interval without ${shown})`, zh: `（区间不含 ${shown}）` }
		: { en: '', zh: '' };
}
