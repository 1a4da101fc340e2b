/** The study: its design, its analysis on curves whose answer is known, and a slice of it trained again. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { host, train } from '../../../scripts/nodeHost.ts';
import { RandomState } from '../../../src/data/randomState.ts';
import { REAL_DATA } from '../../../src/schema/realData.ts';
import { sweepSchema } from '../../../src/schema/sweep.ts';
import { analyseCase } from '../../../src/study/analyse.ts';
import { type CaseCells, cellAt, fromCells, toUnits } from '../../../src/study/cells.ts';
import { firstLambdas, nameOf, SEEDS, studyCases, sweepOf, TASKS } from '../../../src/study/design.ts';
import { pairsOf } from '../../../src/study/moves.ts';
import { readStudy } from '../../../src/study/readStudy.ts';
import { summarise } from '../../../src/study/summary.ts';
import { type CaseTable, hasConverged, missingLambdas } from '../../../src/study/table.ts';
import { specAt } from '../../../src/sweeps/grid.ts';
import { planSweep } from '../../../src/sweeps/plan.ts';

const { cases: STUDY } = await readStudy(host.tables);

const folder = join(import.meta.dirname, '../../../docs/study');
const cells = JSON.parse(await readFile(join(folder, 'cells.json'), 'utf8')) as CaseCells[]; // `npm run study` wrote it

describe('the design', () => {
	test('has eight tasks or more, five of them real, and sixteen seeds', () => {
		expect(Object.keys(TASKS).length).toBeGreaterThanOrEqual(8);
		expect(Object.values(TASKS).filter(({ data }) => data.kind in REAL_DATA).length).toBeGreaterThanOrEqual(5);
		expect(SEEDS.length).toBeGreaterThanOrEqual(16);
	});

	test.each(Object.entries(TASKS))('the sizes of %s are a constant ratio apart, and some ten times', (_, { sizes }) => {
		const ratios = sizes.slice(1).map((m, i) => m / (sizes[i] ?? 0));
		expect(Math.max(...ratios) / Math.min(...ratios)).toBeLessThan(1.06);
		for (const [from, to] of pairsOf(sizes)) expect((sizes[to] ?? 0) / (sizes[from] ?? 0)).toBeGreaterThan(7);
	});

	test.each(studyCases().map((given) => [nameOf(given), given] as const))('%s is a sweep', (_, given) => {
		const plan = planSweep(sweepSchema.parse(sweepOf(given, firstLambdas(given))));
		expect(plan).not.toHaveProperty('errors');
	});
});

/** A case whose validation and test loss are 1 + (log λ − log λ*)², with λ* = 0.3·(m/20)^p. */
function parabolas(p: number): CaseTable {
	const lambdas = firstLambdas({ task: 'moons', model: 'relu-16', optimizer: 'sgd' });
	const losses = TASKS.moons.sizes.map((m) =>
		lambdas.map((lambda) =>
			SEEDS.map(() => (lambda === 0 ? 40 : 1 + (Math.log(lambda) - Math.log(0.3 * (m / 20) ** p)) ** 2)),
		),
	);
	return {
		task: 'moons',
		model: 'relu-16',
		optimizer: 'sgd',
		lambdas,
		validation: losses,
		test: losses,
		unconverged: 0,
	};
}

describe('the analysis of parabolas', () => {
	test.each([
		{ p: 0, free: 'keep-lambda' },
		{ p: 0.5, free: 'keep-over-sqrt-m' },
		{ p: 1, free: 'keep-over-m' },
	] as const)('finds p = $p, and that $free costs nothing', ({ p, free }) => {
		const { exponent, 'by-mean': byMean, 'by-draw': byDraw } = analyseCase(parabolas(p));
		expect(exponent?.value).toBeCloseTo(p, 9);
		for (const { cost } of [byMean, byDraw]) {
			const others = Object.entries(cost).filter(([rule]) => rule !== free);
			expect(Math.abs(cost[free].value)).toBeLessThan(1e-3); // the minimum is found between the λ of the grid
			for (const [, { value }] of others) expect(value).toBeGreaterThan(0.5);
		}
	});

	test('lets tuning choose no penalty, which no rule moves, and which has no p', () => {
		const table = parabolas(0.5);
		const least = (none: number, sizes: readonly number[]) => ({
			...table,
			validation: table.validation.map(([, ...rest], size) => [
				SEEDS.map(() => (sizes.includes(size) ? none : 40)),
				...rest,
			]),
			test: table.test.map(([, ...rest]) => [SEEDS.map(() => 3), ...rest]),
		});
		const { best, exponent, 'by-mean': byMean, 'by-draw': byDraw } = analyseCase(least(0.5, [0]));
		expect(best.map((lambda) => lambda === 0)).toEqual([true, false, false, false, false]);
		expect(exponent).toBeNull();
		for (const { moves } of [byMean, byDraw]) {
			expect(Object.values(moves[0]?.moved ?? {}).map(({ value }) => value)).toEqual([3, 3, 3]); // λ = 0 stays
			expect(moves[0]?.tuned.value).toBeCloseTo(1, 3);
		}
		const never = analyseCase(least(0.5, [0, 1, 2, 3, 4]));
		expect(never.best).toEqual([0, 0, 0, 0, 0]);
		expect(Object.values(never['by-mean'].cost).map(({ value }) => value)).toEqual([0, 0, 0]);
		expect(analyseCase(least(1.5, [0, 1, 2, 3, 4])).best.every((lambda) => lambda > 0)).toBe(true);
	});

	test('asks for more λ where the best is at an end, and where it is not for none', () => {
		expect(missingLambdas(parabolas(0))).toEqual([]);
		const table = parabolas(0);
		const cut = (from: number, to: number): CaseTable => ({
			...table,
			lambdas: [0, ...table.lambdas.slice(from, to)],
			validation: table.validation.map(([none = [], ...rest]) => [none, ...rest.slice(from - 1, to - 1)]),
		});
		expect(missingLambdas(cut(1, 4))).toEqual([0.316, 1]);
		expect(missingLambdas(cut(6, 10))).toEqual([0.316, 1].map((lambda) => lambda));
	});
});

test('a run has converged when its last tenth is less than a hundredth of its way', () => {
	expect(hasConverged([2, 1.5, 1.0099, 1])).toBe(true);
	expect(hasConverged([2, 1.5, 1.02, 1])).toBe(false);
	expect(hasConverged([2, null, null])).toBe(false);
});

test('every case of the design is committed, and nothing else', () => {
	expect(cells.map(nameOf)).toEqual(studyCases().map(nameOf));
});

/** Runs of at most so many examples are trained again: cheap ones, of every task. */
const MOST_EXAMPLES = 800;
const random = new RandomState(23);
const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random.random() * values.length)] as Value; // not empty

test.each(Object.keys(TASKS) as (keyof typeof TASKS)[])(
	'runs of %s give the committed losses again',
	async (task) => {
		const ofTask = cells.filter((each) => each.task === task);
		for (let i = 0; i < 6; i++) {
			const given = pick(ofTask);
			const size = pick(
				[...TASKS[task].sizes.keys()].filter((place) => (TASKS[task].sizes[place] ?? 0) <= MOST_EXAMPLES),
			);
			const [lambda, seed] = [pick(given.lambdas), pick([...SEEDS.keys()])];
			const planned = planSweep(sweepSchema.parse(sweepOf(given, [lambda])));
			if ('errors' in planned) throw new Error(planned.errors[0]?.message);
			const { final, status } = await train(specAt(planned.plan, seed * TASKS[task].sizes.length + size));
			const units = (loss: number | null | undefined) =>
				loss === null || loss === undefined ? null : toUnits(loss, given.unit);
			const expected = cellAt(given, size, lambda, seed);
			const found =
				status === 'ok'
					? { validation: units(final.validationLoss), test: units(final.testLoss) }
					: { validation: null, test: null };
			expect({ of: nameOf(given), size, lambda, seed, ...found }).toEqual({
				of: nameOf(given),
				size,
				lambda,
				seed,
				...expected,
			});
		}
	},
	60_000,
);

test('the summary follows from the cells', () => {
	for (const place of [0, Math.floor(cells.length / 2), cells.length - 1]) {
		const given = cells[place];
		if (!given) throw new Error('no cells');
		expect(JSON.parse(JSON.stringify(summarise(fromCells(given))))).toEqual(STUDY[place]);
	}
}, 30_000);
