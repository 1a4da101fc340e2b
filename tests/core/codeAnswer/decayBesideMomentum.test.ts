/**
 * λ, d and τ of a decay beside a step with momentum, against the update itself: as the sources of Keras 3.15 (`apply` and
 * `SGD.update_step`), TensorFlow Addons 0.23 (`DecoupledWeightDecayExtension`) and PyTorch (`sgd`) write it, on one weight.
 */
import { describe, expect, test } from 'vitest';
import { answerCode } from '../../../src/codeAnswer/answerCode.ts';
import { codeQuerySchema } from '../../../src/schema/codeQuery.ts';

const [RATE, DECAY, MOMENTUM] = [0.005, 0.02, 0.9];

/** One step from a weight and its velocity, by the gradient of the data alone. */
type Step = (w: number, velocity: number, gradient: number) => [w: number, velocity: number];

const keras =
	(momentum: number, isNesterov: boolean, share: number): Step =>
	(before, velocity, gradient) => {
		const w = before - before * share;
		const moved = velocity * momentum - gradient * RATE;
		return [w + (isNesterov ? moved * momentum - gradient * RATE : moved), moved];
	};
const torch: Step = (w, velocity, gradient) => {
	const moved = MOMENTUM * velocity + gradient + DECAY * w;
	return [w - RATE * moved, moved];
};

/** Where the weight comes to rest under ½h(w − 1)², which is h/(h + d) beside ½d·w². */
function restOf(step: Step, h: number): number {
	let [w, velocity] = [0, 0];
	for (let at = 0; at < 200_000; at++) [w, velocity] = step(w, velocity, h * (w - 1));
	return w;
}

/** Steps in which the decay alone, once the velocity has settled, shrinks the weight to 1/e. */
function stepsToShrink(step: Step): number {
	const settled = 2000;
	let [w, velocity] = [1, 0];
	for (let at = 0; at < settled; at++) [w, velocity] = step(w, velocity, 0);
	const [from, span] = [w, 1000];
	for (let at = 0; at < span; at++) [w, velocity] = step(w, velocity, 0);
	return -span / Math.log(w / from);
}

describe('d is where the update comes to rest, λ = m·d, and τ is how long it takes to shrink a weight', () => {
	test.each([
		{
			code: 'keras.optimizers.SGD(0.005, weight_decay=0.02)',
			step: keras(0, false, RATE * DECAY),
			said: 'm·weight_decay',
		},
		{
			code: 'keras.optimizers.SGD(0.005, momentum=0.9, weight_decay=0.02)',
			step: keras(MOMENTUM, false, RATE * DECAY),
			said: 'm·(1 − μ)·weight_decay',
		},
		{
			code: 'keras.optimizers.SGD(0.005, momentum=0.9, nesterov=True, weight_decay=0.02)',
			step: keras(MOMENTUM, true, RATE * DECAY),
			said: 'm·(1 − μ)·weight_decay',
		},
		{
			code: 'tfa.optimizers.SGDW(weight_decay=0.02, learning_rate=0.005)',
			step: keras(0, false, DECAY),
			said: 'm·weight_decay/η',
		},
		{
			code: 'tfa.optimizers.SGDW(0.02, 0.005, momentum=0.9)',
			step: keras(MOMENTUM, false, DECAY),
			said: 'm·(1 − μ)·weight_decay/η',
		},
		{
			code: 'torch.optim.SGD(net.parameters(), lr=0.005, momentum=0.9, weight_decay=0.02)',
			step: torch,
			said: 'm·weight_decay',
		},
	])('$code', ({ code, step, said }) => {
		const answer = answerCode(codeQuerySchema.parse({ code, m: 500, batchSize: 50 }));
		const meaning = answer.decays[0]?.meaning;
		const d = meaning?.decayCoefficient ?? Number.NaN;
		for (const h of [0.05, 1, 3]) expect(restOf(step, h)).toBeCloseTo(h / (h + d), 9);
		expect(meaning?.lambda).toBeCloseTo(500 * d, 9);
		expect(meaning?.derivation).toContain(`λ = ${said} = `);
		expect((10 * (meaning?.timescaleEpochs ?? Number.NaN)) / stepsToShrink(step)).toBeCloseTo(1, 1); // 10 steps an epoch
		const own = meaning?.conversion.equivalents.find(({ library }) => library === 'pytorch-sgd');
		expect(own?.value).toBeCloseTo(d, 12);
	});
});
