import { everyPart } from './calls.ts';
import { productOf, termsOf } from './products.ts';
import { type Decay, type Note, note, type Source } from './reading.ts';
import type { Expression } from './syntax.ts';

const IN_PLACE = /^(mul|add|sub|addcmul|addcdiv|lerp)_$/;
/** Averages and buffers that are moved in place, and are no weights. */
const BUFFER = /ema|avg|mean|var|buf|momentum|shadow|moment/i;
const WEIGHT = /^(w|weights?|theta|params?|p|coef_?)\d*$/i;

/**
 * Where weights are changed by hand: `p.data.mul_(1 - lr * wd)`, `p.grad.add_(p, alpha=wd)`, `w = w - lr * g - lr * wd * w`,
 * `solve(X.T @ X + lam * I, …)`. What that decays is not read, and an optimizer's own 0 is then not all there is.
 *
 * @param read the gradients of penalties that were read
 */
export function readByHand({ program, scope, calls }: Source, read: readonly Decay[]): Note[] {
	const stepped = calls.find(({ call: { callee }, name }) => {
		if (callee.kind !== 'member' || !IN_PLACE.test(name)) return false;
		const receiver = scope.written(callee.of);
		return !BUFFER.test(receiver) && (/\.(grad|data)\b/.test(receiver) || WEIGHT.test(receiver));
	});
	const solved = calls.find(
		({ call, name }) => /^(solve|inv)$/.test(name) && /\+.*\b(eye|identity|I|diag)\b/.test(scope.written(call)),
	);
	const changed = program.bindings.find(({ target, value, by, ...use }) => {
		const made = value ?? by;
		if (!made || read.some(({ from, to }) => made.from <= from && to <= made.to)) return false;
		const isOfItself = (term: Expression) => {
			const { above } = productOf(term, use);
			return above.length > 1 && above.some(({ expression }) => scope.written(expression) === scope.written(target));
		};
		return [...everyPart(made)].some(shrinks) || (isWeight(target) && termsOf(made).some(isOfItself));
	});
	const [first] = [stepped?.call, solved?.call, changed]
		.filter((one) => one !== undefined)
		.sort((one, other) => one.from - other.from);
	return first ? [note('by-hand', first)] : [];
}

/** `(1 - eta * c) * w`. */
const shrinks = (part: Expression): boolean =>
	part.kind === 'operation' &&
	part.operator === '*' &&
	part.operands.some(isWeight) &&
	part.operands.some(isLessThanOne);

const isWeight = (one: Expression) => (one.kind === 'name' || one.kind === 'member') && WEIGHT.test(one.name);
const isLessThanOne = (one: Expression) => {
	const [first] = one.kind === 'operation' && one.operator === '-' ? one.operands : [];
	return first?.kind === 'number' && first.value === 1;
};
