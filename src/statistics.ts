import { at } from './at.ts';
import { RandomState } from './data/randomState.ts';

/** Resamples of every bootstrap, and the seed that draws them. */
const RESAMPLES = 1000;
const SEED = 0;

/** A number with, where seeds or draws decide it, the interval that holds 95% of its bootstrap resamples. */
export interface Estimate {
	value: number;
	low?: number;
	high?: number;
}

/** A number as results hold it: JSON has neither infinities nor NaN, so those are null. */
export const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Σ values / n; NaN of none. */
export const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

/** The q-quantile of some numbers, linear between the two nearest; NaN of none. */
function quantile(values: readonly number[], q: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const place = q * (sorted.length - 1);
	const [low = Number.NaN, high = low] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
	return low === high ? low : low + (high - low) * (place - Math.floor(place));
}

/** What was measured on all seeds or draws, and on each of their resamples. */
export interface Resampled<Found> {
	/** Seeds in all, and in a resample. */
	count: number;
	found: Found;
	resampled: readonly Found[];
}

/** Repeats `measure` on 1,000 resamples, each of `count` seeds drawn with replacement, given by their numbers from 0. */
export function resample<Found>(count: number, measure: (sample: readonly number[]) => Found): Resampled<Found> {
	const random = new RandomState(SEED);
	const whole = Array.from({ length: count }, (_, i) => i);
	const resampled = Array.from({ length: RESAMPLES }, () =>
		measure(whole.map(() => Math.min(count - 1, Math.floor(random.random() * count)))),
	);
	return { count, found: measure(whole), resampled };
}

/** One number of what was measured, with the interval from the 2.5% to the 97.5% quantile of its resamples. */
export function estimate<Found>({ found, resampled }: Resampled<Found>, numberIn: (found: Found) => number): Estimate {
	const values = resampled.map(numberIn);
	return { value: numberIn(found), low: quantile(values, 0.025), high: quantile(values, 0.975) };
}

/**
 * Percentile bootstrap intervals over seeds or draws (Efron & Tibshirani 1993, chapter 13).
 *
 * @param measure what is measured on some seeds, given by their numbers from 0 to count − 1
 * @returns a function that picks one number out of what was measured and gives its estimate; every number comes from
 * the same resamples
 */
export function bootstrapAll<Found>(
	count: number,
	measure: (sample: readonly number[]) => Found,
): (numberIn: (found: Found) => number) => Estimate {
	const measured = resample(count, measure);
	return (numberIn) => estimate(measured, numberIn);
}

/** One statistic with its percentile bootstrap interval; see `bootstrapAll`. */
export const bootstrap = (count: number, statistic: (sample: readonly number[]) => number): Estimate =>
	bootstrapAll(count, statistic)((value) => value);

/** The mean of one number a seed, with its interval. */
export const meanOf = (values: readonly number[]): Estimate =>
	bootstrap(values.length, (sample) => mean(sample.map((i) => at(values, i))));

/** The slope of y over x by least squares: Σ(x − x̄)(y − ȳ) / Σ(x − x̄)². */
export function slope(x: readonly number[], y: readonly number[]): number {
	const [meanX, meanY] = [mean(x), mean(y)];
	const products = x.map((each, i) => (each - meanX) * (at(y, i) - meanY));
	return mean(products) / mean(x.map((each) => (each - meanX) ** 2));
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
	const [x0, x1 = Number.NaN, x2] = [x[i - 1], x[i], x[i + 1]];
	const [y0, y1, y2] = [y[i - 1], y[i], y[i + 1]];
	if (x0 === undefined || x2 === undefined || !isHeight(y0) || !isHeight(y1) || !isHeight(y2)) return x1;
	const [a, b] = [(x1 - x0) * (y1 - y2), (x1 - x2) * (y1 - y0)];
	return a === b ? x1 : x1 - ((x1 - x0) * a - (x1 - x2) * b) / (2 * (a - b));
}

/** Whether a parabola can go through a point of this height. */
const isHeight = (value: number | undefined): value is number => Number.isFinite(value);
