import { REAL_DATA } from '../../schema/realData.ts';
import type { TrainedRun } from '../../schema/run.ts';
import type { RunSpecInput } from '../../schema/runSpec.ts';
import { combinations } from './combinations.ts';
import { MOONS_NOISE, moonsNet, TEST_ROWS } from './moonsNet.ts';

/** The two tasks of claim 16: 100 examples each, and jitter of their inputs from none to far beyond the noise that the data have. */
export const JITTERS = {
	moons: [0, 0.2, 0.4, 0.8],
	/** Of standardized pixels. */
	digits: [0, 0.6, 1.2, 2.4],
} as const;

export type Task = keyof typeof JITTERS;

const LAMBDAS: Record<Task, readonly number[]> = { moons: [0, 0.03, 0.1, 0.3, 1], digits: [0, 0.1, 0.3, 1] };
const RATES = [0.1, 0.3] as const;
/** Training examples of either task. */
export const EXAMPLES = 100;
/** How many held-out examples choose strengths, and how many score what was chosen. */
export const HELD_OUT = {
	moons: { choose: 1000, score: TEST_ROWS - 1000 },
	digits: { choose: 500, score: REAL_DATA.digits.rows - EXAMPLES - 500 },
} as const;
const EPOCHS = { moons: 1500, digits: 230 } as const;

interface Choice {
	lambda: number;
	dropout: number;
}

/** What may stand beside jitter: nothing first, then a weight decay, then a rate of dropout. */
export const choicesOf = (task: Task): Choice[] => [
	...LAMBDAS[task].map((lambda) => ({ lambda, dropout: 0 })),
	...RATES.map((dropout) => ({ lambda: 0, dropout })),
];

/** Every training of a task, by jitter, choice and seed. */
export const jitteredSpecs = (task: Task, seeds: readonly number[]): RunSpecInput[] =>
	[...combinations(JITTERS[task], choicesOf(task), seeds)].map(([jitter, choice, seed]) =>
		SPECS[task](jitter, choice, seed),
	);

const SPECS: Record<Task, (jitter: number, choice: Choice, seed: number) => RunSpecInput> = {
	moons(jitter, { lambda, dropout }, seed) {
		const regularizers = regularizeWith(jitter, dropout, seed);
		const spec = moonsNet({ m: EXAMPLES, seed, penalty: { lambda }, regularizers, epochs: EPOCHS.moons });
		return { ...spec, data: { ...spec.data, validation: HELD_OUT.moons.choose } };
	},
	digits: (jitter, { lambda, dropout }, seed) => ({
		data: { kind: 'digits', m: EXAMPLES, seed, validation: HELD_OUT.digits.choose },
		network: { hidden: [32], activation: 'tanh' },
		init: { kind: 'lecun-normal', seed },
		optimizer: { kind: 'adam', learningRate: 0.03 },
		penalty: { lambda },
		regularizers: regularizeWith(jitter, dropout, seed),
		training: { epochs: EPOCHS.digits, recordEvery: EPOCHS.digits, learningRateDecay: 'linear' },
	}),
};

/** The loss of a network on the held-out examples that choose strengths, and on those that score what was chosen. */
export interface HeldOutLosses {
	validation: number;
	test: number;
}

/** Both losses of each run, +∞ where it diverged. */
export const heldOutLosses = (runs: readonly TrainedRun[]): HeldOutLosses[] =>
	runs.map(({ final }) => ({
		validation: final.validationLoss ?? Number.POSITIVE_INFINITY,
		test: final.testLoss ?? Number.POSITIVE_INFINITY,
	}));

const regularizeWith = (inputNoise: number, dropout: number, seed: number) => ({
	inputNoise,
	dropout,
	...((inputNoise > 0 || dropout > 0) && { seed }),
});

/**
 * Standard deviation of the noise that the data have by themselves: what moons are drawn with, and for digits how far a
 * standardized pixel lies from the mean of its digit, over all 1,797 images and every pixel that varies.
 */
export const OWN_NOISE: Record<Task, number> = { moons: MOONS_NOISE, digits: 0.834 };
