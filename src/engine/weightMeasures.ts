import { norm, penaltyCoefficient, type Sizes } from '../penalty.ts';
import type { RunSpec } from '../schema/runSpec.ts';

/**
 * The penalty and the norm of the weights, in float64.
 *
 * @param parameters W₀, b₀, W₁, b₁ … in plain order
 */
export function weightMeasures(spec: RunSpec, widths: readonly number[], parameters: Float32Array, sizes: Sizes) {
	const { weights, biases } = split(widths, parameters);
	const penalised = spec.penalty.penalizeBiases ? [...weights, ...biases] : weights;
	const squares = { ...spec.penalty, norm: 'l2' as const };
	return {
		penalty: penaltyCoefficient(spec.penalty, sizes) * sum(penalised.map((part) => norm(spec.penalty, part))),
		weightNorm: Math.sqrt(sum(weights.map((part) => norm(squares, part)))),
	};
}

const LARGEST_FLOAT32 = 3.4028234663852886e38;

/** Whether every parameter is finite and float32 holds their penalty: where it does not, the run has diverged. */
export function isHeld(spec: RunSpec, widths: readonly number[], parameters: Float32Array, sizes: Sizes): boolean {
	return (
		parameters.every(Number.isFinite) && weightMeasures(spec, widths, parameters, sizes).penalty <= LARGEST_FLOAT32
	);
}

/** Views of each layer's weights and biases. */
function split(widths: readonly number[], parameters: Float32Array) {
	const weights: Float32Array[] = [];
	const biases: Float32Array[] = [];
	let from = 0;
	for (let layer = 1; layer < widths.length; layer++) {
		const outputs = widths[layer] ?? 0;
		const count = outputs * (widths[layer - 1] ?? 0);
		weights.push(parameters.subarray(from, from + count));
		biases.push(parameters.subarray(from + count, from + count + outputs));
		from += count + outputs;
	}
	return { weights, biases };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
