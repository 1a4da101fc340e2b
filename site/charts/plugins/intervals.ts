import type { Chart as ChartJs, Plugin } from 'chart.js';
import type { ChartPoint } from '../chart.ts';
import { type ChartColours, fade } from '../colours.ts';
import type { Drawing } from './drawing.ts';

/** How much of what lies below a band covers. */
const BAND_SHARE = 0.16;

/** The intervals of points: a band around a line, a whisker through a point in its colour, one through a bar in grey. */
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
	draw: (ctx: CanvasRenderingContext2D, intervals: Interval[], colour: string) => void,
): void {
	for (const [index, dataset] of chart.data.datasets.entries()) {
		const { data: elements, yScale, type } = chart.getDatasetMeta(index);
		const isLine = type === 'line' && !('showLine' in dataset && dataset.showLine === false);
		if (isLine !== areLines || !yScale) continue;
		const points = dataset.data as unknown as ChartPoint[]; // chartConfig puts in nothing else
		const intervals = points.flatMap(({ interval }, i) => {
			const x = elements[i]?.x;
			if (!interval || x === undefined) return [];
			const [low, high] = interval.map((bound) => yScale.getPixelForValue(bound)) as [number, number]; // two in, two out
			return [{ x, low, high }];
		});
		if (intervals.length > 0) draw(chart.ctx, intervals, type === 'bar' ? '' : String(dataset.borderColor));
	}
}

function fillBand(ctx: CanvasRenderingContext2D, intervals: Interval[], colour: string, colours: ChartColours): void {
	if (intervals.length < 2) return;
	ctx.save();
	ctx.fillStyle = colours.of(fade(colour, BAND_SHARE));
	ctx.beginPath();
	for (const [i, { x, high }] of intervals.entries()) i === 0 ? ctx.moveTo(x, high) : ctx.lineTo(x, high);
	for (const { x, low } of intervals.toReversed()) ctx.lineTo(x, low);
	ctx.closePath();
	ctx.fill();
	ctx.restore();
}

function strokeWhiskers(
	ctx: CanvasRenderingContext2D,
	intervals: Interval[],
	colour: string,
	colours: ChartColours,
): void {
	ctx.save();
	ctx.strokeStyle = colour || colours.soft;
	ctx.lineWidth = 1.5;
	ctx.beginPath();
	for (const { x, low, high } of intervals) {
		ctx.moveTo(x, low);
		ctx.lineTo(x, high);
	}
	ctx.stroke();
	ctx.restore();
}
