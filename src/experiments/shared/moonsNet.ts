import type { RunSpecInput } from '../../schema/runSpec.ts';

/** What can differ between the trainings of `moonsNet`. */
export interface MoonsChoice {
	m: number;
	/** Draws the training sample, the initial weights and the test sample. */
	seed: number;
	penalty?: NonNullable<RunSpecInput['penalty']>;
	regularizers?: NonNullable<RunSpecInput['regularizers']>;
	epochs?: number;
}

export const TEST_ROWS = 4000;
export const MOONS_NOISE = 0.3;

/**
 * Noisy moons with a test sample of their own: one for all seeds would be no part of an interval over seeds, though one of 4,000 moves
 * a loss by a tenth.
 */
export const moonsSample = (m: number, seed: number) => ({
	kind: 'moons' as const,
	m,
	noise: MOONS_NOISE,
	seed,
	test: { m: TEST_ROWS, seed: 10_000 + seed },
});

/**
 * The network of the experiments with many seeds: 2-32-1 tanh on noisy moons, full batches, Adam with
 * η from 0.05 to 0 so that it comes to rest; three times as many epochs move the test loss of a
 * penalised network by less than 0.003.
 */
export const moonsNet = ({ m, seed, penalty = {}, regularizers = {}, epochs = 2000 }: MoonsChoice): RunSpecInput => ({
	data: moonsSample(m, seed),
	network: { hidden: [32], activation: 'tanh' },
	init: { kind: 'lecun-normal', seed },
	optimizer: { kind: 'adam', learningRate: 0.05 },
	penalty,
	regularizers,
	training: { epochs, recordEvery: epochs, learningRateDecay: 'linear' },
});
