import { norm, penaltyCoefficient } from '../penalty.ts';
import { isWithinFloat32 } from './float32.ts';
import { layerSizes } from './layerSizes.ts';
import type { ResolvedSpec } from './resolve.ts';

/**
 * The penalty c·Ω and the norm √Σw² of the weights, in float64.
 *
 * @param parameters W₀, b₀, W₁, b₁ … in plain order
 */
export function measureWeights({ spec, widths, sizes }: ResolvedSpec, parameters: Float32Array) {
	const { weights, biases } = split(widths, parameters);
	const penalised = spec.penalty.penalizeBiases ? [...weights, ...biases] : weights;
	const squares = { ...spec.penalty, norm: 'l2' as const };
	return {
		penalty: penaltyCoefficient(spec.penalty, sizes) * sum(penalised.map((part) => norm(spec.penalty, part))),
		weightNorm: Math.sqrt(sum(weights.map((part) => norm(squares, part)))),
	};
}

/** Whether every parameter is finite and float32 holds their penalty: where it does not, the run has diverged. */
export function areFinite(resolved: ResolvedSpec, parameters: Float32Array): boolean {
	return parameters.every(Number.isFinite) && isWithinFloat32(measureWeights(resolved, parameters).penalty);
}

/** Views of each layer's weights and biases. */
function split(widths: readonly number[], parameters: Float32Array) {
	const weights: Float32Array[] = [];
	const biases: Float32Array[] = [];
	let from = 0;
	for (const { inputs, outputs } of layerSizes(widths)) {
		const count = outputs * inputs;
		weights.push(parameters.subarray(from, from + count));
		biases.push(parameters.subarray(from + count, from + count + outputs));
		from += count + outputs;
	}
	return { weights, biases };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
