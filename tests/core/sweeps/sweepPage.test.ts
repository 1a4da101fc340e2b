/** What the page draws and says of a sweep as far as it has come. */
import { describe, expect, test } from 'vitest';
import { chartSvg } from '../../../site/charts/build/chartSvg.ts';
import type { HeatMapChart } from '../../../site/charts/chart.ts';
import { NO_VALUE_COLOUR, PAGE_COLOURS } from '../../../site/charts/colours.ts';
import { heatMapDataset } from '../../../site/charts/heatMapDataset.ts';
import { sayCell } from '../../../site/charts/sayCell.ts';
import { chartsOfFigure } from '../../../site/figures/experiment/chartsOfFigure.ts';
import { analysisHtml } from '../../../site/sweeps/analysisHtml.ts';
import { type ConstantLoss, constantLossOf } from '../../../site/sweeps/constantLoss.ts';
import { markCells } from '../../../site/sweeps/markCells.ts';
import { sweepFigure } from '../../../site/sweeps/sweepFigure.ts';
import { SWEEP_ANALYSIS_TEXT } from '../../../site/text/sweeps/analysisText.ts';
import type { Final } from '../../../src/schema/run.ts';
import type { Grid } from '../../../src/schema/sweep.ts';
import type { SweepResult } from '../../../src/schema/sweepAnswers.ts';
import { analyseSweep } from '../../../src/sweeps/analysis.ts';

const grid: Grid = { lambda: [0.1, 1, 10], m: [10, 100], scaling: ['over-2m'], seed: [1, 2, 3] };
const SEEDS = [1, 2, 3, 4, 5, 6];

/** Cells whose loss is least at `best`, of so many seeds. */
const cells = (best: number, seeds: number): SweepResult[] =>
	SEEDS.slice(0, seeds).flatMap((seed) =>
		grid.m.flatMap((m) =>
			grid.lambda.map((lambda, i) => ({
				...({ scaling: 'over-2m', m, lambda, seed, id: `${seed} ${m} ${lambda}`, status: 'ok' } as const),
				final: { testLoss: 0.3 + 0.1 * Math.abs(Math.log10(lambda / best)) + 0.01 * i },
			})),
		),
	) as unknown as SweepResult[]; // of a result only these are read

describe('a map counts the seeds that are there', () => {
	test.each([
		['none', [], 'λ/2m · Ω'],
		['one', cells(1, 1), 'λ/2m · Ω (1 seed)'],
		['two whole ones', cells(1, 2), 'λ/2m · Ω (2 seeds)'],
		['two, and a third in part', cells(1, 3).slice(0, -1), 'λ/2m · Ω (2–3 seeds)'],
	])('%s', (_, results, label) => {
		expect(sweepFigure(grid, results).panels[0]?.label.en).toBe(label);
	});
});

describe('what it says', () => {
	const said = (results: SweepResult[], { of = grid, constant = null as ConstantLoss | null } = {}) =>
		analysisHtml({ ...analyseSweep(of, results), constant }, 'en');
	const text = SWEEP_ANALYSIS_TEXT.en;

	test('of no whole seed is that there is none', () => {
		expect(said(cells(1, 1).slice(0, -1))).toContain(text.incomplete);
	});
	test('of an m at which nothing is held out is that', () => {
		const bare = cells(1, 2).map((cell) => (cell.m === 100 ? { ...cell, final: { testLoss: null } } : cell));
		expect(said(bare as SweepResult[])).toContain(text.nothingHeldOut); // as above
	});
	test('of losses that are nearly one has digits that tell them apart', () => {
		const near = [
			...cells(0.1, 6),
			...cells(0.1, 6)
				.filter(({ lambda }) => lambda === 1)
				.map((cell) => withLoss({ ...cell, lambda: 0 }, () => 0.2998)),
		];
		expect(said(near, { of: { ...grid, lambda: [0, ...grid.lambda], seed: SEEDS } })).toContain(
			'(λ = 0) is best, test loss 0.2998; the best λ > 0 is 0.1, test loss 0.3,',
		);
	});
	test('of a best λ at the end of the grid is why it has no exponent', () => {
		expect(said(cells(0.1, 2))).toContain(text.exponentAtEdge);
		expect(said(cells(0.1, 2))).not.toContain(text.noExponent);
	});
	test('counts the seeds that it rests on, and says where they are too few for an interval', () => {
		expect(said(cells(1, 2))).toContain('Under λ/2m · Ω, 2 seeds');
		expect(said(cells(1, 1))).toContain('Under λ/2m · Ω, 1 seed<');
		expect(said(cells(1, 2))).toContain('No intervals: 2 seeds are too few.');
		expect(said(cells(1, 2))).not.toContain('[');
	});
	test('of steps that leave p open is that there is none, and of finer ones a p from as many seeds', () => {
		expect(said(cells(1, 2))).toContain(text.stepsTooWide);
		expect(said(cells(1, 2))).not.toContain('p = ');
		const fine: Grid = { ...grid, lambda: [0.1, 0.3, 1, 3, 10], m: [10, 1000] };
		const rounded = fine.lambda.flatMap((lambda) =>
			fine.m.flatMap((m) =>
				fine.seed.map((seed) => ({
					...cells(1, 1)[0],
					...{ lambda, m, seed },
					final: { testLoss: Math.log(lambda) ** 2 },
				})),
			),
		) as unknown as SweepResult[]; // as above
		expect(said(rounded, { of: fine })).toMatch(/with p = −?[\d.e-]+, from 3 seeds;/);
	});

	/** With λ = 0 beside them, which is best at m = 100. */
	const of: Grid = { ...grid, lambda: [0, ...grid.lambda], seed: SEEDS };
	const free = [
		...cells(0.1, 6),
		...cells(0.1, 6)
			.filter(({ lambda }) => lambda === 1)
			.map((cell) => withLoss({ ...cell, lambda: 0 }, () => (cell.m === 100 ? 0.25 : 0.9))),
	];
	test('of λ = 0 below every λ > 0 is that no penalty is best, as its map does', () => {
		const words = said(free, { of });
		expect(words).toContain(
			'm = 100: no penalty (λ = 0) is best, test loss 0.25; the best λ > 0 is 0.1, test loss 0.3, at the end of the λ > 0, so a better one may lie beyond it<',
		);
		expect(words).toContain('m = 10: best λ 0.1, test loss 0.3, at the end of the λ > 0');
		expect(words).toContain(text.exponentOfNone(['100']));
		expect(analysisHtml({ ...analyseSweep(of, free), constant: null }, 'zh')).toContain(
			'm = 100：不加惩罚（λ = 0）最好',
		);
		// Of two seeds, too few for an interval, it is said which of them favor it.
		const few = said(
			free.filter(({ seed }) => (seed ?? 0) < 3),
			{ of: { ...of, seed: [1, 2] } },
		);
		expect(few).toContain('λ = 0 has less, test loss 0.25: both seeds favor λ = 0; too few for an interval');
		expect(few).not.toContain('is best');
		expect(few).not.toContain('cannot tell');
		const best = sweepFigure(of, free).panels[0]?.z.map((row) => row[1] ?? 0) ?? [];
		expect(best.indexOf(Math.min(...best))).toBe(0); // the row of λ = 0, where the map has its ring
	});
	test('of a loss that one answer for every row has is that nothing was learned', () => {
		const coin = { answer: 'shares', loss: 0.301 } as const;
		expect(said(cells(1, 2), { constant: { ...coin, loss: 0.4 } })).not.toContain('Nothing was learned');
		const words = said(free, { of, constant: coin });
		expect(words).toContain('Nothing was learned with that λ: always answering the share of each class has 0.301');
		expect(words).toContain('Nothing was learned: always answering the share of each class has 0.301');
	});
});

describe('cells that diverged', () => {
	const of: Grid = { ...grid, lambda: [0, ...grid.lambda], m: [30, 3162] };
	/** Every λ > 0 at m = 30 diverged; at m = 3,162 one seed of the largest did. */
	const lost = of.m.flatMap((m) =>
		of.lambda.flatMap((lambda) =>
			of.seed.map((seed) => {
				const isLost = lambda > 0 && (m === 30 || (lambda === 10 && seed === 2));
				const final = { testLoss: isLost ? null : 0.3 + 0.01 * lambda };
				return { scaling: 'over-2m', m, lambda, seed, runId: 'x', status: isLost ? 'diverged' : 'ok', final };
			}),
		),
	) as unknown as SweepResult[]; // of a result only these are read
	const figure = sweepFigure(of, lost);
	const [marks] = markCells(of, { figure, results: lost, language: 'en', isOver: true });
	const [drawn] = chartsOfFigure(figure, 'en').map((chart) => ({ ...chart, ...marks }) as HeatMapChart);
	if (!drawn) throw new Error('nothing is drawn');

	test.each([
		['en', 'm = 30: every run with λ > 0 diverged: no best λ; λ = 0 has test loss 0.3<'],
		['zh', 'm = 30：λ > 0 的训练全部发散：没有最佳的 λ；λ = 0 的测试损失 0.3<'],
		['en', 'm = 3,162: the best λ > 0 is 0.1, test loss 0.301'],
		['en', SWEEP_ANALYSIS_TEXT.en.exponentOfDiverged(['30'])],
	] as const)('leave no best λ (%s)', (language, words) => {
		expect(analysisHtml({ ...analyseSweep(of, lost), constant: null }, language)).toContain(words);
	});

	test('have a color of their own and a word, in the map and in their bubbles', () => {
		const { data, backgroundColor } = heatMapDataset(drawn, PAGE_COLOURS);
		const isLost = (index: number) => backgroundColor[index] === NO_VALUE_COLOUR;
		expect(data.filter((_, index) => isLost(index)).map(({ word }) => word)).toEqual([
			'diverged',
			'diverged',
			'diverged',
			'diverged 1/3',
		]);
		expect(data).toHaveLength(8);
		expect(data.filter(({ isBest }) => isBest).map(({ x, y }) => [x, y])).toEqual([
			[0, 0],
			[1, 0],
		]);
		expect(sayCell(drawn, { column: 0, row: 1 }, 'en')).toBe('λ = 0.1, training examples m = 30: diverged');
		expect(sayCell(drawn, { column: 1, row: 3 }, 'en')).toBe(
			'λ = 10, training examples m = 3,162: 1 of 3 runs diverged',
		);
		expect(chartSvg(drawn, 800, 'a map', '')).toContain('>diverged 1/3</text>');
		expect(chartSvg(drawn, 120, 'a map', '')).toContain('>×</text>');
	});
});

describe('a map marks what the seeds cannot tell from the least', () => {
	/** λ = 1 is the least, 10 less with some seeds and 0.1 with none. */
	const tied = (count: number) => {
		const of: Grid = { lambda: [0.1, 1, 10], m: [10], scaling: ['over-2m'], seed: SEEDS.slice(0, count) };
		const results = of.lambda.flatMap((lambda) =>
			of.seed.map((seed) => {
				const luck = lambda === 10 ? 0.01 + 0.03 * (Number(seed) % 2 ? 1 : -1) : lambda === 1 ? 0 : 0.02;
				const final = { testLoss: 0.3 + luck + 0.1 * Number(seed) };
				return { scaling: 'over-2m', m: 10, lambda, seed, runId: 'x', status: 'ok', final };
			}),
		) as unknown as SweepResult[]; // as above
		const figure = sweepFigure(of, results);
		const marksOf = (isOver: boolean) => markCells(of, { figure, results, language: 'en', isOver })[0]?.ties;
		return { marksOf, analysis: analyseSweep(of, results) };
	};
	test.each([6, 8])('of %d seeds', (count) => {
		expect(tied(count).marksOf(true)).toEqual([[false], [false], [true]]);
		expect(tied(count).marksOf(false)).toBeUndefined();
	});
	test.each([1, 2, 4, 5])('and nothing of %d, too few for an interval', (count) =>
		expect(tied(count).marksOf(true)).toBeUndefined(),
	);
});

describe('one answer for every row loses', () => {
	const zeros = {
		dataLoss: 0,
		penalty: 0,
		objective: 0,
		trainAccuracy: 0,
		testAccuracy: 0,
		weightNorm: 0,
		zeroWeights: 0,
	};
	const of = (found: Partial<Final>) => constantLossOf({ ...zeros, testLoss: 0.3, ...found });
	test('the entropy of the classes’ shares', () => {
		const confusion = (test: number[][]) => of({ confusion: { train: test, test } });
		expect(
			confusion([
				[300, 200],
				[100, 400],
			])?.loss,
		).toBeCloseTo(Math.LN2, 12);
		expect(
			confusion([
				[9, 1],
				[30, 0],
			])?.loss,
		).toBeCloseTo(-(0.25 * Math.log(0.25) + 0.75 * Math.log(0.75)), 12);
		expect(
			confusion([
				[1, 0, 0],
				[0, 1, 0],
				[0, 0, 1],
			])?.loss,
		).toBeCloseTo(Math.log(3), 12);
	});
	test('of a regression the loss that 1 − R² is a share of', () => {
		const mean = of({ r2: { train: 0, test: 0.4 } });
		expect([mean?.answer, mean?.loss]).toEqual(['mean', 0.5]);
		expect(of({})).toBeNull();
	});
});

const withLoss = (cell: SweepResult, change: (loss: number) => number) =>
	({ ...cell, final: { ...cell.final, testLoss: change(cell.final?.testLoss ?? 0) } }) as SweepResult;
