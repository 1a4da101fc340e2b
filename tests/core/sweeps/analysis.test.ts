/** The analysis against surfaces whose optima are known in closed form. */
import { describe, expect, test } from 'vitest';
import { RandomState } from '../../../src/data/randomState.ts';
import { ridgeDraws } from '../../../src/experiments/shared/ridgeDraws.ts';
import type { Scaling } from '../../../src/schema/objective.ts';
import type { Final } from '../../../src/schema/run.ts';
import type { Grid } from '../../../src/schema/sweep.ts';
import type { SweepResult } from '../../../src/schema/sweepAnswers.ts';
import { bootstrap, bootstrapAll, mean } from '../../../src/statistics.ts';
import { analyseSweep } from '../../../src/sweeps/analysis.ts';
import { ANALYSIS_COLUMNS, toAnalysisRows } from '../../../src/sweeps/analysisTable.ts';
import { coordinatesAt, countCells } from '../../../src/sweeps/grid.ts';
import { judgeNoPenalty } from '../../../src/sweeps/noPenalty.ts';
import { LEAST_SEEDS } from '../../../src/sweeps/resamples.ts';

const final = (testLoss: number | null): Final => ({
	dataLoss: 0,
	penalty: 0,
	objective: 0,
	testLoss,
	trainAccuracy: null,
	testAccuracy: null,
	weightNorm: 0,
	zeroWeights: 0,
});

/** Every cell of a grid with a loss that follows from where it stands. */
const results = (
	grid: Grid,
	loss: (cell: { lambda: number; m: number; scaling: Scaling; seed: number }) => number | null,
): SweepResult[] =>
	Array.from({ length: countCells(grid) }, (_, position) => {
		const cell = coordinatesAt(grid, position);
		return { ...cell, runId: 'x', status: 'ok', final: final(loss({ ...cell, seed: cell.seed ?? 0 })) };
	});

const seeds = (count: number) => Array.from({ length: count }, (_, i) => i);
const noTest: Grid = { lambda: [0, 1], m: [10], scaling: ['over-2m'], seed: [1, 2] };

test('says why nothing can be compared where nothing is held out, and nothing of it where something is', () => {
	expect(
		analyseSweep(
			noTest,
			results(noTest, () => null),
		).reason,
	).toContain('data.test');
	expect(
		analyseSweep(
			noTest,
			results(noTest, () => 1),
		),
	).not.toHaveProperty('reason');
	expect(analyseSweep(noTest, [])).not.toHaveProperty('reason');
});

const logGrid = (from: number, to: number, count: number) =>
	Array.from({ length: count }, (_, i) => from * (to / from) ** (i / (count - 1)));

/** A parabola over log λ whose minimum lies at c·m^p, its value there 1/m. */
const valley = (p: number, c: number) => (cell: { lambda: number; m: number }) =>
	1 / cell.m + (Math.log(cell.lambda) - Math.log(c * cell.m ** p)) ** 2;

describe('λ* = c·m^p', () => {
	const m = [30, 100, 300, 1000];
	test.each([0, 0.5, 1, -1, -0.3])('with p = %d gives back p, and the best values of the grid', (p) => {
		const lambda = logGrid(1e-5, 1e5, 41);
		const grid: Grid = { lambda, m, scaling: ['over-2m'], seed: seeds(6) };
		const [found] = analyseSweep(grid, results(grid, valley(p, 0.7))).scalings;
		expect(found?.exponent?.value).toBeCloseTo(p, 8);
		expect(found?.exponent?.low).toBeCloseTo(p, 8); // all seeds agree
		expect(found?.exponent?.high).toBeCloseTo(p, 8);
		const step = Math.log(lambda[1] ?? 0) - Math.log(lambda[0] ?? 0);
		for (const best of found?.best ?? []) {
			expect(Math.abs(Math.log(best.lambda.value ?? 0) - Math.log(0.7 * best.m ** p))).toBeLessThanOrEqual(step / 2);
			expect(best.isAtEdge).toBe(false);
		}
	});

	test('transfer regret is what the parabola says of the way between two optima', () => {
		const grid: Grid = { lambda: [1, 10, 100, 1000], m: [10, 100, 1000], scaling: ['half'], seed: [1] };
		const [found] = analyseSweep(grid, results(grid, valley(1, 1))).scalings;
		for (const { from, to, regret } of found?.transfer ?? []) {
			expect(regret.value).toBeCloseTo(Math.log(to / from) ** 2, 10);
		}
		expect(found?.transfer).toHaveLength(6);
	});

	test('the interval over seeds with shifted valleys holds the truth and has the width of their scatter', () => {
		const random = new RandomState(5);
		const shifts = seeds(24).map(() => random.random() - 0.5);
		const grid: Grid = { lambda: logGrid(1e-3, 1e3, 25), m, scaling: ['over-m'], seed: seeds(24) };
		const tilted = results(
			grid,
			({ lambda, m: size, seed }) => (Math.log(lambda) - (0.4 + 0.3 * (shifts[seed] ?? 0)) * Math.log(size)) ** 2, // p of a seed: 0.4 ± 0.15
		);
		const { value = 0, low = 0, high = 0 } = analyseSweep(grid, tilted).scalings[0]?.exponent ?? {};
		const truth = 0.4 + (0.3 * shifts.reduce((sum, shift) => sum + shift, 0)) / 24;
		expect(value).toBeCloseTo(truth, 6); // the mean of parabolas has its minimum at the mean
		const standardError = 0.3 / Math.sqrt(12) / Math.sqrt(24);
		expect((high ?? 0) - (low ?? 0)).toBeGreaterThan(2 * standardError);
		expect((high ?? 0) - (low ?? 0)).toBeLessThan(6 * standardError);
	});
});

test('many statistics of one resampling are each the bootstrap of their own', () => {
	const values = [3, 1, 4, 1, 5, 9, 2, 6];
	const meanAt = (sample: readonly number[]) => mean(sample.map((i) => values[i] ?? 0));
	const mostAt = (sample: readonly number[]) => Math.max(...sample.map((i) => values[i] ?? 0));
	const estimateOf = bootstrapAll(8, (sample) => ({ mean: meanAt(sample), most: mostAt(sample) }));
	expect(estimateOf((found) => found.mean)).toEqual(bootstrap(8, meanAt));
	expect(estimateOf(({ most }) => most)).toEqual(bootstrap(8, mostAt));
});

test('ridge: λ* = σ²/τ² at every m under over-2m, so p is 0 and moving λ costs nothing', () => {
	const lambda = [1, 2, 4, 8, 16];
	const m = [30, 100, 300];
	const teacher = { features: 20, teacherStandardDeviation: 0.5, noise: 1 };
	const draws = seeds(300).map((seed) => seed + 1);
	const excess = m.map((size) => ridgeDraws(teacher, size, draws, lambda).excess);
	const grid: Grid = { lambda, m, scaling: ['over-2m'], seed: draws };
	const [found] = analyseSweep(
		grid,
		results(grid, (cell) => excess[m.indexOf(cell.m)]?.[lambda.indexOf(cell.lambda)]?.[cell.seed - 1] ?? null),
	).scalings;
	expect(found?.best.map((best) => best.lambda.value)).toEqual([4, 4, 4]);
	expect(Math.abs(found?.exponent?.value ?? 1)).toBeLessThan(0.12);
	expect(found?.transfer.map(({ regret }) => regret.value)).toEqual(Array(6).fill(0));
});

describe('the steps of the grid', () => {
	/** A valley of which the far side is ten times as steep, as overfitting and ruin are. */
	const skewed = (p: number) => (cell: { lambda: number; m: number; seed: number }) => {
		const away = Math.log10(cell.lambda) - p * Math.log10(cell.m) + 1.3;
		return 0.3 + 0.01 * away ** 2 * (away > 0 ? 10 : 1) + 0.0001 * (cell.seed % 3) * away;
	};
	const exponentOn = (lambda: number[], p: number, count = 8) => {
		const grid: Grid = { lambda, m: [40, 400, 1500], scaling: ['over-2m'], seed: seeds(count) };
		return analyseSweep(grid, results(grid, skewed(p))).scalings[0]?.exponent;
	};

	test.each([0.28, 0.05, -0.2])('of ten give no sign of p = %d, of any number of seeds', (p) => {
		for (const count of [2, 8]) expect(exponentOn([0.02, 0.2, 2], p, count)).toBeNull();
	});

	test.each([0, 0.28, 0.5, -0.2])('that are finer give an interval that holds p = %d, wherever they begin', (p) => {
		for (const steps of [3, 4, 5]) {
			for (const shift of [0, 0.2, 0.4, 0.6, 0.8]) {
				const lambda = Array.from({ length: 5 * steps + 1 }, (_, i) => 10 ** ((i + shift) / steps - 3));
				const { low, value, high } = exponentOn(lambda, p) ?? {};
				const where = `${steps} a decade from ${lambda[0]}: ${value} [${low}, ${high}]`;
				expect(low, where).toBeLessThanOrEqual(p + 1e-9);
				expect(high, where).toBeGreaterThanOrEqual(p - 1e-9);
				expect(low, where).toBeLessThanOrEqual(value ?? Number.NaN);
			}
		}
	});
});

describe('what is missing', () => {
	const grid: Grid = { lambda: [0, 0.01, 0.1, 1, 10], m: [10, 100], scaling: ['half', 'full'], seed: [7, 8, 9] };
	const all = results(grid, valley(0.5, 0.1));

	test('a seed counts only when all its cells are there, for that scaling alone', () => {
		const some = all.filter(
			({ seed, scaling, m, lambda }) => !(seed === 8 && scaling === 'half' && m === 10 && lambda === 1),
		);
		expect(analyseSweep(grid, some).scalings.map(({ seeds: whole }) => whole)).toEqual([2, 3]);
	});

	test('a failed cell takes its seed out, a diverged one is the worst there is', () => {
		const marked = all.map((cell): SweepResult => {
			if (cell.seed === 7 && cell.scaling === 'half' && cell.lambda === 10)
				return { ...cell, status: 'failed', final: null };
			if (cell.scaling === 'full' && cell.lambda === 1) return { ...cell, status: 'diverged', final: final(null) };
			return cell;
		});
		const [half, full] = analyseSweep(grid, marked).scalings;
		expect(half?.seeds).toBe(2);
		expect(full?.seeds).toBe(3);
		expect(full?.best.map((best) => best.lambda.value)).not.toContain(1);
	});

	test('λ = 0 stands beside the best, and is never it', () => {
		const free = results(grid, ({ lambda }) => lambda);
		const best = analyseSweep(grid, free).scalings[0]?.best[0];
		expect(best).toMatchObject({ lambda: { value: 0.01 }, noPenalty: { value: 0 }, isAtEdge: true });
		expect(analyseSweep(grid, free).scalings[0]?.exponent).toBeNull(); // the true optimum may lie anywhere beyond
	});

	test('no held-out loss, no positive λ, one m, two λ', () => {
		expect(
			analyseSweep(
				grid,
				results(grid, () => null),
			).scalings[0],
		).toMatchObject({ seeds: 0, best: [], exponent: null });
		const zero: Grid = { ...grid, lambda: [0] };
		expect(
			analyseSweep(
				zero,
				results(zero, () => 1),
			).scalings[0],
		).toMatchObject({ seeds: 3, best: [] });
		for (const small of [
			{ ...grid, m: [10] },
			{ ...grid, lambda: [1, 10] },
		]) {
			expect(analyseSweep(small, results(small, valley(0, 1))).scalings[0]?.exponent).toBeNull();
		}
	});

	test('examples set apart choose λ, and those that had no part in it test it', () => {
		const small: Grid = {
			lambda: [0, 0.1, 1, 10, 100, 1000, 10_000],
			m: [10, 100],
			scaling: ['over-2m'],
			seed: [1, 2],
		};
		const validated = results(small, valley(0, 1000)).map((cell): SweepResult => {
			const validationLoss = cell.lambda === 0 ? 7 : valley(1, 1)(cell);
			return { ...cell, final: { ...final(3 * cell.lambda + cell.m), validationLoss, validationAccuracy: null } };
		});
		const { metric, scalings } = analyseSweep(small, validated);
		expect(metric).toBe('validationLoss');
		for (const { m, lambda, loss, testLoss, noPenalty } of scalings[0]?.best ?? []) {
			expect([lambda.value, testLoss?.value, noPenalty?.value]).toEqual([m, 4 * m, 7]);
			expect(loss.value).toBeCloseTo(1 / m, 12);
		}
		expect(scalings[0]?.exponent?.value).toBeCloseTo(1, 8);
		expect(toAnalysisRows({ metric, scalings }).filter(([, quantity]) => quantity === 'best-test-loss')).toHaveLength(
			2,
		);
		expect(analyseSweep(grid, all).metric).toBe('testLoss');
	});

	test.each([
		[1, false],
		[2, false],
		[5, false],
		[6, true],
	])('%d seeds have numbers, and an interval: %s', (count, hasInterval) => {
		const some: Grid = { ...grid, lambda: grid.lambda.slice(1), seed: seeds(count) };
		const [half] = analyseSweep(some, results(some, valley(0.5, 0.1))).scalings;
		for (const { lambda, loss } of half?.best ?? []) {
			for (const end of [lambda.low, lambda.high, loss.low, loss.high]) expect(end !== null).toBe(hasInterval);
			expect(lambda.value).not.toBeNull();
		}
		expect(half?.transfer[0]?.regret.low !== null).toBe(hasInterval);
	});

	test('fewer than LEAST_SEEDS draws hold their median in their range less than 95 times of 100', () => {
		const share = (draws: number) => 1 - 2 ** (1 - draws);
		expect(share(LEAST_SEEDS)).toBeGreaterThanOrEqual(0.95);
		expect(share(LEAST_SEEDS - 1)).toBeLessThan(0.95);
	});

	test('where no penalty is best at some m there is no exponent, though a λ > 0 has a minimum within the grid', () => {
		const small: Grid = {
			lambda: [0, 0.1, 1, 10, 100, 1000, 10_000],
			m: [10, 100],
			scaling: ['over-2m'],
			seed: seeds(6),
		};
		const exponentWith = (noPenalty: number) =>
			analyseSweep(
				small,
				results(small, (cell) => (cell.lambda > 0 ? valley(1, 1)(cell) : cell.m === 10 ? noPenalty : 7)),
			).scalings[0]?.exponent;
		expect(exponentWith(0.2)?.value).toBeCloseTo(1, 8); // the valley's least at m = 10 is 0.1
		expect(exponentWith(0.05)).toBeNull();
	});

	test.each([
		[-0.001, 0.01, 6, 'as-good'],
		[0.001, 0.01, 6, 'as-good'],
		[-0.02, 0.01, 6, 'best'],
		[0.02, 0.01, 6, 'worse'],
		[-0.02, 0.01, 3, 'best-so-far'],
		[-0.02, 0.01, 1, 'best-so-far'],
		[-0.005, 0.01, 3, 'as-good'],
		[0.005, 0.01, 3, 'as-good'],
		[0.02, 0.01, 3, 'worse'],
	] as const)('λ = 0 with %d more loss, by seed ± %d, of %d seeds: %s', (difference, spread, count, verdict) => {
		const some: Grid = { ...grid, scaling: ['over-2m'], m: [10], seed: seeds(count) };
		const luck = (seed: number) => 5 * Math.sin(seed); // of the seed's sample, the same for every λ
		const found = analyseSweep(
			some,
			results(some, (cell) => {
				const own = cell.lambda > 0 ? valley(0, 0.1)(cell) : 0.1 + difference + spread * (cell.seed % 2 ? 1 : -1);
				return own + luck(cell.seed);
			}),
		).scalings[0]?.best[0];
		if (!found) throw new Error('nothing found');
		expect(judgeNoPenalty(found)).toBe(verdict);
	});

	describe('of trainings that diverged', () => {
		const of: Grid = { lambda: [0, 0.1, 1, 10], m: [10, 100], scaling: ['over-2m'], seed: seeds(8) };
		const diverging = (isLost: (cell: SweepResult) => boolean) =>
			results(of, ({ lambda, m }) => (lambda === 0 ? 0.5 : valley(0, 1)({ lambda, m }))).map(
				(cell): SweepResult => (isLost(cell) ? { ...cell, status: 'diverged', final: final(null) } : cell),
			);
		const none = { value: null, low: null, high: null };

		test.each([
			['all', ({ lambda }: SweepResult) => lambda > 0, 'every training with λ > 0 diverged'],
			[
				'one with each λ',
				({ lambda, seed }: SweepResult) => lambda > 0 && seed === 3,
				'with each λ > 0 some training diverged',
			],
		])('%s: at that m there is no best λ, nothing to move, no exponent, and a reason', (_, isLost, reason) => {
			const found = analyseSweep(
				of,
				diverging((cell) => cell.m === 10 && isLost(cell)),
			).scalings[0];
			const [small, large] = found?.best ?? [];
			expect(small).toMatchObject({ lambda: none, loss: none, noPenaltyRegret: none, isAtEdge: false, reason });
			expect(small?.noPenalty?.value).toBe(0.5);
			expect(small && judgeNoPenalty(small)).toBe('only');
			expect(large?.lambda.value).toBe(1);
			expect(large).not.toHaveProperty('reason');
			expect(found).toMatchObject({ exponent: null, noExponent: 'diverged' });
			for (const { regret } of found?.transfer ?? []) expect(regret).toEqual(none);
		});

		test('all of λ = 0: the best λ > 0 stands', () => {
			const [small] =
				analyseSweep(
					of,
					diverging(({ lambda }) => lambda === 0),
				).scalings[0]?.best ?? [];
			expect(small).toMatchObject({ lambda: { value: 1 }, noPenalty: none, noPenaltyRegret: none });
			expect(small && judgeNoPenalty(small)).toBe('worse');
		});
	});

	const without: [string, Partial<Grid>, (cell: { lambda: number; m: number }) => number][] = [
		['too-few', { m: [10] }, valley(0, 1)],
		['too-few', { lambda: [0.1, 1] }, valley(0, 1)],
		['no-penalty', { lambda: [0, 0.1, 1, 10] }, ({ lambda }) => (lambda === 0 ? 0 : 1)],
		['at-edge', { lambda: [0.01, 0.1, 1] }, valley(0, 1)],
		['wide-steps', { lambda: [0.01, 1, 100] }, valley(0, 1)],
	];
	test.each(without)('without an exponent it is said why: %s', (noExponent, change, loss) => {
		const of: Grid = { ...grid, scaling: ['half'], ...change };
		expect(analyseSweep(of, results(of, loss)).scalings[0]).toMatchObject({ exponent: null, noExponent });
	});

	test('the order of cells and of axes does not matter', () => {
		const turned: Grid = { ...grid, lambda: [10, 0, 0.01, 1, 0.1], m: [100, 10] };
		expect(analyseSweep(turned, [...all].reverse())).toEqual(analyseSweep(grid, all));
	});

	test('the table has a row for each number', () => {
		const rows = toAnalysisRows(analyseSweep(grid, all));
		expect(rows).toHaveLength(2 * (2 * 4 + 1 + 2));
		// Steps of ten leave no exponent, and the table says so; every number says of how many seeds it is.
		const [exponent] = rows.filter(([, quantity]) => quantity === 'exponent');
		expect(exponent?.slice(4)).toEqual([null, null, null, grid.seed.length, 'wide-steps']);
		expect(rows.every((row) => row[7] === grid.seed.length)).toBe(true);
		expect(rows.every((row) => row.length === ANALYSIS_COLUMNS.length)).toBe(true);
	});
});
