import type { Chart as ChartJs, Plugin } from 'chart.js';
import type { ChartPoint } from '../chart.ts';
import { type ChartColours, fade } from '../colours.ts';
import { withinHeights } from '../withinHeights.ts';
import type { Drawing } from './drawing.ts';

/** How much of what lies below a band covers. */
const BAND_SHARE = 0.16;
/** Half the width of the arrow of an interval that goes on beyond the plot, and its length, in pixels. */
const ARROW = { half: 4, length: 7 };

/**
 * The intervals of points: a band around a line, a whisker through a point in its colour, one through a bar in grey. A
 * whisker that goes on beyond the plot ends in an arrow.
 */
export const drawIntervals = (current: () => Drawing): Plugin => ({
	id: 'intervals',
	beforeDatasetsDraw: (chart) => eachInterval(chart, true, (...band) => fillBand(...band, current().look.colours)),
	afterDatasetsDraw: (chart) =>
		eachInterval(chart, false, (...whiskers) => strokeWhiskers(...whiskers, current().look.colours)),
});

interface Interval {
	x: number;
	low: number;
	high: number;
}

/** Hands on the intervals of every series, in pixels: of those drawn as lines, or of the others. */
function eachInterval(
	chart: ChartJs,
	areLines: boolean,
	draw: (chart: ChartJs, intervals: Interval[], colour: string) => void,
): void {
	for (const [index, dataset] of chart.data.datasets.entries()) {
		const { data: elements, yScale, type } = chart.getDatasetMeta(index);
		const isLine = type === 'line' && !('showLine' in dataset && dataset.showLine === false);
		if (isLine !== areLines || !yScale) continue;
		const isLogarithmic = yScale.type === 'logarithmic';
		const placeOf = (bound: number) =>
			isLogarithmic && bound <= 0 ? Number.MAX_SAFE_INTEGER : yScale.getPixelForValue(bound);
		const points = dataset.data as unknown as ChartPoint[]; // chartConfig puts in nothing else
		const intervals = points.flatMap(({ interval }, i) => {
			const x = elements[i]?.x;
			if (!interval || x === undefined) return [];
			const [low, high] = interval.map(placeOf) as [number, number]; // two in, two out
			return [{ x, low, high }];
		});
		if (intervals.length > 0) draw(chart, intervals, type === 'bar' ? '' : String(dataset.borderColor));
	}
}

function fillBand({ ctx, chartArea }: ChartJs, intervals: Interval[], colour: string, colours: ChartColours): void {
	if (intervals.length < 2) return;
	const edge = (end: 'low' | 'high') =>
		withinHeights(
			intervals.map((one) => [one.x, one[end]] as const),
			chartArea,
		);
	ctx.save();
	ctx.fillStyle = colours.of(fade(colour, BAND_SHARE));
	ctx.beginPath();
	for (const [i, [x, y]] of [...edge('high'), ...edge('low').reverse()].entries()) {
		if (i === 0) ctx.moveTo(x, y);
		else ctx.lineTo(x, y);
	}
	ctx.closePath();
	ctx.fill();
	ctx.restore();
}

function strokeWhiskers(
	{ ctx, chartArea: { top, bottom } }: ChartJs,
	intervals: Interval[],
	colour: string,
	colours: ChartColours,
): void {
	const inside = (y: number) => Math.min(bottom, Math.max(top, y));
	ctx.save();
	ctx.strokeStyle = colour || colours.soft;
	ctx.fillStyle = ctx.strokeStyle;
	ctx.lineWidth = 1.5;
	ctx.beginPath();
	for (const { x, low, high } of intervals) {
		ctx.moveTo(x, inside(low));
		ctx.lineTo(x, inside(high));
	}
	ctx.stroke();
	ctx.beginPath();
	for (const { x, low, high } of intervals) {
		if (low > bottom + 1) traceArrow(ctx, x, bottom, 1);
		if (high < top - 1) traceArrow(ctx, x, top, -1);
	}
	ctx.fill();
	ctx.restore();
}

/** An arrowhead whose tip is at a place; `down` is 1, and −1 for one that points up. */
function traceArrow(ctx: CanvasRenderingContext2D, x: number, tip: number, down: 1 | -1): void {
	ctx.moveTo(x, tip);
	ctx.lineTo(x - ARROW.half, tip - down * ARROW.length);
	ctx.lineTo(x + ARROW.half, tip - down * ARROW.length);
	ctx.closePath();
}
