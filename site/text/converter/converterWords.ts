import type { Family } from '../../../src/convert/libraries.ts';
import type { Library } from '../../../src/convert/library.ts';
import type { ReasonCode } from '../../../src/schema/conversion.ts';
import type { Loss } from '../../../src/schema/losses.ts';

/** What a proof's sentence says, in digits. */
interface ProvedFacts {
	examples: number;
	lambda: string;
	decay: string;
	/** The loss of the objective that λ belongs to. */
	loss: string;
	weights: number;
	/** Relative to the largest weight; null where no weight differs in any digit. */
	difference: string | null;
}

/** The words of the converter and of its page. A label is short; its hint says what is allowed. */
export interface ConverterText {
	pageTitle: string;
	title: string;
	description: string;
	/** Below the title: what to do here. */
	lead: string;
	/** Whose the numbers in the fields are. */
	origin: Record<'code' | 'hand' | 'other', string>;
	/** Beside a prior's standard deviation in a regression. */
	besideNoise: string;
	/** Beside a number of what sums over outputs; of how many, null where that is not known. */
	besideOutputs: (outputs: number | null) => string;
	/** Beside a number that holds with SGD's momentum only. */
	besideMomentum: (momentum: string) => string;
	/** Beside a number for ½(ŷ−y)²: that for a library's squared error, which has no ½. */
	withoutHalf: (name: string, value: string) => string;
	/** On the button that opens the table of before a code that gives no number. */
	unfold: string;
	introTitle: string;
	introHtml: readonly string[];
	noteTitle: string;
	noteHtml: readonly string[];

	from: string;
	families: Record<Family, string>;
	value: string;
	m: string;
	mHint: string;
	newM: string;
	newMHint: string;
	batchSize: string;
	batchSizeHint: string;
	learningRate: string;
	learningRateHint: string;
	momentum: string;
	/** What stands behind the fields that everybody needs. */
	more: string;
	loss: string;
	ownLoss: string;
	losses: Record<Loss, string>;
	targetDeviation: string;
	targetDeviationHint: string;
	/** What a field allows: from a number (itself or not) to another (itself or not). */
	bounds: (from: string, isOpen: boolean, to: string, isBelow: boolean) => string;
	filter: string;
	filterHint: string;
	/** How many rows the filter leaves. */
	filtered: (count: number) => string;

	lambda: string;
	asked: string;
	/** The objective that λ belongs to; `isOneLoss`: in every row. */
	lossSaid: (said: { loss: string; isOneLoss: boolean }) => string;
	/** Before what is said while m is not known. */
	withoutM: string;
	/** In place of the code of a number that m decides. */
	needsM: string;
	/** Of a decay that is no penalty. */
	/** λ and the decay coefficient of what was read. */
	withLambda: (said: { decay: string; lambda: string }) => string;
	noLambda: (said: { decay: string; lambda: string }) => string;
	/** In place of a λ that a decay has not. */
	asFastAs: (lambda: string) => string;
	invalid: string;
	exact: string;
	inexact: Record<ReasonCode, string>;
	copy: string;
	copied: string;
	notCopied: string;
	objective: string;
	besideLoss: (loss: string) => string;
	/** The comment above a row's code: of which λ, m and loss its number is, and what of it is no penalty of the weights alone. */
	codeOf: (said: {
		lambda: string;
		m: number | null;
		loss: string;
		isBesideStep: boolean;
		/** Under which the number is right, where that is not known; '' otherwise. */
		condition: string;
		hasBiases: boolean;
	}) => string;
	/** @param epochs null where B is not known */
	timescale: (steps: string, epochs: string | null) => string;
	byDefault: (value: string) => string;
	noDefault: string;
	checked: Record<Library['checked']['how'], (version: string) => string>;
	source: string;
	notTrained: (names: readonly string[]) => string;
	link: string;

	/** What becomes of λ at another number of examples. */
	moved: {
		title: string;
		times: (times: string) => string;
		/** Of fewer examples. */
		over: (times: string) => string;
		keepTitle: string;
		cost: (cost: string) => string;
		cheapest: (cost: string) => string;
		models: (isLinear: boolean) => string;
		measured: (on: string) => string;
		notMeasured: (on: string, times: string) => string;
		/** How many libraries' numbers change, and how many stay. */
		counted: (examples: string, changing: number, staying: number, others: number) => string;
		stays: string;
		becomes: (value: string) => string;
		/** Above code of the later number of examples. */
		codeFor: (examples: string) => string;
		advice: string;
	};

	prove: string;
	proving: string;
	sameWeights: string;
	otherWeights: string;
	proved: (facts: ProvedFacts) => string;
	weightsShown: (shown: number, all: number) => string;
	notExpressible: string;
	diverged: string;
	failed: (message: string) => string;
}
