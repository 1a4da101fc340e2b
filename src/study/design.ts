import { at } from '../at.ts';
import type { Data } from '../schema/data.ts';
import type { Network } from '../schema/network.ts';
import { REAL_DATA } from '../schema/realData.ts';
import type { RunSpecInput } from '../schema/runSpec.ts';
import type { SweepInput } from '../schema/sweep.ts';

/**
 * What the study trains: every task, model and optimizer that go together (`studyCases`), each a grid of m, λ and seed
 * under λ/2m. Rates and epochs follow rules that look at the task alone, never at a cell.
 */

/** A task: data, and the m at which λ is tuned, a constant ratio apart; two decades where there are as many rows. */
interface Task {
	data: Partial<Data> & { kind: Exclude<Data['kind'], 'inline'> };
	features: number;
	sizes: readonly [number, number, number, number, number];
}

const generated = { features: 2, sizes: [20, 63, 200, 632, 2000] } as const;

const tasks = {
	moons: { ...generated, data: { kind: 'moons', noise: 0.3 } },
	spirals: { ...generated, data: { kind: 'spirals', noise: 0.1 } },
	'linear-teacher': { ...generated, features: 20, data: { kind: 'linear-teacher', noise: 1, features: 20 } },
	'network-teacher': { ...generated, features: 10, data: { kind: 'network-teacher', noise: 0.3, features: 10 } },
	'breast-cancer': { data: { kind: 'breast-cancer' }, features: 30, sizes: [16, 36, 80, 179, 400] },
	wine: { data: { kind: 'wine' }, features: 13, sizes: [16, 26, 44, 73, 120] },
	diabetes: { data: { kind: 'diabetes', standardizeTargets: true }, features: 10, sizes: [16, 34, 72, 151, 320] },
	digits: { data: { kind: 'digits' }, features: 64, sizes: [16, 51, 160, 506, 1600] },
	diamonds: {
		data: { kind: 'diamonds', standardizeTargets: true },
		features: 9,
		sizes: [100, 316, 1000, 3162, 10_000],
	},
	mnist: { data: { kind: 'mnist' }, features: 196, sizes: [60, 190, 600, 1897, 6000] },
} as const satisfies Record<string, Task>;

export type TaskName = keyof typeof tasks;
export const TASKS: Record<TaskName, Task> = tasks;

/** The linear model is the control; the others are small, wider, and with another activation. */
const models = {
	linear: { hidden: [], activation: 'linear' },
	'relu-16': { hidden: [16], activation: 'relu' },
	'relu-32-32': { hidden: [32, 32], activation: 'relu' },
	'tanh-32-32': { hidden: [32, 32], activation: 'tanh' },
} as const satisfies Record<string, { hidden: readonly number[]; activation: Network['activation'] }>;

export type ModelName = keyof typeof models;
const MODELS: Record<ModelName, { hidden: readonly number[]; activation: Network['activation'] }> = models;

/**
 * - sgd: momentum 0.9 in minibatches of 16, L2 in the loss: what people do.
 * - adamw: minibatches of 16, decoupled decay η·(λ/m)·w.
 * - full-batch: all rows in every step, L2 in the loss, by Adam: nearest to the minimum of the objective, of which theory speaks.
 *
 * Every rate falls linearly to 0.
 */
export const OPTIMIZERS = ['sgd', 'adamw', 'full-batch'] as const;
export type OptimizerName = (typeof OPTIMIZERS)[number];

/** One sweep of the study. */
export interface StudyCase {
	task: TaskName;
	model: ModelName;
	optimizer: OptimizerName;
}

const BATCH_SIZE = 16;
const FULL_BATCH_STEPS = 800;
/** Passes over the data, and examples seen at the largest m, at most. */
const MOST_EPOCHS = 200;
const MOST_EXAMPLES = 400_000;
/** Tasks whose many rows are too dear for full batches. */
const LARGE: readonly TaskName[] = ['diamonds', 'mnist'];
/** Tasks that not every model is trained on: the linear teacher is the control, and a run on MNIST reads two million numbers. */
const MODELS_OF: Partial<Record<TaskName, readonly ModelName[]>> = {
	'linear-teacher': ['linear'],
	mnist: ['linear', 'relu-32-32'],
};

export const SEEDS: readonly number[] = Array.from({ length: 16 }, (_, i) => i + 1);

/** Every case: all models and optimizers but for full batches of large tasks and what `MODELS_OF` leaves out. */
export function studyCases(): StudyCase[] {
	return namesOf(TASKS).flatMap((task) =>
		namesOf(MODELS)
			.filter((model) => MODELS_OF[task]?.includes(model) ?? true)
			.flatMap((model) =>
				OPTIMIZERS.filter((optimizer) => optimizer !== 'full-batch' || !LARGE.includes(task)).map((optimizer) => ({
					task,
					model,
					optimizer,
				})),
			),
	);
}

/** The name of a case, in a file or an address. */
export const nameOf = ({ task, model, optimizer }: StudyCase): string => `${task} ${model} ${optimizer}`;

/** λ to begin with, half a decade apart: where a best one is at an end, the range grows (`isWideEnough`). */
export function firstLambdas({ optimizer }: StudyCase): number[] {
	const [from, to] = optimizer === 'adamw' ? [-2, 6] : [-4, 4];
	return [0, ...halfDecades(from, to)];
}

/** 10^(i/2) for i from `from` to `to`, of three digits. */
export const halfDecades = (from: number, to: number): number[] =>
	Array.from({ length: to - from + 1 }, (_, i) => Number((10 ** ((from + i) / 2)).toPrecision(3)));

/** The sweep of a case over these λ. */
export function sweepOf(given: StudyCase, lambdas: readonly number[], seeds = SEEDS): SweepInput {
	return {
		base: JSON.parse(JSON.stringify(baseOf(given))) as SweepInput['base'], // plain data
		axes: { lambda: [...lambdas], m: [...TASKS[given.task].sizes], seed: [...seeds] },
	};
}

/** All of a run but m, λ and seed. */
function baseOf({ task, model, optimizer }: StudyCase): Omit<RunSpecInput, 'data'> & { data: object } {
	const { data, features, sizes } = TASKS[task];
	const { hidden, activation } = MODELS[model];
	const largest = at(sizes, sizes.length - 1);
	const epochs =
		optimizer === 'full-batch' ? FULL_BATCH_STEPS : Math.min(MOST_EPOCHS, Math.floor(MOST_EXAMPLES / largest));
	return {
		data: { ...data, ...heldOut(data.kind, largest) },
		network: { hidden: [...hidden], activation },
		init: { kind: activation === 'relu' ? 'he-normal' : 'glorot-normal' },
		optimizer: {
			sgd: { kind: 'sgd' as const, learningRate: roundedRate(Math.min(0.05, 1 / features)), momentum: 0.9 },
			adamw: { kind: 'adam' as const, learningRate: 0.005 },
			'full-batch': { kind: 'adam' as const, learningRate: 0.01 },
		}[optimizer],
		penalty: { application: optimizer === 'adamw' ? 'decoupled' : 'loss' },
		training: {
			epochs,
			batchSize: optimizer === 'full-batch' ? 'full' : BATCH_SIZE,
			learningRateDecay: 'linear',
			recordEvery: Math.ceil(epochs / 10),
		},
	};
}

/** Half of what is held out at the largest m validates, at every m; the rest tests. */
function heldOut(kind: Task['data']['kind'], largest: number): object {
	if (kind in REAL_DATA) {
		const { rows } = REAL_DATA[kind as keyof typeof REAL_DATA]; // it is one of them
		return { validation: Math.floor((rows - largest) / 2) };
	}
	return { test: { m: 2000 }, validation: 1000 };
}

const roundedRate = (rate: number) => Number(rate.toPrecision(2));

/** The keys of a record, as its type names them. */
const namesOf = <Name extends string>(record: Record<Name, unknown>) => Object.keys(record) as Name[];
