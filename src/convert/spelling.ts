/**
 * The arithmetic of every conversion. A library minimises  D + c·‖w‖²  with D the mean of its data
 * loss; the project minimises
 *
 *     J = (1/m) Σ loss_i + (λ/2m)·‖w‖²        loss_i a cross-entropy or ½(ŷ−y)²
 *
 * Both have one minimiser when c = λ/2m, or, where D is the mean of (ŷ−y)² without the ½, that is
 * 2·(1/m) Σ ½(ŷ−y)², when c = λ/m. So λ = 2m·c or λ = m·c.
 */
import { penaltyCoefficient, type Sizes } from '../penalty.ts';
import { type Loss, type Penalty, penaltySchema } from '../schema/objective.ts';
import type { Library } from './library.ts';

/** What a spelling may depend on beside the value. */
export interface Setting extends Sizes {
	/** sd(y). */
	targetDeviation: number;
}

/** The data loss that the library really trains on when a user names `loss`. */
export function lossWithin({ ownSquaredError }: Library, loss: Loss): Loss {
	return loss.endsWith('squared-error') ? (ownSquaredError ?? loss) : loss;
}

/** The library's penalty in the words of a RunSpec, biases left out. */
export function penaltyOf(library: Library, value: number, setting: Setting): Penalty {
	return withStrength(library, strengthOf(library, value, setting));
}

/** λ of a library's value: λ = 2m·c, or m·c beside a squared error without ½. */
export function lambdaOf(library: Library, value: number, loss: Loss, setting: Setting): number {
	return penaltyCoefficient(penaltyOf(library, value, setting), setting) * lambdaPerCoefficient(library, loss, setting);
}

/** A library's value for λ: the inverse of `lambdaOf`. Not finite where λ = 0 is said by no value (C = 1/λ). */
export function spelledValue(library: Library, lambda: number, loss: Loss, setting: Setting): number {
	const perStrength = penaltyCoefficient(withStrength(library, 1), setting);
	const strength = lambda / lambdaPerCoefficient(library, loss, setting) / perStrength;
	switch (library.strength) {
		case 'reciprocal':
			return 1 / strength;
		case 'over-target-deviation':
			return strength * setting.targetDeviation;
		default:
			return strength;
	}
}

function strengthOf({ strength }: Library, value: number, { targetDeviation }: Setting): number {
	switch (strength) {
		case 'reciprocal':
			return 1 / value;
		case 'over-target-deviation':
			return value / targetDeviation;
		default:
			return value;
	}
}

const withStrength = ({ scaling, coupling }: Library, strength: number): Penalty => ({
	...penaltySchema.parse({}),
	lambda: strength,
	scaling,
	application: coupling === 'decoupled' ? 'decoupled' : 'loss',
});

const lambdaPerCoefficient = (library: Library, loss: Loss, { m }: Sizes) =>
	lossWithin(library, loss) === 'squared-error' ? m : 2 * m;
