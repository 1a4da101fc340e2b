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

/** The schedule of a training on m examples. */
export function planSchedule(training: RunSpec['training'], m: number): Schedule {
	if ('batches' in training) {
		const epochs = training.batches.length;
		return { epochs, batchSize: training.batches[0]?.length ?? m, stepsPerEpoch: 1, steps: epochs };
	}
	const batchSize = training.batchSize === 'full' ? m : training.batchSize;
	const stepsPerEpoch = Math.ceil(m / batchSize);
	return { epochs: training.epochs, batchSize, stepsPerEpoch, steps: training.epochs * stepsPerEpoch };
}

/** Whether every update sees all rows in their order. A batch size of m does not: its rows are shuffled. */
export const isFullBatch = (training: RunSpec['training']): boolean =>
	'batchSize' in training && training.batchSize === 'full';

/** What a schedule belongs to; `ResolvedSpec` is one. */
interface Scheduled {
	spec: RunSpec;
	schedule: Schedule;
}

/** The epochs at which a trace has a point: 0, every `recordEvery`, and the last. */
export function recordedEpochs({ spec, schedule: { epochs } }: Scheduled): number[] {
	const { recordEvery } = spec.training;
	const count = Math.ceil(epochs / recordEvery);
	return [...Array.from({ length: count }, (_, i) => i * recordEvery), epochs];
}

/** η at an update, counted from 0: η·(1 − step/steps) under linear decay, so that the last update is a small one. */
export function learningRateAt({ spec, schedule }: Scheduled, step: number): number {
	const { learningRate } = spec.optimizer;
	return spec.training.learningRateDecay === 'linear' ? learningRate * (1 - step / schedule.steps) : learningRate;
}
