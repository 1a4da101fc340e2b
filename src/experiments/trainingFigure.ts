import type { RunSpecInput } from '../schema/runSpec.ts';
import { moonsNet } from './shared/moonsNet.ts';

/** Epochs of the live figures' trainings. */
export const EPOCHS = 2000;
/** Points along one side of their boundaries. */
export const RESOLUTION = 60;

/** The training of a live figure: the network of the experiments on thirty moons, recorded often, with its boundary. */
export function liveSpec(lambda: number): RunSpecInput {
	const spec = moonsNet({ m: 30, seed: 1, penalty: { lambda } });
	return {
		...spec,
		training: { epochs: EPOCHS, recordEvery: 10, learningRateDecay: 'linear' },
		output: { boundary: { resolution: RESOLUTION } },
	};
}

/** Strengths that a reader may choose, and the one that the figure opens on. */
export const LAMBDAS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10] as const;
export const OPENING_LAMBDA = 0.3;

/** What `npm run precompute` keeps for them. */
export const LIVE_RUNS = [
	{ key: 'free', spec: liveSpec(0) },
	{ key: 'penalised', spec: liveSpec(OPENING_LAMBDA) },
] as const;
