/**
 * A chart of lines, painted without Chart.js: what changes at every frame costs a millisecond and not ten, and a page that
 * has no other charts does without its 60 kB. Axes, ticks, names and cursor are where `layOutChart` found them, as Chart.js
 * has them; a test holds the two drawings together.
 */
import type { CurvesChart } from './chart.ts';
import type { Look } from './chartConfig.ts';
import { breakAfter, shareOf } from './domain.ts';
import { type Layout, TICK_GAP } from './layout.ts';
import { paintLabels } from './plugins/labels.ts';

type Context = CanvasRenderingContext2D;

/** A line that is shorter than this across, in pixels, is a dot at its end: filled, or open where the line is dashed. */
const LEAST_LENGTH = 5;
const DOT = 3.5;
/** A point of a series of points. */
const SMALL_DOT = 2;
/** Half the height of the strokes where an axis is broken, and how far apart they are. */
const BREAK = 5;

interface Drawing {
	chart: CurvesChart;
	layout: Layout;
	look: Look;
}

/** Draws over the whole of the context, one unit of it a pixel of the layout. */
export function paintLines(ctx: Context, drawing: Drawing): void {
	const { layout, look } = drawing;
	ctx.save();
	ctx.font = `${layout.fontPixels}px ${look.font}`;
	ctx.textBaseline = 'middle';
	paintAxes(ctx, drawing);
	paintSeries(ctx, drawing);
	ctx.restore();
	paintLabels(ctx, drawing);
}

function paintAxes(ctx: Context, { chart, layout, look: { colours } }: Drawing): void {
	const { plot, domains, xTicks, yTicks, lineHeight } = layout;
	const line = (colour: string, x: number, y: number, toX: number, toY: number) => {
		ctx.strokeStyle = colour;
		ctx.lineWidth = 1;
		ctx.beginPath();
		ctx.moveTo(x, y);
		ctx.lineTo(toX, toY);
		ctx.stroke();
	};
	ctx.fillStyle = colours.soft;
	ctx.textAlign = 'right';
	for (const { value, lines } of yTicks) {
		const y = plot.bottom - shareOf(value, domains.y, chart.y.scale) * (plot.bottom - plot.top);
		line(colours.rule, plot.left, y, plot.right, y);
		ctx.fillText(lines[0] ?? '', plot.left - TICK_GAP, y);
	}
	line(colours.soft, plot.left, plot.bottom, plot.right, plot.bottom);
	if (chart.x.scale === 'logarithmic' && chart.x.zeroAt !== undefined) {
		const share = shareOf(breakAfter(chart.x.zeroAt), domains.x, 'logarithmic');
		const middle = plot.left + share * (plot.right - plot.left);
		for (const x of [middle - BREAK / 2, middle + BREAK / 2])
			line(colours.soft, x - BREAK / 2, plot.bottom + BREAK, x + BREAK / 2, plot.bottom - BREAK);
	}
	ctx.textAlign = 'center';
	for (const { value, lines } of xTicks.ticks) {
		const x = plot.left + shareOf(value, domains.x, chart.x.scale) * (plot.right - plot.left);
		ctx.fillText(lines[0] ?? '', x, plot.bottom + TICK_GAP + lineHeight / 2);
	}
}

function paintSeries(ctx: Context, { chart, layout, look: { colours } }: Drawing): void {
	const { plot, domains } = layout;
	ctx.lineJoin = 'round';
	ctx.lineWidth = 2;
	const [width, height] = [plot.right - plot.left, plot.bottom - plot.top];
	const place = ({ x, y }: { x: number; y: number }) => ({
		across: plot.left + shareOf(x, domains.x, chart.x.scale) * width,
		down: plot.bottom - shareOf(y, domains.y, chart.y.scale) * height,
	});
	const dot = ({ across, down }: { across: number; down: number }, radius: number, isOpen: boolean) => {
		ctx.setLineDash([]);
		ctx.beginPath();
		ctx.arc(across, down, radius, 0, 2 * Math.PI);
		if (isOpen) ctx.stroke();
		else ctx.fill();
	};
	for (const { points, colour, dash, draw } of chart.series) {
		[ctx.strokeStyle, ctx.fillStyle] = [colours.of(colour), colours.of(colour)];
		ctx.lineWidth = draw === 'points' ? 1.25 : 2;
		ctx.setLineDash([...dash]);
		ctx.beginPath();
		if (draw === 'points') {
			for (const point of points) dot(place(point), SMALL_DOT, dash.length > 0);
			continue;
		}
		for (const point of points) {
			const { across, down } = place(point);
			ctx.lineTo(across, down); // the first of a path is where it begins
		}
		ctx.stroke();
		const [first, last] = [points[0], points.at(-1)].map((point) => point && place(point));
		if (first && last && last.across - first.across < LEAST_LENGTH) dot(last, DOT, dash.length > 0);
	}
	ctx.setLineDash([]);
}
