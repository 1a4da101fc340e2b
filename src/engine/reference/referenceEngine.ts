/**
 * The engine to read: TensorFlow.js ops on the CPU backend and its own autodiff. One update is
 *
 *     objective(W, b) = mean loss(forward(X; W, b), y) + c·ΣW²
 *     W ← W − η·∂objective/∂W,   b ← b − η·∂objective/∂b
 *
 * Tensors live from `referenceEngine` to `dispose`; all others die in the `tidy` that made them.
 */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import {
	add,
	cast,
	dispose,
	enableProdMode,
	engine,
	equal,
	greater,
	keep,
	mul,
	type Scalar,
	sigmoid,
	square,
	sub,
	sum,
	type Tensor,
	type Tensor2D,
	tensor1d,
	tensor2d,
	tidy,
	valueAndGrads,
} from '@tensorflow/tfjs-core';
import type { Sample } from '../../data/sample.ts';
import type { Weights } from '../../schema/run.ts';
import { derived } from '../derived.ts';
import { initialWeights } from '../initialWeights.ts';
import type { Engine } from '../trainer.ts';
import { forward, type Layer } from './forward.ts';
import { binaryCrossEntropy } from './loss.ts';

enableProdMode(); // no banner, no checks of every op for NaN: `train` looks at the objective

export const referenceEngine: Engine = (spec, data) => {
	void engine().setBackend('cpu'); // registered at import, so it is there at once
	const { activation } = spec.network;
	const { learningRate } = spec.optimizer;
	const { penaltyCoefficient } = derived(spec);
	const train = tensors(data.train);
	const test = data.test && tensors(data.test);
	let layers = toLayers(initialWeights(spec));

	const dataLoss = (parameters: readonly Layer[], { X, y }: Examples) =>
		binaryCrossEntropy(forward(parameters, X, activation), y);
	const penalty = (parameters: readonly Layer[]) =>
		mul<Scalar>(
			penaltyCoefficient,
			spec.penalty.penalizeBiases ? squares(parameters.flatMap(both)) : squares(parameters.map(({ W }) => W)),
		);
	const objective = (...flat: Tensor[]) => {
		const parameters = unflatten(flat);
		return add<Scalar>(dataLoss(parameters, train), penalty(parameters));
	};

	const accuracy = ({ X, y }: Examples) => number(() => correct(forward(layers, X, activation), y)) / y.size;

	/** One full-batch step of gradient descent; the objective before it. */
	const step = () => {
		const before = layers.flatMap(both);
		const [value, after] = tidy(() => {
			const { value, grads } = valueAndGrads(objective)(before);
			return [value.arraySync(), before.map((w, i) => keep(sub(w, mul(learningRate, grads[i] as Tensor))))]; // one gradient a parameter
		});
		dispose(before);
		layers = unflatten(after);
		return value;
	};

	return {
		advance(first, last) {
			for (let epoch = first; epoch < last; epoch++) {
				if (!Number.isFinite(step())) return epoch;
			}
			return null;
		},
		measure: () => ({
			dataLoss: number(() => dataLoss(layers, train)),
			penalty: number(() => penalty(layers)),
			testLoss: test && number(() => dataLoss(layers, test)),
			trainAccuracy: accuracy(train),
			testAccuracy: test && accuracy(test),
			weightNorm: Math.sqrt(number(() => squares(layers.map(({ W }) => W)))),
		}),
		probabilities: (points) =>
			Array.from(tidy(() => sigmoid(forward(layers, tensor2d(points), activation)).dataSync<'float32'>())),
		weights: () => ({ W: layers.map(({ W }) => W.arraySync()), b: layers.map(({ b }) => b.arraySync() as number[]) }), // b has rank 1
		dispose() {
			dispose([...layers.flatMap(both), train.X, train.y]);
			if (test) dispose([test.X, test.y]);
		},
	};
};

interface Examples {
	X: Tensor2D;
	y: Tensor2D;
}

const tensors = ({ X, y }: Sample): Examples => ({ X: tensor2d(X), y: tensor2d(y, [y.length, 1]) });

const toLayers = ({ W, b }: Weights): Layer[] =>
	W.map((weights, layer) => ({ W: tensor2d(weights), b: tensor1d(b[layer] ?? []) }));

const both = ({ W, b }: Layer): Tensor[] => [W, b];

/** W₀, b₀, W₁, b₁ … as layers again. */
function unflatten(flat: readonly Tensor[]): Layer[] {
	return Array.from({ length: flat.length / 2 }, (_, layer) => ({
		W: flat[2 * layer] as Tensor2D, // `both` puts each layer's W first, of rank 2,
		b: flat[2 * layer + 1] as Tensor, // and its b second
	}));
}

/** Σw² over some tensors. */
const squares = (tensors: readonly Tensor[]): Scalar =>
	tensors.map((tensor) => sum<Scalar>(square(tensor))).reduce((total, part) => add<Scalar>(total, part));

/** Examples whose logit is on the side of their class. */
const correct = (z: Tensor2D, y: Tensor2D): Scalar => sum(equal(greater(z, 0), cast(y, 'bool')));

/** The value of a scalar; the tensors made on the way to it are given back. */
const number = (scalar: () => Scalar): number => tidy(() => scalar().arraySync());
