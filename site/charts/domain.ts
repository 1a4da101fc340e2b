import type { ChartAxis, CurvesChart } from './chart.ts';

/** First and last value of an axis; a category's axis counts its categories from −½. */
export type Domain = readonly [number, number];

/** Room between the outermost values and the frame, as a share of the axis. */
const MARGIN = 0.04;
/** An axis begins at 0 where its least value is nearer to 0 than this share of the values' spread. */
const NEAR_ZERO = 0.3;

/** How many times the place of 0 the least number is, on a logarithmic axis that has both. */
export const ZERO_APART = 3;

/** Where such an axis is broken. */
export const breakAfter = (zeroAt: number): number => zeroAt * Math.sqrt(ZERO_APART);

/** The domains of both axes: everything that is drawn, intervals and the innermost contour too, with a margin; or the range that an axis has. */
export function domainsOf({ x, y, series, contours }: CurvesChart): { x: Domain; y: Domain } {
	const [widths, heights]: [number[], number[]] = [[], []];
	// Lists of each point's own would take longer than the rest of a drawing.
	for (const { points } of series)
		for (const point of points) {
			widths.push(point.x);
			heights.push(point.y);
			if (point.interval) heights.push(...point.interval);
		}
	for (const [across, up] of contours?.at(-1) ?? []) {
		widths.push(across);
		heights.push(up);
	}
	// Bars stand on 0 where their axis has one, and so does what asks for it.
	const hasBase = y.scale === 'linear' && (y.fromZero || series.some(({ draw }) => draw === 'bars'));
	return {
		x: domainOf(x, widths),
		y: domainOf(y, hasBase && heights.length > 0 ? [0, ...heights] : heights),
	};
}

/** Domains of which the narrower one is widened on both sides, so that a unit is as long across as it is up. */
export function withEqualUnits({ x, y }: { x: Domain; y: Domain }, size: { width: number; height: number }) {
	const unit = Math.min(size.width / (x[1] - x[0]), size.height / (y[1] - y[0]));
	const widen = ([from, to]: Domain, pixels: number): Domain => {
		const room = (pixels / unit - (to - from)) / 2;
		return [from - room, to + room];
	};
	return { x: widen(x, size.width), y: widen(y, size.height) };
}

/** Where a value lies on an axis, from 0 to 1. */
export function shareOf(value: number, [from, to]: Domain, scale: ChartAxis['scale']): number {
	if (scale !== 'logarithmic') return (value - from) / (to - from);
	return Math.log(value / from) / Math.log(to / from);
}

function domainOf(axis: ChartAxis, values: readonly number[]): Domain {
	if (axis.scale === 'category') return [-0.5, axis.categories.length - 0.5];
	if (axis.range) return axis.range;
	const isLogarithmic = axis.scale === 'logarithmic';
	const shown = values.filter((value) => Number.isFinite(value) && (!isLogarithmic || value > 0));
	if (shown.length === 0) return isLogarithmic ? [0.1, 1] : [0, 1];
	const [low, high] = [Math.min(...shown), Math.max(...shown)];
	if (isLogarithmic) {
		const room = low === high ? 2 : (high / low) ** MARGIN;
		return [low / room, high * room];
	}
	const room = (high - low || Math.abs(high) || 1) * MARGIN;
	const startsAtZero = low >= 0 && low < (high - low) * NEAR_ZERO;
	return [startsAtZero ? 0 : low - room, high + room];
}
