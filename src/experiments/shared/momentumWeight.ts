/**
 * Under momentum, a weight along one eigen-direction of curvature h goes by
 *
 *     L2 in the loss    v ← μv + (h + d)w − b,   w ← w − ηv                    (b: the data's pull)
 *     SGDW              v ← μv + hw − b,         w ← (1 − ηd)w − ηv
 *
 * The first rests at b/(h + d), which is ridge's point. The second rests at b/(h + (1−μ)d): v is then 1/(1−μ) times the
 * gradient, and the decay has to balance that. Without data (h = b = 0) the first shrinks by the larger root of
 * ρ² − (1 + μ − ηd)ρ + μ = 0 a step, which is 1 − ηd/(1−μ) + O((ηd)²), and the second by 1 − ηd.
 */
import type { TrainedRun } from '../../schema/run.ts';
import type { RunSpecInput } from '../../schema/runSpec.ts';

export type Application = 'loss' | 'decoupled';

/** SGD, with momentum or without. */
export const stepBy = (learningRate: number, momentum: number): RunSpecInput['optimizer'] => ({
	kind: 'sgd',
	learningRate,
	momentum,
});

/**
 * ηd of the weight that no data hold. A power of two, so that float32 has 1 − ηd exactly, and so small that
 * ηd/(1−μ) is within 10⁻³ of 1 − ρ at every momentum here.
 */
export const SHRINK = 2 ** -17;
const SHRINK_RATE = 2 ** -7;
const SHRINK_STEPS = 20_000;

/** One weight whose input is always 0. */
export const aloneSpec = (momentum: number, application: Application): RunSpecInput => ({
	data: { kind: 'inline', X: [[0], [0]], y: [0, 1] },
	network: { hidden: [] },
	init: { kind: 'explicit', W: [[[1]]], b: [[0]] },
	loss: 'half-squared-error',
	optimizer: stepBy(SHRINK_RATE, momentum),
	penalty: { lambda: SHRINK / SHRINK_RATE, scaling: 'half', application },
	training: { epochs: SHRINK_STEPS, recordEvery: SHRINK_STEPS / 2 },
});

/** The share of the weight that a step removes, over the second half: momentum has then come to its speed. */
export function shrinkIn({ trace }: TrainedRun): number {
	const [, half, end] = trace.weightNorm;
	return 1 - ((end ?? Number.NaN) / (half ?? Number.NaN)) ** (2 / SHRINK_STEPS);
}

/** By what a weight without data is multiplied in a step, in the long run. */
export function dominantRoot(momentum: number, application: Application): number {
	if (application === 'decoupled') return 1 - SHRINK;
	const sum = 1 + momentum - SHRINK;
	return (sum + Math.sqrt(sum ** 2 - 4 * momentum)) / 2;
}

/** One weight on data of curvature 1/4, from 3; free it would go to 1. It never passes 0, so that its size says where it is. */
const DIRECTION = { curvature: 0.25, pull: 0.25, start: 3, learningRate: 0.02, decay: 0.1, steps: 200 } as const;

export const directionSpec = (momentum: number, application: Application): RunSpecInput => ({
	data: { kind: 'inline', X: [[0.5], [-0.5]], y: [0.5, -0.5] },
	network: { hidden: [] },
	init: { kind: 'explicit', W: [[[DIRECTION.start]]], b: [[0]] },
	loss: 'half-squared-error',
	optimizer: stepBy(DIRECTION.learningRate, momentum),
	penalty: { lambda: DIRECTION.decay, scaling: 'half', application },
	training: { epochs: DIRECTION.steps, recordEvery: 1 },
});

/** The farthest that a trained weight is from the recursion at the head of this file. */
export function distanceToRecursion({ trace }: TrainedRun, momentum: number, application: Application): number {
	const { curvature, pull, start, learningRate, decay } = DIRECTION;
	const [inGradient, inStep] = application === 'loss' ? [decay, 0] : [0, decay];
	let [w, v, farthest] = [start as number, 0, 0];
	for (const trained of trace.weightNorm) {
		farthest = Math.max(farthest, Math.abs(w - (trained ?? Number.NaN)));
		v = momentum * v + (curvature + inGradient) * w - pull;
		w = (1 - learningRate * inStep) * w - learningRate * v;
	}
	return farthest;
}
