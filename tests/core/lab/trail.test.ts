import { describe, expect, test } from 'vitest';
import { layOutChart } from '../../../site/charts/layOutChart.ts';
import { LambdaTrail } from '../../../site/lab/traces/LambdaTrail.ts';
import { bestOf, trailChart } from '../../../site/lab/traces/trailChart.ts';
import { emptyRun, type LiveRun } from '../../../site/lab/training/liveRun.ts';
import { LAB_TEXT } from '../../../site/text/lab/labText.ts';
import { canonical } from '../../../src/schema/canonical.ts';

/** A run as it is seen at an epoch, with a held-out loss. */
function seen(lambda: number, testLoss: number, { m = 30, epoch = 100 } = {}): LiveRun {
	const spec = canonical({ data: { kind: 'moons', m }, penalty: { lambda }, training: { epochs: 200 } });
	const look = { epoch, measured: { dataLoss: testLoss / 2, testLoss } } as LiveRun['look'];
	return { ...emptyRun(1, spec, []), of: spec, look, trained: epoch };
}
const tried = (trail: LambdaTrail, epoch = 100) =>
	trail.dotsOf(1, epoch).map(({ lambda, testLoss }) => [lambda, testLoss]);

describe('the trail over λ', () => {
	test('has a dot for each λ that was seen, from the least on, and the newest of one', () => {
		const trail = new LambdaTrail();
		for (const [lambda, loss] of [
			[0.5, 0.4],
			[0, 0.6],
			[0.1, 0.3],
			[0.5, 0.41],
		] as const)
			trail.note([seen(lambda, loss)], 100);
		expect(tried(trail)).toEqual([
			[0, 0.6],
			[0.1, 0.3],
			[0.5, 0.41],
		]);
		expect(bestOf(trail.dotsOf(1, 100))?.lambda).toBe(0.1);
	});

	test('leaves none of a run that is not yet where it is asked to be, and one of a run that has ended before', () => {
		const trail = new LambdaTrail();
		trail.note([seen(0.1, 0.3, { epoch: 60 })], 100);
		expect(tried(trail)).toEqual([]);
		trail.note([{ ...seen(0.1, 0.3, { epoch: 60 }), isOver: true }], 100);
		expect(tried(trail)).toEqual([[0.1, 0.3]]);
	});

	test('begins anew with other data and says so until a second λ is tried; another epoch keeps its own', () => {
		const trail = new LambdaTrail();
		for (const lambda of [0.1, 0.2]) trail.note([seen(lambda, lambda)], 100);
		trail.note([seen(0.2, 0.25, { epoch: 50 })], 50);
		expect(tried(trail, 50)).toEqual([[0.2, 0.25]]);
		trail.note([seen(0.2, 0.2)], 100);
		expect([tried(trail).length, trail.isBegunAnew]).toEqual([2, false]);
		expect(tried(trail, 50)).toEqual([]); // passed by
		trail.note([seen(0.2, 0.15, { m: 60 })], 100);
		expect([tried(trail), trail.isBegunAnew]).toEqual([[[0.2, 0.15]], true]);
		trail.note([seen(0.3, 0.15, { m: 60 })], 100);
		expect([tried(trail).length, trail.isBegunAnew]).toEqual([2, false]);
		trail.clear();
		expect(tried(trail)).toEqual([]);
	});

	test('is drawn with 0 left of a break that no line crosses, held-out losses dashed, and what a run has now marked', () => {
		const dots = [
			{ lambda: 0, dataLoss: 0.05, testLoss: 0.6 },
			{ lambda: 0.1, dataLoss: 0.08, testLoss: 0.34 },
			{ lambda: 1, dataLoss: 0.6, testLoss: 0.61 },
		];
		const chart = trailChart([{ key: 2, dots, lambda: 0.1 }], { isLogarithmic: false, title: '', language: 'en' });
		const [line, all, now, heldOutLine] = chart.series;
		expect([line, all, now].map((one) => one?.points.map(({ x }) => x))).toEqual([
			[0.1, 1],
			[expect.any(Number), 0.1, 1],
			[0.1],
		]);
		expect([line?.dash.length, heldOutLine?.dash.length]).toEqual([0, 2]);
		const { xTicks, plot } = layOutChart(chart, { width: 600, height: 200 });
		const values = xTicks.ticks.map(({ value, lines }) => [value, lines[0]]);
		expect(values[0]).toEqual([all?.points[0]?.x, '0']);
		expect(values[1]?.[0]).toBeGreaterThanOrEqual(0.01); // nothing between
		expect(plot.right).toBeGreaterThan(plot.left);
	});

	test.each(['en', 'zh'] as const)('says in %s at which epoch it is, and why it is empty', (language) => {
		const { axis, hint, anew } = LAB_TEXT[language].trail;
		expect(axis('100', hint)).toContain(hint);
		expect(axis('100', '')).not.toContain('。');
		expect(anew).not.toBe(hint);
	});
});
