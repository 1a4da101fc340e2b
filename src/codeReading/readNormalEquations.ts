import { everyPart, type FoundCall, hasPart } from './calls.ts';
import { isIdentity, isSameBase } from './formParts.ts';
import { calledName, isExamples, isZero, type Placed, productOf, termsOf } from './products.ts';
import { type Decay, decayAt, note, type Source } from './reading.ts';
import type { Expression } from './syntax.ts';

/**
 * Ridge as its normal equations, `np.linalg.solve(X.T @ X + lam * np.eye(d), X.T @ y)`: λ is what stands before the identity, m times
 * that where it stands beside `X.T @ X / m`, or before m itself.
 */
export function readNormalEquations(source: Source): Decay[] {
	const { calls, scope } = source;
	return calls.flatMap((found): Decay[] => {
		const { call, path, use } = found;
		const given = matrixOf(found, source);
		const [one, other, ...more] = given ? termsIn(given, use, source) : [];
		if (!one || !other || more.length > 0) return [];
		const [data, share] = isOfData(one, use) ? [one, other] : [other, one];
		const { above, below } = productOf(share, use);
		const set = { expression: share, use };
		const identity = above.find((placed) => isIdentityHere(placed, source)) ?? (diagonalOf(given, source) && set);
		const [factor, ...others] = above.filter((placed) => placed !== identity && !isExamples(placed));
		const counts = above.filter((placed) => placed !== identity && isExamples(placed)).length; // of the examples
		const isOverM = isMean(data, use);
		const isWhole = identity && others.length === 0 && below.length === 0 && (isOverM ? counts === 0 : counts <= 1);
		if (!isOfData(data, use) || isWeighted(data, source) || !factor || !isWhole) return [];
		const { expression } = factor;
		const row = isOverM || counts === 1 ? 'lambda-over-2' : 'sklearn-ridge';
		return [
			decayAt(call, {
				...{
					name: path,
					row,
					covers: isWithoutIntercept(identity, source) ? ('weights' as const) : ('everything' as const),
					parameter:
						expression.kind === 'number' ? (row === 'sklearn-ridge' ? 'alpha' : 'λ') : scope.written(expression),
				},
				...(row === 'lambda-over-2' && { loss: 'half-squared-error' as const }),
				value: scope.number(expression, use),
				notes: [note('read-as', call, { name: path, row })],
			}),
		];
	});
}

/** What solves equations, or takes a matrix apart to. */
const SOLVES = /^(solve|p?inv|chol(esky)?|cho_factor)$/;

/** What goes on with a factor of Cholesky's: one that only makes random numbers solves nothing. */
const SOLVED_BY = /^(back|forward)solve$|^chol2inv$|^(lu|cho|cholesky)_solve$|^solve_triangular$/;

const matrixOf = ({ name, call }: FoundCall, { calls }: Source): Expression | undefined =>
	SOLVES.test(name) && (!name.startsWith('cho') || calls.some((one) => SOLVED_BY.test(one.name)))
		? call.args[0]?.value
		: undefined;

/** `diag(A) <- diag(A) + 3`: what a diagonal is set to. */
const diagonalOf = (given: Expression | undefined, { program }: Source) =>
	program.bindings.find(({ target }) => {
		const [of] = target.kind === 'call' && calledName(target.callee) === 'diag' ? target.args : [];
		return given && of && isNamed(of.value, given);
	});

/** The terms of a matrix, also under its name, with what is added to its diagonal later. */
function termsIn(given: Expression, use: Placed['use'], source: Source): Expression[] {
	const set = diagonalOf(given, source);
	const own = termsOf((given.kind === 'name' && source.scope.resolve(given, use)) || given);
	const added = set?.value
		? termsOf(set.value).filter((one) => source.scope.written(one) !== source.scope.written(set.target))
		: [];
	return [...own, ...added];
}

/** Whether a call solves with a matrix of the data to which something is added. */
export const isPenalized = (found: FoundCall, source: Source): boolean => {
	const given = matrixOf(found, source);
	const terms = given ? termsIn(given, found.use, source) : [];
	return terms.length > 1 && terms.some((one) => isOfData(one, found.use));
};

/** Whether a matrix of data has weights of the examples in it, `crossprod(X, w * X)`, as Newton's steps have: those of another loss than squares. */
function isWeighted(data: Expression, source: Source): boolean {
	return [...everyPart(data)].some((one, at) => {
		const [left, right] =
			one.kind === 'operation' ? one.operands : one.kind === 'call' ? one.args.map(({ value }) => value) : [];
		const isProduct = one.kind === 'operation' ? /^([@*]|%\*%)$/.test(one.operator) : isCalled(one, PRODUCTS);
		if (at > 0 && isProduct) return productOf(data, NOWHERE).above.every(({ expression }) => expression !== one);
		return (
			isCalled(one, /^diag/) ||
			(isCalled(one, /^crossprod$/) && right !== undefined && !isSameBase(left, right, source))
		);
	});
}

const NOWHERE = { from: 0, blocks: [] };
const PRODUCTS = /^(dot|matmul|mm|crossprod)$/;
const isCalled = (one: Expression, by: RegExp) => one.kind === 'call' && by.test(calledName(one.callee));

/** Whether a call solves with such a matrix. */
export const isNewton = (found: FoundCall, source: Source): boolean => {
	const given = matrixOf(found, source);
	return (
		given !== undefined &&
		termsIn(given, found.use, source).some((one) => isOfData(one, found.use) && isWeighted(one, source))
	);
};

const valuesOf = ({ expression, use }: Placed, { scope }: Source): Expression[] =>
	expression.kind === 'name' ? scope.parts(expression.name, use).flatMap(({ value }) => value ?? []) : [expression];

/** Other numbers on the diagonal than 1, and 0 for the intercept: `diag(rep(2, p))`, `diag(1.5, p)`. */
const OTHER = /\brep\((?!1\b)|\bdiag\((?!1\b)[\d.]+ *,/;

/** An identity, or a name that one was given. */
const isIdentityHere = (placed: Placed, source: Source): boolean =>
	[placed.expression, ...valuesOf(placed, source)].some(
		(one) => isIdentity(one) && !OTHER.test(source.scope.written(one)),
	);

/** Whether the entry of the intercept is 0: `diag(c(0, 1, 1))`, or `P[1, 1] <- 0` behind it. */
function isWithoutIntercept(placed: Placed, source: Source): boolean {
	const { expression } = placed;
	const isMade = valuesOf(placed, source).some((value) =>
		/\((c\(|\[)?0\b(?!\.)[,)\]]/.test(source.scope.written(value)),
	);
	const isSet = source.program.bindings.some(
		({ target, value }) => target.kind === 'index' && isNamed(target.of, expression) && value !== null && isZero(value),
	);
	return isMade || isSet;
}

const isNamed = (one: Expression, other: Expression): boolean =>
	one.kind === 'name' && other.kind === 'name' && one.name === other.name;

/** `X.T @ X`, `crossprod(X)`, and either divided by m. */
function isOfData(one: Expression, use: Placed['use']): boolean {
	const { above, below } = productOf(one, use);
	const [data, ...more] = above.map(({ expression }) => expression);
	if (!data || more.length > 0 || !below.every(isExamples)) return false;
	return (
		(data.kind === 'operation' && /^(@|%\*%)$/.test(data.operator)) ||
		(isCalled(data, PRODUCTS) && !hasPart(data, isIdentity))
	);
}

const isMean = (one: Expression, use: Placed['use']): boolean => productOf(one, use).below.length > 0;
