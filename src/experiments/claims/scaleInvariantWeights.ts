import * as z from 'zod';
import { at } from '../../at.ts';
import { RandomState } from '../../data/randomState.ts';
import { inDocument } from '../../inDocument.ts';
import { formatCount } from '../../numberFormat.ts';
import { type Estimate, mean } from '../../statistics.ts';
import { defineExperiment, type ExpectationsOf } from '../experiment.ts';
import { AXES, axis } from '../figure.ts';
import { formatValue } from '../formatEstimate.ts';
import { strengthParameter } from '../shared/strength.ts';

/** One step of one coordinate, most of it the drawing of a Gaussian. */
const FLOP_OF_A_COORDINATE = 1500;

/** Claim 21 as a random walk with the gradient's statistics: weights whose scale does not matter settle where decay and steps balance (Van Laarhoven 2017; Kosson et al., arXiv 2305.17212). */
export const scaleInvariantWeights = defineExperiment({
	name: 'scale-invariant-weights',
	claims: [21],
	status: 'proved',
	title: { en: 'A random walk of weights without scale', zh: '无尺度权重的随机游走' },
	claim: {
		en: 'Weights whose scale does not matter settle at the norm (η/2λ)^¼ and turn by √(2ηλ) a step, so that decay sets a learning rate: shown by a random walk with the statistics of their gradient, not by a network.',
		zh: '尺度无关的权重会稳定在范数 (η/2λ)^¼，每步转动 √(2ηλ)，因此衰减决定的其实是学习率。这里用的是一次随机游走，统计性质与其梯度相同，并不是网络。',
	},
	parameters: {
		dimensions: z.int().min(100).max(5000).default(1000).describe(inDocument('d')),
		learningRate: strengthParameter(1, 0.1, inDocument('η')),
		lambda: strengthParameter(0.1, 0.005, inDocument('λ')),
		steps: z.int().min(1000).max(40_000).default(8000).describe(inDocument('Steps of the random walk')),
		seed: z.int().min(0).max(10_000).default(1).describe(inDocument('Seed of the walk')),
	},
	specs: () => [],
	computed: ({ dimensions, learningRate, lambda, steps }) => ({
		en: `one random walk of ${formatCount(dimensions, 'en')} weights over ${formatCount(steps, 'en')} steps, without data; SGD steps of equal length divided by ‖w‖, η = ${learningRate}, λ = ${lambda}`,
		zh: `${formatCount(dimensions, 'zh')} 个权重的一次随机游走，共 ${formatCount(steps, 'zh')} 步，不用数据；每步为 SGD 更新，长度相等再除以 ‖w‖，η = ${learningRate}，λ = ${lambda}`,
	}),
	arithmetic: ({ dimensions, steps }) => dimensions * steps * FLOP_OF_A_COORDINATE,
	measure({ dimensions, learningRate, lambda, steps, seed }) {
		const random = new RandomState(seed);
		let w = Array.from({ length: dimensions }, () => random.gaussian() / Math.sqrt(dimensions));
		const norms: number[] = [];
		const turns: number[] = [];
		for (let step = 0; step < steps; step++) {
			const size = Math.hypot(...w);
			norms.push(size);
			// The gradient of a function of w/‖w‖: at a right angle to w, and of length 1/‖w‖.
			const draw = w.map(() => random.gaussian());
			const along = draw.reduce((sum, value, j) => sum + value * at(w, j), 0) / size ** 2;
			const across = draw.map((value, j) => value - along * at(w, j));
			const length = Math.hypot(...across) * size;
			const next = w.map((value, j) => value * (1 - learningRate * lambda) - (learningRate * at(across, j)) / length);
			const cosine = next.reduce((sum, value, j) => sum + value * at(w, j), 0) / (size * Math.hypot(...next));
			turns.push(Math.acos(Math.min(1, cosine)));
			w = next;
		}
		const settled = (values: readonly number[]) => ({ value: mean(values.slice(Math.floor(steps / 2))) });
		const stated = { norm: (learningRate / (2 * lambda)) ** 0.25, turn: Math.sqrt(2 * learningRate * lambda) };
		const shownSteps = norms.flatMap((_, step) => (step % Math.ceil(steps / 100) === 0 ? [step] : []));
		return {
			measured: {
				turn: settled(turns),
				norm: settled(norms),
				turnRatio: { value: settled(turns).value / stated.turn },
				normRatio: { value: settled(norms).value / stated.norm },
			},
			figure: {
				kind: 'curves',
				x: AXES.step,
				y: axis('‖w‖'),
				series: [
					{
						label: { en: 'random walk', zh: '随机游走' },
						draw: 'line',
						x: shownSteps,
						y: shownSteps.map((step) => norms[step] ?? null),
					},
					{ label: { en: '(η/2λ)^¼', zh: '(η/2λ)^¼' }, draw: 'line', x: [0, steps], y: [stated.norm, stated.norm] },
				],
			},
		};
	},
	sentence: ({ turn, norm, turnRatio, normRatio }) => ({
		en: `In a random walk the weights turn by ${formatValue(turn)} a step, ${off(turnRatio)}% off √(2ηλ), and their norm settles at ${formatValue(norm, 4)}, ${off(normRatio)}% off (η/2λ)^¼.`,
		zh: `随机游走中，权重每步转动 ${formatValue(turn)}，与 √(2ηλ) 相差 ${off(turnRatio)}%；范数稳定在 ${formatValue(norm, 4)}，与 (η/2λ)^¼ 相差 ${off(normRatio)}%。`,
	}),
});

/** How far a ratio is from 1, in percent. */
const off = ({ value }: Estimate) => formatValue({ value: 100 * Math.abs(value - 1) }, 1);

export const expectations: ExpectationsOf<typeof scaleInvariantWeights> = [
	{ measured: 'turn', text: { en: '0.0316 within 1%', zh: '0.0316，误差 1%' }, from: 0.0313, to: 0.0319 },
	{ measured: 'norm', text: { en: '1.778 within 1%', zh: '1.778，误差 1%' }, from: 1.76, to: 1.796 },
];
