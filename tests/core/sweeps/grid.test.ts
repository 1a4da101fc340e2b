import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cost } from '../../../src/engine/cost.ts';
import { resolve } from '../../../src/engine/resolve.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import { runId, sweepId } from '../../../src/schema/identity.ts';
import { type Json, mergePatch } from '../../../src/schema/mergePatch.ts';
import { SCALINGS } from '../../../src/schema/objective.ts';
import { runSpecSchema } from '../../../src/schema/runSpec.ts';
import { type Grid, type SweepInput, sweepSchema } from '../../../src/schema/sweep.ts';
import { estimateCells, estimateSweep } from '../../../src/sweeps/cost.ts';
import { cellsOf, coordinatesAt, countCells, type GridOfRuns, leaderOf, specAt } from '../../../src/sweeps/grid.ts';
import { planSweep } from '../../../src/sweeps/plan.ts';
import { thinGrid } from '../../../src/sweeps/thinGrid.ts';

function planOf(input: SweepInput): GridOfRuns {
	const outcome = planSweep(sweepSchema.parse(input));
	if ('errors' in outcome) throw new Error(JSON.stringify(outcome.errors));
	return outcome.plan;
}

const sweep: SweepInput = {
	base: { data: { kind: 'moons', test: { m: 10 } }, penalty: { norm: 'l1', lambda: 9 }, training: { epochs: 5 } },
	axes: { lambda: [0, 0.5, 2], m: [10, 40], scaling: ['half', 'over-2m'], seed: [3, 4] },
};

test('a cell is the run of its spec: the same id as the spec written by hand', async () => {
	const plan = planOf(sweep);
	expect(countCells(plan.grid)).toBe(24);
	for (let position = 0; position < 24; position++) {
		const { lambda, m, scaling, seed } = coordinatesAt(plan.grid, position);
		const byHand = canonical({
			data: { kind: 'moons', m, seed: seed ?? 0, test: { m: 10 } },
			init: { kind: 'lecun-normal', seed: seed ?? 0 },
			penalty: { norm: 'l1', lambda, scaling },
			training: { epochs: 5 },
		});
		expect(await runId(specAt(plan, position), '1')).toBe(await runId(byHand, '1'));
	}
	expect(() => coordinatesAt(plan.grid, 24)).toThrow(RangeError);
});

test('without a seed axis the seeds are those of the base', () => {
	const { base } = sweep;
	const plan = planOf({ base: { ...base, init: { kind: 'he-normal', seed: 77 } }, axes: { m: [10, 20] } });
	expect(plan.grid).toEqual({ lambda: [9], m: [10, 20], scaling: ['over-2m'], seed: [null] });
	expect(specAt(plan, 1)).toMatchObject({ data: { m: 20, seed: 1 }, init: { seed: 77 }, penalty: { lambda: 9 } });
});

test('inline data and explicit weights stay, whatever the seed', () => {
	const data = { kind: 'inline' as const, X: [[1], [2]], y: [0, 1] };
	const plan = planOf({ base: { data }, axes: { seed: [5, 6], lambda: [1] } });
	expect(specAt(plan, 1)).toMatchObject({ data, init: { seed: 6 } });
	expect(plan.grid.m).toEqual([2]);
});

test('cells with the same id are those that leaderOf joins', async () => {
	const plan = planOf(sweep);
	const leaders = new Map<string, number>();
	for (let position = 0; position < countCells(plan.grid); position++) {
		const id = await runId(specAt(plan, position), '1');
		if (!leaders.has(id)) leaders.set(id, position);
		expect(leaderOf(plan.grid, position)).toBe(leaders.get(id));
		expect(cellsOf(plan.grid, leaderOf(plan.grid, position))).toContain(position);
	}
	expect(leaders.size).toBe(20);
});

describe('a sweep’s id', () => {
	const idOf = async (input: SweepInput) => {
		const { first, grid } = planOf(input);
		return sweepId(first, grid, '1');
	};
	test('is that of its cells, however they are written', async () => {
		const axes = { lambda: [1], m: [30, 60] };
		const short = await idOf({ base: { data: { kind: 'moons' } }, axes });
		expect(await idOf({ base: { penalty: { lambda: 3 }, data: { kind: 'moons', m: 7, noise: 3e-1 } }, axes })).toBe(
			short,
		);
		expect(await idOf({ base: { data: { kind: 'moons', noise: 0.2 } }, axes })).not.toBe(short);
		expect(await idOf({ base: { data: { kind: 'moons' } }, axes: { ...axes, m: [60, 30] } })).not.toBe(short);
	});
	test('tells norms apart though λ = 0 is first', async () => {
		const axes = { lambda: [0, 1] };
		const data = { kind: 'moons' } as const;
		expect(await idOf({ base: { data, penalty: { norm: 'l1' } }, axes })).not.toBe(
			await idOf({ base: { data }, axes }),
		);
	});
});

test('checking one spec for each m and scaling accepts exactly the grids whose every cell parses', () => {
	const base = fc.record({
		data: fc.constantFrom({ kind: 'moons' }, { kind: 'diabetes' }, { kind: 'breast-cancer' }),
		training: fc.constantFrom(
			{ epochs: 3, batchSize: 20 },
			{ epochs: 3 },
			{ batches: [[0, 1], [2]] },
			{ batches: [[30]] },
		),
		regularizers: fc.constantFrom({}, { earlyStopping: { patience: 2 } }),
	});
	const axes = fc.record({
		lambda: fc.constantFrom([0, 1], [2]),
		m: fc.uniqueArray(fc.constantFrom(10, 20, 31, 442, 569, 600), { minLength: 1, maxLength: 3 }),
		scaling: fc.uniqueArray(fc.constantFrom(...SCALINGS), { minLength: 1, maxLength: 3 }),
	});
	fc.assert(
		fc.property(base, axes, (spec, { lambda, m, scaling }) => {
			const everyCell = lambda.flatMap((l) =>
				m.flatMap((size) =>
					scaling.map((s) => mergePatch(spec as Json, { data: { m: size }, penalty: { lambda: l, scaling: s } })),
				),
			);
			const areValid = everyCell.every((cell) => runSpecSchema.safeParse(cell).success);
			expect('plan' in planSweep(sweepSchema.parse({ base: spec, axes: { lambda, m, scaling } }))).toBe(areValid);
		}),
		{ numRuns: 300 },
	);
});

test('the cost of a grid is the sum over its different runs', () => {
	const plan = planOf(sweep);
	const charges = Array.from({ length: 24 }, (_, position) => position)
		.filter((position) => leaderOf(plan.grid, position) === position)
		.map((position) => cost(resolve(specAt(plan, position))).charged);
	const found = estimateSweep(plan.grid, estimateCells(plan.first));
	expect(found.cells).toBe(24);
	expect(found.charged).toBeCloseTo(
		charges.reduce((sum, charge) => sum + charge, 0),
		-2,
	);
	expect(found.dearest).toBe(Math.max(...charges));
});

test('a grid loses values until it fits, seeds before others, the largest m first', () => {
	const grid: Grid = { lambda: [1, 2], m: [300, 1000, 30], scaling: ['half', 'full'], seed: [1, 2, 3, 4] };
	expect(thinGrid(grid, (smaller) => countCells(smaller) <= 24)).toEqual({ ...grid, seed: [1, 2] });
	expect(thinGrid(grid, (smaller) => countCells(smaller) <= 16)).toEqual({ ...grid, m: [300, 30], seed: [1, 2] });
	expect(thinGrid(grid, () => true)).toEqual(grid);
	expect(thinGrid(grid, () => false)).toBeNull();
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 60 }), (most) => {
			const smaller = thinGrid(grid, (each) => countCells(each) <= most);
			expect(smaller && countCells(smaller)).toBeLessThanOrEqual(most);
		}),
	);
});
