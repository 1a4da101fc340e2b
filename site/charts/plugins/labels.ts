import type { Plugin } from 'chart.js';
import { type ChartColours, fade } from '../colours.ts';
import { shareOf } from '../domain.ts';
import type { EndLabel, Layout, LegendEntry, PlacedText } from '../layout.ts';
import { SAMPLE_GAP, SAMPLE_WIDTH } from '../legend.ts';
import type { Drawing } from './drawing.ts';

type Context = CanvasRenderingContext2D;

/** Titles, legend, names at the ends of lines and the cursor, at the places that the layout found. */
export const drawLabels = (current: () => Drawing): Plugin => ({
	id: 'labels',
	afterDatasetsDraw: ({ ctx }) => paintLabels(ctx, current()),
});

/** The same, on a context of whoever draws the rest. */
export function paintLabels(ctx: Context, { chart, layout, look: { colours, font } }: Drawing): void {
	ctx.save();
	ctx.font = `${layout.fontPixels}px ${font}`;
	ctx.textBaseline = 'middle';
	if (chart.kind === 'curves' && typeof chart.cursor === 'number') drawCursor(ctx, chart.cursor, layout, colours);
	for (const entry of layout.legend) drawEntry(ctx, entry, layout, colours);
	for (const label of layout.endLabels) drawEndLabel(ctx, label, layout, colours);
	for (const title of layout.titles) write(ctx, title, colours);
	ctx.restore();
}

function write(ctx: Context, { text, x, y, align, colour }: PlacedText, colours: ChartColours): void {
	ctx.fillStyle = colour === 'ink' ? colours.ink : colour === 'soft' ? colours.soft : colours.of(colour);
	ctx.textAlign = align;
	ctx.fillText(text, x, y);
}

function drawEndLabel(
	ctx: Context,
	{ lines, x, y, colour, from }: EndLabel,
	{ lineHeight }: Layout,
	colours: ChartColours,
): void {
	const [endX, endY] = from ?? [x, y];
	// From a line that ends before others, or whose name had to make room, grey dots lead to its name: nothing that could be data.
	if (from && (Math.abs(endY - y) > 2 || x - endX > 24)) {
		ctx.strokeStyle = colours.soft;
		ctx.lineWidth = 1;
		ctx.setLineDash([1, 3]);
		ctx.beginPath();
		ctx.moveTo(endX + 3, endY);
		ctx.lineTo(x - 3, y);
		ctx.stroke();
		ctx.setLineDash([]);
	}
	for (const [row, text] of lines.entries()) {
		const middle = y + (row - (lines.length - 1) / 2) * lineHeight;
		write(ctx, { text, x, y: middle, align: 'left', colour }, colours);
	}
}

function drawEntry(ctx: Context, { series, lines, x, y }: LegendEntry, layout: Layout, colours: ChartColours): void {
	const colour = colours.of(series.colour);
	const middle = x + SAMPLE_WIDTH / 2;
	ctx.strokeStyle = colour;
	ctx.fillStyle = colour;
	ctx.lineWidth = 2;
	ctx.setLineDash([...series.dash]);
	if (series.draw === 'line') {
		ctx.beginPath();
		ctx.moveTo(x, y);
		ctx.lineTo(x + SAMPLE_WIDTH, y);
		ctx.stroke();
	}
	ctx.setLineDash([]);
	if (series.draw === 'bars') {
		ctx.fillStyle = colours.of(fade(series.colour, 0.75));
		ctx.fillRect(x + 6, y - 6, SAMPLE_WIDTH - 12, 12);
	} else if (series.mark) {
		ctx.lineWidth = 1.5;
		if (series.mark.isOpen) ctx.fillStyle = colours.surface;
		traceMark(ctx, series.mark.shape, middle, y);
		ctx.fill();
		if (series.mark.isOpen) ctx.stroke();
	}
	for (const [row, text] of lines.entries()) {
		const at = { x: x + SAMPLE_WIDTH + SAMPLE_GAP, y: y + row * layout.lineHeight };
		write(ctx, { text, ...at, align: 'left', colour: 'ink' }, colours);
	}
}

/** The outline of a mark, as Chart.js draws it. */
function traceMark(
	ctx: Context,
	shape: NonNullable<LegendEntry['series']['mark']>['shape'],
	x: number,
	y: number,
): void {
	const radius = 4;
	const corners = { rectRot: [4, 0], rect: [4, Math.PI / 4], triangle: [3, -Math.PI / 2] } as const;
	ctx.beginPath();
	if (shape === 'circle') {
		ctx.arc(x, y, radius, 0, 2 * Math.PI);
		return;
	}
	const [count, turn] = corners[shape];
	for (let i = 0; i < count; i++) {
		const angle = turn + (2 * Math.PI * i) / count;
		const [px, py] = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
		if (i === 0) ctx.moveTo(px, py);
		else ctx.lineTo(px, py);
	}
	ctx.closePath();
}

function drawCursor(ctx: Context, cursor: number, { plot, domains }: Layout, colours: ChartColours): void {
	const x = plot.left + shareOf(cursor, domains.x, 'linear') * (plot.right - plot.left);
	ctx.strokeStyle = colours.soft;
	ctx.lineWidth = 1;
	ctx.setLineDash([]);
	ctx.beginPath();
	ctx.moveTo(x, plot.top);
	ctx.lineTo(x, plot.bottom);
	ctx.stroke();
}
