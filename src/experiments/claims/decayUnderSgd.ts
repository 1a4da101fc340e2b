import * as z from 'zod';
import { at } from '../../at.ts';
import { inDocument } from '../../inDocument.ts';
import type { RunSpecInput } from '../../schema/runSpec.ts';
import { defineExperiment, type ExpectationsOf, weightsOf } from '../experiment.ts';
import { AXES, axis } from '../figure.ts';
import { formatValue } from '../formatEstimate.ts';
import { strengthParameter } from '../shared/strength.ts';

const LEARNING_RATE = 0.1;
/** Every so many steps both networks are looked at. */
const EVERY = 5;
/** The largest decay a step, as a share of the weight, under which weights do not grow. */
const LARGEST_STABLE_DECAY = 2;

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
		lambda: strengthParameter(5, 0.1, inDocument('λ')),
		steps: z.int().min(EVERY).max(400).default(200).describe(inDocument('Minibatch steps')),
		seed: z.int().min(0).max(1000).default(2).describe(inDocument('Seed of the initial weights')),
	},
	specs: ({ lambda, steps, seed }) =>
		observedSteps(steps).flatMap((length) => [
			trainingSpec(length, seed, { lambda, scaling: 'half' }),
			trainingSpec(length, seed, { lambda: LEARNING_RATE * lambda, scaling: 'half', application: 'decoupled-raw' }),
			trainingSpec(length, seed, { lambda, scaling: 'half', application: 'decoupled-raw' }),
		]),
	measure({ steps }, runs) {
		const lengths = observedSteps(steps);
		/** The largest difference of two weights at each length; null once the other network has left float32. */
		const difference = (other: number) =>
			lengths.map((_, i) => {
				if (runs[3 * i + other]?.status === 'diverged') return null;
				const [a, b] = [weightsOf(runs[3 * i]), weightsOf(runs[3 * i + other])];
				return Math.max(...a.map((w, k) => Math.abs(w - at(b, k))));
			});
		const [rescaled, unscaled] = [difference(1), difference(2)];
		return {
			measured: {
				largestDifference: { value: largest(rescaled) },
				withoutRescaling: { value: largest(unscaled) },
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
	sentence: ({ largestDifference, withoutRescaling }, { lambda }) => {
		const [rescaled, unscaled] = [formatValue(largestDifference, 2), formatValue(withoutRescaling, 2)];
		// w ← w − λw multiplies by |1 − λ|: above λ = 2 the weights grow until they leave float32 (claim 20).
		const grows = lambda > LARGEST_STABLE_DECAY;
		return {
			en: `With the decay set to ηλ no weight ever differs by more than ${rescaled}; with λ itself they part by ${unscaled}${grows ? ', as far as float32 holds them: a decay of more than 2 a step grows without end' : ''}.`,
			zh: `衰减系数取 ηλ 时，任何权重在任何一步的差异都不超过 ${rescaled}；直接取 λ 时差异达到 ${unscaled}${grows ? '（只算 float32 还能表示的步：每步衰减超过 2 时权重会无限增长）' : ''}。`,
		};
	},
});

export const expectations: ExpectationsOf<typeof decayUnderSgd> = [
	{
		measured: 'largestDifference',
		text: { en: 'at most 10⁻⁵ at every step (float32)', zh: '每一步都不超过 10⁻⁵（float32）' },
		from: 0,
		to: 1e-5,
		holdsForEvery: ['lambda'],
	},
	{
		measured: 'withoutRescaling',
		text: { en: 'control: without rescaling they differ', zh: '对照：不换算则不同' },
		from: 0.01,
		to: 100,
		isControl: true,
	},
];

const largest = (differences: readonly (number | null)[]) =>
	Math.max(...differences.filter((difference) => difference !== null));

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
