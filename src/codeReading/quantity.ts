/** Why a text does not say a number; for programs, and for sentences that are made elsewhere. */
export interface Unknown {
	code:
		| 'not-bound' // a name that gets no value in the text
		| 'bound-later' // a name that gets one only below its use
		| 'no-default' // an argument of a function or a command line that has none
		| 'several-values' // by branches, or in a loop
		| 'changes' // a value that later lines change
		| 'not-given' // a strength that has no default
		| 'misspelt' // an argument that there is not stands in its place
		| 'not-a-number' // a text, True or None
		| 'share' // of L1 in an elastic net, without which the L2 part is not known
		| 'filled-in' // `${wd}`, from elsewhere
		| 'computed'; // something that would have to be run
	/** The expression as it is written. */
	written: string;
	/** The values that it may have, where the text says them. */
	values?: number[];
}

/** How a number was found where it does not stand itself. */
export type Way =
	| 'name'
	| 'parameter-default'
	| 'argument-default'
	| 'argument'
	| 'attribute'
	| 'set-again'
	| 'namesake'
	| 'arithmetic';

/** Whether a reader is told of a way. */
export const isTold = (way: Way): boolean => /-default$|^attribute$|^set-again$/.test(way);

/** What a name within an expression stands for, and where it stands. */
export interface Named {
	value: number;
	from: number;
}

/** A number of a text, or why it is none. */
export type Quantity =
	| {
			value: number;
			from: number;
			ways: readonly Way[];
			/** The number that stands there, where it is one part of the value. */
			of?: number;
			/** Of the name that it was found by, which may be a part of an expression: `self.wd * 10`. */
			named?: Named;
			/** Where it is set again, over an earlier value. */
			setAt?: number;
	  }
	| { value: null; from: number; unknown: Unknown };
