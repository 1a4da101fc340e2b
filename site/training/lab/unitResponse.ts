import { at } from '../../../src/at.ts';
import { layerSizes } from '../../../src/engine/layerSizes.ts';
import type { Network } from '../../../src/schema/network.ts';

const activate: Record<Network['activation'], (z: number) => number> = {
	linear: (z) => z,
	relu: (z) => Math.max(0, z),
	tanh: Math.tanh,
	sigmoid: (z) => 1 / (1 + Math.exp(-z)),
};

/** Which hidden unit of which network. */
interface Unit {
	widths: readonly number[];
	activation: Network['activation'];
	/** W₀, b₀, W₁, b₁ …, each W as [out][in]. */
	parameters: Float32Array;
	/** 0 is the first hidden layer. */
	layer: number;
	unit: number;
}

/**
 * What a hidden unit answers at each point: a ← activation(W·a + b) layer by layer, in float64, so that it differs from
 * what the engines compute by their rounding.
 *
 * @param points [points][features]
 * @returns [points]; null where the network has no such unit
 */
export function unitResponse(
	{ widths, activation, parameters, layer, unit }: Unit,
	points: Float32Array,
): Float32Array<ArrayBuffer> | null {
	const isThere = layer >= 0 && layer < widths.length - 2 && unit >= 0 && unit < at(widths, layer + 1);
	if (!isThere) return null;
	const apply = activate[activation];
	const below = layerSizes(widths.slice(0, layer + 2));
	const features = at(widths, 0);
	const rows = points.length / features;
	const answers = new Float32Array(rows);
	let [a, next] = [new Float64Array(Math.max(...widths)), new Float64Array(Math.max(...widths))];
	for (let row = 0; row < rows; row++) {
		for (let input = 0; input < features; input++) a[input] = points[row * features + input] as number; // rows · features of them
		let from = 0;
		for (const { inputs, outputs } of below) {
			const biases = from + inputs * outputs;
			for (let out = 0; out < outputs; out++) {
				let z = parameters[biases + out] as number; // as many as the widths need
				for (let input = 0; input < inputs; input++) {
					z += (parameters[from + out * inputs + input] as number) * (a[input] as number);
				}
				next[out] = apply(z);
			}
			from = biases + outputs;
			[a, next] = [next, a];
		}
		answers[row] = a[unit] as number; // looked up above
	}
	return answers;
}

/** Activations as shares from 0 to 1, ½ where the unit is silent: as a picture's colours have it. */
export function asShares(values: Float32Array, activation: Network['activation']): Float32Array {
	switch (activation) {
		case 'sigmoid':
			return values;
		case 'tanh':
			return values.map((a) => (a + 1) / 2);
		case 'relu':
		case 'linear': {
			const largest = values.reduce((most, a) => Math.max(most, Math.abs(a)), 0) || 1;
			return values.map((a) => 0.5 + a / (2 * largest));
		}
	}
}
