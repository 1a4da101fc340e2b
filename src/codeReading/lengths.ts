import { lastName, pathOf } from './path.ts';
import type { Expression } from './syntax.ts';

/** How many examples are trained on, and whether they are a part of what is loaded. */
export interface Length {
	value: number;
	isPart: boolean;
}

/** Data by its name; of a part of it, of what is trained on; no batches, and nothing that is held out. */
const DATA = /^(x|y|ds|(x|y)_?tr|data|inputs?|features|targets?|labels?)$|train|data/i;
const PART = /tr(ain|n)?/i;
const NOT_ALL = /load(er)?$|_dl$|batch|val|test|eval|dev/i;

/** Whether an expression is that number: `len(train_ds)`, `len(loader.dataset)`, `X.shape[0]`. */
export function isLength(expression: Expression, { isPart }: Length): boolean {
	const path = pathOf(countedIn(expression) ?? expression) ?? '';
	const name = lastName(path);
	return countedIn(expression) !== undefined && DATA.test(name) && !NOT_ALL.test(name) && (!isPart || PART.test(path));
}

/** What `len` is of, R's `nrow`, its `length` of data, or a first axis. */
export function countedIn(expression: Expression): Expression | undefined {
	if (expression.kind === 'call') {
		const of = expression.args[0]?.value;
		const name = pathOf(expression.callee) ?? '';
		const isOfData = of?.kind === 'name' && DATA.test(of.name); // `length(w)` counts weights
		return /^(len|nrow|NROW)$/.test(name) || (name === 'length' && isOfData) ? of : undefined;
	}
	if (expression.kind !== 'index') return undefined;
	const { of, items } = expression;
	const [axis] = items;
	const isFirst = axis?.value.kind === 'number' && axis.value.value === 0;
	return isFirst && of.kind === 'member' && of.name === 'shape' ? of.of : undefined;
}
