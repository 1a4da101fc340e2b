import { type CurvesChart, isBeyond } from './chart.ts';
import { type Domain, shareOf } from './domain.ts';
import type { Box, EndLabel } from './layout.ts';
import { spreadLabels } from './spreadLabels.ts';
import { textWidth } from './textWidth.ts';
import { wrapText } from './wrapText.ts';

/** More lines than these are told apart in a legend. */
const MOST_NAMED = 9;
/** Between the plot and the names, where lines lead to them. */
const GAP = 14;
/** Whatever the names take, the plot keeps this much of the width, in pixels and as a share. */
export const LEAST_PLOT_WIDTH = 240;
const LEAST_PLOT_SHARE = 0.62;
const MOST_LINES = 3;
/** In less room than this a wrapped name is a column of letters. */
const LEAST_WRAPPED_EMS = 5;

/** Whether a line ends at 0, of which a logarithmic axis has no place. */
const isGone = ({ y }: { y: number }, chart: CurvesChart) => chart.y.scale === 'logarithmic' && y === 0;

/**
 * Names at the ends of lines, or null where they have no room or a line ends beyond the plot: a legend says them then.
 *
 * @param room width of plot and names together, height of the plot
 * @returns the room that they take beside the plot, and their places once the plot is known
 */
export function nameEnds(
	chart: CurvesChart,
	{
		width,
		plotHeight,
		fontPixels,
		lineHeight,
	}: { width: number; plotHeight: number; fontPixels: number; lineHeight: number },
): { width: number; place: (plot: Box, domains: { x: Domain; y: Domain }) => EndLabel[] } | null {
	if (chart.hasLegend) return null;
	const named = chart.series.filter(({ isNamed }) => isNamed);
	if (named.length < 2 || named.length > MOST_NAMED || named.some(({ draw }) => draw !== 'line')) return null;
	const room = width - GAP - Math.max(LEAST_PLOT_WIDTH, width * LEAST_PLOT_SHARE);
	const mostLines = room < LEAST_WRAPPED_EMS * fontPixels ? 1 : MOST_LINES;
	const labels = named.flatMap((one) => {
		const end = one.points.reduce<(typeof one.points)[number] | null>(
			(last, point) => (last && last.x > point.x ? last : point),
			null,
		);
		return end && (isGone(end, chart) || !isBeyond(end.y, chart.y))
			? [{ colour: one.colour, end, lines: wrapText(one.name, room, fontPixels) }]
			: [];
	});
	const whole = labels.flatMap(({ lines, ...label }) =>
		lines && lines.length <= mostLines ? [{ ...label, lines }] : [],
	);
	if (whole.length < named.length) return null;
	const widest = Math.max(0, ...whole.flatMap(({ lines }) => lines.map((line) => textWidth(line, fontPixels))));
	if (whole.reduce((sum, { lines }) => sum + lines.length * lineHeight, 0) > plotHeight) return null;
	return {
		width: Math.ceil(widest) + GAP,
		place(plot, domains) {
			const across = (x: number) => plot.left + shareOf(x, domains.x, chart.x.scale) * (plot.right - plot.left);
			const down = (y: number) => plot.bottom - shareOf(y, domains.y, chart.y.scale) * (plot.bottom - plot.top);
			const ends = whole.map(({ end }) => [across(end.x), isGone(end, chart) ? plot.bottom : down(end.y)] as const);
			const last = Math.max(...chart.series.flatMap(({ points }) => points.map(({ x }) => x))); // lines that still grow carry their names along
			// A line that has left the axis long before has its name where it left.
			const isAside = whole.map(({ end }) => isGone(end, chart) && across(end.x) < (plot.left + plot.right) / 2);
			const beside = whole.flatMap(({ lines }, i) =>
				isAside[i] ? [] : [{ i, middle: ends[i]?.[1] ?? 0, height: lines.length * lineHeight }],
			);
			const middles = spreadLabels(beside, plot.top - lineHeight / 2, plot.bottom + lineHeight / 2);
			return whole.map(({ lines, colour }, i) => {
				const from = ends[i] ?? ([0, 0] as const);
				if (isAside[i])
					return { lines, x: from[0] + GAP, y: from[1] - (lines.length * lineHeight) / 2, colour, from: null };
				const y = middles?.[beside.findIndex((one) => one.i === i)] ?? 0;
				return { lines, x: Math.min(plot.right, across(last)) + GAP, y, colour, from };
			});
		},
	};
}
