import type { ChartConfiguration, Point } from 'chart.js';
import type { FigurePenalty } from '../../src/experiments/scalingFigure.ts';
import type { Trace } from '../../src/schema/run.ts';

/** One curve. */
export interface TraceSeries {
	name: string;
	penalty: FigurePenalty;
	m: number;
	trace: Pick<Trace, 'epoch' | 'objective'>;
}

/** What the style sheet decides; read from the page when the chart is drawn. */
export interface TraceStyle {
	ink: string;
	grid: string;
	surface: string;
	font: string;
	penalty: Record<FigurePenalty, string>;
}

interface Options {
	style: TraceStyle;
	epochAxis: string;
	objectiveAxis: string;
	/** BCP 47 tag for the numbers. */
	locale: string;
	animate: boolean;
}

/** Each penalty has a shape besides its colour; the legend of the page draws the same ones. */
export const POINT_STYLE = { none: 'circle', half: 'triangle', 'over-2m': 'rect' } as const satisfies Record<
	FigurePenalty,
	string
>;
/** The smaller sample is dashed. */
const LARGE_SAMPLE = 100;
const DASH = [6, 4];
/** One point in so many carries a mark. */
const MARK_EVERY = 20;
/** Ticks of the logarithmic axis: 1, 2 and 5 times a power of ten. */
const TICK_MANTISSAS = [1, 2, 5];

/** The objective over the epochs as a Chart.js configuration: colour and mark by penalty, dash by m. */
export function tracesConfig(series: readonly TraceSeries[], options: Options): ChartConfiguration<'line', Point[]> {
	const { style, locale } = options;
	const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
	const axisTitle = (text: string) => ({ display: true, text, color: style.ink, font: { size: 13 } });
	const grid = { color: style.grid, tickColor: style.grid };
	return {
		type: 'line',
		data: { datasets: series.map((one, index) => dataset(one, style, index)) },
		options: {
			locale,
			responsive: true,
			maintainAspectRatio: false,
			parsing: false,
			animation: options.animate ? { duration: 400 } : false,
			color: style.ink,
			font: { family: style.font, size: 12 },
			interaction: { mode: 'index', intersect: false },
			scales: {
				x: {
					type: 'linear',
					title: axisTitle(options.epochAxis),
					grid: { display: false },
					border: { color: style.grid },
					ticks: { color: style.ink, maxRotation: 0, callback: (value) => number.format(Number(value)) },
				},
				y: {
					type: 'logarithmic',
					title: axisTitle(options.objectiveAxis),
					grid,
					border: { display: false },
					ticks: {
						color: style.ink,
						callback: (value) => (isRound(Number(value)) ? number.format(Number(value)) : null),
					},
				},
			},
			plugins: {
				tooltip: {
					usePointStyle: true,
					callbacks: {
						title: ([item]) => `${options.epochAxis} ${number.format(item?.parsed.x ?? 0)}`,
						label: ({ dataset: { label }, parsed }) => ` ${label}: ${number.format(parsed.y ?? Number.NaN)}`,
					},
				},
			},
		},
	};
}

function dataset({ name, penalty, m, trace }: TraceSeries, style: TraceStyle, index: number) {
	const colour = style.penalty[penalty];
	return {
		label: name,
		// A diverged run has nulls from some epoch on: its curve ends there.
		data: trace.epoch.flatMap((x, i) => {
			const y = trace.objective[i] ?? null;
			return y === null ? [] : [{ x, y }];
		}),
		borderColor: colour,
		backgroundColor: m < LARGE_SAMPLE ? style.surface : colour,
		borderWidth: 2,
		borderDash: m < LARGE_SAMPLE ? DASH : [],
		pointStyle: POINT_STYLE[penalty],
		// Shifted from curve to curve, so that marks of curves that lie close do not cover each other.
		pointRadius: ({ dataIndex }: { dataIndex: number }) => (dataIndex % MARK_EVERY === 3 + index * 3 ? 4.5 : 0),
		pointHoverRadius: 5,
		pointBorderWidth: 1.5,
		tension: 0,
	};
}

function isRound(value: number): boolean {
	const mantissa = value / 10 ** Math.floor(Math.log10(value) + 1e-9);
	return TICK_MANTISSAS.some((round) => Math.abs(mantissa - round) < 1e-6);
}
