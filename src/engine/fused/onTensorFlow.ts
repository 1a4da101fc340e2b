/**
 * The kernel as one op of TensorFlow.js: `TrainDense` on the backend `cpu`. Tensors go in (the examples, the
 * parameters, the optimizer's slots) and come out; none is left behind.
 */
import '../cpuBackend.ts';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu/dist/backend_cpu';
import {
	dispose,
	enableProdMode,
	engine,
	type KernelFunc,
	registerKernel,
	type Tensor,
	type TensorInfo,
	tensor1d,
	tensor2d,
} from '@tensorflow/tfjs-core';
import { at } from '../../at.ts';
import type { TracePiece } from '../trace.ts';
import type { TrainDense, TrainDenseTask } from './trainDense.ts';
import type { FlatSample, TrainDenseInputs } from './trainDenseInputs.ts';

enableProdMode(); // no banner, and no check of every tensor for NaN

/** Attributes of the op. */
interface Attributes {
	task: TrainDenseTask;
	/** Filled in by the op: a trace is float64, and a tensor would round it. */
	trace: TracePiece | null;
}

/** Registers the op under a name, and returns the way through it. */
export function registerTrainDense(trainDense: TrainDense, kernelName = 'TrainDense'): TrainDense {
	registerKernel({ kernelName, backendName: 'cpu', kernelFunc: opOf(trainDense) });
	return (inputs, task) => {
		void engine().setBackend('cpu'); // registered at import, so it is there at once
		const tensors = toTensors(inputs, task);
		const attributes: Attributes = { task, trace: null };
		// Ops take whatever attributes they were written for; TensorFlow.js types them as plain values.
		const outputs = engine().runKernel(kernelName, tensors, attributes as never) as Tensor[];
		const values = outputs.map((output) => output.dataSync<'float32'>());
		dispose(tensors);
		dispose(outputs);
		if (!attributes.trace) throw new Error(`the op ${kernelName} recorded nothing`);
		const count = inputs.state.length;
		return { trace: attributes.trace, state: values.slice(0, count), evaluated: at(values, count) };
	};
}

/** Names of the inputs; `test…` and the later states are there where a run has them. */
const STATES = ['parameters', 'slot0', 'slot1'] as const;

function toTensors({ train, test, state }: TrainDenseInputs, { resolved }: TrainDenseTask): Record<string, Tensor> {
	const rows = ({ X, y }: FlatSample) => tensor2d(X, [y.length, resolved.facts.features]);
	return {
		X: rows(train),
		y: tensor1d(train.y),
		...(test && { testX: rows(test), testY: tensor1d(test.y) }),
		...Object.fromEntries(state.map((values, i) => [at(STATES, i), tensor1d(values)])),
	};
}

const opOf =
	(trainDense: TrainDense): KernelFunc =>
	({ inputs, attrs, backend }) => {
		const cpu = backend as MathBackendCPU; // registered for this backend above
		const attributes = attrs as unknown as Attributes; // `registerTrainDense` is the only caller
		const values = (name: string) => {
			const tensor = inputs[name];
			return tensor ? (cpu.data.get(tensor.dataId).values as Float32Array) : null; // all inputs are float32
		};
		const sample = (X: string, y: string): FlatSample | null => {
			const [rows, targets] = [values(X), values(y)];
			return rows && targets ? { X: rows, y: targets } : null;
		};
		const train = sample('X', 'y');
		if (!train) throw new Error('the op TrainDense needs X and y');
		const state = STATES.flatMap((name) => values(name) ?? []);
		const after = trainDense({ train, test: sample('testX', 'testY'), state }, attributes.task);
		attributes.trace = after.trace;
		return [...after.state, after.evaluated].map(
			(output): TensorInfo => cpu.makeTensorInfo([output.length], 'float32', output),
		);
	};
