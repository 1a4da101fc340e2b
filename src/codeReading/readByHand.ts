import { hasPart } from './calls.ts';
import { productOf, termsOf } from './products.ts';
import { type Decay, type Note, note, type Source } from './reading.ts';
import { isNewton, isPenalized } from './readNormalEquations.ts';
import { isAverage, isScaled, stepsOf } from './readSteps.ts';
import { sumsOf } from './readWritten.ts';
import type { Expression, Place } from './syntax.ts';

const IN_PLACE = /^(mul|add|sub|addcmul|addcdiv|lerp)_$/;
const WEIGHT = /^(w|weights?|theta|params?|p|coef_?)\d*$/i;

/**
 * Where weights are changed by hand in a way that is not read: `p.data.mul_(decay)`, `w = w - lr * g - c * w`, a step of Adam,
 * `solve(X.T @ X + lam * I, …)`. An optimizer's own 0 is then not all there is.
 *
 * @param read the gradients of penalties that were read
 */
export function readByHand(source: Source, read: readonly Decay[]): Note[] {
	const { program, scope, calls } = source;
	const isRead = (one: Place) => read.some(({ from, to }) => one.from <= from && to <= one.to);
	const shrunk = stepsOf(source).find(({ form, expression }) => form === null && !isRead(expression));
	const stepped = calls.find(({ call, name }) => {
		const { callee, args } = call;
		if (callee.kind !== 'member' || !IN_PLACE.test(name) || isAverage(callee.of, source) || isRead(call)) return false;
		const receiver = scope.written(callee.of);
		// The step itself stands beside what is read of it: `p.sub_(lr * p.grad)`.
		const isStep = read.length > 0 && args.some(({ value }) => /grad/.test(scope.written(value)));
		return !isStep && (/\.(grad|data)\b/.test(receiver) || WEIGHT.test(receiver));
	});
	const solved = calls.find(
		(one) =>
			!read.some(({ from, to }) => one.call.from <= to && from <= one.call.to) &&
			!(read.length > 0 && isNewton(one, source)) && // whose gradient is
			(isPenalized(one, source) ||
				(/^(solve|inv|chol2inv|rbind)$/.test(one.name) && // `rbind(X, sqrt(lam) * diag(d))`
					/[+,].*\b(eye|identity|I|diag)\b/.test(scope.written(one.call)))),
	);
	const changed = program.bindings.find(({ target, value, by, ...use }) => {
		const made = value ?? by;
		if (!made || isRead({ from: target.from, to: made.to })) return false;
		if (by && /\bdiag/.test(scope.written(target))) return true; // `A[np.diag_indices(d)] += 3`
		const isOfItself = (term: Expression) => {
			const { above } = productOf(term, use);
			return above.length > 1 && above.some(({ expression }) => scope.written(expression) === scope.written(target));
		};
		return isWeight(target) && termsOf(made).some(isOfItself);
	});
	const scaled = sumsOf(source).find(({ terms, use }) => {
		const isDecay = (one: Expression) => {
			const { above } = productOf(one, use);
			return above.length > 1 && above.some(({ expression }) => isWeight(expression)) && !isScaled(one, source, use);
		};
		return terms.some(isDecay) && terms.some((one) => isScaled(one, source, use));
	});
	const [first] = [scaled?.terms[0], shrunk?.expression, stepped?.call, solved?.call, changed]
		.filter((one) => one !== undefined)
		.sort((one, other) => one.from - other.from);
	return first ? [note('by-hand', first)] : [];
}

const isWeight = (one: Expression) =>
	hasPart(one, (part) => (part.kind === 'name' || part.kind === 'member') && WEIGHT.test(part.name));
