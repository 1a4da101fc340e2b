import { everyPart, hasPart } from './calls.ts';
import { calledName, isZero, type PenaltyForm } from './products.ts';
import type { Source } from './reading.ts';
import type { Use } from './scope.ts';
import type { Expression } from './syntax.ts';
import { hasWeights } from './weights.ts';

/** A norm that is squared, or squares of weights one by one. */
export const squared = (
	base: Expression | undefined,
	inner: (one: Expression | undefined) => PenaltyForm | null,
	isWeights: (one: Expression | undefined) => boolean,
) => {
	if (isWeights(base)) return plain('each-square');
	if (isShift(base, isWeights)) return plain('each-shift');
	const form = inner(base);
	if (form?.kind === 'grams' || form?.kind === 'shifts') return form;
	if (form?.above.length === 0 && form.below.length === 0 && form.kind === 'norms')
		return { ...form, kind: 'squares' as const };
	return form?.kind === 'each-size' ? { ...form, kind: 'each-square' as const } : null;
};

/** Names of weights that others are held to. */
const HELD_TO = /init|pre|ref|old|anchor|star|global|server|teacher|orig|base|start|0$/i;

/** `w - w0`, `p - pretrained[name]`: how far weights are from others. */
export const isShift = (
	base: Expression | undefined,
	isWeights: (one: Expression | undefined) => boolean,
): base is Expression => {
	const isOwn = (one: Expression) => isWeights(one) && hasWeights(one);
	const isOther = (one: Expression) => hasPart(one, (part) => HELD_TO.test(calledName(part)));
	return (
		base?.kind === 'operation' &&
		base.operator === '-' &&
		base.operands.some(isOwn) &&
		base.operands.every((one) => isOwn(one) || isOther(one))
	);
};

/** `W @ W.T`, and `torch.mm(W, W.t())`: how weights stand to each other. */
export const isGram = (one: Expression): boolean =>
	hasPart(
		one,
		(part) =>
			((part.kind === 'operation' && /^(@|%\*%)$/.test(part.operator)) ||
				(part.kind === 'call' && /^(matmul|b?mm|dot|einsum|t?crossprod)$/.test(calledName(part.callee)))) &&
			hasWeights(part),
	);

/** `I`, `torch.eye(10)`: what Gram matrices of orthogonal weights are. */
export const isIdentity = (one: Expression): boolean =>
	(one.kind === 'name' && /^(I|eye|identity|ident)(_\w+)?$/.test(one.name)) ||
	(one.kind === 'call' &&
		(/^(eye|identity|diag)$/.test(calledName(one.callee)) ||
			(one.callee.kind === 'member' && isIdentity(one.callee.of))));

/** Nothing yet: a zero, or a name that is one so far. */
export function isNothing(one: Expression, { scope }: Source, use: Use): boolean {
	if (isZero(one)) return true;
	const parts = one.kind === 'name' ? scope.parts(one.name, use) : [];
	return parts.length > 0 && parts.every(({ value }) => value !== null && isZero(value));
}

/** Several forms as one, where they are of one kind; null where one of them is none. */
export function joined(forms: readonly (PenaltyForm | null)[]): PenaltyForm | null {
	const [first] = forms;
	if (!first || !forms.every((one) => one?.kind === first.kind)) return null;
	const said = (one: PenaltyForm | null) =>
		JSON.stringify([one?.above, one?.below, one?.halvings], (key, value) => (/^(from|to|use)$/.test(key) ? 0 : value));
	return {
		...first,
		isMixed: forms.some((one) => one?.isMixed || said(one) !== said(first)),
		behind: forms.flatMap((one) => one?.behind ?? []),
	};
}

export const plain = (kind: PenaltyForm['kind']): PenaltyForm => ({
	kind,
	above: [],
	below: [],
	halvings: 0,
	isMixed: false,
	behind: [],
});

export const isSame = (one: Expression | undefined, other: Expression | undefined, { scope }: Source) =>
	one !== undefined && other !== undefined && scope.written(one) === scope.written(other);

/** Whether `w.T` and `w` are of one name. */
export function isSameBase(one: Expression | undefined, other: Expression | undefined, source: Source): boolean {
	const base = (side: Expression | undefined) =>
		[...(side ? everyPart(side) : [])].findLast(({ kind }) => kind === 'name');
	return isSame(base(one), base(other), source);
}
