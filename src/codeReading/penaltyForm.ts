import { hasPart } from './calls.ts';
import { isGram, isIdentity, isNothing, isSame, isSameBase, isShift, joined, plain, squared } from './formParts.ts';
import { calledName, DROPS, densityOf, isZero, type PenaltyForm, type Placed, productOf, termsOf } from './products.ts';
import type { Source } from './reading.ts';
import type { Use } from './scope.ts';
import type { Expression } from './syntax.ts';
import { areWeights, isNamedPenalty } from './weights.ts';

const DEEPEST = 8;
const SUMS = /^(sum|reduce_sum|add_n|sum_|tree_reduce|reduce|fsum|nansum)$/;
const MEANS = /^(mean|reduce_mean|average)$/;
const NORMS = /^(norm|frobenius_norm|vector_norm|global_norm|clip_grad_norm_)$/;

/** What an expression adds up of the weights; null for all else, and for what holds data as well. */
export function formOf(
	expression: Expression,
	source: Source,
	use: Use,
	around: Expression,
	depth = 0,
): PenaltyForm | null {
	const known = source.forms; // a name that many lines use is looked at once
	const before = known.get(expression);
	if (before !== undefined) return before;
	known.set(expression, null); // what is made of itself has no form
	const form = depth > DEEPEST ? null : findForm(expression, { source, use, around, depth });
	known.set(expression, form);
	return form;
}

/** Where a form is looked for: in which text, from where on names count, within which expression and how deep. */
interface Looking {
	source: Source;
	use: Use;
	around: Expression;
	depth: number;
}

function findForm(expression: Expression, looking: Looking): PenaltyForm | null {
	const { source, use, around, depth } = looking;
	const inner = (one: Expression | undefined) => (one ? formOf(one, source, use, around, depth + 1) : null);
	const isWeights = (one: Expression | undefined) => one !== undefined && areWeights(one, source, use, around);
	switch (expression.kind) {
		case 'name':
			return ofName(expression, looking);
		case 'member':
			return inner(expression.of);
		case 'index': {
			// `loss, reg = model.losses(x)`
			const [item] = expression.items;
			const returned = expression.of.kind === 'call' && returnedBy(expression.of, source);
			const part = returned && returned.expression.kind === 'list' && item?.value.kind === 'number' ? item.value : null;
			const one =
				returned && returned.expression.kind === 'list' && part ? returned.expression.items[part.value] : null;
			return returned && one ? ofReturned({ ...returned, expression: one }, looking) : null;
		}
		case 'list':
			return joined(expression.items.filter((one) => !isZero(one)).map(inner));
		case 'other':
			return expression.parts.map((one) => formOf(one, source, use, expression, depth + 1)).find((one) => one) ?? null;
		case 'call':
			return ofCall(expression, looking);
		case 'operation': {
			const { operator, operands } = expression;
			const [left, right] = operands;
			if (operator === '+' || operator === '-') {
				const terms = termsOf(expression);
				if (terms.some(isIdentity) && terms.some(isGram)) return plain('grams');
				return joined(terms.filter((one) => !isNothing(one, source, use)).map(inner));
			}
			if (/^(\*\*|\^)$/.test(operator))
				return right?.kind === 'number' && right.value === 2 ? squared(left, inner, isWeights) : null;
			if (operator === 'if') return inner(left);
			if (operator === '@' || operator === '%*%') {
				const { above, below } = left ? productOf(left, use) : { above: [], below: [] }; // (λ * w.T) @ w
				const base = above.at(-1)?.expression;
				const isOne = isWeights(base) && isSameBase(base, right, source);
				return isOne ? { ...plain('squares'), above: above.slice(0, -1), below } : null;
			}
			if (operator !== '*' && operator !== '/') return null;
			if (operator === '*' && isWeights(left) && isSame(left, right, source)) return plain('each-square');
			return ofProduct(expression, looking);
		}
		default:
			return null;
	}
}

/** What stays a distance of Gram matrices, whatever is made of it. */
const ofGrams = (form: PenaltyForm | null) => (form?.kind === 'grams' ? form : null);

function ofProduct(expression: Expression, { source, use, around, depth }: Looking): PenaltyForm | null {
	const { above, below } = productOf(expression, use);
	const forms = above.map((one) => formOf(one.expression, source, use, around, depth + 1));
	const place = forms.findIndex((one) => one !== null);
	const form = forms[place];
	if (!form || forms.filter(Boolean).length > 1) return null;
	const isMasked = above.some((one) => hasPart(one.expression, isIdentity)); // `(W @ W.T) * (1 - I)`
	return {
		...form,
		...(isMasked && { kind: 'grams' }),
		above: [...form.above, ...above.filter((_, at) => at !== place)],
		below: [...form.below, ...below],
	};
}

function ofName(expression: Expression & { kind: 'name' }, { source, use, depth }: Looking): PenaltyForm | null {
	const { scope } = source;
	const bound = scope.parts(expression.name, use);
	const values = bound.flatMap(({ value, by, blocks, from, how }) =>
		[how === 'loop' ? null : value, by ?? null].flatMap((one) => (one ? [{ one, use: { from, blocks } }] : [])),
	);
	if (values.length === 0)
		return isNamedPenalty(expression.name) && bound.every(({ how }) => how === 'parameter') ? plain('squares') : null;
	const parts = values.filter(({ one }) => !isZero(one));
	const form = joined(parts.map(({ one, use: where }) => formOf(one, source, where, one, depth + 1)));
	return form && { ...form, behind: [...form.behind, ...parts.map(({ one }) => one)] };
}

/** What a function of the text that a call is of returns. */
function returnedBy({ callee }: { callee: Expression }, { program }: Source): Placed | null {
	const own = program.functions.find((one) => one.name === calledName(callee));
	const [returned] = own?.returned ?? [];
	return own && returned ? { expression: returned, use: { from: returned.to, blocks: [own] } } : null;
}

function ofReturned({ expression, use }: Placed, { source, depth }: Looking): PenaltyForm | null {
	const form = formOf(expression, source, use, expression, depth + 1);
	return form && { ...form, behind: [...form.behind, expression] };
}

function ofCall(
	expression: Expression & { kind: 'call' },
	{ source, use, around, depth }: Looking,
): PenaltyForm | null {
	const { callee, args } = expression;
	const name = calledName(callee);
	const isMethod =
		callee.kind === 'member' &&
		!/^(np|torch|tf|jnp|numpy|cp|ops|K|F|math|linalg|nn|jax|optax|backend)$/.test(calledName(callee.of));
	const values = args.filter((one) => one.name === null).map(({ value }) => value);
	const subject = isMethod ? callee.of : values[0];
	const further = isMethod ? values[0] : values[1];
	const inner = (one: Expression | undefined) => (one ? formOf(one, source, use, around, depth + 1) : null);
	const isWeights = (one: Expression | undefined) => one !== undefined && areWeights(one, source, use, around);
	const order = args.find((one) => one.name === 'p' || one.name === 'ord')?.value ?? further;
	const density = densityOf(expression, use);
	if (density) {
		const { of, mean, below } = density;
		const kind = mean && !isZero(mean) ? 'each-shift' : 'each-square';
		return isWeights(of) ? { ...plain(kind), halvings: 1, below } : null;
	}
	if (name === 'l2_loss') return isWeights(subject) ? { ...plain('squares'), halvings: 1 } : null;
	if (name === 'sum_squares') return isWeights(subject) ? plain('squares') : null; // cvxpy's
	if (/^(square|square_|abs2)$/.test(name)) return squared(subject, inner, isWeights);
	if (/^(pow|power)$/.test(name))
		return further?.kind === 'number' && further.value === 2 ? squared(subject, inner, isWeights) : null;
	if (/^abs(olute)?$/.test(name)) return isWeights(subject) ? plain('each-size') : ofGrams(inner(subject));
	if (NORMS.test(name)) {
		if (isShift(subject, isWeights)) return plain('shifts');
		if (!isWeights(subject)) return ofGrams(inner(subject));
		return plain(order?.kind === 'number' && order.value === 1 ? 'absolutes' : 'norms');
	}
	if (/^(dot|vdot|inner|crossprod)$/.test(name))
		return isWeights(subject) && (name === 'crossprod' || isSame(subject, further, source)) ? plain('squares') : null;
	if (SUMS.test(name)) {
		const form = joined([subject, ...(name === 'sum' && !isMethod ? [] : values)].map(inner).filter(Boolean));
		if (form?.kind === 'each-square') return { ...form, kind: 'squares' };
		if (form?.kind === 'each-shift') return { ...form, kind: 'shifts' };
		return form?.kind === 'each-size' ? { ...form, kind: 'absolutes' } : form;
	}
	if (MEANS.test(name)) return inner(subject) && (ofGrams(inner(subject)) ?? plain('means'));
	if (DROPS.test(name) && args.length === 1) return inner(subject);
	const returned = returnedBy(expression, source);
	if (returned) return ofReturned(returned, { source, use, around, depth });
	return isMethod || /^(float|stack|cat|list|tuple|map|cast|array)$/.test(name)
		? ([subject, ...values].map(inner).find(Boolean) ?? null)
		: null;
}
