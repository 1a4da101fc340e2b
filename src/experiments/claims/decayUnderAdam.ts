import * as z from 'zod';
import { at } from '../../at.ts';
import { ridge } from '../../convex/ridge.ts';
import { drawDataSet } from '../../data/registry.ts';
import { inDocument } from '../../inDocument.ts';
import { selfContainedDataSchema } from '../../schema/data.ts';
import type { RunSpecInput } from '../../schema/runSpec.ts';
import { defineExperiment, type ExpectationsOf, weightsOf } from '../experiment.ts';
import { axis } from '../figure.ts';
import { formatValue } from '../formatEstimate.ts';
import { centre } from '../shared/centre.ts';
import { strengthParameter } from '../shared/strength.ts';

const FEATURES = 4;
const M = 50;
/** Decays of AdamW whose box |w| ≤ 1/decay the unregularised solution lies outside of, after one that it lies inside of. */
const DECAYS = [0.05, 0.4, 0.5, 1] as const;

/** Claim 4: under Adam the two are different things; on a convex bowl one sees where each goes. */
export const decayUnderAdam = defineExperiment({
	name: 'decay-under-adam',
	claims: [4],
	status: 'measured',
	title: { en: 'Under Adam, L2 is not weight decay', zh: '在 Adam 下，L2 不等于权重衰减' },
	claim: {
		en: 'Adam with L2 ends on the ridge solution; AdamW ends on the unregularized one when its box |w| ≤ 1/decay holds it, and on the wall of that box when not.',
		zh: '带 L2 的 Adam 收敛到岭回归解；AdamW 在盒子 |w| ≤ 1/衰减系数 容得下无正则化解时收敛到该解，容不下时停在盒壁上。',
	},
	parameters: {
		lambda: strengthParameter(100, 2.5, inDocument('λ of the L2 penalty')),
		seed: z.int().min(0).max(10_000).default(3).describe(inDocument('Seed of the linear teacher')),
		steps: z.int().min(1000).max(60_000).default(30_000).describe(inDocument('Full-batch steps, η from 0.01 to 0')),
	},
	specs: ({ lambda, seed, steps }) => [
		trainingSpec(seed, steps, { lambda }),
		...DECAYS.map((decay) => trainingSpec(seed, steps, { lambda: decay, scaling: 'half', application: 'decoupled' })),
	],
	measure({ lambda, seed }, runs) {
		const { X, y } = centre(drawDataSet(drawProblem(seed)).train);
		const [ridgePoint, freePoint] = [ridge(X, y, lambda), ridge(X, y, 0)];
		/** Relative to the largest weight: float32 resolves no less. */
		const distance = (run: number, point: number[]) =>
			Math.max(...weightsOf(runs[run]).map((w, j) => Math.abs(w - at(point, j)))) / Math.max(...point.map(Math.abs));
		const largest = (run: number) => Math.max(...weightsOf(runs[run]).map(Math.abs));
		const names = ['ridge', 'Adam + L2', ...DECAYS.map((decay) => `AdamW ${decay}`), 'λ = 0'];
		const points = [ridgePoint, ...runs.map(weightsOf), freePoint];
		return {
			measured: {
				adamL2ToRidge: { value: distance(0, ridgePoint) },
				adamL2ToFree: { value: distance(0, freePoint) },
				adamWToFree: { value: distance(1, freePoint) },
				largestFree: { value: Math.max(...freePoint.map(Math.abs)) },
				largestAt04: { value: largest(2) },
				largestAt05: { value: largest(3) },
				largestAt1: { value: largest(4) },
			},
			figure: {
				kind: 'curves',
				x: axis({ en: 'where it ends', zh: '终点' }, 'category'),
				y: axis({ en: 'weight', zh: '权重' }),
				series: Array.from({ length: FEATURES }, (_, j) => ({
					label: { en: `w${j + 1}`, zh: `w${j + 1}` },
					draw: 'bars' as const,
					x: names,
					y: points.map((point) => point[j] ?? null),
				})),
			},
		};
	},
	sentence: ({ adamL2ToRidge, adamWToFree, largestAt04, largestAt05, largestAt1 }) => ({
		en: `Adam with L2 ends ${formatValue(adamL2ToRidge, 2)} (relative) from the ridge solution; AdamW with decay 0.05 ends ${formatValue(adamWToFree, 2)} from the solution without any penalty, and with 0.4, 0.5 and 1 its largest weight is ${formatValue(largestAt04, 4)}, ${formatValue(largestAt05, 4)} and ${formatValue(largestAt1, 4)}: about 1/decay.`,
		zh: `带 L2 的 Adam 终点距岭回归解 ${formatValue(adamL2ToRidge, 2)}（相对）；衰减系数 0.05 的 AdamW 终点距无惩罚解 ${formatValue(adamWToFree, 2)}；衰减系数取 0.4、0.5、1 时最大权重为 ${formatValue(largestAt04, 4)}、${formatValue(largestAt05, 4)}、${formatValue(largestAt1, 4)}，约等于衰减系数的倒数。`,
	}),
});

export const expectations: ExpectationsOf<typeof decayUnderAdam> = [
	{
		measured: 'adamL2ToRidge',
		text: { en: 'Adam + L2 ends on the ridge solution', zh: 'Adam + L2 收敛到岭回归解' },
		from: 0,
		to: 1e-4,
		holdsForEvery: ['lambda'],
	},
	{
		measured: 'adamWToFree',
		text: {
			en: 'AdamW 0.05 within 10⁻⁶ of the unregularized solution (relative to its largest weight), on the published draw after 30,000 steps',
			zh: 'AdamW 0.05 距无正则化解在 10⁻⁶ 以内（相对于最大权重），就已发布的那组数据，30,000 步之后',
		},
		from: 0,
		to: 1e-6,
		holdsForEvery: ['lambda'],
	},
	{
		measured: 'largestAt04',
		text: { en: 'largest weight on the wall at 1/0.4 = 2.5', zh: '最大权重在盒壁 1/0.4 = 2.5 上' },
		from: 2.45,
		to: 2.52,
		holdsForEvery: ['lambda'],
	},
	{
		measured: 'largestAt05',
		text: { en: 'largest weight on the wall at 1/0.5 = 2', zh: '最大权重在盒壁 1/0.5 = 2 上' },
		from: 1.98,
		to: 2.01,
		holdsForEvery: ['lambda'],
	},
	{
		measured: 'largestAt1',
		text: { en: 'largest weight on the wall at 1/1 = 1', zh: '最大权重在盒壁 1/1 = 1 上' },
		from: 0.995,
		to: 1.005,
		holdsForEvery: ['lambda'],
	},
];

const drawProblem = (seed: number) =>
	selfContainedDataSchema.parse({
		kind: 'linear-teacher',
		m: M,
		features: FEATURES,
		teacherStandardDeviation: 3,
		noise: 1,
		seed,
		test: null,
	});

function trainingSpec(seed: number, steps: number, penalty: NonNullable<RunSpecInput['penalty']>): RunSpecInput {
	return {
		data: drawProblem(seed),
		network: { hidden: [] },
		optimizer: { kind: 'adam', learningRate: 0.01 },
		penalty,
		training: { epochs: steps, recordEvery: steps, learningRateDecay: 'linear' },
		output: { weights: true },
	};
}
