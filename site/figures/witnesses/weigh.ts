import type { Sample } from '../../../src/data/sample.ts';
import { exampleGradientLengths } from '../../../src/experiments/shared/exampleGradients.ts';
import { decayCoefficient } from '../../../src/penalty.ts';
import type { Weights } from '../../../src/schema/run.ts';
import { mean } from '../../../src/statistics.ts';
import type { Scale, WitnessesState } from './tasks.ts';

/** What each penalty weighs, in examples. */
export type Weighed = Record<Scale, number>;

const PLAIN = { norm: 'l2', application: 'loss', penalizeBiases: false, l1Ratio: 0 } as const;
const SCALINGS = { divided: 'over-2m', undivided: 'half' } as const;
/** Digits that are kept: fewer are shown. */
const DIGITS = 5;

/**
 * How many examples a penalty weighs like, at a network: the length of its gradient, d·‖W‖, over that of one example's
 * part in the mean loss, ḡ/m, where ḡ is the mean of ‖∇ℓᵢ‖ over the weights. Under λ/2m that is λ‖W‖/ḡ, whatever m.
 */
export function weigh(
	{ weights, sample }: { weights: Weights; sample: Sample },
	{ m, lambda }: WitnessesState,
): Weighed {
	const example = mean(exampleGradientLengths({ weights }, sample)) / m;
	const size = Math.hypot(...weights.W.flat(2));
	const inExamples = (scale: Scale) => {
		const penalty = { ...PLAIN, lambda, scaling: SCALINGS[scale] };
		const length = decayCoefficient(penalty, { m, batchSize: m }) * size;
		return Number((length / example).toPrecision(DIGITS));
	};
	return { divided: inExamples('divided'), undivided: inExamples('undivided') };
}
