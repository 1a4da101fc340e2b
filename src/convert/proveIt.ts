import type { Text } from '../language.ts';
import type { LibraryId } from '../schema/libraryIds.ts';
import type { Loss } from '../schema/losses.ts';
import type { TrainedRun } from '../schema/run.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import { LAMBDA } from './exactness.ts';
import { libraries } from './libraries.ts';
import type { Library } from './library.ts';
import { specOf } from './proofSpec.ts';

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
	/** `loss` is that of λ; `difference` the largest between two weights, relative to the largest weight. */
	| { status: 'trained'; loss: Loss; from: Trained; to: Trained; difference: number }
	/** The engine cannot express it, or no loss is common to both. */
	| { status: 'not-expressible'; library: LibraryId | typeof LAMBDA; reason: Text }
	| { status: 'diverged'; library: LibraryId | typeof LAMBDA };

/**
 * Trains two spellings of one strength on the project's own engine, each as its library states it, and compares
 * their weights: what `convert` says is equal must end at equal weights.
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
	const trainSide = async (id: LibraryId | typeof LAMBDA): Promise<Trained | null> => {
		const { value, spec } = specOf(id, { lambda, loss, adaptive });
		const { weights } = await train(spec);
		return weights ? { library: id, value, spec, weights: weights.W.flat(2) } : null;
	};
	const one = await trainSide(from);
	if (!one) return { status: 'diverged', library: from };
	const other = await trainSide(to);
	if (!other) return { status: 'diverged', library: to };
	return { status: 'trained', loss, from: one, to: other, difference: differenceOf(one.weights, other.weights) };
}

/** The largest difference between two weights, relative to the largest weight of `a`. */
function differenceOf(a: readonly number[], b: readonly number[]): number {
	const scale = Math.max(...a.map(Math.abs), Number.MIN_VALUE);
	return Math.max(...a.map((w, i) => Math.abs(w - (b[i] ?? Number.NaN)))) / scale;
}

/** Why the engine cannot train an entry as its library states it. */
function inexpressible(id: LibraryId | typeof LAMBDA): Text | undefined {
	if (id === LAMBDA) return undefined;
	const { coupling, strength, optimizer, norm, ownLoss, scalesFeatures }: Library = libraries[id];
	if (coupling === 'leaves') return TREES;
	if (strength === 'over-target-deviation') return SCALED_TARGETS;
	if (scalesFeatures) return SCALED_FEATURES;
	if (norm === 'l1') return MAGNITUDES;
	if (ownLoss) return OTHER_LOSS;
	return optimizer === 'other' ? OTHER_STEP : undefined;
}

function commonLoss(from: LibraryId | typeof LAMBDA, to: LibraryId, wanted: Loss | undefined): Loss | undefined {
	const theirs = libraries[to].losses;
	const both = from === LAMBDA ? theirs : theirs.filter((loss) => libraries[from].losses.includes(loss));
	return wanted === undefined ? both[0] : both.find((loss) => loss === wanted);
}

const TREES: Text = {
	en: 'The engine trains networks, not trees: there are no leaves to penalize.',
	zh: '引擎训练的是网络而不是树：没有可以惩罚的叶子。',
};
const SCALED_TARGETS: Text = {
	en: 'The library divides targets and strength by sd(y) inside, which the engine does not.',
	zh: '该库在内部把目标和强度除以 sd(y)，引擎不这样做。',
};
const SCALED_FEATURES: Text = {
	en: 'The library scales the features inside, which the engine does not.',
	zh: '该库在内部缩放特征，引擎不这样做。',
};
const MAGNITUDES: Text = {
	en: 'The library penalizes Σ|w| and not Σw²: the two have no minimizer in common.',
	zh: '该库惩罚的是 Σ|w| 而不是 Σw²：二者没有共同的极小值点。',
};
const OTHER_LOSS: Text = {
	en: 'The library trains on a loss that the engine does not have.',
	zh: '该库用的损失，引擎没有。',
};
const OTHER_STEP: Text = {
	en: 'The engine takes the steps of SGD and of Adam, not of this optimizer.',
	zh: '引擎只会 SGD 和 Adam 的更新步，不会这个优化器的。',
};
const NO_LOSS: Text = {
	en: 'There is no data loss that both train on.',
	zh: '没有二者都能训练的数据损失。',
};
