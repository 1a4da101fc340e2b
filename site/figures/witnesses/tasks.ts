import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import type { LiveTask } from '../../training/live/messages.ts';

/** What the reader takes hold of. */
export interface WitnessesState {
	m: number;
	lambda: number;
}

export const PUBLISHED_WITNESSES: WitnessesState = { m: 10_000_000, lambda: 0.3 };

export const WITNESSES_STOPS = {
	m: [
		...[10, 100, 1000, 10_000, 100_000, 1_000_000].flatMap((unit) => [1, 1.5, 2, 3, 5, 7].map((digit) => unit * digit)),
		10_000_000,
	],
	lambda: [0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 3],
} as const;

/** The two penalties on the scales: with the m, and without it. */
export const SCALES = ['divided', 'undivided'] as const;
export type Scale = (typeof SCALES)[number];

/** As many examples as the network is trained on at most: of more, these stand for all. */
export const MOST = 3000;
const EPOCHS = 300;

const specOf = (m: number, lambda: number, scaling: 'over-2m' | 'half' = 'over-2m'): RunSpecInput => ({
	data: { kind: 'moons', m, noise: 0.3, seed: 4, test: null },
	network: { hidden: [8], activation: 'tanh' },
	init: { kind: 'lecun-normal', seed: 1 },
	optimizer: { kind: 'adam', learningRate: 0.05 },
	penalty: { lambda, scaling },
	training: { epochs: EPOCHS, recordEvery: EPOCHS, learningRateDecay: 'linear' },
});

/**
 * The training of the network on which both penalties are weighed, under λ/2m. Beyond `MOST` examples the mean over them is
 * taken over these, and the coefficient of the penalty stays that of the true m: λ·(n/m)/2n = λ/2m.
 */
export function witnessesTask({ m, lambda }: WitnessesState): LiveTask {
	const n = Math.min(m, MOST);
	return { spec: specOf(MOST, (lambda * n) / m), first: n, weights: true };
}

/** The nearest runs of a sample of their own: under λ/2m and under λ/2. */
export const witnessesSpecs = ({ m, lambda }: WitnessesState): RunSpecInput[] =>
	(['over-2m', 'half'] as const).map((scaling) => specOf(Math.min(m, MOST), lambda, scaling));

/** What the small print says: the trainings along the slider. */
export const witnessesSettings = ({ lambda }: WitnessesState): RunSpecInput[] =>
	WITNESSES_STOPS.m.filter((m) => m <= MOST).map((m) => specOf(m, lambda));
