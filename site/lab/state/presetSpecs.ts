/** The trainings that presets are made of: one problem each, with a trace to watch. */
import { drawDataSet } from '../../../src/data/registry.ts';
import { EXPERIMENTS } from '../../../src/experiments/registry.ts';
import { MOONS_NOISE, type MoonsChoice, moonsNet } from '../../../src/experiments/shared/moonsNet.ts';
import { roundTo } from '../../../src/numberFormat.ts';
import { selfContainedDataSchema } from '../../../src/schema/data.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';

type Spec = RunSpecInput;
type Penalty = NonNullable<Spec['penalty']>;

/** The experiments' network on noisy moons, with a trace to watch. */
export const moons = (m: number, penalty: Penalty = {}, rest: Partial<MoonsChoice> = {}): Spec => {
	const spec = moonsNet({ m, seed: 1, penalty, ...rest });
	return {
		...spec,
		data: { kind: 'moons', m, noise: MOONS_NOISE, seed: 1, test: { m: 1000, seed: 10_001 } },
		training: { epochs: 2000, recordEvery: 20, learningRateDecay: 'linear' },
	};
};

/** A linear model on the linear teacher's examples, trained until it rests. */
export const linear = (m: number, penalty: Penalty = {}, rest: Partial<Spec> = {}): Spec => ({
	data: { kind: 'linear-teacher', m, noise: 1, seed: 1, features: 20, teacherStandardDeviation: 0.5 },
	network: { hidden: [] },
	optimizer: { kind: 'sgd', learningRate: 0.05 },
	penalty,
	training: { epochs: 2000, recordEvery: 20 },
	...rest,
});

/** The same on examples so few and noisy that the held-out loss soon rises, looked at every 20 steps. */
export const noisyTeacher = (rest: Partial<Spec> = {}): Spec => ({
	...linear(40),
	data: { kind: 'linear-teacher', m: 40, noise: 2, seed: 1, features: 20, teacherStandardDeviation: 0.5 },
	optimizer: { kind: 'sgd', learningRate: 0.02 },
	...rest,
});

/** A small network under plain SGD; `rest` says on which batches. */
export const small = (penalty: Penalty, learningRate: number, training: Spec['training'], m = 64): Spec => ({
	data: { kind: 'moons', m },
	network: { hidden: [8], activation: 'tanh' },
	optimizer: { kind: 'sgd', learningRate },
	penalty,
	training,
});

/** Thirty moons ten times over: no information that one copy does not have. */
export const copied = (penalty: Penalty, times = 10): Spec => {
	const once = moons(30);
	const { train, test } = drawDataSet(selfContainedDataSchema.parse(once.data));
	const all = <Row>(rows: readonly Row[]) => Array.from({ length: times }, () => rows).flat();
	const short = (X: number[][]) => X.map((row) => row.map((x) => roundTo(x, 6))); // for the link
	const heldOut = test && { X: short(test.X.slice(0, 200)), y: test.y.slice(0, 200) };
	return { ...moons(30, penalty), data: { kind: 'inline', X: all(short(train.X)), y: all(train.y), test: heldOut } };
};

/** Claim 1's own trainings, of which every 300th epoch is looked at. */
export const notebook = () =>
	(EXPERIMENTS[0]?.specs({}) ?? []).map((spec) => ({
		...spec,
		training: { ...spec.training, recordEvery: 300 } as Spec['training'], // the notebook goes by epochs
	}));

/** A linear regression on the diabetes data. */
export const diabetes = (penalty: Penalty): Spec => ({
	data: { kind: 'diabetes', m: 300 },
	network: { hidden: [] },
	loss: 'half-squared-error',
	optimizer: { kind: 'sgd', learningRate: 0.05 },
	penalty,
	training: { epochs: 2000, recordEvery: 20 },
});

/** A linear classifier on the breast cancer data. */
export const cancer = (penalty: Penalty): Spec => ({
	data: { kind: 'breast-cancer', m: 100 },
	network: { hidden: [] },
	optimizer: { kind: 'sgd', learningRate: 0.2 },
	penalty,
	training: { epochs: 2000, recordEvery: 20 },
});

/** A network on two spirals, without a penalty. */
export const spirals = (hidden: number[], activation: 'tanh' | 'relu'): Spec => ({
	data: { kind: 'spirals', m: 300, noise: 0.1 },
	network: { hidden, activation },
	optimizer: { kind: 'adam', learningRate: 0.02 },
	training: { epochs: 2000, recordEvery: 20 },
});

/** Decay beside Adam's steps, in minibatches. */
export const adamw = (m: number, lambda: number): Spec => ({
	...moons(m, { lambda, scaling: 'half', application: 'decoupled' }),
	optimizer: { kind: 'adam', learningRate: 0.01 },
	training: { epochs: 400, batchSize: 25, recordEvery: 4 },
});

/** Steps that are as long in the long run whatever the momentum: the rate is (1 − μ)·0.2. */
export const paced = (momentum: number, penalty: Penalty): Spec => ({
	data: { kind: 'moons', m: 60, noise: MOONS_NOISE, seed: 1, test: { m: 1000, seed: 10_001 } },
	network: { hidden: [16], activation: 'tanh' },
	optimizer: { kind: 'sgd', learningRate: roundTo(0.2 * (1 - momentum), 6), momentum },
	penalty,
	training: { epochs: 800, batchSize: 10, recordEvery: 8, learningRateDecay: 'linear' },
});

/** One decaying weight and nothing else: rows of zeros. */
export const alone = (lambda: number): Spec => ({
	data: { kind: 'inline', X: [[0], [0]], y: [0, 1] },
	network: { hidden: [] },
	init: { kind: 'explicit', W: [[[1]]], b: [[0]] },
	optimizer: { kind: 'sgd', learningRate: 1 },
	penalty: { lambda, scaling: 'half' },
	training: { epochs: 200, recordEvery: 1 },
});

/** Moons with noise on the inputs at every step. */
export const noisy = (inputNoise: number, lambda: number) => moons(100, { lambda }, { regularizers: { inputNoise } });
