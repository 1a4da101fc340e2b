import { train } from '../../../scripts/nodeHost.ts';
import { convert } from '../../../src/convert/convert.ts';
import { logistic } from '../../../src/convex/logistic.ts';
import { ridge } from '../../../src/convex/ridge.ts';
import { drawDataSet } from '../../../src/data/registry.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import { convertQuerySchema } from '../../../src/schema/convertQuery.ts';
import { selfContainedDataSchema } from '../../../src/schema/data.ts';
import type { LibraryId } from '../../../src/schema/libraryIds.ts';
import type { Loss } from '../../../src/schema/losses.ts';

export const LAMBDA = 2.5;
export const BATCH_SIZE = 5;

const half = drawDataSet(
	selfContainedDataSchema.parse({ kind: 'linear-teacher', m: 25, features: 4, seed: 5, noise: 0.8 }),
).train;

/**
 * 50 points of four features, each with its mirror image: (x, y) and (−x, −y). The best intercept is
 * then 0 whether it is penalised or not, so that libraries differ in nothing but λ.
 */
export const X = [...half.X, ...half.X.map((row) => row.map((value) => -value))];
export const y = [...half.y, ...half.y.map((value) => -value)];
/** Which side of 0, for a classification. */
export const labels = y.map((value) => (value > 0 ? 1 : 0));
/** Below, around and above 0, for one of three classes, whose intercepts nobody penalises. */
const thirds = y.map((value) => (Math.abs(value) < 0.5 ? 1 : value > 0 ? 2 : 0));
export const m = X.length;
/** sd(y), by which glmnet divides inside. */
const targetDeviation = Math.sqrt(y.reduce((sum, value) => sum + value ** 2, 0) / m);

/** What each loss is trained on. */
export const targets: Record<Loss, number[]> = {
	'binary-cross-entropy': labels,
	'softmax-cross-entropy': thirds,
	'half-squared-error': y,
	'squared-error': y,
};

/** λ for a loss: (ŷ−y)² is twice ½(ŷ−y)², and needs twice the λ to pull weights as far. */
export const lambdaBeside = (loss: Loss): number => (loss === 'squared-error' ? 2 * LAMBDA : LAMBDA);

/** The weights that minimise J = mean loss + (λ/2m)‖w‖², in float64. */
export function minimiser(loss: Exclude<Loss, 'softmax-cross-entropy'>, lambda = lambdaBeside(loss)): number[] {
	if (loss === 'binary-cross-entropy') return logistic(X, labels, 1 / lambda).w;
	return ridge(X, y, loss === 'squared-error' ? lambda / 2 : lambda);
}

/** The weights of a linear model that the project's own engine trains to the end with that loss and λ, class by class. */
export async function trainedWeights(loss: Loss, lambda: number): Promise<number[]> {
	const spec = canonical({
		data: { kind: 'inline', X, y: targets[loss] },
		network: { hidden: [] },
		loss,
		optimizer: { kind: 'sgd', learningRate: 0.2 },
		penalty: { lambda },
		training: { epochs: 5000, recordEvery: 5000 },
		output: { weights: true },
	});
	const { weights } = await train(spec);
	if (!weights) throw new RangeError(`${loss} diverged with λ = ${lambda}`);
	return weights.W.flat(2);
}

/** A library's value for λ on this problem. */
export function valueFor(library: LibraryId, loss: Loss, batchSize: number = BATCH_SIZE): number {
	const value = lambdaBeside(loss);
	const outcome = convert(convertQuerySchema.parse({ from: 'lambda', value, m, batchSize, loss, targetDeviation }));
	const found = outcome.ok ? outcome.conversion.equivalents.find((one) => one.library === library)?.value : null;
	if (typeof found !== 'number') throw new RangeError(`${library} does not train on ${loss}`);
	return found;
}

/** λ of a library's value on this problem. */
export function lambdaFor(library: LibraryId, value: number, loss: Loss, batchSize: number = BATCH_SIZE): number {
	const outcome = convert(convertQuerySchema.parse({ from: library, value, m, batchSize, loss, targetDeviation }));
	if (!outcome.ok) throw new RangeError(outcome.errors[0]?.message);
	return outcome.conversion.lambda;
}
