import type { Axis } from '../../src/experiments/figure.ts';

/** Where the values of an axis lie, from 0 to 1, and which of them get a tick. */
export interface Scale {
	at(value: number | string): number;
	ticks: { value: number | string; at: number; text: string }[];
}

const MOST_TICKS = 6;
/** Room between the outermost values and the frame, as a share of the axis. */
const MARGIN = 0.04;

/**
 * The scale of an axis over all values that are drawn on it.
 *
 * @param values finite numbers, or the categories in their order
 */
export function scaleOf(axis: Axis, values: readonly (number | string)[], locale: string): Scale {
	if (axis.scale === 'category') return categories(values.map(String));
	const numbers = values
		.map(Number)
		.filter((value) => Number.isFinite(value) && (axis.scale === 'linear' || value > 0));
	const low = Math.min(...numbers);
	const high = Math.max(...numbers);
	return axis.scale === 'logarithmic' ? logarithmic(low, high, locale) : linear(low, high, locale);
}

function categories(names: readonly string[]): Scale {
	const unique = [...new Set(names)];
	const at = (value: number | string) => (unique.indexOf(String(value)) + 0.5) / unique.length;
	return { at, ticks: unique.map((name) => ({ value: name, at: at(name), text: name })) };
}

function linear(low: number, high: number, locale: string): Scale {
	const room = (high - low || Math.abs(high) || 1) * MARGIN;
	// An axis that begins near zero begins there.
	const from = low >= 0 && low < (high - low) * 0.3 ? 0 : low - room;
	const to = high + room;
	const at = (value: number | string) => (Number(value) - from) / (to - from);
	const step = niceStep((to - from) / (MOST_TICKS - 1));
	const ticks: Scale['ticks'] = [];
	for (let k = Math.ceil(from / step); k * step <= to; k++) {
		const value = Number((k * step).toPrecision(12));
		ticks.push({ value, at: at(value), text: plain(value, locale) });
	}
	return { at, ticks };
}

function niceStep(rough: number): number {
	const power = 10 ** Math.floor(Math.log10(rough));
	return power * ([1, 2, 5, 10].find((nice) => nice * power >= rough) ?? 10);
}

function logarithmic(low: number, high: number, locale: string): Scale {
	const room = (Math.log10(high / low) || 1) * MARGIN;
	const from = Math.log10(low) - room;
	const to = Math.log10(high) + room;
	const at = (value: number | string) => (Math.log10(Number(value)) - from) / (to - from);
	const decades = to - from;
	const every = Math.ceil(decades / MOST_TICKS);
	const mantissas = decades < 1.2 ? [1, 2, 3, 5, 7] : decades < 3 ? [1, 3] : [1];
	const ticks: Scale['ticks'] = [];
	for (let exponent = Math.floor(from); exponent <= to; exponent++) {
		if (exponent % every !== 0) continue;
		for (const mantissa of mantissas) {
			const value = Number(`${mantissa}e${exponent}`);
			const position = at(value);
			if (position >= 0 && position <= 1) ticks.push({ value, at: position, text: plain(value, locale) });
		}
	}
	return { at, ticks };
}

/** A tick's number, short: powers of ten beyond what is read at a glance. */
export function plain(value: number, locale: string): string {
	const size = Math.abs(value);
	if (size !== 0 && (size < 1e-3 || size >= 1e6)) {
		const exponent = Math.floor(Math.log10(size) + 1e-9);
		const mantissa = Number((value / 10 ** exponent).toPrecision(3));
		const power = `10${[...String(exponent)].map((digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)])).join('')}`;
		return mantissa === 1 ? power : `${mantissa}·${power}`;
	}
	return formatIn(locale).format(value).replace('-', '−');
}

/** Making one costs more than all else in a drawing, and a film draws many. */
const formats = new Map<string, Intl.NumberFormat>();

function formatIn(locale: string): Intl.NumberFormat {
	const known = formats.get(locale) ?? new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
	formats.set(locale, known);
	return known;
}
