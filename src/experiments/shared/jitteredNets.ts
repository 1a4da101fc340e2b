import { at } from '../../at.ts';
import type { RealTables } from '../../data/realTables.ts';
import { loadDataSet } from '../../data/registry.ts';
import type { Sample } from '../../data/sample.ts';
import { dataSchema, REAL_DATA } from '../../schema/data.ts';
import type { TrainedRun } from '../../schema/run.ts';
import type { RunSpecInput } from '../../schema/runSpec.ts';
import { combinations } from './combinations.ts';
import { MOONS_NOISE, moonsNet, TEST_ROWS } from './moonsNet.ts';
import { networkLoss } from './networkLoss.ts';

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
		return { ...spec, output: { weights: true } };
	},
	digits: (jitter, { lambda, dropout }, seed) => ({
		data: DATA.digits(seed),
		network: { hidden: [32], activation: 'tanh' },
		init: { kind: 'lecun-normal', seed },
		optimizer: { kind: 'adam', learningRate: 0.03 },
		penalty: { lambda },
		regularizers: regularizeWith(jitter, dropout, seed),
		training: { epochs: EPOCHS.digits, recordEvery: EPOCHS.digits, learningRateDecay: 'linear' },
		output: { weights: true },
	}),
};

const DATA = {
	moons: (seed: number) => moonsNet({ m: EXAMPLES, seed }).data,
	digits: (seed: number) => ({ kind: 'digits' as const, m: EXAMPLES, seed }),
};

/** The loss of a network on the held-out examples that choose strengths, and on those that score what was chosen. */
export interface HeldOutLosses {
	validation: number;
	test: number;
}

/**
 * Both losses of every run of `jitteredSpecs`, +∞ where a run diverged. A run has measured all held-out examples together; what
 * those that choose make of it is measured here, and the rest is what scores.
 */
export async function splitLosses(
	task: Task,
	runs: readonly TrainedRun[],
	seeds: readonly number[],
	tables: RealTables,
): Promise<HeldOutLosses[]> {
	const heldOut = await loadHeldOut(task, seeds, tables);
	const { choose, score } = HELD_OUT[task];
	return runs.map(({ weights, final }, i) => {
		const { X, y } = at(heldOut, i % seeds.length); // the seed is the fastest axis
		if (!weights || final.testLoss === null)
			return { validation: Number.POSITIVE_INFINITY, test: Number.POSITIVE_INFINITY };
		const validation = networkLoss(weights, { X: X.slice(0, choose), y: y.slice(0, choose) });
		return { validation, test: ((choose + score) * final.testLoss - choose * validation) / score };
	});
}

/** The held-out examples of each seed; of moons one sample for all, as in every experiment with `moonsNet`. */
async function loadHeldOut(task: Task, seeds: readonly number[], tables: RealTables): Promise<Sample[]> {
	const load = async (seed: number) => {
		const { test } = await loadDataSet(dataSchema.parse(DATA[task](seed)), tables);
		if (!test) throw new RangeError(`nothing is held out of ${task}`);
		return test;
	};
	if (task === 'digits') return Promise.all(seeds.map(load));
	const forAll = await load(1);
	return seeds.map(() => forAll);
}

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
