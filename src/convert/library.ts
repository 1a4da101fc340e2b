import type { Text } from '../language.ts';
import type { Loss, Scaling } from '../schema/objective.ts';

/** What a snippet shows beside the value: written into the code where the library has a place for it. */
export interface SnippetContext {
	loss: Loss;
	batchSize: number;
	/** η as a person would type it, or a name for it where it is not known. */
	learningRate: string;
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
	/** What the library minimises, or the update that it makes, as it is written there. */
	objective: string;
	/** The data losses that the library trains on; the first is the one to assume. */
	losses: readonly Loss[];
	/**
	 * Set where a regression's loss is the library's own and not the user's to write: whether it has
	 * the ½. Both names of a squared error then mean this one.
	 */
	ownSquaredError?: 'half-squared-error' | 'squared-error';
	/** What the library divides the strength by, beside a *mean* data loss. */
	scaling: Scaling;
	/**
	 * How the value is the strength: itself (default), 1/value, or value/sd(y) where the library
	 * scales the targets inside.
	 */
	strength?: 'value' | 'reciprocal' | 'over-target-deviation';
	/**
	 * How the penalty reaches the weights: with the gradient of the loss (`loss`), as a shrinking
	 * beside the optimizer's step (`decoupled`), as a term of an objective that a solver minimises
	 * (`solver`), or in the value of a tree's leaf (`leaves`).
	 */
	coupling: 'loss' | 'decoupled' | 'solver' | 'leaves';
	/** The optimizer that the entry is about; none for a solver. */
	optimizer?: 'sgd' | 'adam';
	/** Whether the parameter penalises biases (an intercept) too, unless a user takes care. */
	penalizesBiases: boolean;
	/** Why the conversion is only near, where `coupling` and `optimizer` would make it exact. */
	approximate?: Text;
	caveats: readonly Text[];
	/** Where the spelling is written down. */
	source: string;
	/** How this project has checked the entry; `largestError` is relative, of the weights (or leaves) on one problem of 50 points, as good as the library's own solver. */
	checked: { how: 'run' | 'source' | 'documentation' | 'unverified'; version: string; largestError?: number };
	/** Code that a person would type to set the value. */
	snippet(value: string, context: SnippetContext): string;
}

/** Losses of a framework in which the user writes the loss: every one. */
export const WRITTEN_BY_THE_USER: readonly Loss[] = [
	'binary-cross-entropy',
	'softmax-cross-entropy',
	'squared-error',
	'half-squared-error',
];

/** Losses of a regression: two names, of which one is the library's own (`ownSquaredError`). */
export const REGRESSION: readonly Loss[] = ['half-squared-error', 'squared-error'];
