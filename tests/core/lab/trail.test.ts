import { describe, expect, test } from 'vitest';
import { layOutChart } from '../../../site/charts/layOutChart.ts';
import { LAMBDA_STOPS } from '../../../site/lab/bar/stops.ts';
import { wholeSpec } from '../../../site/lab/form/checkSpec.ts';
import '../../../site/lab/form/specReader.ts'; // the schema, which a page has later
import { withCopies } from '../../../site/lab/state/copies.ts';
import { LambdaTrail } from '../../../site/lab/traces/LambdaTrail.ts';
import { bestOf, trailChart } from '../../../site/lab/traces/trailChart.ts';
import { emptyRun, type LiveRun } from '../../../site/lab/training/liveRun.ts';
import { LAB_TEXT } from '../../../site/text/lab/labText.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';

interface Other {
	m?: number;
	copies?: number;
	epoch?: number;
	noise?: number;
	scaling?: NonNullable<RunSpecInput['penalty']>['scaling'];
}

/** A run as it is seen at an epoch, with a held-out loss. */
function seen(
	lambda: number,
	testLoss: number,
	{ m = 30, copies = 1, epoch = 100, noise = 0.3, scaling = 'over-2m' }: Other = {},
): LiveRun {
	const data = { kind: 'moons', m, noise } as const;
	const once: RunSpecInput = { data, penalty: { lambda, scaling }, training: { epochs: 200 } };
	const spec = wholeSpec(withCopies(once, copies));
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
		trail.note([seen(0.2, 0.15, { noise: 0.1 })], 100);
		expect([tried(trail), trail.isBegunAnew]).toEqual([[[0.2, 0.15]], true]);
		trail.note([seen(0.3, 0.15, { noise: 0.1 })], 100);
		expect([tried(trail).length, trail.isBegunAnew]).toEqual([2, false]);
		trail.clear([]);
		expect(tried(trail)).toEqual([]);
	});

	test('loses nothing of any scaling at λ = 0 and back, and begins anew with another scaling', () => {
		const trail = new LambdaTrail();
		for (const lambda of [0.1, 0.2, 0, 0.3]) trail.note([seen(lambda, 0.3, { scaling: 'half' })], 100);
		expect(tried(trail).map(([lambda]) => lambda)).toEqual([0, 0.1, 0.2, 0.3]);
		trail.note([seen(0.3, 0.4)], 100);
		expect([tried(trail), trail.isBegunAnew]).toEqual([[[0.3, 0.4]], true]);
	});

	test('keeps that of the last m which was swept, not those that were passed by, and finds it again', () => {
		const trail = new LambdaTrail();
		for (const lambda of [0.1, 0.2]) trail.note([seen(lambda, 0.3)], 100);
		for (const m of [40, 50, 60]) trail.note([seen(0.2, 0.2, { m })], 100);
		expect([tried(trail), trail.isBegunAnew]).toEqual([[[0.2, 0.2]], false]);
		const before = trail.beforeOf(1, 100);
		expect([before?.rows, before?.dots.map(({ lambda }) => lambda)]).toEqual([30, [0.1, 0.2]]);
		expect(trail.beforeOf(1, 50)).toBeNull();
		trail.note([seen(0.3, 0.2, { m: 60 })], 100);
		trail.note([seen(0.3, 0.3)], 100); // back
		expect([tried(trail).length, trail.beforeOf(1, 100)?.rows]).toEqual([3, 60]);
		trail.note([seen(0.3, 0.1, { copies: 10 })], 100); // another m as well
		expect([tried(trail).length, trail.isBegunAnew, trail.beforeOf(1, 100)?.rows]).toEqual([1, false, 30]);
		trail.note([seen(0.3, 0.3, { noise: 0 })], 100);
		expect([tried(trail).length, trail.beforeOf(1, 100)]).toEqual([1, null]);
	});

	test('once cleared takes nothing of a run that still shows what was before', () => {
		const trail = new LambdaTrail();
		const stale = { ...seen(1000, 0.7), isCatchingUp: true };
		trail.note([stale], 100);
		trail.clear([stale]);
		trail.note([stale], 100);
		expect(tried(trail)).toEqual([]);
		trail.note([seen(0, 0.6)], 100);
		trail.note([{ ...seen(0.1, 0.5), isCatchingUp: true }], 100); // under the hand
		expect(tried(trail)).toEqual([
			[0, 0.6],
			[0.1, 0.5],
		]);
	});

	const dotsAt = (...lambdas: number[]) =>
		lambdas.map((lambda) => ({ lambda, dataLoss: 0.1 + lambda, testLoss: 0.2 + lambda }));
	const drawn = { isLogarithmic: false, title: '', language: 'en' } as const;

	test('is drawn with 0 left of a break that no line crosses, held-out losses dashed, and what a run has now marked', () => {
		const dots = dotsAt(0, 0.1, 0.12);
		const chart = trailChart([{ key: 2, dots, lambda: 0.1, before: null }], drawn);
		const [line, all, now, heldOutLine] = chart.series;
		expect([line, all, now].map((one) => one?.points.map(({ x }) => x))).toEqual([
			[0.1, 0.12],
			[expect.any(Number), 0.1, 0.12],
			[0.1],
		]);
		expect([line?.dash.length, heldOutLine?.dash.length]).toEqual([0, 2]);
		const { xTicks, plot, domains } = layOutChart(chart, { width: 600, height: 200 });
		const values = xTicks.ticks.map(({ value, lines }) => [value, lines[0]]);
		expect(values[0]).toEqual([all?.points[0]?.x, '0']);
		expect(values[1]?.[0]).toBeGreaterThanOrEqual(0.01); // nothing between
		expect(plot.right).toBeGreaterThan(plot.left);
		expect(domains.y[0]).toBe(0);
	});

	test('joins what lies side by side on the slider, and nothing across λ that were not tried', () => {
		const dots = dotsAt(0.4, 0.5, 0.6, 5, 1000);
		const { series } = trailChart([{ key: 1, dots, lambda: 0.6, before: null }], drawn);
		const lines = series.filter(({ draw, isNamed, points }) => draw === 'line' && !isNamed && points.length > 1);
		expect(lines.map(({ points }) => points.map(({ x }) => x))).toEqual([
			[0.4, 0.5, 0.6],
			[0.4, 0.5, 0.6],
		]);
		const all = series.filter(({ draw }) => draw === 'points').map(({ points }) => points.length);
		expect(all).toEqual([5, 5]);
		for (const [index, stop] of LAMBDA_STOPS.entries()) {
			const next = LAMBDA_STOPS[index + 1];
			if (!stop || !next) continue;
			const side = trailChart([{ key: 1, dots: dotsAt(stop, next), lambda: null, before: null }], drawn);
			expect(side.series.filter(({ draw }) => draw === 'line')).toHaveLength(2);
		}
	});

	test('has what was left at the m before below it, pale, with that m at its end', () => {
		const before = { name: 'm = 30', dots: dotsAt(0.1, 0.12, 1) };
		const { series } = trailChart([{ key: 2, dots: dotsAt(0.2), lambda: 0.2, before }], drawn);
		const named = series.filter(({ isNamed }) => isNamed);
		expect(named.map(({ name, points }) => [name, points.at(-1)?.x])).toEqual([
			['m = 30', 1],
			['2', 0.2],
		]);
		expect(named[0]?.colour).toContain('var(--series-2)');
		expect(named[0]?.colour).not.toBe(named[1]?.colour);
		expect(series.filter(({ name }) => name === 'm = 30').map(({ points }) => points.map(({ y }) => y))[1]).toEqual([
			0.2 + 0.1,
			0.2 + 0.12,
		]);
	});

	test.each(['en', 'zh'] as const)('says in %s at which epoch it is, and why it is empty', (language) => {
		const { axis, hint, anew } = LAB_TEXT[language].trail;
		expect(axis('100', hint)).toContain(hint);
		expect(axis('100', '')).not.toContain('。');
		expect(anew).not.toBe(hint);
	});
});
