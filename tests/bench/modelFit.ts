import * as tf from '../support/tensorFlowLayers.ts';
import { type Contestant, perEpoch, squaredNorm } from './contestant.ts';
import type { Problem } from './problem.ts';

/** TensorFlow.js Layers: `model.fit` on the CPU backend, as its guide writes it, without any callback. */
export const modelFit: Contestant = {
	name: 'TF.js model.fit',
	async prepare(problem) {
		await tf.setBackend('cpu');
		const { X, y, m, widths, softmax } = problem;
		const model = dense(problem);
		const initial = layerTensors(problem);
		const inputs = tf.tensor2d(X, [m, widths[0] ?? 0]);
		const targets = softmax ? tf.oneHot(tf.tensor1d(y, 'int32'), widths.at(-1) ?? 0).toFloat() : tf.tensor2d(y, [m, 1]);
		const run = async (epochs: number) => {
			model.setWeights(initial);
			await model.fit(inputs, targets, { epochs, batchSize: m, shuffle: false, verbose: 0, yieldEvery: 'never' });
			// Every other tensor is a bias.
			return model.getWeights().reduce((sum, w, i) => sum + (i % 2 === 0 ? squaredNorm(w.dataSync()) : 0), 0);
		};
		return (epochs) => perEpoch(run, epochs);
	},
};

function dense({ widths, softmax, learningRate, decay }: Problem): tf.Sequential {
	const model = tf.sequential();
	widths.slice(1).forEach((units, layer) => {
		const last = layer === widths.length - 2;
		model.add(
			tf.layers.dense({
				units,
				inputShape: [widths[layer] ?? 0],
				activation: last ? (softmax ? 'softmax' : 'sigmoid') : 'relu',
				kernelRegularizer: tf.regularizers.l2({ l2: decay / 2 }),
			}),
		);
	});
	model.compile({
		optimizer: tf.train.sgd(learningRate),
		loss: softmax ? 'categoricalCrossentropy' : 'binaryCrossentropy',
	});
	return model;
}

/** The initial weights as Keras has them: [in][out], then the bias. */
function layerTensors({ widths, parameters }: Problem): tf.Tensor[] {
	let from = 0;
	const take = (count: number) => {
		from += count;
		return parameters.slice(from - count, from);
	};
	return widths.slice(1).flatMap((outputs, layer) => {
		const inputs = widths[layer] ?? 0;
		const W = tf.transpose(tf.tensor2d(take(inputs * outputs), [outputs, inputs]));
		return [W, tf.tensor1d(take(outputs))];
	});
}
