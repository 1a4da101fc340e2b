import { at } from '../../at.ts';
import type { TrainedRun } from '../../schema/run.ts';

/**
 * ‖∇ℓᵢ‖ of each example over the weights without biases, for a network 2-h-1 of tanh and its log-loss:
 * with δ = σ(z) − y and hidden values h, ‖∇ℓ‖² = δ²·(Σhⱼ² + ‖x‖²·Σ(vⱼ(1 − hⱼ²))²).
 *
 * @throws RangeError when the run holds no weights
 */
export function exampleGradientLengths(
	run: Pick<TrainedRun, 'weights'>,
	{ X, y }: { X: number[][]; y: number[] },
): number[] {
	if (!run.weights) throw new RangeError('the run holds no weights: ask for them in its output');
	const { W, b } = run.weights;
	const [inner, outer] = [at(W, 0), at(at(W, 1), 0)];
	return X.map((x, i) => {
		const hidden = inner.map((w, j) => Math.tanh(dot(w, x) + at(at(b, 0), j)));
		const probability = 1 / (1 + Math.exp(-dot(outer, hidden) - at(at(b, 1), 0)));
		const back = hidden.map((h, j) => at(outer, j) * (1 - h * h));
		return Math.abs(probability - at(y, i)) * Math.sqrt(dot(hidden, hidden) + dot(x, x) * dot(back, back));
	});
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, k) => sum + value * at(b, k), 0);
