import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { ChartSeries, CurvesChart } from '../../charts/chart.ts';
import { categoricalColour } from '../../charts/colours.ts';
import type { Layout } from '../../charts/layout.ts';

/** One measurement of one run over its epochs. */
export interface TraceLine {
	/** The run: its colour, and its number at the line's end, from 1. */
	key: number;
	epoch: readonly number[];
	values: readonly (number | null)[];
	/** Held-out data are dashed. */
	isHeldOut: boolean;
}

interface Traces {
	lines: readonly TraceLine[];
	/** Where the axis ends: the longest run's last epoch. */
	epochs: number;
	isLogarithmic: boolean;
	/** The epoch that is pointed at. */
	cursor: number | null;
	/** Whether heights are compared: a linear axis begins at 0 then. */
	fromZero?: boolean;
	/** What is measured, where nothing beside the chart says it. */
	title?: string;
	language: Language;
}

/** More points along x than this would not be seen. */
const MOST_POINTS = 240;
const HELD_OUT_DASH = [5, 4] as const;
/** Of a line that lies on others: so long a piece of it, and for each of them as long a piece through which they are seen. */
const PIECE = 9;

/** Traces of several runs on common axes. */
export function tracesChart({
	lines,
	epochs,
	isLogarithmic,
	fromZero = false,
	cursor,
	title = '',
	language,
}: Traces): CurvesChart {
	const scale = isLogarithmic ? 'logarithmic' : 'linear';
	return {
		kind: 'curves',
		x: { title: '', scale: 'linear', range: [0, Math.max(1, epochs)] },
		y: { title, scale, fromZero },
		series: lines.map((line, index): ChartSeries => {
			const points = thin(line).filter(({ y }) => !isLogarithmic || y > 0);
			const below = lines.slice(0, index).filter((other) => isOn(line, other)).length;
			return {
				name: String(line.key),
				draw: 'line',
				points,
				colour: categoricalColour(line.key - 1),
				dash: dashOf(line.isHeldOut, below),
				isNamed: !line.isHeldOut && points.length > 0,
			};
		}),
		cursor,
		formatNumber: (value, notation) => formatInProse(value, { language, ...notation }),
	};
}

/** The epoch at a place across a drawing, in pixels from its left edge. */
export function epochAt(x: number, { plot }: Pick<Layout, 'plot'>, epochs: number): number {
	const within = (x - plot.left) / (plot.right - plot.left);
	return Math.round(Math.min(1, Math.max(0, within)) * epochs);
}

/** The points that are numbers, few enough to draw at every frame; the last one always. */
function thin({ epoch, values }: TraceLine) {
	const every = Math.max(1, Math.ceil(epoch.length / MOST_POINTS));
	return epoch.flatMap((x, i) => {
		const y = values[i];
		const isShown = i % every === 0 || i === epoch.length - 1;
		return isShown && typeof y === 'number' && Number.isFinite(y) ? [{ x, y, interval: null }] : [];
	});
}

/** A line that lies on others is drawn in pieces, so that all of them are seen. @param below how many lie below it */
function dashOf(isHeldOut: boolean, below: number): readonly number[] {
	const [dash, gap] = HELD_OUT_DASH;
	if (!isHeldOut) return below === 0 ? [] : [PIECE, PIECE * below];
	return below === 0 ? HELD_OUT_DASH : [dash / (below + 1), gap + dash - dash / (below + 1)];
}

/** Whether two lines are one to the eye: of the same kind, and the same numbers, as those of copies of a run. */
const isOn = (line: TraceLine, other: TraceLine): boolean =>
	line.isHeldOut === other.isHeldOut &&
	line.values.length > 0 &&
	line.values.length === other.values.length &&
	line.values.every((value, i) => value === other.values[i] && line.epoch[i] === other.epoch[i]);
