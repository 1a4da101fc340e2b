import { at } from '../at.ts';
import type { Resampled } from '../statistics.ts';

/** From a 2.5% quantile to a 97.5% one: where a number of another set of as many draws is to be expected, say. */
export interface Prediction {
	low: number;
	high: number;
}

/** Every resample is compared with so many others. */
const PARTNERS = 30;
/** The normal quantile of 97.5%. */
const Z = 1.959964;

/**
 * Where another n independent draws put a number: value ± h. A confidence interval does not say it, since the other
 * number has luck of its own. The difference of two such numbers is symmetric about 0 however skewed each is; h₀ is the
 * 95% quantile of |a − b| over pairs of bootstrap resamples, about √2 times half a confidence interval. Then
 *
 *     h = h₀ · √(n/(n − 1)) · t/z
 *
 * with t and z the 97.5% quantiles of Student's law with n − 1 degrees of freedom and of the normal: n draws resampled
 * spread too little by that root, and know the spread itself no better (Hesterberg 2015, "What Teachers Should Know About
 * the Bootstrap", on narrowness). 1.12 for 16 draws.
 */
export function predict<Found>(
	{ count, found, resampled }: Resampled<Found>,
	numberIn: (found: Found) => number,
): Prediction {
	const values = resampled.map(numberIn);
	const apart = new Float64Array(values.length * PARTNERS);
	for (const [i, value] of values.entries()) {
		for (let k = 0; k < PARTNERS; k++) {
			apart[i * PARTNERS + k] = Math.abs(value - at(values, (i + k + 1) % values.length));
		}
	}
	apart.sort();
	const spread = apart[Math.floor(0.95 * apart.length)] ?? Number.NaN;
	const half = (spread * Math.sqrt(count / (count - 1)) * studentQuantile(count - 1)) / Z;
	const value = numberIn(found);
	return { low: value - half, high: value + half };
}

/** The 97.5% quantile of Student's law with ν degrees of freedom, to 0.001 from ν = 5 on (Abramowitz & Stegun, 26.7.5). */
export function studentQuantile(degrees: number): number {
	const terms = [
		(Z ** 3 + Z) / 4,
		(5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / 96,
		(3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / 384,
		(79 * Z ** 9 + 776 * Z ** 7 + 1482 * Z ** 5 - 1920 * Z ** 3 - 945 * Z) / 92_160,
	];
	return terms.reduce((sum, term, i) => sum + term / degrees ** (i + 1), Z);
}
