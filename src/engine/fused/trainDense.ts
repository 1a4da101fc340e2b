import type { RandomState } from '../../data/randomState.ts';
import type { ResolvedSpec } from '../resolve.ts';
import type { TracePiece } from '../trace.ts';
import { type Span, type StoppingWatch, trainSpan } from '../trainSpan.ts';
import { openNetwork } from './kernelNetwork.ts';
import type { KernelPool } from './kernelPool.ts';
import { planMemory } from './memoryPlan.ts';
import type { Points, TrainDenseInputs } from './trainDenseInputs.ts';

/** Which piece of a run to train, and how. */
export interface TrainDenseTask {
	resolved: ResolvedSpec;
	/** Epochs done before. */
	from: number;
	span: Span;
	/** Draws the order of the rows; goes on from piece to piece. */
	shuffle: RandomState;
	watch: StoppingWatch | null;
	/** Points at which to evaluate the network at the end. */
	points: Points | null;
}

/** What a piece of a run ends with. */
interface TrainDenseOutputs {
	trace: TracePiece;
	state: Float32Array[];
	/** What the network says at each point; nothing without points. */
	evaluated: Float32Array;
}

/** Trains a piece of a run of a dense network: all its epochs in one call. */
export type TrainDense = (inputs: TrainDenseInputs, task: TrainDenseTask) => TrainDenseOutputs;

/** Trains in the WebAssembly kernel, with nothing between. */
export const trainDenseIn =
	(kernels: KernelPool): TrainDense =>
	(inputs, { resolved, from, span, shuffle, watch, points }) => {
		const pointCount = points ? points.X.length / resolved.facts.features : 0;
		const plan = planMemory(resolved, pointCount, points?.as === 'outputs');
		return kernels.lend(plan.bytes, (kernel) => {
			const network = openNetwork(kernel, plan, resolved, inputs, from, shuffle);
			const trace = trainSpan(network, from, span, watch);
			return {
				trace,
				state: network.state(),
				evaluated: points ? network.evaluate(points) : new Float32Array(),
			};
		});
	};
