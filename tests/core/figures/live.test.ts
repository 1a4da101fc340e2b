import { describe, expect, test } from 'vitest';
import { train } from '../../../scripts/nodeHost.ts';
import { chartSvg } from '../../../site/charts/build/chartSvg.ts';
import { sameNumbers } from '../../../site/figures/scaling/sameNumbers.ts';
import { lossChart } from '../../../site/figures/training/lossChart.ts';
import { livePrecomputed } from '../../../site/figures/training/precomputed.ts';
import { liveCaption } from '../../../site/figures/training/words.ts';
import { ENGINE_VERSION } from '../../../src/engine/version.ts';
import { roundRun } from '../../../src/experiments/roundRun.ts';
import { LAMBDAS, LIVE_RUNS, OPENING_LAMBDA } from '../../../src/experiments/trainingFigure.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import { runId } from '../../../src/schema/identity.ts';

const free = livePrecomputed('free');
const penalised = livePrecomputed('penalised');
const number = (value: number | null | undefined) => formatInProse(value ?? Number.NaN, { language: 'en' });

describe('the committed results of the live figures', () => {
	test.each(LIVE_RUNS)('are what the engine trains now: $key', async ({ key, spec }) => {
		const known = livePrecomputed(key);
		const run = roundRun({ id: await runId(canonical(spec), ENGINE_VERSION), ...(await train(canonical(spec))) });
		expect(sameNumbers(run, known)).toBe(true);
		expect(run.trace).toEqual(known.trace);
		expect(run.boundary).toEqual(known.boundary);
	});

	test('overfit without a penalty, and less with the one that the figure opens on', () => {
		const tests = free.trace.testLoss.map(Number);
		expect(Math.min(...tests)).toBeLessThan(0.5 * Number(free.final.testLoss));
		expect(Number(free.final.dataLoss)).toBeLessThan(0.01);
		expect(Number(penalised.final.testLoss)).toBeLessThan(Number(free.final.testLoss));
		expect(Number(penalised.final.dataLoss)).toBeGreaterThan(Number(free.final.dataLoss));
	});

	test('open on a λ that the slider can choose', () => {
		expect(LAMBDAS).toContain(OPENING_LAMBDA);
		expect(penalised.spec.penalty.lambda).toBe(OPENING_LAMBDA);
	});
});

describe('what stands beside them', () => {
	test('a caption with the numbers of the runs', () => {
		const alone = liveCaption([free], 'en');
		for (const value of [free.final.dataLoss, free.final.testLoss, Math.min(...free.trace.testLoss.map(Number))]) {
			expect(alone).toContain(number(value));
		}
		const pair = liveCaption([free, penalised], 'en');
		for (const value of [penalised.final.dataLoss, penalised.final.testLoss, free.final.testLoss, OPENING_LAMBDA]) {
			expect(pair).toContain(number(value));
		}
	});

	test.each([1, 2, free.trace.epoch.length])('curves of finite numbers from %d moments', (count) => {
		const { epoch, dataLoss, testLoss } = free.trace;
		const grown = {
			epoch: epoch.slice(0, count),
			dataLoss: dataLoss.slice(0, count),
			testLoss: testLoss.slice(0, count),
		};
		const chart = lossChart(grown, 2000, 'en');
		expect(chart.kind === 'curves' && chart.series.map(({ points }) => points.length)).toEqual([count, count]);
		expect(chartSvg(chart, 296, 'Losses', '')).not.toMatch(/NaN|Infinity|undefined/);
	});

	test('a curve that passes over what is not a number', () => {
		const chart = lossChart({ epoch: [0, 10], dataLoss: [0.5, null], testLoss: [0.5, 0.4] }, 2000, 'en');
		expect(chart.kind === 'curves' && chart.series.map(({ points }) => points.length)).toEqual([1, 2]);
		expect(chartSvg(chart, 296, 'Losses', '')).not.toMatch(/NaN|null/);
	});
});
