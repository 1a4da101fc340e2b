/** TensorFlow.js's own `regularizers.l2` with the converted value, against the fused engine with λ over 2m. */
import { beforeAll, describe, test, vi } from 'vitest';
import { train } from '../../../scripts/nodeHost.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import { isSquaredError, type Loss } from '../../../src/schema/losses.ts';
import * as tf from '../../support/tensorFlowLayers.ts';
import { expectClose } from '../expectClose.ts';
import { labels, lambdaBeside, m, valueFor, X, y } from './sampleProblem.ts';

// Its kernels for the CPU are registered a second time, beside the reference engine's: a line each.
vi.hoisted(() => vi.spyOn(console, 'warn').mockImplementation(() => {}));

type LossFunction = (y: tf.Tensor, output: tf.Tensor) => tf.Tensor;

const HIDDEN = 3;
const EPOCHS = 200;
const RATE = 0.1;

const halfSquaredError: LossFunction = (y, output) => tf.losses.meanSquaredError(y, output).div(2);

const cases: {
	loss: Loss;
	theirs: string | LossFunction;
	activation: 'sigmoid' | 'softmax' | 'linear';
	outputs: number;
}[] = [
	{ loss: 'binary-cross-entropy', theirs: 'binaryCrossentropy', activation: 'sigmoid', outputs: 1 },
	{ loss: 'softmax-cross-entropy', theirs: 'categoricalCrossentropy', activation: 'softmax', outputs: 2 },
	{ loss: 'squared-error', theirs: 'meanSquaredError', activation: 'linear', outputs: 1 },
	{ loss: 'half-squared-error', theirs: halfSquaredError, activation: 'linear', outputs: 1 },
];

/** Initial weights of both, [layer][out][in]. */
const initial = (outputs: number) =>
	[
		[HIDDEN, X[0]?.length ?? 0],
		[outputs, HIDDEN],
	].map(([rows = 0, columns = 0], layer) =>
		Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => Math.sin(7 * layer + 3 * i + j))),
	);

beforeAll(() => tf.setBackend('cpu'));

describe('regularizers.l2', () => {
	test.each(cases)('beside $loss', async ({ loss, theirs, activation, outputs }) => {
		const W = initial(outputs);
		const b = W.map((layer) => layer.map(() => 0));
		const targets = isSquaredError(loss) ? y : labels;

		const kernelRegularizer = tf.regularizers.l2({ l2: valueFor('tfjs-l2', loss) });
		const model = tf.sequential({
			layers: [
				tf.layers.dense({ units: HIDDEN, inputShape: [X[0]?.length ?? 0], activation: 'tanh', kernelRegularizer }),
				tf.layers.dense({ units: outputs, activation, kernelRegularizer }),
			],
		});
		// Their kernels are [in][out].
		model.setWeights(W.flatMap((layer, i) => [tf.transpose(tf.tensor2d(layer)), tf.tensor1d(b[i] ?? [])]));
		model.compile({ optimizer: tf.train.sgd(RATE), loss: theirs });
		const wanted = outputs === 1 ? tf.tensor2d(targets, [m, 1]) : tf.oneHot(tf.tensor1d(targets, 'int32'), 2).toFloat();
		await model.fit(tf.tensor2d(X), wanted, { epochs: EPOCHS, batchSize: m, shuffle: false, verbose: 0 });
		const found = model
			.getWeights()
			.flatMap((tensor, i) => [...(i % 2 === 0 ? tf.transpose(tensor) : tensor).dataSync()]);

		const { weights } = await train(
			canonical({
				data: { kind: 'inline', X, y: targets },
				network: { hidden: [HIDDEN], activation: 'tanh' },
				init: { kind: 'explicit', W, b },
				loss,
				optimizer: { kind: 'sgd', learningRate: RATE },
				penalty: { lambda: lambdaBeside(loss) },
				training: { epochs: EPOCHS, recordEvery: EPOCHS },
				output: { weights: true },
			}),
		);
		expectClose(
			found,
			weights?.W.flatMap((layer, i) => [...layer.flat(), ...(weights.b[i] ?? [])]),
			1e-4,
		);
	});
});
