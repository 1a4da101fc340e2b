import type { TooltipItem } from 'chart.js';
import type { Axis, CurvesFigure } from '../../src/experiments/figure.ts';
import type { LanguageKey } from '../text/languages.ts';
import { plain } from './scale.ts';
import { colourOf, DASHES, isLabelledDirectly, pointsOf, xValues } from './values.ts';

/** What the style sheet decides; read from the page when the chart is drawn. */
export interface ChartStyle {
	ink: string;
	grid: string;
	paper: string;
	font: string;
	/** `--series-1` and on. */
	series: readonly string[];
}

interface Options {
	style: ChartStyle;
	language: LanguageKey;
	animate: boolean;
	/** Room for the names at the ends of lines. */
	isNarrow: boolean;
}

/** A point with its interval, which tooltips and whiskers read. */
export interface IntervalPoint {
	x: number | string;
	y: number;
	interval: readonly [number, number] | null;
}

/** Curves, points and bars as a Chart.js configuration: intervals as bands (two hidden lines, filled between), the rest as in `curvesSvg`. */
export function curvesConfig(figure: CurvesFigure, options: Options) {
	const { style, language, animate, isNarrow } = options;
	const isBars = figure.series.some(({ draw }) => draw === 'bars');
	const direct = isLabelledDirectly(figure) && !isNarrow;
	return {
		type: isBars ? 'bar' : 'line',
		data: {
			...(figure.x.scale === 'category' && { labels: [...new Set(xValues(figure).map(String))] }),
			datasets: figure.series.flatMap((_, index) => datasets(figure, index, style, language)),
		},
		options: {
			locale: language,
			responsive: true,
			maintainAspectRatio: false,
			animation: animate ? { duration: 350 } : false,
			layout: { padding: { right: direct ? 120 : 8, top: 6 } },
			interaction: { mode: 'nearest', axis: 'x', intersect: false },
			scales: { x: axisOptions(figure.x, style, language, false), y: axisOptions(figure.y, style, language, true) },
			plugins: {
				legend: { display: false },
				tooltip: {
					filter: ({ dataset }: TooltipItem<'line'>) => dataset.label !== undefined,
					callbacks: {
						title: ([item]: TooltipItem<'line'>[]) => {
							const at = (item?.raw as IntervalPoint | undefined)?.x ?? item?.label ?? '';
							return `${figure.x.label[language]} ${typeof at === 'number' ? plain(at, language) : at}`;
						},
						label: ({ dataset: { label }, raw }: TooltipItem<'line'>) => {
							const { y, interval } = raw as IntervalPoint;
							const range = interval ? ` [${interval.map((bound) => plain(bound, language)).join(', ')}]` : '';
							return ` ${label}: ${plain(y, language)}${range}`;
						},
					},
				},
			},
		},
	};
}

function datasets(figure: CurvesFigure, index: number, style: ChartStyle, language: LanguageKey): object[] {
	const one = figure.series[index];
	if (!one) return [];
	const colour = style.series[colourOf(figure.series, index) - 1] ?? style.ink;
	const isCategory = figure.x.scale === 'category';
	const data: IntervalPoint[] = pointsOf(one).map((point) => ({ ...point, x: isCategory ? String(point.x) : point.x }));
	const label = one.label[language];
	const common = {
		data,
		label,
		borderColor: colour,
		backgroundColor: colour,
		parsing: false as const,
		normalized: true,
	};
	if (one.draw === 'bars') {
		return [
			{
				...common,
				parsing: undefined,
				type: 'bar',
				backgroundColor: `${translucent(colour, 0.75)}`,
				grouped: sharesCategory(figure, index),
			},
		];
	}
	if (one.draw === 'points') {
		const pointStyle = index % 2 === 0 ? 'circle' : 'rectRot';
		const fill = index % 2 === 0 ? colour : style.paper;
		return [
			{
				...common,
				...(isCategory && { parsing: undefined }),
				type: 'line',
				showLine: false,
				pointRadius: 4,
				pointStyle,
				pointBackgroundColor: fill,
				pointBorderColor: colour,
				pointBorderWidth: 1.5,
				order: -1,
			},
		];
	}
	const dash = DASHES[index % DASHES.length] ?? '';
	const curve = {
		...common,
		...(isCategory && { parsing: undefined }),
		type: 'line',
		borderWidth: 2,
		borderDash: dash ? dash.split(' ').map(Number) : [],
		pointRadius: data.length > 25 ? 0 : 2.5,
		pointHoverRadius: 5,
		tension: 0,
	};
	const within = data.filter(({ interval }) => interval);
	if (within.length < 2) return [curve];
	const edge = (which: 0 | 1) => ({
		...curve,
		label: undefined, // no tooltip, no name
		data: within.map((point) => ({ ...point, y: point.interval?.[which] ?? point.y })),
		borderWidth: 0,
		pointRadius: 0,
		pointHoverRadius: 0,
		backgroundColor: translucent(colour, 0.16),
		fill: which === 1 ? '-1' : false,
	});
	return [edge(0), edge(1), curve];
}

/** Whether another series of bars stands on the same categories. */
const sharesCategory = ({ series }: CurvesFigure, index: number) =>
	series.some(
		({ x, draw }, other) => other !== index && draw === 'bars' && x.some((at) => series[index]?.x.includes(at)),
	);

const translucent = (colour: string, share: number) => `color-mix(in srgb, ${colour} ${share * 100}%, transparent)`;

function axisOptions({ label, unit, scale }: Axis, style: ChartStyle, language: LanguageKey, isVertical: boolean) {
	const text = `${label[language]}${unit ? ` (${unit})` : ''}`;
	const font = { family: style.font, size: 12 };
	return {
		type: scale,
		title: { display: true, text, color: style.ink, font: { ...font, size: 13 } },
		grid: { display: isVertical, color: style.grid, tickColor: style.grid },
		border: { display: !isVertical, color: style.grid },
		ticks: {
			color: style.ink,
			font,
			maxRotation: 40,
			maxTicksLimit: 7,
			...(scale !== 'category' && {
				callback: (value: number | string) =>
					scale === 'linear' || isRound(Number(value)) ? plain(Number(value), language) : null,
			}),
		},
	};
}

/** 1, 2 and 5 times a power of ten. */
function isRound(value: number): boolean {
	const mantissa = value / 10 ** Math.floor(Math.log10(value) + 1e-9);
	return [1, 2, 5].some((round) => Math.abs(mantissa - round) < 1e-6);
}
