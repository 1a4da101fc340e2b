import { everyPart } from './calls.ts';
import { type Note, note, type Source } from './reading.ts';
import type { Expression } from './syntax.ts';

const IN_PLACE = /^(mul|add|sub|addcmul|addcdiv|lerp)_$/;
/** Averages and buffers that are moved in place, and are no weights. */
const BUFFER = /ema|avg|mean|var|buf|momentum|shadow|moment/i;
const WEIGHT = /^(w|weights?|theta|params?|p|coef_?)\d*$/i;

/**
 * Where weights are changed by hand: `p.data.mul_(1 - lr * wd)`, `p.grad.add_(p, alpha=wd)`, `w = w - lr * (g + wd * w)`,
 * `solve(X.T @ X + lam * I, …)`. What that decays is not read, and an optimizer's own 0 is then not all there is.
 */
export function readByHand({ program, scope, calls }: Source): Note[] {
	const stepped = calls.find(({ call: { callee }, name }) => {
		if (callee.kind !== 'member' || !IN_PLACE.test(name)) return false;
		const receiver = scope.written(callee.of);
		return !BUFFER.test(receiver) && (/\.(grad|data)\b/.test(receiver) || WEIGHT.test(receiver));
	});
	const solved = calls.find(
		({ call, name }) => /^(solve|inv)$/.test(name) && /\+.*\b(eye|identity|I|diag)\b/.test(scope.written(call)),
	);
	const changed = program.bindings.find(({ value, by }) =>
		[value, by].some((one) => one && [...everyPart(one)].some((part) => shrinks(part))),
	);
	const [first] = [stepped?.call, solved?.call, changed]
		.filter((one) => one !== undefined)
		.sort((one, other) => one.from - other.from);
	return first ? [note('by-hand', first)] : [];
}

/** `(1 - eta * c) * w`, and the `g + c * w` of a step along a gradient. */
function shrinks(part: Expression): boolean {
	if (part.kind !== 'operation') return false;
	if (part.operator === '*') return part.operands.some(isWeight) && part.operands.some(isLessThanOne);
	return part.operator === '+' && part.operands.some(isGradient) && part.operands.some(isShareOfWeight);
}

const isWeight = (one: Expression) => one.kind === 'name' && WEIGHT.test(one.name);
const isGradient = (one: Expression) =>
	(one.kind === 'name' || one.kind === 'member') && /^(g|d|dw|grad\w*|dw\d*)$/i.test(one.name);
const isShareOfWeight = (one: Expression) =>
	one.kind === 'operation' && one.operator === '*' && one.operands.some(isWeight);
const isLessThanOne = (one: Expression) => {
	const [first] = one.kind === 'operation' && one.operator === '-' ? one.operands : [];
	return first?.kind === 'number' && first.value === 1;
};
