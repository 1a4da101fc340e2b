import { at } from '../../src/at.ts';
import { dot } from '../../src/convex/vectors.ts';
import type { Sample } from '../../src/data/sample.ts';
import type { Weights } from '../../src/schema/run.ts';

/**
 * The mean cross-entropy of a trained network of tanh units on some examples, in float64 and from its weights alone, to hold the
 * losses of a run against.
 */
export function networkLoss({ W, b }: Weights, { X, y }: Sample): number {
	const last = W.length - 1;
	const outputsOf = (x: readonly number[]) =>
		W.reduce((values, rows, depth) => {
			const biases = at(b, depth);
			return rows.map((weights, unit) => {
				const before = at(biases, unit) + dot(weights, values);
				return depth === last ? before : Math.tanh(before);
			});
		}, x);
	return X.reduce((sum, x, i) => sum + crossEntropy(outputsOf(x), at(y, i)), 0) / X.length;
}

/** −log of the softmax of a class; one output is the logit of class 1 beside a 0 for class 0. */
function crossEntropy(outputs: readonly number[], target: number): number {
	const logits = outputs.length === 1 ? [0, at(outputs, 0)] : outputs;
	const most = Math.max(...logits);
	const whole = logits.reduce((sum, logit) => sum + Math.exp(logit - most), 0);
	return most + Math.log(whole) - at(logits, target);
}
