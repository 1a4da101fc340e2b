/**
 * The fast engine: all epochs between two looks at the network run inside one kernel, registered
 * with TensorFlow.js under the name `TrainDense` on backend `cpu`. Tensors go in (the data, the
 * parameters, the optimizer's state) and come out; in between nothing is allocated. What the kernel
 * does is explained in `kernel/index.ts`, and done plainly in `plain/plainTwin.ts`.
 */
import '../cpuBackend.ts';
import { dispose, enableProdMode, engine, type Tensor, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import { RandomState } from '../../data/randomState.ts';
import { flatten } from '../flatParameters.ts';
import { initialWeights } from '../initialWeights.ts';
import { watchFor } from '../record.ts';
import type { Engine } from '../trainer.ts';
import { memoryPlan } from './memoryPlan.ts';
import { TRAIN_DENSE, type TrainDenseAttributes } from './trainDense.ts';

enableProdMode();

export const fusedEngine: Engine = (spec, data) => {
	void engine().setBackend('cpu'); // registered at import, so it is there at once
	const { slots } = memoryPlan(spec);
	const watch = watchFor(spec);
	const shuffle = new RandomState('shuffleSeed' in spec.training ? spec.training.shuffleSeed : 0);
	const examples: Record<string, Tensor> = {
		X: tensor2d(data.train.X),
		y: tensor1d(data.train.y),
		...(data.test && { testX: tensor2d(data.test.X), testY: tensor1d(data.test.y) }),
	};
	const initial = flatten(initialWeights(spec));
	let state = [tensor1d(initial), ...Array.from({ length: slots }, () => tensor1d(new Float32Array(initial.length)))];
	let epoch = 0;

	const call = (
		attributes: Pick<TrainDenseAttributes, 'span' | 'points'>,
	): { outputs: Tensor[]; attributes: TrainDenseAttributes } => {
		const all: TrainDenseAttributes = { spec, shuffle, watch, from: epoch, recorded: null, ...attributes };
		const named = Object.fromEntries(state.map((tensor, i) => [`state${i}`, tensor]));
		// Kernels take whatever attributes they were written for; TensorFlow.js types them as plain values.
		const outputs = engine().runKernel(TRAIN_DENSE, { ...examples, ...named }, all as never) as Tensor[];
		return { outputs, attributes: all };
	};

	return {
		record(span) {
			const { outputs, attributes } = call({ span, points: null });
			dispose(state);
			state = outputs as typeof state;
			epoch = span.to;
			if (!attributes.recorded) throw new Error('the kernel TrainDense recorded nothing');
			return attributes.recorded;
		},
		probabilities(points) {
			const { outputs } = call({ span: { epochs: [], to: epoch }, points: Float32Array.from(points.flat()) });
			const values = Array.from((outputs.at(-1) as Tensor).dataSync());
			dispose(outputs);
			return values;
		},
		parameters: () => state[0]?.dataSync<'float32'>() ?? new Float32Array(),
		dispose: () => dispose([...Object.values(examples), ...state]),
	};
};
