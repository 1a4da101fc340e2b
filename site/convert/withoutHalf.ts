import { isBesideAdaptiveStep } from '../../src/convert/exactness.ts';
import { libraries } from '../../src/convert/libraries.ts';
import { WRITTEN_BY_THE_USER } from '../../src/convert/library.ts';
import type { Equivalent } from '../../src/schema/conversion.ts';

/** What frameworks call the mean of (ŷ−y)², by the beginning of a row's id. */
const NAMES: readonly (readonly [RegExp, string])[] = [
	[/^(pytorch|timm)/, 'nn.MSELoss'],
	[/^keras/, '"mse"'],
	[/^tfjs/, "'meanSquaredError'"],
	[/^(optax|flax)/, 'optax.squared_error'],
];

/**
 * The squared error that a framework has under a name, which is without the ½ of ½(ŷ−y)²: it is twice as large, and so is the number
 * beside it. Null where a row's number is not for ½(ŷ−y)², or of no penalty.
 */
export function withoutHalf({ library, loss, value }: Equivalent): { name: string; value: number } | null {
	const { losses, coupling } = libraries[library];
	const name = NAMES.find(([id]) => id.test(library))?.[1];
	if (!name || !value || loss !== 'half-squared-error' || losses !== WRITTEN_BY_THE_USER) return null;
	return coupling === 'leaves' || isBesideAdaptiveStep(libraries[library]) ? null : { name, value: 2 * value };
}
