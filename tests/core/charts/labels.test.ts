import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chart } from '../../../site/charts/chart.ts';
import { shareOf } from '../../../site/charts/domain.ts';
import { layOutChart } from '../../../site/charts/layOutChart.ts';
import { type Box, type Layout, TICK_GAP } from '../../../site/charts/layout.ts';
import { SAMPLE_GAP, SAMPLE_WIDTH } from '../../../site/charts/legend.ts';
import { textWidth } from '../../../site/charts/textWidth.ts';
import { chartsOfExperiment } from '../../../site/figures/experiment/chartsOfExperiment.ts';
import { INTERACTIONS } from '../../../site/figures/experiment/controls.ts';
import { committedResult } from '../../../src/experiments/committed.ts';
import { arbitraryChart } from './arbitraryChart.ts';

/** What a phone of 320 pixels leaves for a chart; the widest is a screen's. */
const NARROWEST = 296;
const WIDEST = 1440;

interface Label extends Box {
	text: string;
}

/** The box of every text of a chart. */
function labelsOf(chart: Chart, layout: Layout): Label[] {
	const { plot, fontPixels, lineHeight, xTicks, yTicks, domains } = layout;
	const box = (text: string, left: number, middle: number): Label => {
		const right = left + textWidth(text, fontPixels);
		return { text, left, right, top: middle - fontPixels / 2, bottom: middle + fontPixels / 2 };
	};
	const lines = (all: readonly string[], left: number, middle: number) =>
		all.map((text, row) => box(text, left, middle + row * lineHeight));
	const scale = (axis: Chart['x']) => ('scale' in axis ? axis.scale : 'linear');
	const across = (value: number) => plot.left + shareOf(value, domains.x, scale(chart.x)) * (plot.right - plot.left);
	const down = (value: number) => plot.bottom - shareOf(value, domains.y, scale(chart.y)) * (plot.bottom - plot.top);
	return [
		...layout.titles.map(({ text, x, y, align }) =>
			box(text, align === 'center' ? x - textWidth(text, fontPixels) / 2 : x, y),
		),
		...layout.legend.flatMap((entry) => lines(entry.lines, entry.x + SAMPLE_WIDTH + SAMPLE_GAP, entry.y)),
		...layout.endLabels.flatMap((label) =>
			lines(label.lines, label.x, label.y - ((label.lines.length - 1) * lineHeight) / 2),
		),
		...yTicks.flatMap(({ value, lines: [text = ''] }) =>
			box(text, plot.left - TICK_GAP - textWidth(text, fontPixels), down(value)),
		),
		...xTicks.ticks.flatMap(({ value, lines: all }) => {
			if (!xTicks.isUpright)
				return all.map((text, row) =>
					box(text, across(value) - textWidth(text, fontPixels) / 2, plot.bottom + TICK_GAP + (row + 0.5) * lineHeight),
				);
			return all.map((text, row) => {
				const middle = across(value) + (row - (all.length - 1) / 2) * lineHeight;
				const [left, right] = [middle - fontPixels / 2, middle + fontPixels / 2];
				const top = plot.bottom + TICK_GAP;
				return { text, left, right, top, bottom: top + textWidth(text, fontPixels) };
			});
		}),
	];
}

const overlap = (one: Box, other: Box) =>
	Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.01 &&
	Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.01;

function expectLegible(chart: Chart, width: number): void {
	const layout = layOutChart(chart, { width });
	const labels = labelsOf(chart, layout);
	for (const label of labels) {
		expect(label.left, `${label.text} begins within the chart`).toBeGreaterThanOrEqual(-0.01);
		expect(label.right, `${label.text} ends within the chart`).toBeLessThanOrEqual(width + 0.01);
		expect(label.top, `${label.text} is not above the chart`).toBeGreaterThanOrEqual(-0.01);
		expect(label.bottom, `${label.text} is not below the chart`).toBeLessThanOrEqual(layout.height + 0.01);
	}
	const overlapping = labels.flatMap((one, i) => labels.slice(i + 1).filter((other) => overlap(one, other)));
	expect(
		overlapping.map(({ text }) => text),
		`over another label at ${width}`,
	).toEqual([]);
	expect(layout.fontPixels).toBeGreaterThanOrEqual(12);
	expect(layout.plot.right - layout.plot.left).toBeGreaterThanOrEqual(240);
	expect(layout.yTicks.length).toBeGreaterThan(0);
	expect(layout.xTicks.ticks.length).toBeGreaterThan(0);
}

describe('the labels of a chart', () => {
	test('neither overlap nor leave it, and leave the plot 240 pixels, whatever it shows', () => {
		fc.assert(fc.property(arbitraryChart, fc.integer({ min: NARROWEST, max: WIDEST }), expectLegible), {
			numRuns: 400,
		});
	});

	const committed = Object.keys(INTERACTIONS).flatMap((name) =>
		(['en', 'zh'] as const).map((language) => ({ name, language })),
	);
	test.each(committed)('are legible in $name, $language, at every width', ({ name, language }) => {
		const figure = committedResult(name)?.figure;
		if (!figure) throw new Error(`no committed result "${name}"`);
		for (const chart of chartsOfExperiment(name, figure, language)) {
			for (const width of [296, 320, 366, 390, 500, 640, 768, 880, 1088, 1440]) expectLegible(chart, width);
		}
	});

	test('keep every character of every name', () => {
		fc.assert(
			fc.property(arbitraryChart, fc.integer({ min: NARROWEST, max: WIDEST }), (chart, width) => {
				const { legend, endLabels, titles } = layOutChart(chart, { width });
				const bare = (text: string) => text.replaceAll(/\s/g, '');
				const named = [...legend, ...endLabels].map(({ lines }) => bare(lines.join('')));
				if (chart.series.length > 1) expect(named.sort()).toEqual(chart.series.map(({ name }) => bare(name)).sort());
				expect(bare(titles.map(({ text }) => text).join(''))).toBe(bare(chart.y.title + chart.x.title));
			}),
		);
	});
});
