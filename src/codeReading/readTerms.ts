import { everyPart } from './calls.ts';
import { dataTermOf } from './dataTerm.ts';
import { formOf } from './penaltyForm.ts';
import { calledName, isZero, productOf } from './products.ts';
import { type Decay, type Note, note, type Source } from './reading.ts';
import { sumsOf } from './readWritten.ts';
import type { Use } from './scope.ts';
import type { Expression } from './syntax.ts';
import { hasWeights } from './weights.ts';

/** What says that a sum is a loss, and what says that a term of one is a penalty. */
const LOSS = /loss|criterion|cost|nll|entropy|(^|_)(bce|mse|ce|l1)(_|$)|objective/i;
const PENALTY = /reg(?!ress)|penal|decay|(^|_)(l2|l1|ewc|kl|prior)(_|$)|orth|spars|lipschitz|ridge|lasso/i;
/** What holds all parameters. */
const MODEL =
	/^(\w*model|net\w*|\w*network|module|(en|de)coder|backbone|policy|actor|critic|generator|discriminator)$/i;

/** Terms that are named, at most. */
const MOST_TERMS = 3;

/**
 * Terms that are added to a loss and were not read, though they are of the weights or have a penalty's name:
 * `F.cross_entropy(net(x), y) + l2_penalty(net)`. They may decay weights.
 */
export function readTerms(source: Source, decays: readonly Decay[]): Note[] {
	const { scope } = source;
	const found = sumsOf(source).flatMap(({ terms, use }) => {
		const isData = (one: Expression) =>
			dataTermOf(one, source, use) !== null && formOf(one, source, use, one) === null && !isOfWeights(one, source, use);
		if (!terms.some((one) => isLoss(one) || isData(one))) return [];
		return terms.filter(
			(one) =>
				!isZero(one) &&
				isOfWeights(one, source, use) &&
				formOf(one, source, use, one) === null &&
				!decays.some(({ from, to }) => one.from <= from && to <= one.to),
		);
	});
	const written = found.map((one) => scope.written(one));
	return found
		.filter((_, at) => written.indexOf(written[at] ?? '') === at)
		.slice(0, MOST_TERMS)
		.map((one) => note('term-unread', one, { written: scope.written(one) }));
}

const isNamed = (one: Expression, pattern: RegExp) =>
	(one.kind === 'name' || one.kind === 'member') && pattern.test(one.name);

/** `loss`, `criterion(model(x), y)`: by what it is called. */
const isLoss = (one: Expression) => {
	const outer = one.kind === 'call' ? one.callee : one;
	return isNamed(outer, LOSS) && !isNamed(outer, PENALTY);
};

/** Whether a term, or what its factors stand for, is a penalty by its name, or is made of weights or of a whole model. */
function isOfWeights(term: Expression, source: Source, use: Use): boolean {
	const factors = productOf(term, use).above.map(({ expression }) => expression);
	if (factors.some(isLoss)) return false;
	const bound = factors.flatMap((one) => (one.kind === 'name' ? source.scope.parts(one.name, use) : []));
	const parts = [...factors, ...bound.flatMap(({ value, by }) => value ?? by ?? [])].flatMap((one) => [
		...everyPart(one),
	]);
	if (parts.some((one) => isNamed(one, /^losses$/))) return false; // those of a model are said for themselves
	if (parts.some((one) => isNamed(one, /^(named_)?parameters$/) || isLooped(one, source, use))) return true;
	return (
		dataTermOf(term, source, use) === null &&
		(factors.some((one) => isNamed(one, PENALTY)) ||
			parts.some((one) => one.kind === 'call' && (isNamed(one.callee, PENALTY) || isOfModel(one))))
	);
}

/** `reg(net)` and `net.kl()`: a call of a model alone. */
const isOfModel = ({ callee, args }: Expression & { kind: 'call' }) =>
	args.length > 0
		? callee.kind === 'name' && args.every(({ value }) => isNamed(value, MODEL))
		: callee.kind === 'member' &&
			isNamed(callee.of, MODEL) &&
			!/^(train|eval|zero_grad|cuda|cpu)$/.test(calledName(callee));

/** `p` of `for n, p in model.named_parameters()`. */
function isLooped(part: Expression, { scope }: Source, use: Use): boolean {
	const [bound] = part.kind === 'name' ? scope.parts(part.name, use) : [];
	return bound?.how === 'loop' && bound.value !== null && hasWeights(bound.value);
}
