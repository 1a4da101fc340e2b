import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import type { Kind } from './factors.ts';

/** σ²/τ² of the teacher below, and 1/τ² where there is no σ. */
const LAMBDA = 4;

/**
 * A training whose minimum is the posterior's peak of that derivation: weights drawn from N(0, ½²), noise of 1, and the
 * λ that follows from them. Classical ridge is the same λ beside a sum of whole squares: (ŷ − y)² takes λ/m.
 */
export function specOf(kind: Kind): RunSpecInput {
	const isLog = kind === 'log-loss';
	return {
		data: isLog
			? { kind: 'moons', m: 100 }
			: { kind: 'linear-teacher', m: 100, features: 20, teacherStandardDeviation: 0.5, noise: 1 },
		network: { hidden: [] },
		loss: isLog ? 'binary-cross-entropy' : kind === 'ridge' ? 'squared-error' : 'half-squared-error',
		optimizer: { kind: 'adam', learningRate: 0.05 },
		penalty: { lambda: LAMBDA, scaling: kind === 'ridge' ? 'over-m' : 'over-2m' },
		training: { epochs: 1000, learningRateDecay: 'linear' },
	};
}
