/**
 * The engine to read: TensorFlow.js ops on the CPU backend and its own autodiff. One update is
 *
 *     objective(W, b) = mean loss(forward(X; W, b), y) + c·Ω(W)
 *     shrink, where the penalty is decoupled:    w ← w − η·d·w
 *     the optimizer's step:                      w ← w − η·∂objective/∂w   (sgd)
 *     threshold, where L1 is decoupled:          w ← sign(w)·max(|w| − η·c, 0)
 *
 * Tensors live from `referenceEngine` to `dispose`; all others die in the `tidy` that made them.
 */
import '../cpuBackend.ts';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import {
	add,
	argMax,
	cast,
	dispose,
	enableProdMode,
	engine,
	equal,
	gather,
	greater,
	keep,
	mul,
	type Scalar,
	sigmoid,
	squeeze,
	sum,
	type Tensor,
	type Tensor1D,
	type Tensor2D,
	tensor1d,
	tensor2d,
	tidy,
	valueAndGrads,
	zerosLike,
} from '@tensorflow/tfjs-core';
import { RandomState } from '../../data/randomState.ts';
import type { Sample } from '../../data/sample.ts';
import { decayCoefficient, l1Coefficient } from '../../penalty.ts';
import { layerWidths } from '../../schema/dimensions.ts';
import type { Weights } from '../../schema/run.ts';
import { dropoutMask, normals } from '../counterRandom.ts';
import { initialWeights } from '../initialWeights.ts';
import { memoryCount } from '../optimizerMemory.ts';
import { type Network, record, watchFor } from '../record.ts';
import { learningRateAt, schedule } from '../schedule.ts';
import type { Engine } from '../trainer.ts';
import { isHeld, weightMeasures } from '../weightMeasures.ts';
import { forward, type Layer } from './forward.ts';
import { losses } from './loss.ts';
import { optimize, type Slot } from './optimizer.ts';
import { penaltyTerm, softThreshold } from './penaltyTerm.ts';

enableProdMode(); // no banner, no check of every op for NaN: `record` looks at the objective

export const referenceEngine: Engine = (spec, data) => {
	void engine().setBackend('cpu'); // registered at import, so it is there at once
	const { loss, optimizer, penalty, training } = spec;
	const { activation } = spec.network;
	const { dropout, inputNoise, seed } = spec.regularizers;
	const widths = layerWidths(spec);
	const m = data.train.y.length;
	const { batchSize, stepsPerEpoch } = schedule(spec);
	const sizes = { m, batchSize };
	const coupled = penalty.application === 'loss';
	const shuffle = new RandomState('shuffleSeed' in training ? training.shuffleSeed : 0);

	const train = tensors(data.train);
	const test = data.test && tensors(data.test);
	let slots = firstSlots(initialWeights(spec), memoryCount(optimizer));
	const layers = () => toLayers(slots.map(({ parameter }) => parameter));
	const isPenalised = (index: number) => index % 2 === 0 || penalty.penalizeBiases; // W, b, W, b …

	/** The mean loss over a batch with the dropout of this step, plus the penalty where it goes through the gradient. */
	const objective =
		({ X, y }: Examples, step: number) =>
		(...parameters: Tensor[]): Scalar => {
			const drop = (a: Tensor2D, layer: number) =>
				dropout === 0
					? a
					: mul<Tensor2D>(a, tensor2d(dropoutMask({ seed, step, layer }, ...a.shape, dropout), a.shape));
			const dataLoss = losses[loss](forward(toLayers(parameters), X, activation, drop), y);
			const penalised = parameters.filter((_, index) => isPenalised(index));
			return coupled ? add(dataLoss, penaltyTerm(penalty, sizes, penalised)) : dataLoss;
		};

	const noisy = ({ X, y }: Examples, step: number): Examples =>
		inputNoise === 0
			? { X, y }
			: { X: add(X, mul(inputNoise, tensor2d(normals({ seed, step, layer: 0 }, ...X.shape), X.shape))), y };

	/** One update of all parameters. */
	const update = (rows: readonly number[] | null, step: number) => {
		const learningRate = learningRateAt(spec, step);
		const beside = penalty.application === 'decoupled' ? learningRate : 1;
		const shrink = 1 - (coupled ? 0 : beside * decayCoefficient(penalty, sizes));
		const threshold = coupled ? 0 : beside * l1Coefficient(penalty, sizes);
		const after = tidy(() => {
			const batch = noisy(rows ? gathered(train, rows) : train, step);
			const { grads } = valueAndGrads(objective(batch, step))(slots.map(({ parameter }) => parameter));
			return slots.map((slot, index) => {
				const gradient = grads[index] as Tensor; // one a parameter
				const penalised = isPenalised(index);
				const shrunk = penalised && shrink !== 1 ? { ...slot, parameter: mul(slot.parameter, shrink) } : slot;
				const stepped = optimize(optimizer, shrunk, gradient, learningRate, step + 1);
				const parameter = penalised && threshold > 0 ? softThreshold(stepped.parameter, threshold) : stepped.parameter;
				return { parameter: keep(parameter), memory: stepped.memory.map(keep) };
			});
		});
		dispose(slots.flatMap(tensorsOf));
		slots = after;
	};

	const batches = 'batches' in training ? training.batches : null;
	const fullBatch = 'batchSize' in training && training.batchSize === 'full';
	const trainEpoch = (epoch: number) => {
		if (fullBatch) return update(null, epoch);
		const order = batches?.[epoch] ?? shuffle.permutation(m);
		for (let from = 0; from < order.length; from += batchSize) {
			const rows = batches ? order : order.slice(from, from + batchSize);
			update(rows, epoch * stepsPerEpoch + from / batchSize);
			if (batches) return;
		}
	};

	const plainParameters = () => Float32Array.from(slots.flatMap(({ parameter }) => Array.from(parameter.dataSync())));
	const measureExamples = ({ X, y }: Examples) =>
		tidy(() => {
			const z = forward(layers(), X, activation);
			const mean = losses[loss](z, y).arraySync();
			const accuracy = loss.endsWith('cross-entropy') ? correct(z, y).arraySync() / y.size : -1;
			return [mean, accuracy] as [number, number];
		});
	const accuracyOf = (share: number | undefined) => (share === undefined || share < 0 ? null : share);

	const network: Network = {
		advance(first, last) {
			for (let epoch = first; epoch < last; epoch++) {
				trainEpoch(epoch);
				if (!isHeld(spec, widths, plainParameters(), sizes)) return epoch + 1;
			}
			return null;
		},
		measure(epoch) {
			const rows = batches?.[epoch];
			const [dataLoss, trainAccuracy] = tidy(() => measureExamples(rows ? gathered(train, rows) : train));
			const held = test && measureExamples(test);
			return {
				dataLoss,
				testLoss: held?.[0] ?? null,
				trainAccuracy: accuracyOf(trainAccuracy),
				testAccuracy: accuracyOf(held?.[1]),
				...weightMeasures(spec, widths, plainParameters(), sizes),
			};
		},
	};
	const watch = watchFor(spec);
	let done = 0;
	return {
		record(span) {
			const recorded = record(network, done, span, watch);
			done = span.to;
			return recorded;
		},
		probabilities: (points) =>
			Array.from(tidy(() => sigmoid(forward(layers(), tensor2d(points), activation)).dataSync<'float32'>())),
		parameters: plainParameters,
		dispose: () => dispose([...slots.flatMap(tensorsOf), ...Object.values(train), ...Object.values(test ?? {})]),
	};
};

interface Examples {
	/** [rows][features] */
	X: Tensor2D;
	/** [rows] */
	y: Tensor1D;
}

const tensors = ({ X, y }: Sample): Examples => ({ X: tensor2d(X), y: tensor1d(y) });

const gathered = ({ X, y }: Examples, rows: readonly number[]): Examples => {
	const indices = tensor1d([...rows], 'int32');
	return { X: gather(X, indices), y: gather(y, indices) };
};

const tensorsOf = ({ parameter, memory }: Slot): Tensor[] => [parameter, ...memory];

/** W₀, b₀, W₁, b₁ …, with nothing remembered of any yet. */
const firstSlots = ({ W, b }: Weights, memories: number): Slot[] =>
	W.flatMap((weights, layer) => [tensor2d(weights), tensor1d(b[layer] ?? [])]).map((parameter: Tensor) => ({
		parameter,
		memory: Array.from({ length: memories }, () => zerosLike(parameter)),
	}));

/** W₀, b₀, W₁, b₁ … as layers. */
function toLayers(parameters: readonly Tensor[]): Layer[] {
	return Array.from({ length: parameters.length / 2 }, (_, layer) => ({
		W: parameters[2 * layer] as Tensor2D, // each layer's W comes first, of rank 2,
		b: parameters[2 * layer + 1] as Tensor, // and its b second
	}));
}

/** Examples whose output is on the side of their class: a logit above 0, or the largest of several. */
const correct = (z: Tensor2D, y: Tensor1D): Scalar =>
	sum(z.shape[1] === 1 ? equal(greater(squeeze(z, [1]), 0), cast(y, 'bool')) : equal(argMax(z, 1), cast(y, 'int32')));
