import * as z from 'zod';
import { at } from '../../at.ts';
import { lasso } from '../../convex/lasso.ts';
import { ridge } from '../../convex/ridge.ts';
import { inDocument } from '../../inDocument.ts';
import type { RunSpecInput } from '../../schema/runSpec.ts';
import { defineExperiment, type ExpectationsOf, weightsOf } from '../experiment.ts';
import { axis } from '../figure.ts';
import { formatValue } from '../formatEstimate.ts';
import { drawOrthonormal, ORTHONORMAL } from '../shared/orthonormalDesign.ts';
import { strengthParameter } from '../shared/strength.ts';

const { m: M, features: FEATURES, relevant: RELEVANT } = ORTHONORMAL;

/** Claim 13: on an orthonormal design L1 is a soft threshold, exact zeros and all; L2 only divides. */
export const exactZeros = defineExperiment({
	name: 'exact-zeros',
	claims: [13],
	status: 'proved',
	title: { en: 'L1 makes zeros, L2 makes weights small', zh: 'L1 产生零，L2 只让权重变小' },
	claim: {
		en: 'On an orthonormal design L1 is the soft threshold at λ/m, which is exactly 0 for many weights; L2 divides by 1 + λ/m, which never is.',
		zh: '在正交设计下，L1 是阈值为 λ/m 的软阈值，许多权重恰好为 0；L2 则除以 1 + λ/m，永远不为 0。',
	},
	parameters: {
		lambda: strengthParameter(200, 20, inDocument('λ')),
		seed: z.int().min(0).max(10_000).default(1).describe(inDocument('Seed of the design and the noise')),
	},
	specs: ({ lambda, seed }) => [
		trainingSpec(seed, { norm: 'l1', lambda, scaling: 'over-m', application: 'decoupled' }),
		trainingSpec(seed, { norm: 'l1', lambda, scaling: 'over-m', application: 'loss' }),
		trainingSpec(seed, { norm: 'l2', lambda, scaling: 'over-2m' }),
	],
	measure({ lambda, seed }, runs) {
		const { X, y } = drawOrthonormal(seed);
		const free = ridge(X, y, 0);
		const threshold = lambda / M;
		const soft = free.map((b) => Math.sign(b) * Math.max(Math.abs(b) - threshold, 0));
		const shrunk = free.map((b) => b / (1 + threshold));
		const apart = (a: readonly number[], b: readonly number[]) =>
			Math.max(...a.map((value, j) => Math.abs(value - at(b, j))));
		const zeros = (w: readonly number[]) => w.filter((value) => value === 0).length;
		const [proximal, subgradient, l2] = runs.map(weightsOf) as [number[], number[], number[]]; // one a spec
		const order = free.map((_, j) => j).sort((a, b) => at(free, a) - at(free, b));
		const curve = (en: string, zh: string, w: readonly number[]) => ({
			label: { en, zh },
			draw: 'points' as const,
			x: order.map((j) => at(free, j)),
			y: order.map((j) => at(w, j)),
		});
		return {
			measured: {
				zerosOfL1: { value: zeros(proximal) },
				zerosOfSoftThreshold: { value: zeros(soft) },
				zerosOfSubgradient: { value: zeros(subgradient) },
				zerosOfL2: { value: zeros(l2) },
				lassoAgainstThreshold: { value: apart(lasso(X, y, threshold), soft) },
				ridgeAgainstDivision: { value: apart(ridge(X, y, lambda), shrunk) },
				trainedAgainstThreshold: { value: apart(proximal, soft) },
				trainedAgainstDivision: { value: apart(l2, shrunk) },
			},
			figure: {
				kind: 'curves',
				x: axis({ en: 'weight without a penalty', zh: '无惩罚时的权重' }),
				y: axis({ en: 'weight', zh: '权重' }),
				series: [curve('L1', 'L1', proximal), curve('L2', 'L2', l2), curve('none', '无惩罚', free)],
			},
		};
	},
	sentence: ({ zerosOfL1, zerosOfL2, zerosOfSubgradient, lassoAgainstThreshold }) => ({
		en: `Of ${FEATURES} weights, ${FEATURES - RELEVANT} of them truly zero, L1 with the proximal step makes ${formatValue(zerosOfL1)} exactly zero, its subgradient ${formatValue(zerosOfSubgradient)} and L2 ${formatValue(zerosOfL2)}; L1 is the soft threshold at λ/m to ${formatValue(lassoAgainstThreshold, 2)}.`,
		zh: `${FEATURES} 个权重中有 ${FEATURES - RELEVANT} 个真值为零：带近端步的 L1 让 ${formatValue(zerosOfL1)} 个恰好为零，次梯度 L1 为 ${formatValue(zerosOfSubgradient)} 个，L2 为 ${formatValue(zerosOfL2)} 个；L1 与阈值 λ/m 的软阈值相差 ${formatValue(lassoAgainstThreshold, 2)}。`,
	}),
});

export const expectations: ExpectationsOf<typeof exactZeros> = [
	{
		measured: 'lassoAgainstThreshold',
		text: { en: 'L1 = soft threshold at λ/m to 10⁻¹²', zh: 'L1 = 阈值 λ/m 的软阈值，误差 10⁻¹²' },
		from: 0,
		to: 1e-12,
		holdsForEvery: ['lambda'],
	},
	{
		measured: 'ridgeAgainstDivision',
		text: { en: 'L2 = b/(1 + λ/m) to 10⁻¹²', zh: 'L2 = b/(1 + λ/m)，误差 10⁻¹²' },
		from: 0,
		to: 1e-12,
		holdsForEvery: ['lambda'],
	},
	{
		measured: 'zerosOfL1',
		text: {
			en: '45 × 0.843 = 37.9 ± 2.4 zeros',
			zh: '45 × 0.843 = 37.9 ± 2.4 个零',
		},
		from: 31,
		to: 45,
	},
	{ measured: 'zerosOfL2', text: { en: '0 zeros', zh: '0 个' }, from: 0, to: 0, holdsForEvery: ['lambda'] },
	{
		measured: 'trainedAgainstThreshold',
		text: { en: 'the engine ends there too', zh: '训练也收敛到此' },
		from: 0,
		to: 1e-4,
		holdsForEvery: ['lambda'],
	},
];

const trainingSpec = (seed: number, penalty: NonNullable<RunSpecInput['penalty']>): RunSpecInput => ({
	data: { kind: 'inline', ...drawOrthonormal(seed) },
	network: { hidden: [] },
	loss: 'half-squared-error',
	optimizer: { kind: 'sgd', learningRate: 0.5 },
	penalty,
	training: { epochs: 200, recordEvery: 200 },
	output: { weights: true },
});
