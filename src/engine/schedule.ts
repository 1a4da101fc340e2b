import { dataFacts } from '../schema/dimensions.ts';
import type { RunSpec } from '../schema/runSpec.ts';

/** How many updates a run makes, known from its spec. */
export interface Schedule {
	/** Epochs; under explicit batches each step counts as one. */
	epochs: number;
	/** B: m under `full`, the length of the first batch when batches are explicit. */
	batchSize: number;
	stepsPerEpoch: number;
	/** epochs · stepsPerEpoch. */
	steps: number;
}

export function schedule({ data, training }: RunSpec): Schedule {
	const { m } = dataFacts(data);
	if ('batches' in training) {
		const epochs = training.batches.length;
		return { epochs, batchSize: training.batches[0]?.length ?? m, stepsPerEpoch: 1, steps: epochs };
	}
	const batchSize = training.batchSize === 'full' ? m : training.batchSize;
	const stepsPerEpoch = Math.ceil(m / batchSize);
	return { epochs: training.epochs, batchSize, stepsPerEpoch, steps: training.epochs * stepsPerEpoch };
}

/** The epochs at which a trace has a point: 0, every `recordEvery`, and the last. */
export function recordedEpochs(spec: RunSpec): number[] {
	const { epochs } = schedule(spec);
	const { recordEvery } = spec.training;
	const count = Math.ceil(epochs / recordEvery);
	return [...Array.from({ length: count }, (_, i) => i * recordEvery), epochs];
}

/** η at an update, counted from 0: η·(1 − step/steps) under linear decay, so that the last update is a small one. */
export function learningRateAt(spec: RunSpec, step: number): number {
	const { learningRate } = spec.optimizer;
	return spec.training.learningRateDecay === 'linear' ? learningRate * (1 - step / schedule(spec).steps) : learningRate;
}
