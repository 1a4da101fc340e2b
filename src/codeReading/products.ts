import type { Use } from './bindings.ts';
import { countedIn } from './lengths.ts';
import { pathOf } from './path.ts';
import type { Expression } from './syntax.ts';

/** An expression with where it is used. */
export interface Placed {
	expression: Expression;
	use: Use;
}

/** What a product is made of: `a * b / (2 * m)` has a and b above, 2 and m below. */
interface Product {
	above: readonly Placed[];
	below: readonly Placed[];
}

/** What is added up of the weights, times c: their squares, norms that are not squared, sizes, a mean, squares of differences, or how far `W @ W.T` is from the identity. */
export interface PenaltyForm {
	kind: 'squares' | 'norms' | 'absolutes' | 'means' | 'shifts' | 'grams' | 'each-square' | 'each-size' | 'each-shift';
	above: readonly Placed[];
	below: readonly Placed[];
	/** `l2_loss` halves the squares. */
	halvings: number;
	/** Whether its terms have coefficients of their own, so that it has none. */
	isMixed: boolean;
	/** What was found behind names. */
	behind: readonly Expression[];
}

/** Factors and divisors of an expression; itself where it is no product. */
export function productOf(expression: Expression, use: Use): Product {
	if (expression.kind !== 'operation') return { above: [{ expression, use }], below: [] };
	const [left, right] = expression.operands;
	if (!left || !right || !/^[*/]$/.test(expression.operator)) {
		const isSign = left && !right && expression.operator === '-';
		return isSign ? productOf(left, use) : { above: [{ expression, use }], below: [] };
	}
	const [one, other] = [productOf(left, use), productOf(right, use)];
	return expression.operator === '*'
		? { above: [...one.above, ...other.above], below: [...one.below, ...other.below] }
		: { above: [...one.above, ...other.below], below: [...one.below, ...other.above] };
}

/** Terms of a sum, signs aside; itself where it is no sum. */
export function termsOf(expression: Expression): Expression[] {
	return expression.kind === 'operation' && /^[-+]$/.test(expression.operator)
		? expression.operands.flatMap(termsOf)
		: [expression];
}

/** The last name of what a call calls, whatever it is called on; `sum` of what R's torch and keras call `torch_sum` and `op_sum`. */
export const calledName = (callee: Expression): string =>
	callee.kind === 'name' || callee.kind === 'member' ? callee.name.replace(/^(torch|op|k)_(?=\w)/, '') : '';

/** Calls of R after which a matrix of one number is that number: `drop(crossprod(b))`, `c(…)`, `as.numeric(…)`. */
export const DROPS = /^(drop|c|as\.(numeric|vector|double))$/;

/** Whether an expression is a zero that something is added to: `0.`, `torch.tensor(0.)`, `torch.zeros(1)`. */
export function isZero(expression: Expression): boolean {
	if (expression.kind === 'number') return expression.value === 0;
	if (expression.kind === 'constant') return expression.value === null;
	if (expression.kind === 'list') return expression.items.every(isZero);
	if (expression.kind !== 'call') return false;
	const { callee } = expression;
	const [first] = expression.args;
	const isMoved = callee.kind === 'member' && /^(cuda|to|cpu|float)$/.test(callee.name) && isZero(callee.of);
	return isMoved || /^zeros?(_like)?$/.test(calledName(callee)) || (first !== undefined && isZero(first.value));
}

/** R's `dnorm(x, mean, sd, log = TRUE)`, minus ½(x − mean)²/sd²: what is squared there, and sd² below it. */
export function densityOf(one: Expression, use: Use) {
	if (one.kind !== 'call' || calledName(one.callee) !== 'dnorm') return null;
	const { args } = one;
	const unnamed = args.filter(({ name }) => name === null);
	const given = (named: string, place: number) => (args.find(({ name }) => name === named) ?? unnamed[place])?.value;
	const log = given('log', 3);
	if (log?.kind !== 'constant' || log.value !== true) return null;
	const sd = given('sd', 2);
	const below: Placed[] = sd ? [sd, sd].map((expression) => ({ expression, use })) : [];
	return { of: given('x', 0), mean: given('mean', 1), below };
}

const EXAMPLES = /^(m|n|N|M|n_samples|num_samples|num_examples|m_train|n_train|num_train)$/;

/** Whether an expression counts the examples: `m`, `len(X)`, `X.shape[0]`; those of a batch are not m. */
export function isExamples({ expression, use }: Placed): boolean {
	const one = expression;
	const [inner] = one.kind === 'call' && /^(float|int)$/.test(calledName(one.callee)) ? one.args : [];
	if (inner) return isExamples({ expression: inner.value, use });
	if (one.kind === 'name') return EXAMPLES.test(one.name);
	const counted = countedIn(one);
	return counted !== undefined && !/batch|mini|^[xy]b$/i.test(pathOf(counted) ?? '');
}
