import type { ChartSeries } from './chart.ts';
import type { LegendEntry } from './layout.ts';
import { textWidth } from './textWidth.ts';
import { wrapTextAnywhere } from './wrapText.ts';

/** Wide enough that a dash repeats. */
export const SAMPLE_WIDTH = 26;
export const SAMPLE_GAP = 6;
const ENTRY_GAP = 16;

/** Entries side by side, in as many rows as they need; the height includes the room below. */
export function layOutLegend(
	series: readonly ChartSeries[],
	{ width, fontPixels, lineHeight }: { width: number; fontPixels: number; lineHeight: number },
): { entries: LegendEntry[]; height: number } {
	if (series.length < 2) return { entries: [], height: 0 };
	const entries: LegendEntry[] = [];
	let [left, top, rowHeight] = [0, 0, 0];
	for (const one of series) {
		const lines = wrapTextAnywhere(one.name, width - SAMPLE_WIDTH - SAMPLE_GAP, fontPixels);
		const widest = Math.max(...lines.map((line) => textWidth(line, fontPixels)));
		const own = SAMPLE_WIDTH + SAMPLE_GAP + widest;
		if (left > 0 && left + own > width) {
			[left, top] = [0, top + rowHeight];
			rowHeight = 0;
		}
		entries.push({ series: one, lines, x: left, y: top + lineHeight / 2 });
		left += own + ENTRY_GAP;
		rowHeight = Math.max(rowHeight, lines.length * lineHeight);
	}
	return { entries, height: top + rowHeight + lineHeight / 2 };
}
