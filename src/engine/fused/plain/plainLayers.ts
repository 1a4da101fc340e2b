import { at } from '../../../at.ts';
import type { RunSpec } from '../../../schema/runSpec.ts';
import { ACTIVATION_FLOP } from '../../flop.ts';
import { dropTiny } from '../../tiny.ts';

/** What has been computed so far, in floating-point operations. */
export interface Tally {
	flop: number;
}

/** One layer with the gradient of a batch and, of one example, its outputs and what the loss says of them. */
export interface PlainLayer {
	inputs: number;
	outputs: number;
	/** [outputs][inputs] */
	W: Float32Array;
	b: Float32Array;
	gradientW: Float32Array;
	gradientB: Float32Array;
	above: Float32Array;
	deltaAbove: Float32Array;
}

type Activation = RunSpec['network']['activation'];

const activate: Record<Activation, (z: number) => number> = {
	linear: (z) => z,
	relu: (z) => (z > 0 ? z : 0),
	tanh: Math.tanh,
	sigmoid: (z) => 1 / (1 + Math.exp(-z)),
};

/** activation'(z), from the activation a itself. */
const slope: Record<Activation, (a: number) => number> = {
	linear: () => 1,
	relu: (a) => (a > 0 ? 1 : 0),
	tanh: (a) => 1 - a * a,
	sigmoid: (a) => a * (1 - a),
};

/** A number of a vector, as `at` gives it; the innermost loops would wait for a call of `at` itself. */
export const read = (values: Float32Array, index: number): number => values[index] ?? at(values, index);

/** above = activation(W · below + b). */
export function forward(layer: PlainLayer, below: Float32Array, activation: Activation, tally: Tally): void {
	const { inputs, outputs, W, b, above } = layer;
	for (let unit = 0; unit < outputs; unit++) {
		let z = read(b, unit);
		for (let input = 0; input < inputs; input++) z += read(W, unit * inputs + input) * read(below, input);
		above[unit] = dropTiny(activate[activation](z));
	}
	tally.flop += 2 * inputs * outputs + ACTIVATION_FLOP[activation].forward * outputs;
}

/** gradientW += deltaAbove · belowᵀ, gradientB += deltaAbove. */
export function addGradient(layer: PlainLayer, below: Float32Array, tally: Tally): void {
	const { inputs, outputs, gradientW, gradientB, deltaAbove } = layer;
	for (let unit = 0; unit < outputs; unit++) {
		const delta = read(deltaAbove, unit);
		for (let input = 0; input < inputs; input++) {
			const i = unit * inputs + input;
			gradientW[i] = read(gradientW, i) + delta * read(below, input);
		}
		gradientB[unit] = read(gradientB, unit) + delta;
	}
	tally.flop += 2 * inputs * outputs + outputs;
}

/** The lower layer's delta = (Wᵀ · deltaAbove) · activation'(below); `a` is the activation before dropout. */
export function passDown(layer: PlainLayer, below: PlainLayer, a: Float32Array, kind: Activation, tally: Tally): void {
	const { inputs, outputs, W, deltaAbove } = layer;
	for (let input = 0; input < inputs; input++) {
		let delta = 0;
		for (let unit = 0; unit < outputs; unit++) delta += read(W, unit * inputs + input) * read(deltaAbove, unit);
		below.deltaAbove[input] = dropTiny(delta * slope[kind](read(a, input)));
	}
	tally.flop += 2 * inputs * outputs + ACTIVATION_FLOP[kind].backward * inputs;
}
