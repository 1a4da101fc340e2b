/** Losses between the λ of a grid: exact on parabolas, and held against networks that were trained there. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { train } from '../../../scripts/nodeHost.ts';
import { at } from '../../../src/at.ts';
import { sweepSchema } from '../../../src/schema/sweep.ts';
import { mean } from '../../../src/statistics.ts';
import { type CaseCells, fromCells } from '../../../src/study/cells.ts';
import { nameOf, SEEDS, sweepOf, TASKS } from '../../../src/study/design.ts';
import { interpolate } from '../../../src/study/interpolate.ts';
import { meanCurve } from '../../../src/study/moves.ts';
import { specAt } from '../../../src/sweeps/grid.ts';
import { planSweep } from '../../../src/sweeps/plan.ts';

describe('between points of uneven distance', () => {
	const x = [0, 1, 2.5, 3, 5];
	const parabola = (place: number) => 2 + 0.7 * (place - 1.9) ** 2;

	test.each([0.02, 0.5, 1.7, 1.9, 2.7, 2.98, 4.4])('a parabola is itself at %d', (place) => {
		expect(interpolate(x, x.map(parabola), place)).toBeCloseTo(parabola(place), 12);
	});

	test('it goes through the points, and without a jump', () => {
		const y = [3, 1, 4, 1, 5];
		for (const [i, place] of x.entries()) {
			expect(interpolate(x, y, place)).toBe(y[i]);
			for (const near of [place - 0.011, place + 0.011]) {
				expect(Math.abs(interpolate(x, y, near) - at(y, i))).toBeLessThan(0.15);
			}
		}
	});

	test('beyond the points it is the last of them', () => {
		expect([-9, 9].map((place) => interpolate(x, [3, 1, 4, 1, 5], place))).toEqual([3, 5]);
	});

	test('a loss that is not finite reaches no further than its neighbors', () => {
		const y = [Number.POSITIVE_INFINITY, 2, 1, 2, 5];
		expect(interpolate(x, y, 0.5)).toBe(Number.POSITIVE_INFINITY);
		expect(interpolate(x, y, 1)).toBe(2);
		expect(interpolate(x, y, 2)).toBeCloseTo(2 / 3, 12); // the parabola of 1, 2.5 and 3 alone
		expect(interpolate([0, 1], [3, 4], 0.5)).toBe(3.5); // nothing is left but the line
	});
});

test('networks trained between the λ have the loss that is interpolated, within half of what a line misses', async () => {
	const cells = JSON.parse(
		await readFile(join(import.meta.dirname, '../../../docs/study/cells.json'), 'utf8'),
	) as CaseCells[]; // `npm run study` wrote it
	const given = cells.find((each) => nameOf(each) === 'breast-cancer relu-16 adamw');
	if (!given) throw new Error('the study has no such case');
	const logs = given.lambdas.slice(1).map(Math.log);
	const missed: { smooth: number; line: number }[] = [];
	for (const size of [1, 2]) {
		const curve = meanCurve(fromCells(given).test, size);
		for (const lambda of [17.8, 56.2, 178]) {
			const planned = planSweep(sweepSchema.parse(sweepOf(given, [lambda])));
			if ('errors' in planned) throw new Error(planned.errors[0]?.message);
			const losses: number[] = [];
			for (const seed of SEEDS.keys()) {
				const { final } = await train(specAt(planned.plan, seed * TASKS[given.task].sizes.length + size));
				losses.push(final.testLoss ?? Number.NaN);
			}
			const place = Math.log(lambda);
			const after = logs.findIndex((each) => each > place);
			const line = (at(curve, after - 1) + at(curve, after)) / 2; // these λ are in the middle
			missed.push({ smooth: interpolate(logs, curve, place) / mean(losses) - 1, line: line / mean(losses) - 1 });
		}
	}
	const size = (values: readonly number[]) => Math.sqrt(mean(values.map((value) => value ** 2)));
	const smooth = size(missed.map((each) => each.smooth));
	expect(smooth).toBeLessThan(0.04);
	expect(smooth).toBeLessThan(size(missed.map((each) => each.line)) / 2);
}, 60_000);
