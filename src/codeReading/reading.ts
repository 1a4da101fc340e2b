import type { NoteCode } from '../schema/codeAnswer.ts';
import type { LibraryId } from '../schema/libraryIds.ts';
import type { Loss } from '../schema/losses.ts';
import type { FoundCall } from './calls.ts';
import type { PenaltyForm } from './products.ts';
import type { Quantity } from './quantity.ts';
import type { Scope } from './scope.ts';
import type { Expression, Place, Program } from './syntax.ts';

/** What a reader of code looks at: a text, what its names stand for, and its calls. */
export interface Source {
	program: Program;
	scope: Scope;
	calls: readonly FoundCall[];
	/** What is put into names of penalties. */
	penalties: readonly Expression[];
	/** Names that inputs are multiplied by. */
	coefficients: ReadonlySet<string>;
	/** Penalties that were recognised so far, and what is none. */
	forms: WeakMap<Expression, PenaltyForm | null>;
}

/** Something that decays weights, as the text says it. */
export interface Decay {
	/** What takes the strength, as it is called in full: `torch.optim.AdamW`. */
	name: string;
	from: number;
	to: number;
	/** The row of the converter whose spelling `value` is in, λ itself for a penalty that is written out over m; null where the text does not say which, or where there is none. */
	row: LibraryId | 'lambda' | null;
	/** As it is written there: `weight_decay`. */
	parameter: string;
	value: Quantity;
	/** Whether the text leaves it out, so that the library's own default holds. */
	isDefault: boolean;
	/** How the optimizer steps; null where a solver minimises. */
	optimizer: {
		/** Null where the text does not say which. */
		kind: 'sgd' | 'adam' | 'adamw' | null;
		learningRate: Quantity | null;
		momentum: number;
		nesterov: boolean;
		/** The share of a gradient that momentum does not take in: in the long run a step is (1 − dampening)/(1 − μ) gradients. */
		dampening?: number;
	} | null;
	/** B and the loss where the library sets them itself. */
	batchSize?: Quantity;
	loss?: Loss;
	/** B where a trainer scales the decay so that B does not matter: that for which the strength is the one that stands there. */
	nominalBatch?: number;
	/** Whether it stands beside a loss that is summed over the batch; the mean's strength is that over B. */
	isSummed?: boolean;
	/** What a strength that is written out is multiplied by before it is that of its row: ½ of `beta * tf.nn.l2_loss(W)`. */
	times?: number;
	/** Whether the examples of the text are those of another function, which has a decay of its own. */
	isOfOtherExamples?: boolean;
	/** What the mean loss beside it is multiplied by, 1 where it is left out. */
	lossTimes?: number;
	/** The share of L1 of a penalty that is mixed, and its name: `times` is then what is left of the strength for L2. */
	mixed?: { name: string; share: number };
	/** Whether it removes d of a weight in each step, and not η·d: `value` is then η times what the row takes. */
	isRaw?: boolean;
	/** Which weights it reaches: all parameters, all but biases, those of some groups, of so many layers, or the values of leaves. */
	covers: 'everything' | 'weights' | 'group' | 'layers' | 'leaves';
	/** Where the call names all parameters, which could be put into groups there. */
	parameters?: Place;
	/** Layers of the same regularizer; 1 for all else. */
	count: number;
	notes: Note[];
}

/** Something to know of the reading, or a reason why something was not read; words are made of it elsewhere. */
export interface Note {
	code: NoteCode;
	from: number;
	params: Readonly<Record<string, string | number>>;
}

/** What a decay is where nothing else is said of it. */
const COMMON = { isDefault: false, optimizer: null, covers: 'weights', count: 1 } as const;

/** A decay that stands at a place of the text. */
export const decayAt = (
	{ from, to }: Place,
	said: Omit<Decay, 'from' | 'to' | keyof typeof COMMON> & Partial<Decay>,
): Decay => ({ ...COMMON, from, to, ...said });

/** A number that the text leaves out, as its library's default. */
export const byDefault = (value: number, from: number): Quantity => ({ value, from, ways: [] });

/** A number that would have to be computed. */
export const computed = (from: number, written: string): Quantity => ({
	value: null,
	from,
	unknown: { code: 'computed', written },
});

export const note = (code: NoteCode, { from }: { from: number }, params: Note['params'] = {}): Note => ({
	code,
	from,
	params,
});

/** Whether an argument is switched on, and whether it is switched off. */
export const isTrue = (value: Expression | undefined): boolean => value?.kind === 'constant' && value.value === true;

export const isFalse = (value: Expression | undefined): boolean => value?.kind === 'constant' && value.value === false;
