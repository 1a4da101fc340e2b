import { at } from '../../at.ts';
import { ridge } from '../../convex/ridge.ts';
import { linearTeacher } from '../../data/linearTeacher.ts';
import { drawDataSet } from '../../data/registry.ts';
import { inDocument } from '../../inDocument.ts';
import { linearTeacherSchema } from '../../schema/data.ts';
import type { RunSpecInput } from '../../schema/runSpec.ts';
import { bootstrapAll, mean, meanOf } from '../../statistics.ts';
import { defineExperiment, type ExpectationsOf, weightsOf } from '../experiment.ts';
import { axis, columnsOf } from '../figure.ts';
import { formatWithInterval } from '../formatEstimate.ts';
import { range } from '../shared/combinations.ts';
import { drawParameters } from '../shared/seeds.ts';

const FEATURES = 20;
const M = 60;
const LEARNING_RATE = 0.01;
const STEPS = [3, 10, 30, 100, 300, 1000, 3000] as const;

/** Claim 17: gradient descent stopped after t = η·steps is about ridge with λ = m/t (Ali, Kolter & Tibshirani, arXiv 1810.10082). */
export const earlyStopping = defineExperiment({
	name: 'early-stopping',
	claims: [17],
	status: 'measured',
	title: { en: 'Stopping early beside ridge', zh: '早停与岭回归' },
	claim: {
		en: 'Gradient descent from 0, stopped after some steps, has at most 1.69 times the risk of ridge with λ = m/(η·steps): with infinitely small steps a theorem, with steps of ordinary size what we measure.',
		zh: '从 0 出发的梯度下降在若干步后停止，其风险至多是 λ = m/(η·步数) 的岭回归的 1.69 倍：步长趋于零时是定理，寻常步长下是我们的实测。',
	},
	parameters: { ...drawParameters(5, 60, 20, inDocument('Teachers with data of their own')) },
	specs: ({ draws, firstSeed }) =>
		range(draws, firstSeed).flatMap((seed) => STEPS.map((steps) => stoppingSpec(seed, steps))),
	measure({ draws, firstSeed }, runs) {
		const risks = range(draws).map((draw) => {
			const data = drawProblem(draw + firstSeed);
			const { teacher } = linearTeacher(data);
			const { X, y } = drawDataSet(data).train;
			const excess = (w: readonly number[]) => w.reduce((sum, value, j) => sum + (value - at(teacher, j)) ** 2, 0);
			return STEPS.map((steps, i) => ({
				stopped: excess(weightsOf(runs[draw * STEPS.length + i])),
				ridge: excess(ridge(X, y, M / (LEARNING_RATE * steps))),
			}));
		});
		const riskAfter = (name: 'stopped' | 'ridge', step: number) => risks.map((draw) => at(draw, step)[name]);
		const found = bootstrapAll(draws, (sample) => {
			const average = (name: 'stopped' | 'ridge', step: number) =>
				mean(sample.map((draw) => at(riskAfter(name, step), draw)));
			return STEPS.map((_, step) => average('stopped', step) / average('ridge', step));
		});
		const lambdas = STEPS.map((steps) => M / (LEARNING_RATE * steps));
		return {
			measured: {
				largestRatio: found((ratios) => Math.max(...ratios)),
				smallestRatio: found((ratios) => Math.min(...ratios)),
			},
			figure: {
				kind: 'curves',
				x: axis({ en: 'λ = m/(η·steps)', zh: 'λ = m/(η·步数)' }, 'logarithmic'),
				y: axis({ en: 'risk beyond the noise', zh: '超出噪声的风险' }, 'logarithmic'),
				series: [
					{
						label: { en: 'stopped early', zh: '早停' },
						draw: 'line',
						x: lambdas,
						...columnsOf(STEPS.map((_, step) => meanOf(riskAfter('stopped', step)))),
					},
					{
						label: { en: 'ridge', zh: '岭回归' },
						draw: 'line',
						x: lambdas,
						...columnsOf(STEPS.map((_, step) => meanOf(riskAfter('ridge', step)))),
					},
				],
			},
		};
	},
	sentence: ({ largestRatio, smallestRatio }) => ({
		en: `Stopped after 3 to 3,000 steps, gradient descent has between ${formatWithInterval(smallestRatio)} and ${formatWithInterval(largestRatio)} times the risk of ridge with λ = m/(η·steps); theory allows 1.69.`,
		zh: `在第 3 到 3,000 步停止的梯度下降，风险是 λ = m/(η·步数) 的岭回归的 ${formatWithInterval(smallestRatio)} 到 ${formatWithInterval(largestRatio)} 倍；理论上限为 1.69。`,
	}),
});

export const expectations: ExpectationsOf<typeof earlyStopping> = [
	{
		measured: 'largestRatio',
		text: { en: 'at most 1.69 times the risk of ridge (theory)', zh: '至多是岭回归风险的 1.69 倍（理论）' },
		from: 0.5,
		to: 1.69,
		of: 'whole',
		holdsForEvery: ['draws'],
	},
];

const drawProblem = (seed: number) =>
	linearTeacherSchema.parse({
		kind: 'linear-teacher',
		m: M,
		features: FEATURES,
		teacherStandardDeviation: 0.5,
		noise: 1,
		seed,
		test: null,
	});

/** From weights of 0: what the theorem is about. */
const stoppingSpec = (seed: number, steps: number): RunSpecInput => ({
	data: drawProblem(seed),
	network: { hidden: [] },
	init: { kind: 'explicit', W: [[Array<number>(FEATURES).fill(0)]], b: [[0]] },
	optimizer: { kind: 'sgd', learningRate: LEARNING_RATE },
	training: { epochs: steps, recordEvery: steps },
	output: { weights: true },
});
