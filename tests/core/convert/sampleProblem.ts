import { convert } from '../../../src/convert/convert.ts';
import { logistic } from '../../../src/convex/logistic.ts';
import { ridge } from '../../../src/convex/ridge.ts';
import { dataSet } from '../../../src/data/registry.ts';
import { convertQuerySchema, type LibraryId } from '../../../src/schema/convertQuery.ts';
import { dataSchema } from '../../../src/schema/data.ts';
import type { Loss } from '../../../src/schema/objective.ts';

export const LAMBDA = 2.5;
export const BATCH_SIZE = 5;

const half = dataSet(dataSchema.parse({ kind: 'linear-teacher', m: 25, features: 4, seed: 5, noise: 0.8 })).train;

/**
 * 50 points of four features, each with its mirror image: (x, y) and (−x, −y). The best intercept is
 * then 0 whether it is penalised or not, so that libraries differ in nothing but λ.
 */
export const X = [...half.X, ...half.X.map((row) => row.map((value) => -value))];
export const y = [...half.y, ...half.y.map((value) => -value)];
/** Which side of 0, for a classification. */
export const labels = y.map((value) => (value > 0 ? 1 : 0));
export const m = X.length;

/** The weights that minimise the project's objective, in float64. */
export const minimiser = (loss: Loss, lambda = LAMBDA): number[] =>
	loss.endsWith('squared-error') ? ridge(X, y, lambda) : logistic(X, labels, 1 / lambda).w;

/** A library's value for λ on this problem. */
export function valueFor(library: LibraryId, loss: Loss, batchSize: number = BATCH_SIZE): number {
	const outcome = convert(convertQuerySchema.parse({ from: 'lambda', value: LAMBDA, m, batchSize, loss }));
	const value = outcome.ok ? outcome.conversion.equivalents.find((one) => one.library === library)?.value : null;
	if (typeof value !== 'number') throw new RangeError(`${library} does not train on ${loss}`);
	return value;
}
