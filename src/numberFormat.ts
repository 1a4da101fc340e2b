/** How numbers are written for people: the only module of the project that decides it. */
import type { Language } from './language.ts';

/** Rounds to a number of significant digits, without the last digits of 0.30000000000000004. */
export const roundTo = (value: number, digits: number): number => Number(value.toPrecision(digits));

/** A number as a program reads it, with so many significant digits: `0.05`, `-3`, `1e-7`. */
export const formatForCode = (value: number, digits: number): string => String(roundTo(value, digits));

/** The largest relative error of `formatShortest`, and the digits that are always enough for it. */
const SHORTEST_PRECISION = 1e-12;
const EVERY_DIGIT = 17;

/**
 * A number as a person would type it into a field: the fewest digits that say it to one part in 10¹², and
 * an exponent where there would be many zeros (`0.3`, `5e-5`, `1e9`).
 */
export function formatShortest(value: number): string {
	if (value === 0 || !Number.isFinite(value)) return String(value);
	let shortest = value;
	for (let digits = 1; digits <= EVERY_DIGIT; digits++) {
		shortest = roundTo(value, digits);
		if (Math.abs(shortest - value) <= SHORTEST_PRECISION * Math.abs(value)) break;
	}
	const size = Math.abs(shortest);
	return size < 1e-4 || size >= 1e9 ? shortest.toExponential().replace('e+', 'e') : String(shortest);
}

/** How a number stands in a sentence, a table or on an axis. */
export interface ProseFormat {
	/** Significant digits; 3 unless stated. */
	digits?: number;
	/** Significant digits before a power of ten; as many as `digits` unless stated. */
	mantissaDigits?: number;
	/** Numbers nearer to 0 than this are written with a power of ten, as are those from a million on. */
	powersBelow?: number;
	/** Whose grouping of thousands to use; without a language there is none. */
	language?: Language;
}

const POWERS_FROM = 1e6;
/** Enough for a number that is written with a 5 at its end to be rounded up, which its binary form may lie just below. */
const HALF_UP = 2 * Number.EPSILON;

/**
 * A number for a reader: significant digits without zeros at their end, powers of ten instead of many zeros
 * (`8.1·10⁻⁷`, `10⁶`) and a true minus sign.
 */
export function formatInProse(
	value: number,
	{ digits = 3, mantissaDigits = digits, powersBelow = 1e-3, language }: ProseFormat = {},
): string {
	const size = Math.abs(value);
	if (size === Number.POSITIVE_INFINITY) return value < 0 ? '−∞' : '∞';
	if (size !== 0 && (size < powersBelow || size >= POWERS_FROM)) return formatPower(value, mantissaDigits);
	if (!language) return withMinusSign(formatForCode(value, digits));
	return withMinusSign(grouped(formatForCode(value * (1 + HALF_UP), digits)));
}

/** Significant digits, from 3, with which two numbers beside each other differ: 0.3801 and 0.3799; 3 where no six tell them apart. */
export function digitsApart(one: number | null, other: number | null): number {
	if (one === null || other === null) return 3;
	for (let digits = 3; digits <= 6; digits++) if (roundTo(one, digits) !== roundTo(other, digits)) return digits;
	return 3;
}

/** A number with so many decimals, zeros at its end included, and a true minus sign. */
export const formatDecimals = (value: number, decimals: number): string => withMinusSign(value.toFixed(decimals));

/** A number of things, all its digits: `30,000`. */
export const formatCount = (value: number, language: Language): string =>
	Number.isSafeInteger(value) ? grouped(String(value)) : formatIn(language, {}).format(value);

/** A number in a message about what was given and what is allowed: whole ones with their thousands grouped, `20,000`. */
export const formatGiven = (value: number | bigint): string =>
	typeof value === 'number' && !(Number.isInteger(value) && Math.abs(value) < MOST_GROUPED)
		? String(value)
		: formatIn('en', {}).format(value);

/** From here on a number is said by its power of ten. */
const MOST_GROUPED = 1e12;

/** A share of 1 as a percentage with one decimal. */
export const formatShare = (value: number, language: Language): string =>
	formatIn(language, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);

/** A duration in whole milliseconds, from one second on in seconds. */
export const formatDuration = (milliseconds: number, language: Language): string =>
	(milliseconds < 999.5
		? formatIn(language, { style: 'unit', unit: 'millisecond', maximumFractionDigits: 0 }).format(milliseconds)
		: formatIn(language, { style: 'unit', unit: 'second', maximumSignificantDigits: 2 }).format(milliseconds / 1000)
	).replace(/(\d)(\p{L})/u, '$1 $2'); // as before every other word, which the platform's Chinese leaves out

/** `mantissa·10ᵏ`, the mantissa left out where it is 1. */
function formatPower(value: number, digits: number): string {
	const [mantissa = '', exponent = ''] = value.toExponential(digits - 1).split('e');
	const factor = String(Number(mantissa));
	const power = `10${toSuperscript(Number(exponent))}`;
	return withMinusSign(factor === '1' ? power : `${factor}·${power}`);
}

/**
 * Thousands set apart by commas, as in both languages. By hand, since the first of the platform's formats takes a
 * phone longer than all else that opens a page.
 */
function grouped(text: string): string {
	const [whole = '', ...rest] = text.split('.');
	return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.');
}

const withMinusSign = (text: string) => text.replace('-', '−');

const toSuperscript = (exponent: number) =>
	String(exponent).replace(/[-\d]/g, (digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))));

/** Kept because making one takes longer than all else in a drawing, and a film draws many. */
const numberFormats = new Map<string, Intl.NumberFormat>();

function formatIn(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
	const key = `${language} ${JSON.stringify(options)}`;
	const known = numberFormats.get(key) ?? new Intl.NumberFormat(language, options);
	numberFormats.set(key, known);
	return known;
}
