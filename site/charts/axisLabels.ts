import type { FormatNumber } from './chart.ts';

/** A decimal with more zeros after its point than three is not read; `formatInProse` writes powers of ten from a million on. */
const LEAST_DECIMAL = 1e-4;
const LARGEST_DECIMAL = 1e6;

const POWER = /10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]/;

/**
 * The labels of one axis: all of them decimals or all of them powers of ten, since `0.001` beside `10⁻⁴` is not seen
 * to be ten times as much. Decimals are taken where they are possible and not longer.
 */
export function labelAxis(values: readonly number[], formatNumber: FormatNumber): string[] {
	const labels = values.map((value) => formatNumber(value));
	if (!labels.some((label) => POWER.test(label))) return labels;
	const powers = values.map((value) => {
		const isOneToTen = value === 0 || (Math.abs(value) >= 1 && Math.abs(value) <= 10);
		return formatNumber(value, isOneToTen ? {} : { powersBelow: Number.POSITIVE_INFINITY });
	});
	const sizes = values.map(Math.abs).filter((size) => size > 0);
	if (sizes.some((size) => size < LEAST_DECIMAL || size >= LARGEST_DECIMAL)) return powers;
	const decimals = values.map((value) => formatNumber(value, { powersBelow: LEAST_DECIMAL }));
	return longest(decimals) <= longest(powers) ? decimals : powers;
}

const longest = (labels: readonly string[]) => Math.max(...labels.map(({ length }) => length));
