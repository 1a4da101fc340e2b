import * as z from 'zod';
import { at } from '../../at.ts';
import { inDocument } from '../../inDocument.ts';
import type { RunSpecInput } from '../../schema/runSpec.ts';
import { slope } from '../../statistics.ts';
import { defineExperiment, type ExpectationsOf, weightsOf } from '../experiment.ts';
import { axis } from '../figure.ts';
import { formatValue } from '../formatEstimate.ts';
import { smallNet } from '../shared/smallNet.ts';
import { strengthParameter } from '../shared/strength.ts';

const RATES = [0.4, 0.2, 0.1, 0.05] as const;

/**
 * Claim 8: one pass of per-example steps of size η/m against one batch step of size η, to first order in
 * η. The decay coefficient of the pass is the one that stands in each example's gradient: nothing divides
 * it by m but the person who writes it.
 */
export const perExampleDecay = defineExperiment({
	name: 'per-example-decay',
	claims: [8],
	status: 'proved',
	title: { en: 'Does 1/m come by itself?', zh: '1/m 会自己出现吗？' },
	claim: {
		en: 'One pass of steps on single examples at the rate η/m matches one batch step at the rate η: with the decay coefficient λ/m in every example’s step it is the batch penalty λ/2m; with λ it is the batch penalty λ/2, without any 1/m.',
		zh: '以学习率 η/m 逐个样本走一遍，相当于以学习率 η 走全批量的一步：每个样本的更新中衰减系数为 λ/m，等价于全批量惩罚 λ/2m；系数为 λ，等价于全批量惩罚 λ/2，并不带 1/m。',
	},
	parameters: {
		m: z.int().min(5).max(200).default(20).describe(inDocument('Training examples, one step each')),
		lambda: strengthParameter(20, 2, inDocument('λ'), 0.01),
	},
	specs: ({ m, lambda }) =>
		RATES.flatMap((learningRate) => [
			perExampleSpec(m, learningRate, lambda / m),
			perExampleSpec(m, learningRate, lambda),
			batchSpec(m, learningRate, { lambda, scaling: 'over-2m' }),
			batchSpec(m, learningRate, { lambda, scaling: 'half' }),
			perExampleSpec(m, learningRate, 0),
		]),
	measure({ m, lambda }, runs) {
		const weightsAfter = (rate: number, which: number) => weightsOf(runs[5 * rate + which]);
		const distance = (a: number[], b: number[]) => Math.hypot(...a.map((w, k) => w - at(b, k)));
		const relative = (pass: number, step: number) =>
			RATES.map(
				(_, rate) =>
					distance(weightsAfter(rate, pass), weightsAfter(rate, step)) /
					distance(weightsAfter(rate, 1), weightsAfter(rate, 4)),
			);
		const curves = {
			ownWith2m: relative(0, 2),
			fullWithHalf: relative(1, 3),
			fullWith2m: relative(1, 2),
			ownWithHalf: relative(0, 3),
		};
		// What the pass took away along w, as a coefficient, extrapolated to η = 0.
		const before = smallNet.init.W.flat(2);
		const square = before.reduce((sum, w) => sum + w * w, 0);
		const effective = (pass: number) => {
			const values = RATES.map((rate, i) => {
				const [without, withDecay] = [weightsAfter(i, 4), weightsAfter(i, pass)];
				return before.reduce((sum, w, k) => sum + w * (at(without, k) - at(withDecay, k)), 0) / (rate * square);
			});
			const [twice = Number.NaN, once = Number.NaN] = values.slice(-2);
			return 2 * once - twice; // Richardson: what is of first order in η falls out
		};
		const last = RATES.length - 1;
		const pair = (en: string, zh: string, y: number[]) => ({
			label: { en, zh },
			draw: 'line' as const,
			x: [...RATES],
			y,
		});
		return {
			measured: {
				decayOfOwnShareTimesM: { value: (effective(0) * m) / lambda },
				decayOfFull: { value: effective(1) / lambda },
				ownShareAgainstOver2m: { value: curves.ownWith2m[last] ?? Number.NaN },
				fullAgainstHalf: { value: curves.fullWithHalf[last] ?? Number.NaN },
				fullAgainstOver2m: { value: curves.fullWith2m[last] ?? Number.NaN },
				orderOfAgreement: { value: slope(RATES.map(Math.log), curves.fullWithHalf.map(Math.log)) },
			},
			figure: {
				kind: 'curves',
				x: axis('η', 'logarithmic'),
				y: axis({ en: 'distance ÷ effect of the decay', zh: '距离 ÷ 衰减的作用' }, 'logarithmic'),
				series: [
					pair('λ/m an example, λ/2m a batch', '每样本 λ/m 对 全批量 λ/2m', curves.ownWith2m),
					pair('λ an example, λ/2 a batch', '每样本 λ 对 全批量 λ/2', curves.fullWithHalf),
					pair('λ an example, λ/2m a batch', '每样本 λ 对 全批量 λ/2m', curves.fullWith2m),
					pair('λ/m an example, λ/2 a batch', '每样本 λ/m 对 全批量 λ/2', curves.ownWithHalf),
				],
			},
		};
	},
	sentence: ({ decayOfFull, decayOfOwnShareTimesM, fullAgainstOver2m }) => ({
		en: `A pass of steps at the rate η/m with decay λ at every example decays the weights by ${formatValue(decayOfFull)}·λ: no 1/m comes by itself, and it is off the λ/2m step at the rate η by ${formatValue(fullAgainstOver2m)} times the whole effect of the decay. Only when one writes λ/m into each example’s step does the pass decay by ${formatValue(decayOfOwnShareTimesM, 5)}·λ/m.`,
		zh: `以学习率 η/m 逐个样本走一遍，若每个样本都衰减 λ，权重的衰减为 ${formatValue(decayOfFull)}·λ：1/m 并不会自己出现，与学习率 η 下 λ/2m 的一步相差衰减总作用的 ${formatValue(fullAgainstOver2m)} 倍。只有在每个样本的更新中写明 λ/m，一遍的衰减才是 ${formatValue(decayOfOwnShareTimesM, 5)}·λ/m。`,
	}),
});

export const expectations: ExpectationsOf<typeof perExampleDecay> = [
	{
		measured: 'decayOfFull',
		text: {
			en: 'decay λ in every example’s step ↔ λ/2: a pass decays by λ',
			zh: '每个样本的一步衰减 λ ↔ λ/2：一遍衰减 λ',
		},
		from: 0.98,
		to: 1.02,
	},
	{
		measured: 'decayOfOwnShareTimesM',
		text: {
			en: 'decay λ/m in every example’s step ↔ λ/2m: a pass decays by λ/m',
			zh: '每个样本的一步衰减 λ/m ↔ λ/2m：一遍衰减 λ/m',
		},
		from: 0.98,
		to: 1.02,
	},
	{
		measured: 'fullAgainstOver2m',
		text: { en: 'mismatched pair stays apart: 1 − 1/m', zh: '不匹配的一对始终不同：1 − 1/m' },
		from: 0.8,
		to: 1.1,
	},
	{
		measured: 'orderOfAgreement',
		text: { en: 'matched pair meets as η → 0: order 1 relative', zh: '匹配的一对随 η → 0 重合：相对 1 阶' },
		from: 0.8,
		to: 1.3,
	},
];

const baseSpec = (m: number): RunSpecInput => ({
	data: { kind: 'moons', m, test: null },
	...smallNet,
	output: { weights: true },
});

/** m steps of size η/m, each on one example, with decay coefficient d in each example’s gradient. */
const perExampleSpec = (m: number, learningRate: number, d: number): RunSpecInput => ({
	...baseSpec(m),
	optimizer: { kind: 'sgd', learningRate: learningRate / m },
	penalty: { lambda: d, scaling: 'half' },
	training: { batches: Array.from({ length: m }, (_, row) => [row]), recordEvery: m },
});

const batchSpec = (m: number, learningRate: number, penalty: NonNullable<RunSpecInput['penalty']>): RunSpecInput => ({
	...baseSpec(m),
	optimizer: { kind: 'sgd', learningRate },
	penalty,
	training: { epochs: 1 },
});
