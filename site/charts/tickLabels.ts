import { labelAxis } from './axisLabels.ts';
import type { FormatNumber } from './chart.ts';
import type { Domain } from './domain.ts';
import type { Tick, TickLabels } from './layout.ts';
import { textWidth } from './textWidth.ts';
import { chooseTicks } from './ticks.ts';
import { wrapText, wrapTextAnywhere } from './wrapText.ts';

/** More lines than this below a category look like a paragraph. */
const MOST_LINES = 3;
/** Pixels that turned labels may take below the plot. */
const TALLEST_UPRIGHT = 110;

/** Ticks of numbers, as many as `fits` allows. */
export function placeTicks(
	domain: Domain,
	scale: 'linear' | 'logarithmic',
	formatNumber: FormatNumber,
	fits: (ticks: readonly Tick[]) => boolean,
): Tick[] {
	const labelled = (values: readonly number[]) => {
		const labels = labelAxis(values, formatNumber);
		return values.map((value, i) => ({ value, lines: [labels[i] ?? ''] }));
	};
	return labelled(chooseTicks(domain, scale, (values) => fits(labelled(values))));
}

/** The names of categories, each below its share of the axis: wrapped where they fit so, turned where they do not. */
export function placeCategories(
	categories: readonly string[],
	plotWidth: number,
	{ fontPixels, lineHeight }: { fontPixels: number; lineHeight: number },
): TickLabels {
	const room = plotWidth / categories.length - fontPixels / 2;
	const wrapped = categories.map((name) => wrapText(name, room, fontPixels));
	if (wrapped.every((lines) => lines !== null && lines.length <= MOST_LINES)) {
		const ticks = wrapped.map((lines, value) => ({ value, lines: lines ?? [] }));
		return { ticks, height: Math.max(...ticks.map(({ lines }) => lines.length)) * lineHeight, isUpright: false };
	}
	const ticks = categories.map((name, value) => ({
		value,
		lines: wrapTextAnywhere(name, TALLEST_UPRIGHT, fontPixels),
	}));
	const tallest = Math.max(...ticks.flatMap(({ lines }) => lines.map((line) => textWidth(line, fontPixels))));
	return { ticks, height: Math.ceil(tallest), isUpright: true };
}
