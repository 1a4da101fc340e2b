import { type Contestant, perEpoch, squaredNorm } from './contestant.ts';
import type { Problem } from './problem.ts';

interface Layer {
	inputs: number;
	outputs: number;
	W: Float32Array;
	b: Float32Array;
	gradientW: Float32Array;
	gradientB: Float32Array;
	/** Outputs of one example, and what the loss says of them. */
	a: Float32Array;
	delta: Float32Array;
}

/** JavaScript as one would write it without a library: typed arrays, one example after the other. */
export const plainLoops: Contestant = {
	name: 'typed-array loops',
	prepare: (problem) => (epochs) => perEpoch(async (count) => trained(problem, count), epochs),
};

function trained(problem: Problem, epochs: number): number {
	const layers = layersOf(problem);
	const { X, y, m, widths, learningRate, decay, softmax } = problem;
	const features = widths[0] ?? 0;
	for (let epoch = 0; epoch < epochs; epoch++) {
		for (let example = 0; example < m; example++) {
			const x = X.subarray(example * features, (example + 1) * features);
			forward(layers, x);
			outputDelta(layers[layers.length - 1] as Layer, y[example] as number, m, softmax); // a net has a layer, a row a target
			backward(layers, x);
		}
		for (const { W, b, gradientW, gradientB } of layers) {
			for (let i = 0; i < W.length; i++) W[i] = at(W, i) - learningRate * (at(gradientW, i) + decay * at(W, i));
			for (let i = 0; i < b.length; i++) b[i] = at(b, i) - learningRate * at(gradientB, i);
			gradientW.fill(0);
			gradientB.fill(0);
		}
	}
	return layers.reduce((sum, { W }) => sum + squaredNorm(W), 0);
}

/** An element that is known to be there. */
const at = (values: Float32Array, index: number) => values[index] as number;

function forward(layers: Layer[], x: Float32Array): void {
	let below = x;
	for (let l = 0; l < layers.length; l++) {
		const { inputs, outputs, W, b, a } = layers[l] as Layer; // l counts the layers
		const hidden = l < layers.length - 1;
		for (let n = 0; n < outputs; n++) {
			let z = at(b, n);
			for (let k = 0; k < inputs; k++) z += at(W, n * inputs + k) * at(below, k);
			a[n] = hidden && z < 0 ? 0 : z;
		}
		below = a;
	}
}

/** (p − y)/m, with p the logistic function or the softmax of the last layer's outputs. */
function outputDelta({ a, delta }: Layer, target: number, m: number, softmax: boolean): void {
	if (!softmax) {
		delta[0] = (1 / (1 + Math.exp(-at(a, 0))) - target) / m;
		return;
	}
	const most = Math.max(...a);
	let sum = 0;
	for (let n = 0; n < a.length; n++) {
		delta[n] = Math.exp(at(a, n) - most);
		sum += at(delta, n);
	}
	for (let n = 0; n < a.length; n++) delta[n] = (at(delta, n) / sum - (n === target ? 1 : 0)) / m;
}

function backward(layers: Layer[], x: Float32Array): void {
	for (let l = layers.length - 1; l >= 0; l--) {
		const { inputs, outputs, W, gradientW, gradientB, delta } = layers[l] as Layer; // l counts the layers
		const below = layers[l - 1];
		const a = below ? below.a : x;
		if (below) below.delta.fill(0);
		for (let n = 0; n < outputs; n++) {
			const d = at(delta, n);
			gradientB[n] = at(gradientB, n) + d;
			const row = n * inputs;
			for (let k = 0; k < inputs; k++) gradientW[row + k] = at(gradientW, row + k) + d * at(a, k);
			if (below) for (let k = 0; k < inputs; k++) below.delta[k] = at(below.delta, k) + d * at(W, row + k);
		}
		if (below) for (let k = 0; k < inputs; k++) if (at(a, k) <= 0) below.delta[k] = 0;
	}
}

function layersOf({ widths, parameters }: Problem): Layer[] {
	let from = 0;
	const take = (count: number) => {
		from += count;
		return parameters.slice(from - count, from);
	};
	return widths.slice(1).map((outputs, layer) => {
		const inputs = widths[layer] ?? 0;
		return {
			inputs,
			outputs,
			W: take(inputs * outputs),
			b: take(outputs),
			gradientW: new Float32Array(inputs * outputs),
			gradientB: new Float32Array(outputs),
			a: new Float32Array(outputs),
			delta: new Float32Array(outputs),
		};
	});
}
