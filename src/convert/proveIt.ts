/**
 * Two spellings of one strength, each trained on the project's own engine as its library states it:
 * what `convert` says is equal must end at equal weights. The entries' `scaling`, `coupling` and
 * `optimizer` are the words of a RunSpec, so nothing is described twice.
 *
 * The problem: 50 points, batches of 5 and a small network where both are plain SGD, whose two
 * trajectories are then the same; all 50 rows, a linear model and a rate that falls to 0 where one
 * is Adam, because only the minimisers are the same. Biases are left out on both sides.
 */

import type { Text } from '../language.ts';
import { canonical } from '../schema/canonical.ts';
import type { LibraryId } from '../schema/convertQuery.ts';
import type { Loss } from '../schema/objective.ts';
import type { TrainedRun } from '../schema/run.ts';
import type { RunSpec, RunSpecInput } from '../schema/runSpec.ts';
import { LAMBDA } from './exactness.ts';
import { libraries } from './libraries.ts';
import type { Library } from './library.ts';
import { lossWithin, penaltyOf, type Setting, spelledValue } from './spelling.ts';

export interface Pair {
	/** A library, or the project's own objective (the default). */
	from?: LibraryId | typeof LAMBDA;
	to: LibraryId;
	/** λ that both spell. */
	lambda?: number;
	/** Left out: the first loss that both train on. */
	loss?: Loss;
}

/** One side of a proof. */
export interface Trained {
	library: LibraryId | typeof LAMBDA;
	value: number;
	spec: RunSpec;
	/** Layer by layer, without biases. */
	weights: number[];
}

export type Proof =
	/** `difference` is the largest between two weights, relative to the largest weight. */
	| { status: 'trained'; from: Trained; to: Trained; difference: number }
	/** The engine cannot express it, or no loss is common to both. */
	| { status: 'not-expressible'; library: LibraryId | typeof LAMBDA; reason: Text }
	| { status: 'diverged'; library: LibraryId | typeof LAMBDA };

const M = 50;
const BATCH_SIZE = 5;

/**
 * Trains both spellings of a pair and compares their weights.
 *
 * @param train as `engine/train.ts` exports it; given, so that a page can train in a Web Worker
 */
export async function proveIt(
	{ from = LAMBDA, to, lambda = 2.5, loss: wanted }: Pair,
	train: (spec: RunSpec) => Promise<TrainedRun>,
): Promise<Proof> {
	const ids = [from, to] as const;
	for (const id of ids) {
		const reason = inexpressible(id);
		if (reason) return { status: 'not-expressible', library: id, reason };
	}
	const loss = commonLoss(from, to, wanted);
	if (!loss) return { status: 'not-expressible', library: to, reason: NO_LOSS };

	const adaptive = ids.some((id) => id !== LAMBDA && libraries[id].optimizer === 'adam');
	const sides: Trained[] = [];
	for (const id of ids) {
		const { value, spec } = asRunSpec(id, { lambda, loss, adaptive });
		const { weights } = await train(spec);
		if (!weights) return { status: 'diverged', library: id };
		sides.push({ library: id, value, spec, weights: weights.W.flat(2) });
	}
	const [a, b] = sides as [Trained, Trained]; // one a side, pushed above
	const scale = Math.max(...a.weights.map(Math.abs), Number.MIN_VALUE);
	const difference = Math.max(...a.weights.map((w, i) => Math.abs(w - (b.weights[i] ?? Number.NaN)))) / scale;
	return { status: 'trained', from: a, to: b, difference };
}

/** Why the engine cannot train an entry as its library states it. */
function inexpressible(id: LibraryId | typeof LAMBDA): Text | undefined {
	if (id === LAMBDA) return undefined;
	const { coupling, strength } = libraries[id];
	if (coupling === 'leaves') return TREES;
	return strength === 'over-target-deviation' ? SCALED_TARGETS : undefined;
}

function commonLoss(from: LibraryId | typeof LAMBDA, to: LibraryId, wanted: Loss | undefined): Loss | undefined {
	const theirs = libraries[to].losses;
	const both = from === LAMBDA ? theirs : theirs.filter((loss) => libraries[from].losses.includes(loss));
	return wanted === undefined ? both[0] : both.find((loss) => loss === wanted);
}

interface Problem {
	lambda: number;
	loss: Loss;
	/** Whether one of the two goes through Adam. */
	adaptive: boolean;
}

/** A spelling as a RunSpec: its own value under its own scaling, and its own form of a squared error. */
function asRunSpec(id: LibraryId | typeof LAMBDA, { lambda, loss, adaptive }: Problem) {
	const batchSize = adaptive ? M : BATCH_SIZE;
	const setting: Setting = { m: M, batchSize, targetDeviation: 1 };
	const library = id === LAMBDA ? canonicalSpelling(loss) : libraries[id];
	const value = id === LAMBDA ? lambda : spelledValue(library, lambda, loss, setting);
	const own = lossWithin(library, loss);
	// Without the ½ the whole objective is twice the canonical one: half the rate takes the same steps.
	const perObjective = own === 'squared-error' ? 0.5 : 1;
	const spec: RunSpecInput = {
		data: loss.endsWith('squared-error')
			? { kind: 'linear-teacher', m: M, features: 4, seed: 3 }
			: { kind: 'moons', m: M, noise: 0.3, seed: 3 },
		network: adaptive ? { hidden: [] } : { hidden: [4], activation: 'tanh' },
		loss: own,
		optimizer:
			library.optimizer === 'adam'
				? { kind: 'adam', learningRate: 0.02 }
				: { kind: 'sgd', learningRate: (adaptive ? 0.2 : 0.05) * perObjective },
		penalty: penaltyOf(library, value, setting),
		training: adaptive
			? { epochs: 5000, learningRateDecay: 'linear', recordEvery: 5000 }
			: { epochs: 100, batchSize, shuffleSeed: 1, recordEvery: 100 },
		output: { weights: true },
	};
	return { value, spec: canonical(spec) };
}

/** The project's objective as one more spelling: over-2m, beside ½(ŷ−y)² where the loss is a squared error. */
const canonicalSpelling = (loss: Loss): Library => ({
	name: 'lambda-over-2m',
	parameter: 'lambda',
	default: 0,
	objective: '(1/m)·Σ loss + (λ/2m)·‖w‖²',
	losses: [loss],
	ownSquaredError: 'half-squared-error',
	scaling: 'over-2m',
	coupling: 'loss',
	penalizesBiases: false,
	caveats: [],
	source: '',
	checked: { how: 'run', version: '1' },
	snippet: (value) => `"penalty": { "lambda": ${value} }`,
});

const TREES: Text = {
	en: 'The engine trains networks, not trees: there are no leaves to penalise.',
	zh: '引擎训练的是网络而不是树:没有可以惩罚的叶子。',
};
const SCALED_TARGETS: Text = {
	en: 'The library divides targets and strength by sd(y) inside, which the engine does not.',
	zh: '该库在内部把目标和强度除以 sd(y),引擎不这样做。',
};
const NO_LOSS: Text = {
	en: 'There is no data loss that both train on.',
	zh: '没有二者都能训练的数据损失。',
};
