import { at } from '../../../src/at.ts';
import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { Axis, CurvesFigure, Figure, HeatMapFigure, Series } from '../../../src/schema/figure.ts';
import {
	type Chart,
	type ChartAxis,
	type ChartPoint,
	type ChartSeries,
	type CurvesChart,
	isBeyond,
} from '../../charts/chart.ts';
import { areOrdered, coloursOf } from '../../charts/colours.ts';
import { domainsOf } from '../../charts/domain.ts';
import { CUT_TEXT } from '../../text/charts/cutText.ts';
import { categoryName, chartName } from '../../text/experimentFigure/chartName.ts';
import { categoriesOf } from './categories.ts';
import { type Family, familiesOf } from './families.ts';
import { figureOfPair, type Pair, pairsOf } from './pairs.ts';

/** How series differ besides their colour, where their colours have no order. */
const DASHES = [[], [7, 4], [2, 4], [10, 3, 2, 3]] as const;
/** Of a line that goes with another and has its colour. */
const DOTS = [1, 3] as const;

/** Of a line that lies on another one, whose colour is seen through its gaps. */
const OVER = [6, 6] as const;

/** How points of series beside each other differ in more than color. */
const MARKS = [
	{ shape: 'circle', isOpen: false },
	{ shape: 'rectRot', isOpen: true },
	{ shape: 'rect', isOpen: false },
	{ shape: 'triangle', isOpen: true },
] as const;

/** How a line of ours and the published points stand apart. */
const PAIR_LOOK = [
	{ colour: 'var(--series-1)' },
	{ colour: 'var(--series-2)', mark: { shape: 'circle', isOpen: true } },
] as const;

/** What an experiment found, as charts: one for curves, one a panel for a heat map and one a pair for small multiples. */
export function chartsOfFigure(figure: Figure, language: Language): Chart[] {
	if (figure.kind === 'heat-map') return chartsOfPanels(figure, language);
	const pairs = pairsOf(figure);
	if (pairs) return chartsOfPairs(figure, pairs, language);
	const families = familiesOf(figure);
	return families
		? chartsOfFamilies(figure, families, language)
		: [noteCuts(chartOfCurves(figure, language), language)];
}

/** Small multiples on one pair of scales and of one height, in which members of families that are named alike look alike. */
function chartsOfFamilies(figure: CurvesFigure, families: readonly Family[], language: Language): CurvesChart[] {
	const { x, y } = domainsOf(chartOfCurves(figure, language));
	const hasLegend = figure.series.some(({ draw }) => draw !== 'line'); // no end of a line names what is none
	return families.map(({ of, series }) => {
		const chart = chartOfCurves({ ...figure, series }, language);
		return {
			...chart,
			title: chartName(of[language], language),
			hasLegend,
			x: { ...chart.x, range: x },
			y: { ...chart.y, range: y },
		};
	});
}

/** Small multiples on one scale: our line, and the published points over it. */
function chartsOfPairs(figure: CurvesFigure, pairs: readonly Pair[], language: Language): CurvesChart[] {
	const range = domainsOf(chartOfCurves(figure, language)).y;
	return pairs.map((pair) => {
		const chart = chartOfCurves(figureOfPair(figure, pair), language);
		return {
			...chart,
			title: chartName(pair.ours.label[language], language),
			y: { ...chart.y, range },
			series: chart.series.map((one, index) => ({ ...one, ...PAIR_LOOK[index], isNamed: false })),
		};
	});
}

/** A chart that says where it ends before its data do. */
function noteCuts(chart: CurvesChart, language: Language): CurvesChart {
	const { y, series } = chart;
	const some = (draw: (one: ChartSeries) => boolean, isCut: (point: ChartPoint) => boolean) =>
		series.some((one) => draw(one) && one.points.some(isCut));
	const hasArrows = some(
		({ draw }) => draw !== 'line',
		({ interval }) => interval?.some((end) => isBeyond(end, y)) ?? false,
	);
	const areCut = some(
		({ draw }) => draw === 'line',
		(point) => point.y !== 0 && isBeyond(point.y, y), // a 0 is drawn to the end of the axis
	);
	const { intervals, lines, noted } = CUT_TEXT[language];
	const notes = [...(hasArrows ? [intervals] : []), ...(areCut ? [lines] : [])];
	return { ...chart, y: { ...y, title: notes.length > 0 ? noted(y.title, notes) : y.title } };
}

function chartOfCurves(figure: CurvesFigure, language: Language): CurvesChart {
	const { x, y, series } = figure;
	const categories = categoriesOf(series).map(String);
	const leads = series.map(leadOf).filter((lead, i, all) => all.indexOf(lead) === i);
	const colours = coloursOf(leads);
	const isSequence = areOrdered(leads);
	return {
		kind: 'curves',
		x: chartAxis(
			x,
			language,
			categories.map((category) => categoryName(category, series, language)),
		),
		y: chartAxis(y, language, []),
		formatNumber: (value, notation) => formatInProse(value, { language, ...notation }),
		series: series.map((one, index): ChartSeries => {
			const isCategory = x.scale === 'category';
			const leadName = leadOf(one, index, series);
			const lead = leads.indexOf(leadName);
			// A point alone that goes with a line marks a place on it, and the line is named.
			const isMarkOnLine = one.draw === 'points' && one.x.length === 1 && leadName !== one.label.en;
			return {
				name: chartName(one.label[language], language),
				draw: one.draw,
				points: pointsOf(one).map(({ at, ...point }) => ({
					...point,
					x: isCategory ? categories.indexOf(String(at)) + dodge(one, series) : Number(at),
				})),
				colour: colours[lead] ?? 'var(--ink)',
				dash:
					one.draw !== 'line' || isSequence
						? one.draw === 'line' && series.slice(0, index).some((other) => liesUnder(one, other))
							? OVER
							: []
						: leadName === one.label.en
							? (DASHES[lead % DASHES.length] ?? [])
							: DOTS,
				...(one.draw === 'points' && {
					mark: isMarkOnLine
						? { shape: 'rectRot', isOpen: false }
						: {
								...at(MARKS, index % MARKS.length),
								isAround: index % 2 === 1 && series.slice(0, index).some((other) => liesUnder(one, other)),
							},
				}),
				// What stands alone on a category is named below it.
				isNamed: !isMarkOnLine && !one.x.every((at) => one.label.en === at),
			};
		}),
	};
}

/** Whether all points of a series lie where those of another lie, drawn alike, which one of them would cover: values that agree to a hundredth. */
function liesUnder(one: Series, other: Series): boolean {
	if (other.draw !== one.draw || one.low || other.low || one.x.length !== other.x.length) return false;
	return one.y.every((y, at) => {
		const beside = other.y[at];
		return one.x[at] === other.x[at] && isNumber(y) && isNumber(beside) && Math.abs(y - beside) <= Math.abs(y) / 100;
	});
}

/** How far apart points of different series stand on one category, in categories: they would cover each other. */
const DODGE = 0.18;
/** So many series of points cover each other without intervals, too; of two, one may be drawn around the other. */
const MANY = 3;

/** Where the points of a series stand beside their category, where others have intervals there too, or are many. */
function dodge(one: Series, series: readonly Series[]): number {
	const rows = series.filter(({ draw, x }) => draw === 'points' && x.length > 1);
	const beside = rows.length < MANY ? series.filter(({ draw, low }) => draw === 'points' && low) : rows;
	const index = beside.indexOf(one);
	return index < 0 ? 0 : (index - (beside.length - 1) / 2) * DODGE;
}

function chartsOfPanels({ x, y, z, panels }: HeatMapFigure, language: Language): Chart[] {
	return panels.map((panel) => ({
		kind: 'heat-map',
		title: chartName(panel.label[language], language),
		x: { title: titleOf(x, language), values: panel.x },
		y: { title: titleOf(y, language), values: panel.y },
		z: titleOf(z, language),
		values: panel.z,
		formatNumber: (value, notation) => formatInProse(value, { language, ...wholly(value), ...notation }),
	}));
}

/** A number of examples has all its digits, up to where a power of ten is written. */
const wholly = (value: number) => (Number.isInteger(value) && Math.abs(value) < 1e6 ? { digits: 6 } : {});

const titleOf = ({ label, unit }: Axis, language: Language) => `${label[language]}${unit ? ` (${unit})` : ''}`;

function chartAxis(axis: Axis, language: Language, categories: readonly string[]): ChartAxis {
	const title = titleOf(axis, language);
	if (axis.scale === 'category') return { title, scale: axis.scale, categories };
	return {
		title,
		scale: axis.scale,
		...((axis.unit === '%' || axis.label.en.endsWith(', %')) && { unit: '%' }),
		...(axis.range && { range: axis.range }),
	};
}

/** The name whose colour a series takes: its own, or of the series that it goes with (`m = 30, published` with `m = 30`). */
function leadOf({ label }: Series, _: number, series: readonly Series[]): string {
	const partner = series.find((other) => label.en !== other.label.en && label.en.startsWith(`${other.label.en}, `));
	return (partner ?? { label }).label.en;
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** The points of a series that exist, with their intervals. */
function pointsOf({ x, y, low, high }: Series): (Omit<ChartPoint, 'x'> & { at: number | string })[] {
	return x.flatMap((at, i) => {
		const value = y[i];
		if (!isNumber(value)) return [];
		const [from, to] = [low?.[i], high?.[i]];
		return [{ at, y: value, interval: isNumber(from) && isNumber(to) ? ([from, to] as const) : null }];
	});
}
