import { RandomState } from '../data/randomState.ts';
import type { Measured } from './experiment.ts';

/** Resamples of every bootstrap, and the seed that draws them. */
export const RESAMPLES = 1000;
const SEED = 0;

export const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

/** The q-quantile of some numbers, linear between the two nearest. */
export function quantile(values: readonly number[], q: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const place = q * (sorted.length - 1);
	const [low = Number.NaN, high = low] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
	return low === high ? low : low + (high - low) * (place - Math.floor(place));
}

/**
 * A statistic with its percentile bootstrap interval: computed again on 1,000 resamples, drawn with
 * replacement from the `count` seeds or draws, between the 2.5% and the 97.5% quantile (Efron &
 * Tibshirani 1993, chapter 13).
 *
 * @param statistic of some of the seeds, by their numbers from 0 to count − 1
 */
export function bootstrap(count: number, statistic: (sample: readonly number[]) => number): Measured {
	const random = new RandomState(SEED);
	const all = Array.from({ length: count }, (_, i) => i);
	const resampled = Array.from({ length: RESAMPLES }, () =>
		statistic(all.map(() => Math.min(count - 1, Math.floor(random.random() * count)))),
	);
	return { value: statistic(all), low: quantile(resampled, 0.025), high: quantile(resampled, 0.975) };
}

/** The mean of one number a seed, with its interval. */
export const meanOf = (values: readonly number[]): Measured =>
	bootstrap(values.length, (sample) => mean(sample.map((i) => values[i] ?? Number.NaN)));

/** Intervals as the columns that a series holds. */
export const columnsOf = (points: readonly Measured[]) => ({
	y: points.map(({ value }) => finite(value)),
	low: points.map(({ low, value }) => finite(low ?? value)),
	high: points.map(({ high, value }) => finite(high ?? value)),
});

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** The slope of y over x by least squares. */
export function slope(x: readonly number[], y: readonly number[]): number {
	const [meanX, meanY] = [mean(x), mean(y)];
	return mean(x.map((each, i) => (each - meanX) * ((y[i] ?? 0) - meanY))) / mean(x.map((each) => (each - meanX) ** 2));
}

/** The x of the least y. */
export function argmin(x: readonly number[], y: readonly number[]): number {
	return x[y.indexOf(Math.min(...y))] ?? Number.NaN;
}

/**
 * Where a parabola through the least of y and its two neighbours has its minimum: finer than the grid of
 * x. At an end of the grid it is that end.
 */
export function smoothArgmin(x: readonly number[], y: readonly number[]): number {
	const i = y.indexOf(Math.min(...y));
	const [x0, x1, x2] = [x[i - 1], x[i] ?? Number.NaN, x[i + 1]];
	const [y0 = 0, y1 = 0, y2 = 0] = [y[i - 1], y[i], y[i + 1]];
	if (x0 === undefined || x2 === undefined || !Number.isFinite(y0) || !Number.isFinite(y2)) return x1;
	const [a, b] = [(x1 - x0) * (y1 - y2), (x1 - x2) * (y1 - y0)];
	return a === b ? x1 : x1 - ((x1 - x0) * a - (x1 - x2) * b) / (2 * (a - b));
}

/** A number as a sentence shows it: that many significant digits, no exponent between 10⁻⁴ and 10⁶. */
export function shown({ value }: Measured, digits = 3): string {
	const size = Math.abs(value);
	if (value === 0) return '0';
	if (size < 1e-4 || size >= 1e6) {
		const [mantissa = '', exponent = ''] = value.toExponential(digits - 1).split('e');
		return `${signed(mantissa)}·10${superscript(Number(exponent))}`;
	}
	return signed(value.toPrecision(digits));
}

/** Without zeros at its end, and with a minus sign where it is negative. */
const signed = (digits: string) => String(Number(digits)).replace('-', '−');

/** The number with its interval: `0.31 [0.26, 0.37]`. */
export const withInterval = (measured: Measured, digits = 3): string =>
	measured.low === undefined || measured.high === undefined
		? shown(measured, digits)
		: `${shown(measured, digits)} [${shown({ value: measured.low }, digits)}, ${shown({ value: measured.high }, digits)}]`;

const superscript = (exponent: number) =>
	String(exponent).replace(/[-\d]/g, (digit) => (digit === '-' ? '⁻' : ('⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? '')));
