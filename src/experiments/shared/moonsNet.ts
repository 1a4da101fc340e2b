import type { RunSpecInput } from '../../schema/runSpec.ts';

/** What can differ between the trainings of `moonsNet`. */
export interface MoonsChoice {
	m: number;
	/** Draws the training sample and the initial weights. */
	seed: number;
	penalty?: NonNullable<RunSpecInput['penalty']>;
	regularizers?: NonNullable<RunSpecInput['regularizers']>;
	epochs?: number;
}

export const TEST_ROWS = 4000;
const TEST_SEED = 10_001;
export const MOONS_NOISE = 0.3;

/**
 * The network of the experiments with many seeds: 2-32-1 tanh on noisy moons, full batches, Adam with
 * η from 0.05 to 0 so that it comes to rest; three times as many epochs move the test loss of a
 * penalised network by less than 0.003. One held-out sample of 4,000 for all.
 */
export const moonsNet = ({ m, seed, penalty = {}, regularizers = {}, epochs = 2000 }: MoonsChoice): RunSpecInput => ({
	data: { kind: 'moons', m, noise: MOONS_NOISE, seed, test: { m: TEST_ROWS, seed: TEST_SEED } },
	network: { hidden: [32], activation: 'tanh' },
	init: { kind: 'lecun-normal', seed },
	optimizer: { kind: 'adam', learningRate: 0.05 },
	penalty,
	regularizers,
	training: { epochs, recordEvery: epochs, learningRateDecay: 'linear' },
});
