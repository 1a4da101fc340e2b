/**
 * What `proveIt` trains for a spelling. The entries' `scaling`, `coupling` and `optimizer` are the words of a
 * RunSpec, so nothing is described twice.
 *
 * The problem has 50 points. Where both spellings are plain SGD, a small network is trained in batches of 5, and the two
 * trajectories must agree. Where one is Adam, only the minimisers agree, so a linear model is trained on all 50 rows
 * with a rate that falls to 0. Biases are not penalised on either side.
 */
import { likelihoodMultiple } from '../penalty.ts';
import { canonical } from '../schema/canonical.ts';
import type { LibraryId } from '../schema/libraryIds.ts';
import { isSquaredError, type Loss } from '../schema/losses.ts';
import { penaltySchema } from '../schema/objective.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import { LAMBDA } from './exactness.ts';
import { libraries } from './libraries.ts';
import type { Setting } from './library.ts';
import { lossWithin, penaltyOf, spelledValue } from './spelling.ts';

/** Points of the problem. */
export const PROOF_EXAMPLES = 50;
const BATCH_SIZE = 5;

interface Problem {
	lambda: number;
	/** The loss of the objective that λ belongs to. */
	loss: Loss;
	/** Whether one of the two goes through Adam. */
	adaptive: boolean;
}

/** A spelling of λ as a RunSpec: the library's own value under its own scaling, beside its own loss. */
export function specOf(
	id: LibraryId | typeof LAMBDA,
	{ lambda, loss, adaptive }: Problem,
): { value: number; spec: RunSpec } {
	const batchSize = adaptive ? PROOF_EXAMPLES : BATCH_SIZE;
	const setting: Setting = { loss, m: PROOF_EXAMPLES, batchSize };
	const { value, trained, penalty, optimizer } = spell(id, lambda, setting);
	// An objective that is twice as large takes the same steps at half the rate.
	const learningRate = (adaptive ? 0.2 : 0.05) / likelihoodMultiple(trained);
	const spec = canonical({
		data: isSquaredError(loss)
			? { kind: 'linear-teacher', m: PROOF_EXAMPLES, features: 4, seed: 3 }
			: { kind: 'moons', m: PROOF_EXAMPLES, noise: 0.3, seed: 3 },
		network: adaptive ? { hidden: [] } : { hidden: [4], activation: 'tanh' },
		loss: trained,
		optimizer: optimizer === 'adam' ? { kind: 'adam', learningRate: 0.02 } : { kind: 'sgd', learningRate },
		penalty,
		training: adaptive
			? { epochs: 5000, learningRateDecay: 'linear', recordEvery: 5000 }
			: { epochs: 100, batchSize, shuffleSeed: 1, recordEvery: 100 },
		output: { weights: true },
	});
	return { value, spec };
}

/** A spelling's value, the loss that it trains on, and its penalty and optimizer in the words of a RunSpec. */
function spell(id: LibraryId | typeof LAMBDA, lambda: number, setting: Setting) {
	if (id === LAMBDA) {
		const penalty = { ...penaltySchema.parse({}), lambda };
		return { value: lambda, trained: setting.loss, penalty, optimizer: 'sgd' };
	}
	const library = libraries[id];
	const value = spelledValue(library, lambda, setting);
	return {
		value,
		trained: lossWithin(library, setting.loss),
		penalty: penaltyOf(library, value, setting),
		optimizer: library.optimizer,
	};
}
