import { formatShortest, roundTo } from '../../src/numberFormat.ts';

/** Significant digits of a number that follows from others. */
const DIGITS = 4;

/** λ and what follows from it: four digits, and more where that many stand before the point. */
export function sayShort(value: number): string {
	const before = Math.abs(value) < 1e9 ? String(Math.trunc(Math.abs(value))).length : DIGITS;
	return formatShortest(roundTo(value, Math.max(DIGITS, before)));
}
