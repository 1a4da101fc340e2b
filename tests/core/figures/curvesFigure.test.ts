import { describe, expect, it } from 'vitest';
import { chartSvg } from '../../../site/charts/build/chartSvg.ts';
import { chartsHtml } from '../../../site/charts/build/chartsHtml.ts';
import type { Chart, CurvesChart } from '../../../site/charts/chart.ts';
import { areOrdered } from '../../../site/charts/colours.ts';
import { layOutChart } from '../../../site/charts/layOutChart.ts';
import { categoriesOf } from '../../../site/figures/experiment/categories.ts';
import { chartsOfExperiment } from '../../../site/figures/experiment/chartsOfExperiment.ts';
import { chartsOfFigure } from '../../../site/figures/experiment/chartsOfFigure.ts';
import { INTERACTIONS } from '../../../site/figures/experiment/controls.ts';
import { pairsOf } from '../../../site/figures/experiment/pairs.ts';
import { isSameMeasured } from '../../../site/figures/experiment/sameMeasured.ts';
import { csvOf, tablesOf } from '../../../site/figures/experiment/tables.ts';
import { committedResult } from '../../../src/experiments/committed.ts';
import { findExperiment } from '../../../src/experiments/registry.ts';
import { BOWL } from '../../../src/experiments/shared/bowl.ts';
import type { CurvesFigure } from '../../../src/schema/figure.ts';
import { TASKS } from '../../../src/study/design.ts';

const names = Object.keys(INTERACTIONS);
const resultOf = (name: string) => {
	const result = committedResult(name);
	if (!result) throw new Error(`no committed result "${name}"`);
	return result;
};
const isCurves = (chart: Chart): chart is CurvesChart => chart.kind === 'curves';
const curves = names.map((name) => resultOf(name).figure).filter(({ kind }) => kind === 'curves') as CurvesFigure[]; // filtered

describe('figures of experiments', () => {
	it.each(names)('%s is drawn without a number that is none', (name) => {
		const { figure } = resultOf(name);
		const charts = chartsOfFigure(figure, 'en');
		const html = chartsHtml(charts, 'a "label" <');
		expect(html).not.toMatch(/NaN|Infinity|undefined/);
		for (const { title = 'a &quot;label&quot; &lt;' } of charts) expect(html).toContain(`aria-label="${title}"`);
	});

	it.each(['en', 'zh'] as const)('gives every line and every color of a figure to one name, %s', (language) => {
		for (const { series } of curves.flatMap((figure) => chartsOfFigure(figure, language)).filter(isCurves)) {
			const lines = series.filter(({ draw }) => draw === 'line');
			expect(new Set(lines.map(({ colour, dash }) => `${colour} ${dash}`)).size).toBe(lines.length);
			// A control takes the colour of what it goes with; nothing else does.
			const leads = series.filter(
				({ name }) =>
					!series.some(
						(other) => other.name !== name && name.startsWith(`${other.name}${language === 'en' ? ', ' : '，'}`),
					),
			);
			expect(new Set(leads.map(({ colour }) => colour)).size).toBe(leads.length);
		}
	});

	it('draws points that others would cover around these, and no others', () => {
		const around = names.flatMap((name) =>
			chartsOfFigure(resultOf(name).figure, 'en')
				.filter(isCurves)
				.flatMap(({ series }) => series.filter(({ mark }) => mark?.isAround).map((one) => `${name}: ${one.name}`)),
		);
		expect(around).toEqual(['gradient-factor: d, by its formula']); // its dots are what was measured of the same
	});

	it('draws steps of one quantity in one scale, solid, and other series in hues', () => {
		const [sizes] = chartsOfFigure(resultOf('lambda-across-sizes').figure, 'en').filter(isCurves);
		expect(sizes?.series.map(({ colour }) => colour)).toEqual([
			'var(--sequence-from)',
			'color-mix(in oklab, var(--sequence-from), var(--sequence-middle) 67%)',
			'color-mix(in oklab, var(--sequence-middle), var(--sequence-to) 33%)',
			'var(--sequence-to)',
		]);
		expect(sizes?.series.every(({ dash }) => dash.length === 0)).toBe(true);
		expect(areOrdered(['w1', 'w2', 'w3'])).toBe(false);
		expect(areOrdered(['m = 30', 'm = 300', 'm = 100'])).toBe(false);
	});

	it('names the tasks of the study in one order in every figure, also those that a series leaves out', () => {
		const known = Object.keys(TASKS);
		for (const name of ['lambda-exponent', 'moving-lambda']) {
			const { figure } = resultOf(name);
			if (figure.kind !== 'curves') throw new Error(`${name} has no curves`);
			const named = categoriesOf(figure.series);
			expect(named).toEqual(known.filter((task) => named.includes(task)));
			const shown = chartsOfFigure(figure, 'en').filter(isCurves)[0]?.x;
			expect(shown?.scale === 'category' && shown.categories[1]).toBe('two spirals');
			expect(tablesOf(figure, 'en')[0]?.rows[1]?.[0]).toBe('two spirals');
		}
	});

	it('draws no point of the costs of moving λ over another of the same task', () => {
		const [chart] = chartsOfFigure(resultOf('moving-lambda').figure, 'en').filter(isCurves);
		const places = chart?.series.flatMap(({ points }) => points.map(({ x }) => x)) ?? [];
		expect(new Set(places).size).toBe(places.length);
	});

	it('draws published values as small multiples on one scale, and lists them beside ours', () => {
		const { figure } = resultOf('notebook');
		const charts = chartsOfFigure(figure, 'en').filter(isCurves);
		expect(charts.map(({ title }) => title)).toContain('m = 300, λ = 0.5, λ/2m');
		expect(new Set(charts.map(({ y }) => 'range' in y && String(y.range))).size).toBe(1);
		expect(charts.every(({ series }) => series.length === 2)).toBe(true);
		const tables = tablesOf(figure, 'zh');
		expect(tables.flatMap(({ rows }) => rows)).toHaveLength(66);
		expect(tables[0]?.header).toEqual(['训练轮次', '已发表', '我们', '相对偏差']);
		for (const name of names.filter((one) => one !== 'notebook'))
			expect(pairsOf(resultOf(name).figure), name).toBeNull();
	});

	it.each([296, 500, 880])('has the bowl below the paths, whole and as steep across as up, at %i pixels', (width) => {
		const { figure } = resultOf('bowl');
		const [chart] = chartsOfExperiment('bowl', figure, 'en').filter(isCurves);
		if (!chart) throw new Error('the bowl is drawn as curves');
		// A canvas keeps the room of the drawing that the build made for another width.
		for (const size of [{ width }, { width, height: 560 }]) {
			const { plot, domains } = layOutChart(chart, size);
			const across = (plot.right - plot.left) / (domains.x[1] - domains.x[0]);
			expect((plot.bottom - plot.top) / (domains.y[1] - domains.y[0])).toBeCloseTo(across, 0);
			const innermost = (chart.contours?.at(-1) ?? []).map(([x, y]) => ({ x, y }));
			for (const { x, y } of [...innermost, ...chart.series.flatMap(({ points }) => points)]) {
				expect(x > domains.x[0] && x < domains.x[1] && y > domains.y[0] && y < domains.y[1]).toBe(true);
			}
		}
		const losses = (chart.contours ?? []).map((contour) =>
			contour.map(([w1, w2]) =>
				BOWL.X.reduce((sum, [a = 0, b = 0], row) => sum + (a * w1 + b * w2 - (BOWL.y[row] ?? 0)) ** 2, 0),
			),
		);
		expect(losses.length).toBeGreaterThan(4);
		for (const loss of losses) expect(Math.max(...loss)).toBeCloseTo(Math.min(...loss), 9);
		// Below what is drawn, and only within the plot.
		const { plot } = layOutChart(chart, { width });
		const html = chartSvg(chart, width, '', '');
		const contours = /stroke="color-mix\(in srgb, var\(--ink-soft\) 40%, transparent\)" d="([^"]+)"/.exec(html);
		const starts = [...(contours?.[1] ?? '').matchAll(/M([\d.]+)[ -]?([\d.]+)/g)].map(([, x, y]) => [
			Number(x),
			Number(y),
		]);
		expect(starts.length).toBeGreaterThan(4);
		expect(contours?.index).toBeLessThan(html.indexOf('var(--series-1)', html.indexOf('stroke-width="2"')));
		for (const [x = 0, y = 0] of starts) {
			expect(x >= plot.left - 0.1 && x <= plot.right + 0.1 && y >= plot.top - 0.1 && y <= plot.bottom + 0.1).toBe(true);
		}
	});

	it('puts intervals into the table and its CSV', () => {
		const { figure } = resultOf('overfitting');
		const [table] = tablesOf(figure, 'en');
		expect(table?.header).toHaveLength(7);
		expect(csvOf(tablesOf(figure, 'en')).split('\r\n')[1]?.split(',')).toHaveLength(7);
	});

	it.each(names)('offers only what %s accepts, its default among it', (name) => {
		const experiment = findExperiment(name);
		const { controls } = INTERACTIONS[name] ?? { controls: [] };
		const defaults = experiment?.parameters.parse({}) as Record<string, number>;
		for (const { parameter, values } of controls) {
			expect(values).toContain(defaults[parameter]);
			for (const value of values) experiment?.parameters.parse({ [parameter]: value });
		}
	});

	it('recognizes committed numbers in unrounded ones', () => {
		const committed = { a: { value: 0.12346, low: 8.8818e-16 } };
		expect(isSameMeasured({ a: { value: 0.123456789, low: 8.881784197e-16 } }, committed)).toBe(true);
		expect(isSameMeasured({ a: { value: 0.12347, low: 8.8818e-16 } }, committed)).toBe(false);
	});
});

describe('drawings that one experiment has', () => {
	it.each(['en', 'zh'] as const)(
		'exact-zeros: bars count the weights that are exactly 0, as it measures them, %s',
		(language) => {
			const { figure, measured } = resultOf('exact-zeros');
			const [, bars] = chartsOfExperiment('exact-zeros', figure, language).filter(isCurves);
			const [l1, l2, free] = bars?.series ?? [];
			expect(l1?.points).toEqual([{ x: 0, y: measured.zerosOfL1?.value, interval: null }]);
			expect(l2?.points[0]?.y).toBe(measured.zerosOfL2?.value);
			expect(free?.points[0]?.y).toBe(0);
			expect(bars?.x.scale === 'category' && bars.x.categories[0]).toMatch(/^L1(: |：)37$/);
		},
	);

	it('capacity: a panel an activation on the same scales, in which what is named alike looks alike', () => {
		const panels = chartsOfExperiment('capacity', resultOf('capacity').figure, 'en').filter(isCurves);
		expect(panels.map(({ title }) => title)).toEqual(['ReLU', 'tanh', 'sigmoid']);
		expect(panels.map(({ series }) => series.map(({ name }) => name))).toEqual([
			['one layer', 'two layers', '30,000 epochs'],
			['one layer', 'two layers', '30,000 epochs'],
			['one layer', 'two layers'],
		]);
		const looks = new Set(
			panels.flatMap(({ series }) => series.map(({ name, colour, dash }) => `${name} ${colour} ${dash}`)),
		);
		expect(looks.size).toBe(3);
		expect(new Set(panels.map((panel) => JSON.stringify(layOutChart(panel, { width: 300 }).domains))).size).toBe(1);
	});

	it('unstable-decay: a weight that is gone after a step falls to the end of the axis, with its name there', () => {
		const { figure } = resultOf('unstable-decay');
		const [chart] = chartsOfExperiment('unstable-decay', figure, 'en').filter(isCurves);
		if (!chart) throw new Error('not drawn');
		const gone = chart.series.findIndex(({ name }) => name === 'ηd = 1');
		expect(chart.series[gone]?.points.map(({ x, y }) => [x, y])).toEqual([
			[0, 1],
			[1, 0],
		]);
		const { endLabels, plot } = layOutChart(chart, { width: 400 });
		expect(endLabels.length).toBe(9);
		for (const [i, { lines, x, y, from }] of endLabels.entries()) {
			expect(lines).toEqual([chart.series[i]?.name]);
			expect(x > plot.right).toBe(i !== gone);
			if (i === gone)
				expect([from, x < (plot.left + plot.right) / 3, y > plot.bottom - 20]).toEqual([null, true, true]);
		}
		// ηd = 1.5 lies on 0.5, whose color shows through its gaps.
		const dashed = chart.series.filter(({ dash }) => dash.length > 0).map(({ name }) => name);
		expect(dashed).toEqual(['ηd = 1.5']);
	});
});
