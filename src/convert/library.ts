import type { Text } from '../language.ts';
import type { Sizes } from '../penalty.ts';
import type { Checked } from '../schema/conversion.ts';
import type { Loss } from '../schema/losses.ts';
import type { Scaling } from '../schema/objective.ts';

/** What a conversion may depend on beside the value. */
export interface Setting extends Sizes {
	/** The data loss whose λ is meant. */
	loss: Loss;
	/** sd(y); left out where it is not known, and then taken to be 1. */
	targetDeviation?: number;
	/** μ of SGD's steps; left out where it is 0. */
	momentum?: number;
}

/** Losses of an entry, at least one. */
type Losses = readonly [Loss, ...Loss[]];

/** What a snippet shows beside the value: written into the code where the library has a place for it. */
interface SnippetContext {
	loss: Loss;
	batchSize: number;
	/** η as a person would type it, or a name for it where it is not known. */
	learningRate: string;
	/** μ as one more argument of Python; empty where that of the library itself holds. */
	momentum: string;
	/** μ itself. */
	mu: number;
}

/**
 * How one library spells the L2 penalty: data, from which both directions of a conversion, the
 * library's objective as a RunSpec and the page's table are derived (`spelling.ts`, `proveIt.ts`).
 *
 * The heart of an entry is `scaling`, in the words of `penalty.ts`: up to a constant factor the
 * library minimises
 *
 *     mean data loss + c·‖w‖²        c = penaltyCoefficient({ lambda: strength, scaling })
 *
 * where the strength is the value that the library takes, unless `strength` says otherwise.
 */
export interface Library {
	/** The library and the part of it that takes the parameter. */
	name: string;
	/** Name of the parameter as the library writes it. */
	parameter: string;
	/** Value of the parameter where a user gives none; null: a path of values, or none. */
	default: number | null;
	/**
	 * What the library minimises, or the update that it makes: mathematics with the library's own names, without a word
	 * of any language. L is the loss of an example, g a gradient, v the value of a leaf.
	 */
	objective: string;
	/**
	 * The data losses whose λ the library can spell. The first is assumed where none is stated: a
	 * cross-entropy or ½(ŷ−y)².
	 */
	losses: Losses;
	/**
	 * Set where a regression's loss is the library's own and not the user's to write: whether it has
	 * the ½. The λ of the other squared error is then converted to this one.
	 */
	ownSquaredError?: 'half-squared-error' | 'squared-error';
	/**
	 * Set where the library's data loss is none of `losses` but stands in its place: the λ of the same J with that
	 * loss. What a row of a cross-entropy has is then a strength of the same size, not the same minimiser.
	 */
	ownLoss?: Text;
	/** Whether the weights penalised are those of features that the library scales inside, which no setting of it turns off. */
	scalesFeatures?: true;
	/** Ω where it is not Σw²: the value is then the strength of λ/2m·Σ|w|. */
	norm?: 'l1';
	/** What the library divides the strength by, beside a *mean* data loss. */
	scaling: Scaling;
	/**
	 * How the value is the strength: itself (default), 1/value, value/sd(y) where the library
	 * scales the targets inside, or 1/value² where it is a prior's standard deviation.
	 */
	strength?: 'value' | 'reciprocal' | 'over-target-deviation' | 'prior-deviation';
	/**
	 * How the penalty reaches the weights: with the gradient of the loss (`loss`), as a shrinking
	 * beside the optimizer's step (`decoupled`), as a term of an objective that a solver minimises
	 * (`solver`), or in the value of a tree's leaf (`leaves`).
	 */
	coupling: 'loss' | 'decoupled' | 'solver' | 'leaves';
	/** Whether a solver minimises over a network with hidden layers; those of the others are linear models. */
	hasHiddenLayers?: true;
	/** The optimizer that the entry is about, `other` where the engine has none like it; none for a solver. */
	optimizer?: 'sgd' | 'adam' | 'other';
	/** μ where a user gives none; left out where that is 0. */
	ownMomentum?: number;
	/** Whether the parameter penalises biases (an intercept) too, unless a user takes care. */
	penalizesBiases: boolean;
	/** Why the library has another minimiser in this setting, where its formula alone does not say so. */
	exception?: (setting: Setting) => Text | undefined;
	caveats: readonly Text[];
	/** Where the spelling is written down. */
	source: string;
	/**
	 * How this project has checked the entry; only one that was `run` is exact. `largestError` is that of the
	 * weights (or leaves) on one problem of 50 points, relative, and as small as the library's own solver makes it.
	 */
	checked: Checked;
	/** Code that a person would type to set the value. */
	snippet(value: string, context: SnippetContext): string;
}

/** The `version` of a formula, which no library has: this project's engine was run with it. */
export const OWN_ENGINE = 'λ/2m';

/** Losses of a framework in which the user writes the loss: every one. */
export const WRITTEN_BY_THE_USER: Losses = [
	'binary-cross-entropy',
	'softmax-cross-entropy',
	'half-squared-error',
	'squared-error',
];

/** Losses of a regression, of which one is the library's own (`ownSquaredError`). */
export const REGRESSION: Losses = ['half-squared-error', 'squared-error'];
