import { everyPart, hasPart } from './calls.ts';
import { calledName, isZero } from './products.ts';
import type { Source } from './reading.ts';
import type { Use } from './scope.ts';
import type { Expression, Program } from './syntax.ts';

const WEIGHTS =
	/^(w\d*|W\d*|\w*weights?\d*|\w*_w\d*|w_\w+|W_\w+|theta\d*|Theta\d*|params?|\w*_params|(named_)?parameters|p|coefs?_?|beta|betas|trainable_(variables|weights|params)|tree_(leaves|flatten)|kernel\d*|bias(es)?|get_params)$/;
/** Calls that only put weights into another shape, or list them. */
const SHAPING =
	/^(view|flatten|ravel|reshape|cat|concat|concatenate|hstack|(named_)?parameters|values|items|leaves|tree_leaves|parameters_to_vector|get_weights|list|tuple|float|detach|cpu|cuda|to|numpy|cast|T|t|transpose|unlist|as\.\w+|coef|squeeze|asarray|filter|enumerate|zip|children|modules|vstack|insert|append|copy|clone|c)$/;

/** Whether an expression is weights and nothing else, so that no residual is taken for a penalty. */
export function areWeights(expression: Expression, source: Source, use: Use, around: Expression): boolean {
	return (
		isPure(expression) &&
		(hasCoefficients(expression, source) || isOneOf(expression, source, use, around) || isNamedSo(expression, source))
	);
}

/** Gradients and what layers put out are penalised as well, and are no weights. */
const NO_WEIGHTS = /grad|logit|pred|out|score|latent|hidden|feat|act|^(z|h|mu|log_?var|sigma)$/i;

/** Whether something is squared where a name says that a penalty is added up: `reg_loss = user_emb.norm(2).pow(2) + …`. */
const isNamedSo = (expression: Expression, { penalties }: Source) =>
	penalties.some((one) => one.from <= expression.from && expression.to <= one.to) &&
	!hasPart(expression, (one) => one.kind === 'name' && NO_WEIGHTS.test(one.name));

/** The name of a penalty. */
export const PENALTY = /^(l2_?)?(reg|regulari[sz](er|ation)|penalty)(_(loss|term|penalty))?$/i;

/** A name for what a loop or a comprehension goes through, or for weights put together elsewhere. */
function isOneOf(expression: Expression, { scope }: Source, use: Use, around: Expression): boolean {
	const name = [...everyPart(expression)].find((one) => one.kind === 'name');
	if (name?.kind !== 'name') return false;
	const [bound] = scope.parts(name.name, use);
	if (!bound) return around.kind === 'other' && hasWeights(around);
	if (bound.how !== 'loop' && bound.how !== 'assigned') return false;
	return bound.value !== null && isPure(bound.value) && hasWeights(bound.value);
}

/** Whether something has a name of weights. */
export const hasWeights = (expression: Expression): boolean =>
	hasPart(
		expression,
		(one) =>
			((one.kind === 'name' || one.kind === 'member') && WEIGHTS.test(one.name)) ||
			(one.kind === 'string' && WEIGHTS.test(one.value)),
	);

/** What inputs are called. */
const DATA = /^(x|phi|design|features|inputs?)(_?(train|tr|mat))?$/i;
/** What an objective that R's `optim` minimizes calls its argument. */
const OF_OPTIM = /^(b|par|pars)$/;

/** Names that inputs are multiplied by, whatever they are called, as the `b` of R's `X %*% b`, and of what an objective is a function of. */
export function coefficientsOf(program: Program): ReadonlySet<string> {
	const names = new Set<string>();
	for (const { expression } of program.expressions)
		for (const one of everyPart(expression)) {
			if (one.kind !== 'operation' || !/^(@|%\*%)$/.test(one.operator)) continue;
			const [inputs, by] = one.operands;
			if (inputs?.kind === 'name' && DATA.test(inputs.name) && by?.kind === 'name') names.add(by.name);
		}
	for (const { target, how } of program.bindings)
		if (how === 'parameter' && target.kind === 'name' && OF_OPTIM.test(target.name)) names.add(target.name);
	return names;
}

/** Whether something has a name of weights, or one that inputs are multiplied by. */
export const hasCoefficients = (expression: Expression, { coefficients }: Source): boolean =>
	hasWeights(expression) || hasPart(expression, (one) => one.kind === 'name' && coefficients.has(one.name));

function isPure(expression: Expression): boolean {
	switch (expression.kind) {
		case 'name':
		case 'number':
		case 'string':
			return true;
		case 'member':
			return isPure(expression.of);
		case 'index':
			return isPure(expression.of);
		case 'list':
			return expression.items.every(isPure);
		case 'other': {
			const [first] = expression.parts;
			return first === undefined || isPure(first);
		}
		case 'call':
			return (
				isZero(expression) || // in the place of an intercept
				(SHAPING.test(calledName(expression.callee)) &&
					isPure(expression.callee) &&
					expression.args.every(({ value }) => isPure(value)))
			);
		default:
			return false;
	}
}

/** A name that says it is the sum of squares, where nothing says otherwise. */
export const isNamedPenalty = (name: string): boolean => /^l2(_|$)|_l2$|^L2/.test(name);
