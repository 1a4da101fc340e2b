import type { ProseFormat } from '../../src/numberFormat.ts';

/**
 * What a chart shows, in values and words: no pixels. `layOutChart` finds the places for a size, `chartConfig` makes the
 * Chart.js configuration of them; the browser draws it on a canvas, the build into an SVG element.
 */
export type Chart = CurvesChart | HeatMapChart;

/** Lines, points and bars over one pair of axes. */
export interface CurvesChart {
	kind: 'curves';
	/** Where it is one of several. */
	title?: string;
	x: ChartAxis;
	y: ChartAxis;
	series: readonly ChartSeries[];
	/** Names stand in a legend even where the ends of lines had room for them: beside another panel that has one. */
	hasLegend?: boolean;
	/** Lines below the series, where x and y are of one kind: a unit is then as long on both axes. */
	contours?: readonly (readonly (readonly [x: number, y: number])[])[];
	/** How a number is written on an axis and in a tooltip. */
	formatNumber: FormatNumber;
	/** A value of x that is pointed at. */
	cursor?: number | null;
}

/** A grid of cells, coloured by how many times the least of their column they are. */
export interface HeatMapChart {
	kind: 'heat-map';
	title: string;
	x: CellAxis;
	y: CellAxis;
	/** What the cells' values are. */
	z: string;
	/** `values[row][column]`, null where there is none. */
	values: readonly (readonly (number | null)[])[];
	/** Cells that cannot be told from the least of their column, `[row][column]`. */
	ties?: readonly (readonly boolean[])[];
	/** Why a cell has no value, `[row][column]`: the word in the cell, and what is said of it. */
	reasons?: readonly (readonly (CellReason | null)[])[];
	formatNumber: FormatNumber;
}

interface CellReason {
	word: string;
	said: string;
}

/** `notation` where a number is to be written as those beside it are. */
export type FormatNumber = (value: number, notation?: Pick<ProseFormat, 'powersBelow'>) => string;

export type ChartAxis =
	| { title: string; scale: 'category'; categories: readonly string[] }
	| {
			title: string;
			scale: 'linear' | 'logarithmic';
			/** What follows a number at once: `%`. */
			unit?: string;
			/** First and last value of the axis, where it must not follow the data; what lies beyond is cut. */
			range?: readonly [number, number];
			/** A linear one begins at 0, however far from it its values are. */
			fromZero?: boolean;
			/** Of a logarithmic one: where 0 is drawn, at the left of a break in the axis. */
			zeroAt?: number | undefined;
	  };

interface CellAxis {
	title: string;
	values: readonly number[];
}

export interface ChartSeries {
	name: string;
	draw: 'line' | 'points' | 'bars';
	points: readonly ChartPoint[];
	/** A CSS colour, custom properties allowed. */
	colour: string;
	/** Lengths of strokes and gaps; empty for a solid line. */
	dash: readonly number[];
	/** `isAround`: so large that a mark of another series within it is seen. */
	mark?: { shape: 'circle' | 'rectRot' | 'rect' | 'triangle'; isOpen: boolean; isAround?: boolean };
	/** One point in so many carries the mark; left out, all of them do where they are few. */
	markEvery?: number;
	/** Whether a legend or the line's end says its name. */
	isNamed: boolean;
}

/** A point with the interval of its y. A category's x is its index. A y of 0 stands at the lower end of a logarithmic axis. */
export interface ChartPoint {
	x: number;
	y: number;
	interval: readonly [number, number] | null;
}

/** Whether a value lies beyond the end of an axis: of its range, or of every logarithmic one. */
export const isBeyond = (value: number, axis: ChartAxis): boolean =>
	axis.scale !== 'category' &&
	((axis.scale === 'logarithmic' && value <= 0) ||
		(axis.range !== undefined && (value < axis.range[0] || value > axis.range[1])));

/** Whether another series of bars stands on one of the same categories, so that they share its width. */
export const sharesCategory = ({ series }: CurvesChart, index: number): boolean =>
	series.some(
		({ draw, points }, other) =>
			other !== index &&
			draw === 'bars' &&
			points.some(({ x }) => series[index]?.points.some((point) => point.x === x)),
	);
