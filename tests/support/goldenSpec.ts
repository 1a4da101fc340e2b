import type { RunSpecInput } from '../../src/schema/runSpec.ts';
import trajectories from '../golden/trajectories.json' with { type: 'json' };

type Golden = (typeof trajectories)['cases'][number];

const LOSSES: Record<string, NonNullable<RunSpecInput['loss']>> = {
	bce: 'binary-cross-entropy',
	mse: 'squared-error',
	softmax: 'softmax-cross-entropy',
};

/** A case of trajectories.json in the words of the schema. */
export function goldenSpec(golden: Golden, engine: 'fused' | 'reference'): RunSpecInput {
	const { momentum, nesterov, lr: learningRate, l1, gradientDecay, batchOrder } = golden;
	const loss = LOSSES[golden.loss];
	return {
		data: { kind: 'inline', X: golden.X, y: golden.y.flat() },
		network: { hidden: golden.dims.slice(1, -1), activation: golden.activation as 'relu' }, // names of the schema
		init: { kind: 'explicit', W: golden.W0, b: golden.b0 },
		...(loss && { loss }),
		optimizer:
			golden.optimizer === 'sgd' ? { kind: 'sgd', learningRate, momentum, nesterov } : { kind: 'adam', learningRate },
		penalty:
			l1 > 0
				? { norm: 'l1', lambda: l1, scaling: 'full' }
				: { lambda: gradientDecay, scaling: 'half', application: golden.optimizer === 'adamw' ? 'decoupled' : 'loss' },
		training: { recordEvery: 1, ...(batchOrder.length > 0 ? { batches: batchOrder } : { epochs: golden.steps }) },
		engine,
		output: { weights: true },
	};
}
