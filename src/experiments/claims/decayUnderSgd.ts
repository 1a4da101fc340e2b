import * as z from 'zod';
import { at } from '../../at.ts';
import type { RunSpecInput } from '../../schema/runSpec.ts';
import { defineExperiment, weightsOf } from '../experiment.ts';
import { AXES, axis } from '../figure.ts';
import { formatValue } from '../formatEstimate.ts';

const LEARNING_RATE = 0.1;
/** Every so many steps both networks are looked at. */
const EVERY = 5;

/** Claim 3: L2 in the loss and a raw decay of ηλ are one and the same under plain SGD. */
export const decayUnderSgd = defineExperiment({
	name: 'decay-under-sgd',
	claims: [3],
	status: 'proved',
	title: { en: 'Under plain SGD, L2 is weight decay', zh: '在普通 SGD 下，L2 就是权重衰减' },
	claim: {
		en: 'A penalty λ/2·‖w‖² in the loss and a raw decay w ← w − ηλ·w give the same weights under plain SGD.',
		zh: '在普通 SGD 下，损失中的惩罚项 λ/2·‖w‖² 与直接衰减 w ← w − ηλ·w 得到相同的权重。',
	},
	parameters: {
		lambda: z.number().positive().max(5).default(0.1).describe('λ'),
		steps: z.int().min(EVERY).max(400).default(200).describe('Minibatch steps'),
		seed: z.int().min(0).max(1000).default(2).describe('Seed of the initial weights'),
	},
	specs: ({ lambda, steps, seed }) =>
		observedSteps(steps).flatMap((length) => [
			trainingSpec(length, seed, { lambda, scaling: 'half' }),
			trainingSpec(length, seed, { lambda: LEARNING_RATE * lambda, scaling: 'half', application: 'decoupled-raw' }),
			trainingSpec(length, seed, { lambda, scaling: 'half', application: 'decoupled-raw' }),
		]),
	measure({ steps }, runs) {
		const lengths = observedSteps(steps);
		const difference = (other: number) =>
			lengths.map((_, i) => {
				const [a, b] = [weightsOf(runs[3 * i]), weightsOf(runs[3 * i + other])];
				return Math.max(...a.map((w, k) => Math.abs(w - at(b, k))));
			});
		const [rescaled, unscaled] = [difference(1), difference(2)];
		return {
			measured: {
				largestDifference: { value: Math.max(...rescaled) },
				withoutRescaling: { value: Math.max(...unscaled) },
			},
			figure: {
				kind: 'curves',
				x: AXES.step,
				y: axis({ en: 'largest weight difference', zh: '权重的最大差异' }, 'logarithmic'),
				series: [
					{ label: { en: 'decay ηλ', zh: '衰减系数 ηλ' }, draw: 'line', x: lengths, y: rescaled },
					{ label: { en: 'decay λ, not rescaled', zh: '衰减系数 λ（未换算）' }, draw: 'line', x: lengths, y: unscaled },
				],
			},
		};
	},
	sentence: ({ largestDifference, withoutRescaling }) => ({
		en: `With the decay set to ηλ no weight ever differs by more than ${formatValue(largestDifference, 2)}; with λ itself they part by ${formatValue(withoutRescaling, 2)}.`,
		zh: `衰减系数取 ηλ 时，任何权重在任何一步的差异都不超过 ${formatValue(largestDifference, 2)}；直接取 λ 时差异达到 ${formatValue(withoutRescaling, 2)}。`,
	}),
	expectations: [
		{
			measured: 'largestDifference',
			text: { en: 'at most 10⁻⁵ at every step (float32)', zh: '每一步都不超过 10⁻⁵（float32）' },
			from: 0,
			to: 1e-5,
		},
		{
			measured: 'withoutRescaling',
			text: { en: 'control: without rescaling they differ', zh: '对照：不换算则不同' },
			from: 0.01,
			to: 100,
		},
	],
});

const observedSteps = (steps: number) => Array.from({ length: Math.floor(steps / EVERY) }, (_, i) => (i + 1) * EVERY);

const EXAMPLES = 64;
const BATCH = 16;

/** Minibatches in a fixed order, without a shuffle. */
function trainingSpec(steps: number, seed: number, penalty: NonNullable<RunSpecInput['penalty']>): RunSpecInput {
	const first = (step: number) => (step * BATCH) % EXAMPLES;
	return {
		data: { kind: 'moons', m: EXAMPLES, test: null },
		network: { hidden: [8], activation: 'tanh' },
		init: { kind: 'lecun-normal', seed },
		optimizer: { kind: 'sgd', learningRate: LEARNING_RATE },
		penalty,
		training: {
			batches: Array.from({ length: steps }, (_, step) => Array.from({ length: BATCH }, (_, i) => first(step) + i)),
			recordEvery: steps,
		},
		output: { weights: true },
	};
}
