import { everyPart } from './calls.ts';
import { isIdentity } from './formParts.ts';
import { calledName, type Placed, productOf, termsOf } from './products.ts';
import { type Decay, decayAt, note, type Source } from './reading.ts';
import type { Expression } from './syntax.ts';

/** Ridge as its normal equations, `np.linalg.solve(X.T @ X + lam * np.eye(d), X.T @ y)`: λ is what stands before the identity. */
export function readNormalEquations({ calls, scope }: Source): Decay[] {
	return calls.flatMap(({ call, name, path, use }): Decay[] => {
		const given = /^(solve|p?inv)$/.test(name) ? call.args[0]?.value : undefined;
		const [one, other, ...more] = given ? termsOf(given) : [];
		if (!one || !other || more.length > 0) return [];
		const [data, share] = isOfData(one) ? [one, other] : [other, one];
		const { above, below } = productOf(share, use);
		const [factor, ...others] = above.filter((placed) => !isIdentityHere(placed, scope));
		const isWhole = above.length === 2 && others.length === 0 && below.length === 0;
		if (!isOfData(data) || !factor || !isWhole) return []; // X.T @ X / n makes it another one
		const { expression } = factor;
		return [
			decayAt(call, {
				...{
					name: path,
					row: 'sklearn-ridge',
					covers: 'everything',
					parameter: expression.kind === 'number' ? 'alpha' : scope.written(expression),
				},
				value: scope.number(expression, use),
				notes: [note('read-as', call, { name: path, row: 'sklearn-ridge' })],
			}),
		];
	});
}

/** An identity, or a name that one was given: R's `P <- diag(d)`, whose entry of the intercept is 0 then. */
const isIdentityHere = ({ expression, use }: Placed, scope: Source['scope']) =>
	isIdentity(expression) ||
	(expression.kind === 'name' &&
		scope.parts(expression.name, use).some(({ value }) => value !== null && isIdentity(value)));

/** `X.T @ X`, `crossprod(X)`. */
const isOfData = (one: Expression) =>
	(one.kind === 'operation' && /^(@|%\*%)$/.test(one.operator)) ||
	(one.kind === 'call' &&
		/^(dot|matmul|mm|crossprod)$/.test(calledName(one.callee)) &&
		![...everyPart(one)].some(isIdentity));
