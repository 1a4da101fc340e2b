import { drawDataSet } from '../../../src/data/registry.ts';
import { EXPERIMENTS } from '../../../src/experiments/registry.ts';
import { MOONS_NOISE, type MoonsChoice, moonsNet } from '../../../src/experiments/shared/moonsNet.ts';
import type { Text } from '../../../src/language.ts';
import { roundTo } from '../../../src/numberFormat.ts';
import { selfContainedDataSchema } from '../../../src/schema/data.ts';
import { SCALINGS } from '../../../src/schema/objective.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';

/** A claim of the article as runs to play with: fewer seeds than its experiment, and every epoch to look at. */
interface Preset {
	claim: number;
	title: Text;
	specs: RunSpecInput[];
}

type Spec = RunSpecInput;
type Penalty = NonNullable<Spec['penalty']>;

/** The experiments' network on noisy moons, with a trace to watch. */
const moons = (m: number, penalty: Penalty = {}, rest: Partial<MoonsChoice> = {}): Spec => {
	const spec = moonsNet({ m, seed: 1, penalty, ...rest });
	return {
		...spec,
		data: { kind: 'moons', m, noise: MOONS_NOISE, seed: 1, test: { m: 1000, seed: 10_001 } },
		training: { epochs: 2000, recordEvery: 20, learningRateDecay: 'linear' },
	};
};

/** A linear model on the linear teacher's examples, trained until it rests. */
const linear = (m: number, penalty: Penalty = {}, rest: Partial<Spec> = {}): Spec => ({
	data: { kind: 'linear-teacher', m, noise: 1, seed: 1, features: 20, teacherStandardDeviation: 0.5 },
	network: { hidden: [] },
	optimizer: { kind: 'sgd', learningRate: 0.05 },
	penalty,
	training: { epochs: 2000, recordEvery: 20 },
	...rest,
});

/** A small network under plain SGD; `rest` says on which batches. */
const small = (penalty: Penalty, learningRate: number, training: Spec['training'], m = 64): Spec => ({
	data: { kind: 'moons', m },
	network: { hidden: [8], activation: 'tanh' },
	optimizer: { kind: 'sgd', learningRate },
	penalty,
	training,
});

/** Thirty moons ten times over: no information that one copy does not have. */
const copied = (penalty: Penalty, times = 10): Spec => {
	const once = moons(30);
	const { train, test } = drawDataSet(selfContainedDataSchema.parse(once.data));
	const all = <Row>(rows: readonly Row[]) => Array.from({ length: times }, () => rows).flat();
	const short = (X: number[][]) => X.map((row) => row.map((x) => roundTo(x, 6))); // for the link
	const heldOut = test && { X: short(test.X.slice(0, 200)), y: test.y.slice(0, 200) };
	return { ...moons(30, penalty), data: { kind: 'inline', X: all(short(train.X)), y: all(train.y), test: heldOut } };
};

const notebook = () =>
	(EXPERIMENTS[0]?.specs({}) ?? []).map((spec) => ({
		...spec,
		training: { ...spec.training, recordEvery: 300 } as Spec['training'], // the notebook goes by epochs
	}));

const diabetes = (penalty: Penalty): Spec => ({
	data: { kind: 'diabetes', m: 300 },
	network: { hidden: [] },
	loss: 'half-squared-error',
	optimizer: { kind: 'sgd', learningRate: 0.05 },
	penalty,
	training: { epochs: 2000, recordEvery: 20 },
});

const cancer = (penalty: Penalty): Spec => ({
	data: { kind: 'breast-cancer', m: 100 },
	network: { hidden: [] },
	optimizer: { kind: 'sgd', learningRate: 0.2 },
	penalty,
	training: { epochs: 2000, recordEvery: 20 },
});

const spirals = (hidden: number[], activation: 'tanh' | 'relu'): Spec => ({
	data: { kind: 'spirals', m: 300, noise: 0.1 },
	network: { hidden, activation },
	optimizer: { kind: 'adam', learningRate: 0.02 },
	training: { epochs: 2000, recordEvery: 20 },
});

const adamw = (m: number, lambda: number): Spec => ({
	...moons(m, { lambda, scaling: 'half', application: 'decoupled' }),
	optimizer: { kind: 'adam', learningRate: 0.01 },
	training: { epochs: 400, batchSize: 25, recordEvery: 4 },
});

/** One decaying weight and nothing else: rows of zeros. */
const alone = (lambda: number): Spec => ({
	data: { kind: 'inline', X: [[0], [0]], y: [0, 1] },
	network: { hidden: [] },
	init: { kind: 'explicit', W: [[[1]]], b: [[0]] },
	optimizer: { kind: 'sgd', learningRate: 1 },
	penalty: { lambda, scaling: 'half' },
	training: { epochs: 200, recordEvery: 1 },
});

const noisy = (inputNoise: number, lambda: number) => moons(100, { lambda }, { regularizers: { inputNoise } });

/**
 * By claim. Claim 21 is about weights whose scale does not matter, as under batch normalization: no network of a
 * RunSpec has them, so that it has no preset.
 */
const SPECS: Record<number, () => Spec[]> = {
	1: notebook,
	2: () => SCALINGS.map((scaling) => moons(30, { lambda: 0.6, scaling })),
	3: () =>
		[
			{},
			{ lambda: 0.1, scaling: 'half' } as const,
			{ lambda: 0.1, scaling: 'half', application: 'decoupled' } as const,
		].map((penalty) => small(penalty, 0.1, { epochs: 500, batchSize: 16, recordEvery: 5 })),
	4: () =>
		[{}, { lambda: 2 }, { lambda: 2, application: 'decoupled' } as const].map((penalty) =>
			linear(50, penalty, { optimizer: { kind: 'adam', learningRate: 0.01 } }),
		),
	5: () => [30, 300].flatMap((m) => [0.4, 4, 40].map((lambda) => linear(m, { lambda }))),
	6: () => [moons(30, { lambda: 0.1 }), moons(300, { lambda: 0.1 }), moons(300, { lambda: 1 }), moons(300)],
	7: () => [
		moons(30, { lambda: 0.01, scaling: 'half' }),
		moons(300, { lambda: 0.01, scaling: 'half' }),
		moons(300, { lambda: 0.001, scaling: 'half' }),
		moons(30, { lambda: 0.3 }),
		moons(300, { lambda: 0.3 }),
	],
	8: () => [
		small({ lambda: 2 }, 0.2, { epochs: 1000 }, 20),
		small({ lambda: 0.1, scaling: 'half' }, 0.01, { epochs: 1000, batchSize: 1 }, 20),
		small({ lambda: 2, scaling: 'half' }, 0.2, { epochs: 1000 }, 20),
		small({ lambda: 2, scaling: 'half' }, 0.01, { epochs: 1000, batchSize: 1 }, 20),
	],
	9: () =>
		[{ lambda: 4 }, { lambda: 4 / 30, scaling: 'half' } as const].flatMap((penalty) =>
			[30, 300, 3000].map((m) => linear(m, penalty)),
		),
	10: () => [
		copied({ lambda: 0.3 }, 1),
		copied({ lambda: 0.3 }),
		copied({ lambda: 3 }),
		copied({ lambda: 0.01, scaling: 'half' }),
	],
	11: () => [30, 300].flatMap((m) => [0.03, 0.3, 3].map((lambda) => moons(m, { lambda }))),
	12: () => [0, 0.03, 0.3, 3].map((lambda) => moons(30, { lambda })),
	13: () => [
		diabetes({ lambda: 3000, norm: 'l1', scaling: 'over-m', application: 'decoupled' }),
		diabetes({ lambda: 3000, norm: 'l1', scaling: 'over-m' }),
		diabetes({ lambda: 300 }),
	],
	14: () => [
		cancer({}),
		cancer({ lambda: 2 }),
		cancer({ lambda: 2, norm: 'l1', scaling: 'over-m', application: 'decoupled' }),
	],
	15: () => [
		linear(50),
		linear(50, {}, { regularizers: { inputNoise: 0.3 }, training: { epochs: 2000, recordEvery: 20 } }),
		linear(50, { lambda: 50 * 0.3 ** 2 }),
	],
	16: () => [noisy(0, 0), noisy(0, 0.3), noisy(0.3, 0), noisy(0.3, 0.3)],
	17: () => [
		linear(60),
		linear(60, {}, { regularizers: { earlyStopping: { patience: 100 } } }),
		linear(60, { lambda: 4 }),
	],
	18: () => [0, 0.1, 0.3, 0.5].map((dropout) => moons(100, {}, { regularizers: { dropout } })),
	19: () => [
		spirals([2], 'tanh'),
		spirals([8], 'tanh'),
		spirals([32], 'tanh'),
		spirals([16, 16], 'tanh'),
		spirals([8], 'relu'),
		spirals([32], 'relu'),
	],
	20: () => [0.5, 1.5, 1.99, 2.01, 3].map(alone),
	22: () => [adamw(100, 0.1), adamw(400, 0.1), adamw(400, 0.025), adamw(1600, 0.1), adamw(1600, 0.00625)],
};

/** Every preset, in the order of the claims. */
export function presets(): Preset[] {
	return Object.entries(SPECS).map(([number, specs]) => {
		const claim = Number(number);
		const experiment = EXPERIMENTS.find(({ claims }) => claims.includes(claim));
		if (!experiment) throw new Error(`there is no experiment for claim ${claim}`);
		return { claim, title: claimTitle(claim, experiment.title), specs: specs() };
	});
}

/** Claim 7 shares its experiments with 5 and 6. */
const claimTitle = (claim: number, title: Text): Text =>
	claim === 7 ? { en: 'The exponent of λ in m', zh: 'λ 随 m 变化的指数' } : title;
