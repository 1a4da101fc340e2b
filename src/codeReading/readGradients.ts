import { everyPart, hasPart } from './calls.ts';
import type { DataTerm } from './dataTerm.ts';
import { calledName, isExamples, isZero, type PenaltyForm, type Placed, productOf, termsOf } from './products.ts';
import { type Decay, note, type Source } from './reading.ts';
import { halved, isAdaptive, isScaled, type Step, steppedBy, stepsOf, withoutRate } from './readSteps.ts';
import { sumsOf, toDecay } from './readWritten.ts';
import type { Use } from './scope.ts';
import type { Expression } from './syntax.ts';
import { areWeights, hasWeights } from './weights.ts';

const GRADIENT = /^(g|d[A-Z]\w*|d\w_d\w+|d_?w\w*|d_?theta\w*|\w*grad(s|ient|ients)?(_\w+)?|nabla\w*)$/;
/** What a gradient is made of, as far as it says whether it is a mean. */
const FOLLOWED = /^(g|d\w*|err\w*|res\w*|\w*grad\w*|nabla\w*)$/;
/** Names that are like those of weights: data, averages of gradients, and the shares of these. */
const NO_STRENGTH = /^(delta|err|res|[xyzhav]\d*$)/i;
const NO_WEIGHTS = /^[mvs]_|^beta|bias/i;
const SQUASHING = /sigm|soft|expit|logi|exp|tanh|relu|activ/i;

/**
 * The gradient of a penalty that is added to that of the data: `dW += reg * W`, `w -= lr * (X.T @ (X @ w - y) / m + lam / m * w)`.
 * What stands before the weights is d, so that the penalty is ½d·‖w‖²; one d is said once, whichever weights it is written for.
 */
export function readGradients(source: Source): Decay[] {
	const { scope } = source;
	const found = new Map<number, Decay>();
	const sums = sumsOf(source);
	const isUnlike = isAdaptive(source);
	const add = ({ expression, use, form, rate }: Step, others: readonly Expression[]) => {
		if (others.some((one) => isScaled(one, source, use))) return;
		const decay = toDecay({ expression, use, form }, gradientOf(others, source, use), source);
		decay.notes[0] = note('written-out', expression, { gradient: scope.written(expression) });
		found.set(expression.from, { ...decay, optimizer: steppedBy(rate, source) });
	};
	for (const { terms, use } of sums) {
		for (const term of terms) {
			const share = shareOf(unmasked(term), source, use);
			const others = terms.filter((one) => one !== term);
			if (!share || found.has(term.from)) continue;
			const isStep = others.some((one) => scope.written(one) === scope.written(share.weights));
			const step = isStep ? !isUnlike && withoutRate(share.form) : { form: share.form, rate: null };
			if (step && (isStep || isOfGradient(term, others, share.weights, source)))
				add({ expression: term, use, ...step }, others);
		}
	}
	const sumOf = new Map(sums.flatMap(({ terms }) => terms.map((one) => [one, terms] as const)));
	for (const step of stepsOf(source)) {
		const { form, expression } = step;
		const others = (sumOf.get(expression) ?? []).filter((one) => one !== expression);
		if (form) add({ ...step, form }, others);
	}
	return [...found.values()];
}

/** `0` and the share of all weights but the first one, put together: `np.r_[0, lam / m * theta[1:]]`. */
function unmasked(term: Expression): Expression {
	const items = term.kind === 'index' ? term.items : term.kind === 'call' ? term.args : [];
	const holder = term.kind === 'index' ? term.of : term.kind === 'call' ? term.callee : term;
	if (!/^([hv]stack|concatenate|r_|c)$/.test(calledName(holder))) return term;
	const parts = items.flatMap(({ value }) => (value.kind === 'list' ? value.items : [value]));
	const [only, ...more] = parts.filter((one) => !isZero(one));
	return only?.kind === 'operation' && more.length === 0 ? only : term;
}

/** What is said of gradients: one of each strength, and nothing where the penalty itself is read. */
export const saidOf = (gradients: readonly Decay[], written: readonly Decay[]): Decay[] =>
	written.some(({ row }) => row !== null)
		? []
		: gradients.filter((one, at) => gradients.findIndex((other) => strength(other) === strength(one)) === at);

const strength = ({ row, parameter, value, times }: Decay) =>
	`${row} ${parameter} ${times} ${value.value ?? value.unknown.written}`;

const nameOf = (one: Expression) => (one.kind === 'name' || one.kind === 'member' ? one.name : '');
const isGradient = (one: Expression) =>
	hasPart(one, (part) => GRADIENT.test(part.kind === 'string' ? part.value : nameOf(part)));

/** Weights times scalars, also under a name of its own: `lam / m * w`. */
function shareOf(term: Expression, source: Source, use: Use): { weights: Expression; form: PenaltyForm } | null {
	const [bound] = term.kind === 'name' ? source.scope.parts(term.name, use) : [];
	const { above, below } = productOf(bound?.how === 'assigned' && bound.value ? bound.value : term, bound ?? use);
	const all = above.filter(
		({ expression: one, use: where }) =>
			areWeights(one, source, where, one) && !isGradient(one) && !hasPart(one, (part) => NO_WEIGHTS.test(nameOf(part))),
	);
	const known = all.filter(({ expression }) => hasWeights(expression));
	const weights = known.length > 0 ? known : all; // within a name of a penalty all could be weights
	const [base] = weights;
	const factors = above.filter((one) => one !== base && !isMask(one, source));
	const isScalar = ({ expression: one }: Placed) =>
		/^(number|name|member|index)$/.test(one.kind) && !isGradient(one) && !NO_STRENGTH.test(nameOf(one));
	if (!base || weights.length > 1 || factors.length + below.length === 0 || !factors.every(isScalar)) return null;
	return {
		weights: base.expression,
		form: halved({ above: factors, below, behind: [base.expression] }),
	};
}

/** Ones, of which one is made 0 later. */
const isMask = ({ expression: one, use }: Placed, { scope }: Source): boolean => {
	const made = one.kind === 'name' ? scope.parts(one.name, use)[0]?.value : undefined;
	return made?.kind === 'call' && /^ones(_like)?$/.test(calledName(made.callee));
};

/** Whether a sum is a gradient: by a name in it or before it, by what it changes, or since a transposed matrix meets a residual. */
function isOfGradient(
	{ from, to }: Expression,
	others: readonly Expression[],
	weights: Expression,
	{ program, scope }: Source,
): boolean {
	const changed = program.bindings.find(({ value, by }) =>
		[value, by].some((one) => one && one.from <= from && to <= one.to),
	);
	const isOwn = changed !== undefined && scope.written(changed.target) === scope.written(weights);
	if (isOwn && termsOf(changed.value ?? changed.by ?? weights).some((one) => one.from === from)) return false; // an average
	return (
		isOwn ||
		(changed !== undefined && isGradient(changed.target)) ||
		others.some((one) => isGradient(one) || isTransposed(one))
	);
}

const isTransposed = (one: Expression) => {
	const parts = [...everyPart(one)];
	const isTurned = (part: Expression) =>
		(part.kind === 'member' && part.name === 'T') ||
		(part.kind === 'call' && /^(t|transpose)$/.test(calledName(part.callee)));
	return parts.some(isTurned) && parts.some(isDifference);
};
const isDifference = (one: Expression) => one.kind === 'operation' && one.operator === '-' && one.operands.length === 2;
const isMultiplied = (one: Expression) =>
	hasPart(
		one,
		(part) =>
			(part.kind === 'operation' && /^(@|%\*%)$/.test(part.operator)) ||
			(part.kind === 'call' && /^(dot|matmul|crossprod)$/.test(calledName(part.callee))),
	);

/** The loss whose gradient stands beside it: a mean or a sum, ½(ŷ − y)² where its residual is linear; null where that is not seen. */
function gradientOf(others: readonly Expression[], source: Source, use: Use): DataTerm | null {
	const { scope } = source;
	const seen = others.map((expression): Placed => ({ expression, use }));
	let isMean = false;
	let isKnown = true;
	const parts: Placed[] = [];
	for (let at = 0; at < seen.length && at < 30; at++) {
		const { expression, use: where } = seen[at] as Placed; // below its length
		for (const one of everyPart(expression)) {
			parts.push({ expression: one, use: where });
			const divisor = one.kind === 'operation' && one.operator === '/' ? one.operands[1] : undefined;
			if (divisor && productOf(divisor, where).above.some((size) => isCount(size, source))) isMean = true;
			if (one.kind === 'call' && /^(mean|average)$/.test(calledName(one.callee))) isMean = true;
			if (one.kind !== 'name' || !FOLLOWED.test(one.name)) continue;
			const bound = scope.parts(one.name, where);
			if (bound.length === 0) isKnown = false;
			for (const { value, by, ...own } of bound) {
				const made = value ?? by;
				if (by?.kind === 'number' || (by && isCount({ expression: by, use: own }, source)))
					isMean = true; // `dW /= m`
				else if (made && !seen.some(({ expression }) => expression === made)) seen.push({ expression: made, use: own });
			}
		}
	}
	const isSum = !isMean && isKnown && parts.some(({ expression }) => isMultiplied(expression));
	if (!isMean && !isSum) return null;
	const residuals = parts.flatMap(({ expression: one, use: where }) =>
		one.kind === 'operation' && isDifference(one)
			? one.operands.map((side) => (side.kind === 'name' ? (scope.parts(side.name, where)[0]?.value ?? side) : side))
			: [],
	);
	const isSquashed = [...parts.map(({ expression }) => expression), ...residuals.flatMap((one) => [...everyPart(one)])]
		.map(nameOf)
		.some((name) => SQUASHING.test(name));
	const isSquared = isKnown && !isSquashed && residuals.some(isMultiplied);
	const numbers = (side: 'above' | 'below') =>
		seen.flatMap((one) =>
			productOf(asProduct(one.expression), one.use)[side].filter(
				({ expression: factor }) => factor.kind === 'number' && factor.value !== 0,
			),
		);
	const half: Placed = { expression: { kind: 'number', value: 0.5, from: use.from, to: use.from }, use };
	return {
		isSum,
		isSquared,
		isLibrary: false,
		above: [...numbers('above'), ...(isSquared ? [half] : [])],
		below: numbers('below'),
	};
}

const isCount = (size: Placed, { scope }: Source) =>
	isExamples(size) || /batch|^len\(/i.test(scope.written(size.expression));

/** `2 / m * X.T @ r` with its matrices as factors. */
const asProduct = (one: Expression): Expression =>
	one.kind === 'operation' && /^([*/@]|%\*%)$/.test(one.operator)
		? { ...one, operator: one.operator === '/' ? '/' : '*', operands: one.operands.map(asProduct) }
		: one;
