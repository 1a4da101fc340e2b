/**
 * What the parsers make of a text: the expressions of Python, R, YAML and JSON in one shape, each with where it stands.
 * What none of it needs (a comprehension, a lambda, an operator of comparison) is `other` with what was found inside.
 */
export type Expression =
	| (Place & { kind: 'number'; value: number })
	| (Place & { kind: 'string'; value: string })
	| (Place & { kind: 'constant'; value: boolean | null })
	| (Place & { kind: 'name'; name: string })
	/** `of.name`, and R's `of$name` and `of::name`. */
	| (Place & { kind: 'member'; of: Expression; name: string })
	/** `of[items]`. */
	| (Place & { kind: 'index'; of: Expression; items: readonly Argument[] })
	| (Place & Call)
	/** A list, a tuple or a set. */
	| (Place & { kind: 'list'; items: readonly Expression[] })
	/** A key that is null spreads its value (`**more`). */
	| (Place & { kind: 'dictionary'; entries: readonly Entry[] })
	| (Place & { kind: 'operation'; operator: string; operands: readonly Expression[] })
	/** `joints` are the words between its parts: `for if ` of a comprehension that chooses. */
	| (Place & { kind: 'other'; parts: readonly Expression[]; joints?: string });

/** Characters of the text, from the first to behind the last. */
export interface Place {
	from: number;
	to: number;
}

export interface Call {
	kind: 'call';
	callee: Expression;
	args: readonly Argument[];
}

/** An argument of a call; `spread` is how many stars stand before it. */
export interface Argument {
	name: string | null;
	/** Where its name stands, or the argument itself. */
	from: number;
	spread: 0 | 1 | 2;
	value: Expression;
}

export interface Entry {
	key: Expression | null;
	value: Expression;
}

/** Where a statement stands among functions, classes and branches: the blocks around it, from the outermost. */
export type Blocks = readonly Block[];

export interface Block {
	kind: 'function' | 'class' | 'branch' | 'loop';
	/** Of a function or a class. */
	name: string;
	/** What a function returns, as far as it was seen. */
	returned: Expression[];
	/** Names of a function's parameters, in their order. */
	parameters: string[];
	/** What a branch is entered on; null where it has no condition, or none that was seen. */
	condition: Expression | null;
}

/** A name, an attribute or an element that gets a value. */
export interface Binding {
	target: Expression;
	/** Null where the text does not say the value: a parameter without a default, `lr *= 0.1`. */
	value: Expression | null;
	how: 'assigned' | 'parameter' | 'loop' | 'changed';
	/** What changes it: the right side of `total += x`. */
	by?: Expression;
	blocks: Blocks;
	from: number;
}

/** A name that an import binds, and what it is: `optim` is `torch.optim`. */
export interface Import {
	name: string;
	path: string;
}

/** A text as its parser understood it. */
export interface Program {
	text: string;
	bindings: readonly Binding[];
	imports: readonly Import[];
	/** Every expression of a statement, in the order of the text. */
	expressions: readonly { expression: Expression; blocks: Blocks }[];
	functions: readonly Block[];
	/** Names and keys, and strings that could be keys, by where they stand. */
	words: readonly { word: string; from: number }[];
	/** What the first of several is counted as: 1 in R, 0 where it is left out. */
	firstIndex?: number;
	/** Where a bracket opens that is never closed. */
	unclosed?: number | undefined;
}
