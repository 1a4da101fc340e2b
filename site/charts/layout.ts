import type { ChartSeries } from './chart.ts';
import type { Domain } from './domain.ts';

interface Size {
	width: number;
	height: number;
}

/** The edges of a box, in pixels from the chart's upper left corner. */
export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** A line of text; `y` is its middle. */
export interface PlacedText {
	text: string;
	x: number;
	y: number;
	align: 'left' | 'center';
	colour: 'ink' | 'soft' | (string & {});
}

export interface Layout extends Size {
	fontPixels: number;
	lineHeight: number;
	plot: Box;
	domains: { x: Domain; y: Domain };
	xTicks: TickLabels;
	yTicks: readonly Tick[];
	/** Titles of chart and axes. */
	titles: readonly PlacedText[];
	legend: readonly LegendEntry[];
	endLabels: readonly EndLabel[];
}

/** Pixels between the plot and the labels of its ticks. */
export const TICK_GAP = 6;

/** A value of an axis with its label; a category's value is its index. */
export interface Tick {
	value: number;
	lines: readonly string[];
}

/** The ticks of a horizontal axis. */
export interface TickLabels {
	ticks: readonly Tick[];
	/** Pixels that the labels take below the plot. */
	height: number;
	/** Whether the labels are turned by a right angle. */
	isUpright: boolean;
}

/** The name of a line beside its end. */
export interface EndLabel {
	lines: readonly string[];
	/** Left edge of its lines. */
	x: number;
	/** Middle of all of its lines. */
	y: number;
	colour: string;
	/** Where its line ends; null where the name stands there. */
	from: readonly [number, number] | null;
}

/** A series' sample, as it is drawn, and its name to the right. */
export interface LegendEntry {
	series: ChartSeries;
	lines: readonly string[];
	/** Left edge of the sample and middle of its first line. */
	x: number;
	y: number;
}
