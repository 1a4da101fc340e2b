import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu/dist/backend_cpu';
import { type KernelFunc, registerKernel, type TensorInfo } from '@tensorflow/tfjs-core';
import type { RandomState } from '../../data/randomState.ts';
import { dataFacts } from '../../schema/dimensions.ts';
import type { RunSpec } from '../../schema/runSpec.ts';
import { type Recorded, record, type Span, type Watch } from '../record.ts';
import { withKernel } from './kernelInstance.ts';
import { memoryPlan } from './memoryPlan.ts';
import { openSession } from './session.ts';

export const TRAIN_DENSE = 'TrainDense';

/** Attributes of the kernel. Its inputs are X, y, testX, testY, state0 (parameters), state1 and state2 (the optimizer's). */
export interface TrainDenseAttributes {
	spec: RunSpec;
	/** Epochs done in `state…`, and the piece of the run to train. */
	from: number;
	span: Span;
	/** Draws the order of the rows; goes on from call to call. */
	shuffle: RandomState;
	watch: Watch | null;
	/** Points at which to evaluate the network at the end, [points][features]. */
	points: Float32Array | null;
	/** Filled in by the kernel: a trace is float64, and a tensor would round it. */
	recorded: Recorded | null;
}

const trainDense: KernelFunc = ({ inputs, attrs, backend }) => {
	const cpu = backend as MathBackendCPU; // registered for this backend below
	const attributes = attrs as unknown as TrainDenseAttributes; // `fusedEngine` is the only caller
	const { spec, from, span, shuffle, watch, points } = attributes;
	const values = (name: string) => {
		const tensor = inputs[name];
		return tensor ? (cpu.data.get(tensor.dataId).values as Float32Array) : null; // all inputs are float32
	};
	const rows = (X: string, y: string) => {
		const [inputRows, targets] = [values(X), values(y)];
		return inputRows && targets ? { X: inputRows, y: targets } : null;
	};
	const train = rows('X', 'y');
	const [parameters, ...slots] = ['state0', 'state1', 'state2'].flatMap((name) => values(name) ?? []);
	if (!train || !parameters) throw new Error(`${TRAIN_DENSE} needs X, y and state0`);

	const pointCount = points ? points.length / dataFacts(spec.data).features : 0;
	const plan = memoryPlan(spec, pointCount);
	return withKernel(plan.bytes, (kernel) => {
		const state = { parameters, slots, epoch: from };
		const session = openSession(kernel, plan, spec, { train, test: rows('testX', 'testY') }, state, shuffle);
		attributes.recorded = record(session, from, span, watch);
		const after = session.state();
		const outputs = [after.parameters, ...after.slots, ...(points ? [session.probabilities(points)] : [])];
		return outputs.map((output): TensorInfo => cpu.makeTensorInfo([output.length], 'float32', output));
	});
};

registerKernel({ kernelName: TRAIN_DENSE, backendName: 'cpu', kernelFunc: trainDense });
