import { at } from '../../at.ts';
import type { TrainedRun } from '../../schema/run.ts';
import type { RunSpecInput } from '../../schema/runSpec.ts';
import { mean } from '../../statistics.ts';
import { testLossOf } from '../experiment.ts';
import { combinations, range, tabulate } from './combinations.ts';
import { moonsNet } from './moonsNet.ts';

/** The sweep that claims 6, 7 and 10 look at: λ under `over-2m` × m × seed. */
export const SWEEP_SIZES = [30, 100, 300, 1000] as const;
export const SWEEP_LAMBDAS = [0, 0.03, 0.1, 0.3, 1, 3, 10] as const;

export const sweepSpecs = (seeds: number, firstSeed: number): RunSpecInput[] =>
	[...combinations(SWEEP_SIZES, SWEEP_LAMBDAS, range(seeds, firstSeed))].map(([m, lambda, seed]) =>
		moonsNet({ m, seed, penalty: { lambda } }),
	);

export const sweepTable = (runs: readonly TrainedRun[], seeds: number, value = testLossOf): number[][][] =>
	tabulate(runs, [SWEEP_SIZES.length, SWEEP_LAMBDAS.length, seeds], value);

/** The mean over some seeds at each λ of one size, [λ]. */
export const meanOverSeeds = (size: readonly number[][], sample: readonly number[]): number[] =>
	size.map((seeds) => mean(sample.map((seed) => at(seeds, seed))));
