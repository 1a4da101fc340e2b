import * as z from 'zod';
import { at } from '../../at.ts';
import { RandomState } from '../../data/randomState.ts';
import { loadDataSet } from '../../data/registry.ts';
import { inDocument } from '../../inDocument.ts';
import { norm, penaltyCoefficient } from '../../penalty.ts';
import { dataSchema } from '../../schema/data.ts';
import { penaltySchema } from '../../schema/objective.ts';
import { REAL_DATA } from '../../schema/realData.ts';
import { defineExperiment, type ExpectationsOf } from '../experiment.ts';
import { axis } from '../figure.ts';
import { formatValue } from '../formatEstimate.ts';
import { strengthParameter } from '../shared/strength.ts';

const POINTS = 200;
const SHOWN = 60;

/** Claim 14: a Gaussian prior is L2 and a Laplace prior is L1, as maximum a posteriori: −log posterior = m·J + constant. */
export const posteriorIsObjective = defineExperiment({
	name: 'posterior-is-objective',
	claims: [14],
	status: 'proved',
	title: { en: 'The objective is a posterior', zh: '目标函数就是后验' },
	claim: {
		en: 'The negative logarithm of the posterior is m times the objective plus a constant: L2 for a Gaussian prior, L1 for a Laplace prior.',
		zh: '负对数后验等于目标函数乘以 m 再加常数：高斯先验对应 L2，拉普拉斯先验对应 L1。',
	},
	parameters: {
		m: z.int().min(10).max(400).default(100).describe(inDocument('Rows of the breast cancer data')),
		lambda: strengthParameter(100, 2, inDocument('λ')),
		seed: z.int().min(0).max(10_000).default(1).describe(inDocument('Seed of the weights looked at')),
	},
	specs: () => [],
	computed: ({ m }) => ({
		en: `the posterior and the objective of logistic regression with ${REAL_DATA['breast-cancer'].features} inputs at ${POINTS} random weights; breast cancer data, m = ${m}`,
		zh: `逻辑回归（${REAL_DATA['breast-cancer'].features} 个输入）在 ${POINTS} 组随机权重处的后验与目标函数；乳腺癌数据，m = ${m}`,
	}),
	async measure({ m, lambda, seed }, _runs, tables) {
		const { train } = await loadDataSet(dataSchema.parse({ kind: 'breast-cancer', m }), tables);
		const features = at(train.X, 0).length;
		const random = new RandomState(seed);
		const weights = Array.from({ length: POINTS }, () => Array.from({ length: features }, () => random.gaussian()));
		const logLikelihood = (w: readonly number[]) =>
			train.X.reduce((sum, row, i) => {
				const z = row.reduce((dot, x, j) => dot + x * at(w, j), 0);
				const p = 1 / (1 + Math.exp(train.y[i] === 1 ? -z : z));
				return sum + Math.log(p);
			}, 0);
		const meanLoss = (w: readonly number[]) =>
			train.X.reduce((sum, row, i) => {
				const z = row.reduce((dot, x, j) => dot + x * at(w, j), 0);
				const away = train.y[i] === 1 ? -z : z;
				return sum + Math.max(away, 0) + Math.log1p(Math.exp(-Math.abs(away)));
			}, 0) / m;
		// Densities as a statistics book writes them, and the penalty as penalty.ts does.
		const gaussian = (w: number) => -(w ** 2) / (2 / lambda) - 0.5 * Math.log((2 * Math.PI) / lambda);
		const laplace = (w: number) => -Math.abs(w) * lambda - Math.log(2 / lambda);
		const compare = (density: (w: number) => number, form: 'l2' | 'l1') => {
			const penalty = penaltySchema.parse({ norm: form, lambda, scaling: form === 'l2' ? 'over-2m' : 'over-m' });
			const constant = features * density(0);
			return weights.map((w) => {
				const posterior = -logLikelihood(w) - w.reduce((sum, value) => sum + density(value), 0);
				const objective = meanLoss(w) + penaltyCoefficient(penalty, { m, batchSize: m }) * norm(penalty, w);
				return { posterior, objective: m * objective, apart: Math.abs(posterior - m * objective + constant) };
			});
		};
		const [l2, l1] = [compare(gaussian, 'l2'), compare(laplace, 'l1')];
		const series = (en: string, zh: string, pairs: typeof l2) => ({
			label: { en, zh },
			draw: 'points' as const,
			x: pairs.slice(0, SHOWN).map(({ objective }) => objective),
			y: pairs.slice(0, SHOWN).map(({ posterior }) => posterior),
		});
		return {
			measured: {
				gaussianAgainstL2: { value: Math.max(...l2.map(({ apart }) => apart)) },
				laplaceAgainstL1: { value: Math.max(...l1.map(({ apart }) => apart)) },
			},
			figure: {
				kind: 'curves',
				x: axis({ en: 'm · objective', zh: 'm · 目标函数' }),
				y: axis({ en: '−log posterior', zh: '−log 后验' }),
				series: [series('Gaussian prior, L2', '高斯先验，L2', l2), series('Laplace prior, L1', '拉普拉斯先验，L1', l1)],
			},
		};
	},
	sentence: ({ gaussianAgainstL2, laplaceAgainstL1 }) => ({
		en: `At ${POINTS} random weights, −log posterior and m times the objective differ by one constant, to ${formatValue(gaussianAgainstL2, 2)} for the Gaussian prior with L2 and ${formatValue(laplaceAgainstL1, 2)} for the Laplace prior with L1.`,
		zh: `在 ${POINTS} 组随机权重上，−log 后验与 m 倍目标函数只差一个常数：高斯先验与 L2 的误差为 ${formatValue(gaussianAgainstL2, 2)}，拉普拉斯先验与 L1 为 ${formatValue(laplaceAgainstL1, 2)}。`,
	}),
});

export const expectations: ExpectationsOf<typeof posteriorIsObjective> = [
	{
		measured: 'gaussianAgainstL2',
		text: { en: 'a constant, to 10⁻¹⁰', zh: '常数，误差 10⁻¹⁰' },
		from: 0,
		to: 1e-10,
		holdsForEvery: ['lambda'],
	},
	{
		measured: 'laplaceAgainstL1',
		text: { en: 'a constant, to 10⁻¹⁰', zh: '常数，误差 10⁻¹⁰' },
		from: 0,
		to: 1e-10,
		holdsForEvery: ['lambda'],
	},
];
