import type { RunSpecInput } from '../../../src/schema/runSpec.ts';

/** What the reader takes hold of: η·d, the share of the weight that a step takes away. */
export interface DecayState {
	share: number;
}

export const PUBLISHED_DECAY: DecayState = { share: 1.8 };

/** 0 to 2.2 in steps of 0.05, without the last digits of 0.15000000000000002. */
export const SHARE_STOPS: readonly number[] = Array.from({ length: 45 }, (_, i) => Number((i * 0.05).toFixed(2)));

/** Steps that are shown. */
export const STEPS = 16;

/** w after each step of w ← (1 − ηd)·w from 1 on: (1 − ηd)ᵏ for k = 0 … 16. */
export const weightsUnder = ({ share }: DecayState): number[] =>
	Array.from({ length: STEPS + 1 }, (_, step) => (1 - share) ** step);

/** What becomes of the weight. */
export type Fate = 'stays' | 'shrinks' | 'gone' | 'flips' | 'swings' | 'explodes';

export function fateOf({ share }: DecayState): Fate {
	if (share === 0) return 'stays';
	if (share < 1) return 'shrinks';
	if (share === 1) return 'gone';
	if (share < 2) return 'flips';
	return share === 2 ? 'swings' : 'explodes';
}

/** The stop that puts the first step nearest to a weight. */
export const shareReaching = (weight: number): number =>
	SHARE_STOPS.reduce((best, share) => (Math.abs(1 - share - weight) < Math.abs(1 - best - weight) ? share : best), 0);

/** A weight that nothing but its decay moves: its input is 0, and so is what it is to say. */
export const decaySpec = ({ share }: DecayState): RunSpecInput => ({
	data: { kind: 'inline', X: [[0], [0]], y: [0, 0] },
	network: { hidden: [] },
	init: { kind: 'explicit', W: [[[1]]], b: [[0]] },
	loss: 'half-squared-error',
	optimizer: { kind: 'sgd', learningRate: 1 },
	penalty: { lambda: share, scaling: 'half', application: 'decoupled' },
	training: { epochs: STEPS, recordEvery: 1 },
	output: { weights: true },
});
