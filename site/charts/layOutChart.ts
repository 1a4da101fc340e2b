/**
 * Finds the place of everything in a chart of a size: plot, ticks, titles, names. All texts are measured and have room
 * before anything is drawn, so that Chart.js, on a canvas or at build, only draws.
 *
 * From the top: the title, the legend (unless lines are named at their ends), the title of y, the plot with the ticks
 * of y at its left and the names at its right, the ticks of x, the title of x.
 */
import { labelAxis } from './axisLabels.ts';
import type { Chart, CurvesChart, HeatMapChart } from './chart.ts';
import { breakAfter, type Domain, domainsOf, shareOf, withEqualUnits } from './domain.ts';
import { LEAST_PLOT_WIDTH, nameEnds } from './endLabels.ts';
import { type Layout, type PlacedText, TICK_GAP, type Tick, type TickLabels } from './layout.ts';
import { layOutLegend } from './legend.ts';
import { textWidth } from './textWidth.ts';
import { placeCategories, placeTicks } from './tickLabels.ts';
import { wrapTextAnywhere } from './wrapText.ts';

/** From this width on there is room for larger letters. */
const ROOMY = 480;
/** A plot that is less high shows nothing. */
const LEAST_PLOT_HEIGHT = 60;
/** A plane is as high as its width asks for, up to this. */
const MOST_PLANE_HEIGHT = 360;
/** Pixels of a row of cells. */
const CELL_HEIGHT = 24;

/**
 * @param size without a height the chart takes the one that suits its width
 * @throws RangeError for a width of less than a hundred pixels
 */
export function layOutChart(chart: Chart, size: { width: number; height?: number }): Layout {
	if (!(size.width >= 100)) throw new RangeError(`a chart of ${size.width} pixels has no room for its axes`);
	const fontPixels = size.width < ROOMY ? 12 : 13;
	const lineHeight = Math.round(fontPixels * 1.35);
	const domains = chart.kind === 'curves' ? domainsOf(chart) : cellDomains(chart); // of all points: found once
	const given = { fontPixels, lineHeight, domains };
	let plot: { plotHeight: number; plotWidth: number | null } = { plotHeight: 200, plotWidth: null };
	let layout = layOutWith(chart, size, { ...given, ...plot });
	// The ticks of y follow from the plot's height, their width sets the plot's, and that the height: twice settles it.
	for (let pass = 0; pass < 2; pass++) {
		const { left, top, right, bottom } = layout.plot;
		if (plot.plotHeight === bottom - top && plot.plotWidth === right - left) break;
		plot = { plotHeight: bottom - top, plotWidth: right - left };
		layout = layOutWith(chart, size, { ...given, ...plot });
	}
	return layout;
}

interface Given {
	fontPixels: number;
	lineHeight: number;
	/** Of the chart itself. */
	domains: { x: Domain; y: Domain };
	/** As the pass before found them. */
	plotHeight: number;
	plotWidth: number | null;
}

function layOutWith(chart: Chart, { width, height }: { width: number; height?: number }, given: Given): Layout {
	const { fontPixels, lineHeight } = given;
	const isCurves = chart.kind === 'curves';
	const domains = isCurves ? curveDomains(chart, given) : given.domains;
	const yTicks = isCurves ? ticksOfY(chart, domains.y, given) : rowTicks(chart);
	const left = Math.ceil(Math.max(0, ...yTicks.map(({ lines }) => textWidth(lines[0] ?? '', fontPixels)))) + TICK_GAP;
	const ends = isCurves ? nameEnds(chart, { ...given, width: width - left }) : null;
	const outermost = width - (ends?.width ?? 0);
	const right = isCurves ? endBeforeLastTick(chart, domains.x, { left, right: outermost, width }, given) : outermost;
	const named = isCurves && !ends ? chart.series.filter(({ isNamed }) => isNamed) : [];
	const legend = layOutLegend(named, { width, fontPixels, lineHeight });
	const head = chart.title === undefined ? [] : wrapTextAnywhere(chart.title, width, fontPixels);
	const yTitle = wrapTextAnywhere(chart.y.title, width, fontPixels);
	const xTitle = wrapTextAnywhere(chart.x.title, width, fontPixels);
	const legendTop = head.length * lineHeight;
	const yTitleTop = legendTop + legend.height;
	const top = Math.round(yTitleTop + yTitle.length * lineHeight + (yTitle.length > 0 ? 4 : lineHeight / 2));
	const xTicks = isCurves
		? ticksOfX(chart, domains.x, { left, right, width }, given)
		: columnTicks(chart, { left, right, width }, given);
	const chromeBelow = xTicks.height + TICK_GAP + (xTitle.length > 0 ? xTitle.length * lineHeight + 4 : 0);
	const room = height === undefined ? heightFor(chart, right - left) : height - top - chromeBelow;
	const bottom = Math.round(top + Math.max(room, LEAST_PLOT_HEIGHT));
	const plot = { left, top, right, bottom };
	const title = (lines: readonly string[], from: number, colour: string, align: PlacedText['align'], x: number) =>
		lines.map((text, row) => ({ text, x, y: from + (row + 0.5) * lineHeight, align, colour }));
	const widest = Math.max(0, ...xTitle.map((line) => textWidth(line, fontPixels)));
	const middle = Math.min(Math.max((left + right) / 2, widest / 2), width - widest / 2);
	return {
		width,
		height: height ?? Math.ceil(bottom + chromeBelow),
		fontPixels,
		lineHeight,
		plot,
		domains,
		xTicks,
		yTicks,
		titles: [
			...title(head, 0, 'ink', 'left', 0),
			...title(yTitle, yTitleTop, 'soft', 'left', 0),
			...title(xTitle, bottom + TICK_GAP + xTicks.height + 4, 'soft', 'center', middle),
		],
		legend: legend.entries.map((entry) => ({ ...entry, y: entry.y + legendTop })),
		endLabels: (isCurves && ends?.place(plot, domains)) || [],
	};
}

/** The height of the plot that suits its width. */
function heightFor(chart: Chart, plotWidth: number): number {
	if (chart.kind === 'heat-map') return chart.y.values.length * CELL_HEIGHT;
	if (chart.contours) {
		const { x, y } = domainsOf(chart);
		return Math.min(MOST_PLANE_HEIGHT, (plotWidth * (y[1] - y[0])) / (x[1] - x[0]));
	}
	return Math.min(300, Math.max(190, plotWidth * 0.58));
}

function curveDomains(chart: CurvesChart, { domains, plotWidth, plotHeight }: Given): { x: Domain; y: Domain } {
	if (!chart.contours || plotWidth === null) return domains;
	return withEqualUnits(domains, { width: plotWidth, height: plotHeight });
}

function ticksOfY({ y, formatNumber }: CurvesChart, domain: Domain, { plotHeight, lineHeight }: Given): Tick[] {
	if (y.scale === 'category') throw new RangeError('curves have numbers along y');
	const { scale } = y;
	return placeTicks(domain, scale, formatNumber, (ticks) => {
		const places = ticks.map(({ value }) => shareOf(value, domain, scale) * plotHeight);
		return places.every((place, i) => i === 0 || place - (places[i - 1] ?? 0) >= lineHeight * 1.5);
	});
}

/** What lies across: the plot's left and right edge, and the width of the chart. */
interface Across {
	left: number;
	right: number;
	width: number;
}

/** The place of a tick's label: its left and its right edge. */
function spanOfLabel(
	{ value, lines: [text = ''] }: Tick,
	{ x }: CurvesChart,
	domain: Domain,
	{ left, right }: Across,
	{ fontPixels }: Given,
): readonly [number, number] {
	const middle = left + shareOf(value, domain, x.scale) * (right - left);
	const half = textWidth(text, fontPixels) / 2;
	return [middle - half, middle + half];
}

/** Ticks of numbers along x, as many as stand apart; those that `isShown` leaves out are not in their way. */
function numbersOfX(
	chart: CurvesChart,
	domain: Domain,
	across: Across,
	given: Given,
	isShown: (span: readonly [number, number]) => boolean,
): Tick[] {
	if (chart.x.scale === 'category') return [];
	const { zeroAt } = chart.x;
	if (zeroAt !== undefined) {
		const unbroken: CurvesChart = { ...chart, x: { ...chart.x, zeroAt: undefined } };
		const ticks = numbersOfX(unbroken, domain, across, given, isShown).filter(
			({ value }) => value > breakAfter(zeroAt),
		);
		return [{ value: zeroAt, lines: [chart.formatNumber(0)] }, ...ticks];
	}
	const spanOf = (tick: Tick) => spanOfLabel(tick, chart, domain, across, given);
	const ticks = placeTicks(domain, chart.x.scale, chart.formatNumber, (all) => {
		const spans = all.map(spanOf).filter(isShown);
		return spans.every(([from], i) => i === 0 || from - (spans[i - 1]?.[1] ?? 0) >= given.fontPixels);
	});
	return ticks.filter((tick) => isShown(spanOf(tick)));
}

/** Where the plot ends so that the label of its last tick does within the chart; where the plot has no such room, at `right`. */
function endBeforeLastTick(chart: CurvesChart, domain: Domain, across: Across, given: Given): number {
	const { left, right, width } = across;
	const last = numbersOfX(chart, domain, across, given, () => true).at(-1);
	if (!last) return right;
	const [from, to] = spanOfLabel(last, chart, domain, across, given);
	const share = shareOf(last.value, domain, chart.x.scale);
	const end = Math.floor(left + (width - (to - from) / 2 - left) / share);
	return end < right && end - left >= LEAST_PLOT_WIDTH ? end : right;
}

function ticksOfX(chart: CurvesChart, domain: Domain, across: Across, given: Given): TickLabels {
	const { x } = chart;
	const { left, right, width } = across;
	if (x.scale === 'category') return placeCategories(x.categories, right - left, given);
	const ticks = numbersOfX(chart, domain, across, given, ([from, to]) => from >= 0 && to <= width);
	return { ticks, height: given.lineHeight, isUpright: false };
}

const cellDomains = ({ x, y }: HeatMapChart): { x: Domain; y: Domain } => ({
	x: [-0.5, x.values.length - 0.5],
	y: [-0.5, y.values.length - 0.5],
});

const rowTicks = ({ y, formatNumber }: HeatMapChart): Tick[] =>
	labelAxis(y.values, formatNumber).map((label, row) => ({ value: row, lines: [label] }));

/** The columns' values, as many of them as have room. */
function columnTicks(
	{ x, formatNumber }: HeatMapChart,
	{ left, right, width }: Across,
	{ fontPixels, lineHeight }: Given,
): TickLabels {
	const room = (right - left) / x.values.length;
	const ticks = labelAxis(x.values, formatNumber).map((label, column) => ({ value: column, lines: [label] }));
	const widest = Math.max(...ticks.map(({ lines: [line = ''] }) => textWidth(line, fontPixels)));
	const every = Math.max(1, Math.ceil((widest + fontPixels / 2) / room));
	const isInside = (column: number) => left + (column + 0.5) * room + widest / 2 <= width;
	return {
		ticks: ticks.filter((_, column) => column % every === 0 && isInside(column)),
		height: lineHeight,
		isUpright: false,
	};
}
