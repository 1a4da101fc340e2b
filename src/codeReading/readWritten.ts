import { everyPart } from './calls.ts';
import { pathOf } from './path.ts';
import type { Quantity } from './quantity.ts';
import type { Decay, Note, Source } from './reading.ts';
import type { Scope, Use } from './scope.ts';
import type { Binding, Expression } from './syntax.ts';

/** Factors and divisors of a product, as far as it is one. */
interface Product {
	factors: Expression[];
	divisors: Expression[];
}

const WEIGHTS =
	/^(w\d*|W\d*|weights?|theta\d*|Theta\d*|params?|parameters|named_parameters|p|coef_?|beta|trainable_variables|trainable_weights|kernel)$/;
const EXAMPLES = /^(m|n|N|M|n_samples|num_samples|num_examples|batch_size)$/;

/**
 * A penalty that is written out: `loss + lam / (2 * m) * np.sum(np.square(W))`. A product with a sum of squares of weights
 * as a factor; what stands beside it is c of c·‖w‖², or K/(D·m) where only the m is not known, which is λ = 2K/D of λ/2m.
 */
export function readWritten({ program, scope }: Source): Decay[] {
	const decays: Decay[] = [];
	for (const { expression, blocks } of program.expressions) {
		const inner = new Set<Expression>();
		for (const one of everyPart(expression)) {
			if (one.kind !== 'operation' || !/^[*/]$/.test(one.operator)) continue;
			if (!inner.has(one)) {
				const use = { from: one.from, blocks };
				const product = productOf(one, scope, use, inner);
				const place = product.factors.findIndex((factor) => isSumOfSquares(factor, scope, use));
				const factor = product.factors[place];
				if (!factor) continue;
				const decay = toDecay(one, product, place, scope, use);
				const isNorm = isSumOfNorms(factor, program.bindings);
				decays.push(
					isNorm
						? { ...decay, row: null, notes: [...decay.notes, { code: 'not-squared', from: one.from, params: {} }] }
						: decay,
				);
			}
		}
	}
	return decays;
}

function productOf(expression: Expression, scope: Scope, use: Use, inner: Set<Expression>): Product {
	if (expression.kind !== 'operation' || !/^[*/]$/.test(expression.operator))
		return { factors: [expression], divisors: [] };
	inner.add(expression);
	const [left, right] = expression.operands;
	if (!left || !right) return { factors: [expression], divisors: [] };
	const [one, other] = [productOf(left, scope, use, inner), productOf(right, scope, use, inner)];
	return expression.operator === '*'
		? { factors: [...one.factors, ...other.factors], divisors: [...one.divisors, ...other.divisors] }
		: { factors: [...one.factors, ...other.divisors], divisors: [...one.divisors, ...other.factors] };
}

/** Whether something adds up squares of what is called like weights; a name is what it was bound to. */
function isSumOfSquares(expression: Expression, scope: Scope, use: Use): boolean {
	const found = expression.kind === 'name' ? scope.resolve(expression, use) : expression;
	const isNamed = expression.kind === 'name' && /^l2(_|$)|_l2$|^L2/.test(expression.name);
	const parts = [...everyPart(found ?? expression)];
	const has = (names: RegExp) =>
		parts.some(
			(one) =>
				one.kind === 'call' &&
				names.test(
					(pathOf(one.callee) ?? (one.callee.kind === 'member' ? one.callee.name : '')).split('.').at(-1) ?? '',
				),
		);
	const isSquared =
		has(/^(square|l2_loss)$/) ||
		parts.some(
			(one) =>
				one.kind === 'operation' &&
				/^(\*\*|\^)$/.test(one.operator) &&
				one.operands[1]?.kind === 'number' &&
				one.operands[1].value === 2,
		) ||
		parts.some((one) => one.kind === 'operation' && one.operator === '*' && isSameName(one.operands)) ||
		parts.some(
			(one) =>
				one.kind === 'call' &&
				one.callee.kind === 'member' &&
				one.callee.name === 'pow' &&
				one.args[0]?.value.kind === 'number' &&
				one.args[0].value.value === 2,
		);
	const isAdded = has(/^(sum|reduce_sum|norm|l2_loss|add_n|frobenius_norm)$/);
	const isOfWeights = parts.some((one) => (one.kind === 'name' || one.kind === 'member') && WEIGHTS.test(one.name));
	return (isNamed && (found === null || isSquared || found.kind !== 'number')) || (isSquared && isAdded && isOfWeights);
}

const isSameName = ([left, right]: readonly Expression[]) =>
	left?.kind === 'name' && right?.kind === 'name' && left.name === right.name;

/** Whether what a name adds up are norms, and not their squares. */
function isSumOfNorms(expression: Expression, bindings: readonly Binding[]): boolean {
	if (expression.kind !== 'name') return false;
	const parts = bindings
		.filter(({ target }) => target.kind === 'name' && target.name === expression.name)
		.flatMap(({ value, by }) => [...(value ? everyPart(value) : []), ...(by ? everyPart(by) : [])]);
	const isSquare = (one: Expression) =>
		(one.kind === 'operation' && /^(\*\*|\^)$/.test(one.operator)) ||
		(one.kind === 'call' && /(pow|square|sum|l2_loss)$/.test(nameOf(one.callee)));
	return parts.some((one) => one.kind === 'call' && /norm$/.test(nameOf(one.callee))) && !parts.some(isSquare);
}

const nameOf = (callee: Expression) => (callee.kind === 'name' || callee.kind === 'member' ? callee.name : '');

function toDecay(whole: Expression, { factors, divisors }: Product, place: number, scope: Scope, use: Use): Decay {
	const above = factors.filter((_, index) => index !== place).map((one) => scope.number(one, use));
	const [sizes, below] = [
		divisors.filter(isExamples),
		divisors.filter((one) => !isExamples(one)).map((one) => scope.number(one, use)),
	];
	const known = sizes.map((one) => scope.number(one, use));
	const unknown = [...above, ...below].find(({ value }) => value === null);
	const numbers = (some: readonly Quantity[]) => some.reduce((product, { value }) => product * (value ?? 1), 1);
	const isOverM = sizes.length === 1;
	const isHalved = [...everyPart(factors[place] ?? whole)].some(
		(one) => one.kind === 'call' && pathOf(one.callee)?.endsWith('l2_loss'),
	);
	const c = (numbers(above) / numbers(below)) * (isHalved ? 0.5 : 1);
	const isBare = isOverM && known[0] !== undefined;
	const value = isBare ? 2 * c : c / numbers(known);
	const notes: Note[] = [{ code: 'written-out', from: whole.from, params: { written: scope.written(whole) } }];
	return {
		name: scope.written(whole),
		from: whole.from,
		to: whole.to,
		row: isBare ? 'lambda' : 'lambda-norm-squared',
		parameter: isBare ? 'λ' : 'c',
		value: unknown ?? { value, from: whole.from, ways: [] },
		isDefault: false,
		optimizer: null,
		covers: 'weights',
		count: 1,
		notes,
	};
}

const isExamples = (one: Expression) => {
	if (one.kind === 'name') return EXAMPLES.test(one.name);
	if (one.kind === 'call') return pathOf(one.callee) === 'len';
	return one.kind === 'index' && one.of.kind === 'member' && one.of.name === 'shape';
};
