/**
 * The arithmetic of every conversion. λ belongs to the objective with the loss that the user states:
 *
 *     J = (1/m) Σ loss_i + (λ/2m)·‖w‖²
 *
 * A library minimises  D + c·‖w‖²  with D the mean of the loss that it trains on, which is k times the mean of
 * the stated one: k is 1 where they are the same, 2 where ½(ŷ−y)² is stated and the library trains on (ŷ−y)²,
 * and ½ the other way round. Both objectives have one minimiser when c = k·λ/2m.
 *
 * Momentum amplifies what goes through it 1/(1 − μ) times: the data's gradient, and a penalty's with it, but no decay
 * that stands beside the step. Where such a weight rests, g/(1 − μ) + value·w = 0, so its strength is (1 − μ)·value.
 */
import { roundTo } from '../numberFormat.ts';
import { likelihoodMultiple, penaltyCoefficient } from '../penalty.ts';
import { isSquaredError, type Loss } from '../schema/losses.ts';
import { type Penalty, penaltySchema } from '../schema/objective.ts';
import type { Library, Setting } from './library.ts';

/** The data loss that the library itself trains on when a user states `loss`. */
export function lossWithin({ ownSquaredError }: Library, loss: Loss): Loss {
	return isSquaredError(loss) ? (ownSquaredError ?? loss) : loss;
}

/** The library's penalty in the words of a RunSpec, biases left out. */
export function penaltyOf(library: Library, value: number, setting: Setting): Penalty {
	return withStrength(library, strengthOf(library, value, setting));
}

/** 1 − μ of a decay beside SGD's step, 1 of all others: what of its value is the strength of a penalty. */
export const momentumShare = ({ coupling, optimizer }: Library, momentum = 0): number =>
	coupling === 'decoupled' && optimizer === 'sgd' ? roundTo(1 - momentum, 12) : 1;

/** λ of a library's value: λ = 2m·c/k, or (1 − μ) of it. */
export function lambdaOf(library: Library, value: number, setting: Setting): number {
	return penaltyCoefficient(penaltyOf(library, value, setting), setting) * lambdaPerCoefficient(library, setting);
}

/** A library's value for λ: the inverse of `lambdaOf`. Not finite where λ = 0 is said by no value (C = 1/λ, a prior's deviation). */
export function spelledValue(library: Library, lambda: number, setting: Setting): number {
	const perStrength = penaltyCoefficient(withStrength(library, 1), setting);
	const strength = lambda / lambdaPerCoefficient(library, setting) / perStrength;
	switch (library.strength) {
		case 'reciprocal':
			return 1 / strength;
		case 'over-target-deviation':
			return strength * (setting.targetDeviation ?? 1);
		case 'prior-deviation':
			return 1 / Math.sqrt(strength);
		default:
			return strength;
	}
}

function strengthOf({ strength }: Library, value: number, { targetDeviation = 1 }: Setting): number {
	switch (strength) {
		case 'reciprocal':
			return 1 / value;
		case 'over-target-deviation':
			return value / targetDeviation;
		case 'prior-deviation':
			return 1 / value ** 2;
		default:
			return value;
	}
}

const withStrength = ({ scaling, coupling, norm }: Library, strength: number): Penalty => ({
	...penaltySchema.parse({}),
	norm: norm ?? 'l2',
	lambda: strength,
	scaling,
	application: coupling === 'decoupled' ? 'decoupled' : 'loss',
});

/** 2m/k, and 1 − μ of that where the decay stands beside SGD's step. */
const lambdaPerCoefficient = (library: Library, { loss, m, momentum }: Setting) =>
	(2 * m * likelihoodMultiple(loss) * momentumShare(library, momentum)) / likelihoodMultiple(lossWithin(library, loss));
