import type { ChartDataset, Scale, TooltipItem } from 'chart.js';
import {
	type Chart,
	type ChartAxis,
	type ChartPoint,
	type ChartSeries,
	type CurvesChart,
	type HeatMapChart,
	isBeyond,
	sharesCategory,
} from './chart.ts';
import { type ChartColours, fade } from './colours.ts';
import type { Domain } from './domain.ts';
import { heatMapDataset } from './heatMapDataset.ts';
import { type Layout, TICK_GAP, type Tick, type TickLabels } from './layout.ts';

export interface Look {
	colours: ChartColours;
	/** A CSS font family. */
	font: string;
	/** Milliseconds in which a change moves; 0 where motion is not welcome. */
	motion: number;
}

/** More points than this on a line are not marked one by one. */
const FEW_POINTS = 12;

/**
 * The data and options of a chart for Chart.js: its values, and the places of everything as `layOutChart` found them.
 * The browser and the build give them to Chart.js as they are, with `chartPlugins`.
 */
export function chartConfig(chart: Chart, layout: Layout, look: Look) {
	const { plot, width, fontPixels } = layout;
	const { colours, font, motion } = look;
	const tickFont = { family: font, size: fontPixels, lineHeight: layout.lineHeight / fontPixels };
	const isCurves = chart.kind === 'curves';
	const hasPlane = isCurves && chart.contours !== undefined;
	return {
		type: isCurves ? ('line' as const) : ('heatMap' as const),
		data: {
			datasets: isCurves
				? chart.series.map((_, index) => seriesDataset(chart, index, layout.domains.y, colours))
				: [heatMapDataset(chart, colours)],
		},
		options: {
			responsive: false,
			maintainAspectRatio: false,
			animation: motion > 0 ? { duration: motion } : (false as const),
			layout: { autoPadding: false, padding: { left: 0, top: plot.top, right: width - plot.right, bottom: 0 } },
			font: tickFont,
			color: colours.ink,
			interaction: isCurves
				? {
						mode: 'nearest' as const,
						axis: hasPlane ? ('xy' as const) : ('x' as const),
						intersect: false,
						includeInvisible: true,
					}
				: { mode: 'nearest' as const, axis: 'xy' as const, intersect: true },
			scales: {
				x: {
					...spanAxis(isCurves ? chart.x : null, layout.domains.x),
					...holdPlace(layout, layout.xTicks.ticks, 'x'),
					grid: { display: false, tickLength: 0 },
					border: { display: isCurves, color: colours.soft },
					ticks: { ...ticksAs(layout.xTicks, colours, tickFont), padding: TICK_GAP },
				},
				y: {
					...spanAxis(isCurves ? chart.y : null, layout.domains.y),
					...holdPlace(layout, layout.yTicks, 'y'),
					grid: { display: isCurves && !hasPlane, color: colours.rule, drawTicks: false, tickLength: 0 },
					border: { display: false },
					ticks: { ...ticksAs({ ticks: layout.yTicks, isUpright: false }, colours, tickFont), padding: TICK_GAP },
				},
			},
			plugins: {
				legend: { display: false },
				tooltip: isCurves
					? { position: 'across' as const, callbacks: tellPoint(chart) }
					: { callbacks: tellCell(chart) },
			},
		},
	};
}

/** Categories, columns and rows stand at the whole numbers of a linear axis. */
const spanAxis = (axis: ChartAxis | null, [min, max]: Domain) => ({
	type: axis?.scale === 'logarithmic' ? ('logarithmic' as const) : ('linear' as const),
	min,
	max,
});

/** An axis takes the room and the ticks of the layout, and adds nothing of its own. */
function holdPlace({ plot, height }: Layout, ticks: readonly Tick[], side: 'x' | 'y') {
	return {
		afterBuildTicks: (scale: Scale) => {
			scale.ticks = ticks.map(({ value }) => ({ value }));
		},
		afterFit: (scale: Scale) => {
			if (side === 'x') scale.height = height - plot.bottom;
			else scale.width = plot.left;
			[scale.paddingLeft, scale.paddingRight, scale.paddingTop, scale.paddingBottom] = [0, 0, 0, 0];
		},
	};
}

function ticksAs({ ticks, isUpright }: Pick<TickLabels, 'ticks' | 'isUpright'>, colours: ChartColours, font: object) {
	const turn = isUpright ? 90 : 0;
	return {
		autoSkip: false,
		minRotation: turn,
		maxRotation: turn,
		color: colours.soft,
		font,
		callback: (_: unknown, index: number) => {
			const lines = ticks[index]?.lines ?? [];
			return lines.length === 1 ? lines[0] : [...lines];
		},
	};
}

function seriesDataset(
	chart: CurvesChart,
	index: number,
	[lowest]: Domain,
	colours: ChartColours,
): ChartDataset<'line' | 'bar', ChartPoint[]> {
	const one = chart.series[index];
	if (!one) throw new RangeError(`the chart has no series ${index}`);
	const colour = colours.of(one.colour);
	const isAtEnd = ({ y }: ChartPoint) =>
		chart.y.scale === 'logarithmic' && (one.draw === 'points' ? y <= 0 : one.draw === 'line' && y === 0);
	const data = one.points.map((point) => (isAtEnd(point) ? { ...point, y: lowest, said: point.y } : point));
	const isCut = one.points.some((point) => isBeyond(point.y, chart.y) && !isAtEnd(point));
	const clip = isCut ? { left: AT_THE_SIDES, right: AT_THE_SIDES, top: 0, bottom: 0 } : (false as const);
	const common = { data, label: one.name, clip, borderColor: colour };
	if (one.draw === 'bars') {
		const backgroundColor = colours.of(fade(one.colour, 0.75));
		return { ...common, type: 'bar', backgroundColor, grouped: sharesCategory(chart, index) };
	}
	const isOpen = one.mark?.isOpen ?? false;
	const marked =
		one.draw === 'points'
			? one.mark?.isAround
				? 8
				: isOpen
					? 4
					: 4.5
			: (one.points.length > FEW_POINTS && !one.markEvery) || isOutline(one)
				? 0
				: 2.5;
	const { markEvery } = one;
	return {
		...common,
		type: 'line',
		showLine: one.draw === 'line',
		backgroundColor: colour,
		borderWidth: 2,
		borderDash: [...one.dash],
		borderJoinStyle: 'round',
		pointStyle: one.points.map((point) => (isAtEnd(point) ? 'triangle' : (one.mark?.shape ?? 'circle'))),
		pointRotation: one.points.map((point) => (isAtEnd(point) ? 180 : 0)),
		// Shifted from curve to curve, so that marks of curves that lie close do not cover each other.
		pointRadius: markEvery
			? one.points.map((_, at) => (at % markEvery === (3 + index * 3) % markEvery ? 4.5 : 0))
			: marked,
		pointHoverRadius: 5,
		pointBackgroundColor: isOpen ? colours.surface : colour,
		pointBorderWidth: isOpen ? 1.5 : 0,
		tension: 0,
		order: one.draw === 'points' ? -1 : 0,
	};
}

/** Whether a line comes back to where it began: its corners are no data. */
const isOutline = ({ points }: ChartSeries): boolean => {
	const [first, last] = [points[0], points.at(-1)];
	return points.length > 2 && first?.x === last?.x && first?.y === last?.y;
};

/** Pixels beside a plot to which a line that is cut above and below may be drawn: a mark stands half outside. */
const AT_THE_SIDES = 20;

/** The words of a tooltip. */
function tellPoint({ x, y: valueAxis, formatNumber }: CurvesChart) {
	const unit = ('unit' in valueAxis && valueAxis.unit) || '';
	return {
		title: ([item]: TooltipItem<'line'>[]) => {
			const at = Number(item?.parsed.x);
			return `${x.title} ${x.scale === 'category' ? x.categories[Math.round(at)] : formatNumber(at)}`;
		},
		label: ({ dataset: { label }, raw }: TooltipItem<'line'>) => {
			const { y: drawn, said: y = drawn, interval } = raw as ChartPoint & { said?: number }; // what seriesDataset put in
			const range = interval ? ` [${interval.map((end) => formatNumber(end)).join(', ')}]` : '';
			return ` ${label}: ${formatNumber(y)}${unit}${range}`;
		},
	};
}

function tellCell({ x, y, z, values, formatNumber }: HeatMapChart) {
	const shown = (value: number | null | undefined) => (typeof value === 'number' ? formatNumber(value) : '–');
	return {
		title: ([item]: TooltipItem<'line'>[]) => {
			const { x: column, y: row } = item?.parsed ?? {};
			return `${x.title} ${shown(x.values[Number(column)])}, ${y.title} ${shown(y.values[Number(row)])}`;
		},
		label: ({ parsed }: TooltipItem<'line'>) => ` ${z}: ${shown(values[Number(parsed.y)]?.[Number(parsed.x)])}`,
	};
}
