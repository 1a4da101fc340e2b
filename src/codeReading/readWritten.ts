import { startOf, type Use } from './bindings.ts';
import { everyPart } from './calls.ts';
import { type DataTerm, dataTermOf, multiplied } from './dataTerm.ts';
import { isIdentity } from './formParts.ts';
import { penaltyCovers } from './penaltyCovers.ts';
import { formOf } from './penaltyForm.ts';
import { calledName, isExamples, isZero, type PenaltyForm, type Placed, productOf, termsOf } from './products.ts';
import type { Quantity } from './quantity.ts';
import { type Decay, type Note, note, type Source } from './reading.ts';
import type { Expression } from './syntax.ts';
import { asWritten } from './writtenStrength.ts';

/** Decays that one reading names. */
export const MOST_DECAYS = 20;

/** A penalty with where it stands. */
interface Found {
	expression: Expression;
	use: Use;
	form: PenaltyForm;
}

/** Terms that are added up, of one expression or by `loss += penalty`. */
interface Sum {
	terms: readonly Expression[];
	use: Use;
	/** What all of it is multiplied by: 1/(2m) of `1 / (2 * m) * (sum(e^2) + lambda * sum(w^2))`. */
	times?: Pick<PenaltyForm, 'above' | 'below'>;
}

/**
 * A penalty that is written out: `loss + lam / (2 * m) * np.sum(np.square(W))`. A product with a sum of squares of weights
 * as a factor, or such a sum that is added to a loss; what stands beside it is c of c·‖w‖², or K/(D·m) where only the m is not
 * known, which is λ = 2K/D of λ/2m. The loss that it is added to says whether it stands beside a mean or a sum.
 */
export function readWritten(source: Source): Decay[] {
	const sums = sumsOf(source);
	const products = productsOf(source);
	const found = [...products, ...bareOf(sums, products, source)].slice(0, 10 * MOST_DECAYS);
	const inner = found.flatMap(({ form }) => form.behind);
	const outer = found.filter(({ expression: { from, to } }) => !inner.some((one) => one.from <= from && to <= one.to));
	const written = (one: Found) => source.scope.written(one.expression);
	const decays = outer
		.slice(0, MOST_DECAYS + 1)
		.filter((one, at) => outer.findIndex((other) => written(other) === written(one)) === at)
		.map((one) => {
			const { data, times } = besideOf(one, sums, source);
			const form = times ? { ...one.form, ...joinedBy(one.form, times) } : one.form;
			return toDecay({ ...one, form }, data, source);
		});
	// Beside sizes of weights, squares alone are not all that is minimised.
	const l1 = decays.find(({ notes, value }) => value.value !== 0 && notes.some(({ code }) => code === 'l1-penalty'));
	for (const one of l1 ? decays : [])
		if (l1 && one.row !== null) one.notes.push(note('l2-part', l1, { l2: '', l1: l1.name }));
	return decays;
}

const isPenalty = (form: PenaltyForm | null): form is PenaltyForm => form !== null && !form.kind.startsWith('each');

/** The outermost products that are a penalty. */
function productsOf(source: Source): Found[] {
	const found: Found[] = [];
	for (const { expression, blocks } of source.program.expressions) {
		const within = new Set<Expression>();
		for (const one of everyPart(expression)) {
			if (one.kind !== 'operation' || !/^([*/@]|%\*%)$/.test(one.operator) || within.has(one)) continue;
			const use = { from: one.from, blocks };
			const form = formOf(one, source, use, one);
			if (!isPenalty(form) || form.above.length + form.below.length === 0) continue;
			if (form.above.some(({ expression: factor }) => /^([wp]|theta)\d*$/i.test(calledName(factor)))) continue; // `l2 * w`, a gradient
			for (const part of everyPart(one)) within.add(part);
			found.push({ expression: one, use, form });
		}
	}
	return found;
}

/** Every sum of a text, whole. */
export function sumsOf({ program }: Source): Sum[] {
	const sums: Sum[] = [];
	for (const { expression, blocks } of program.expressions) {
		const within = new Set<Expression>();
		const around = new Map<Expression, NonNullable<Sum['times']>>();
		for (const one of everyPart(expression)) {
			if (one.kind !== 'operation' || within.has(one)) continue;
			const use = { from: one.from, blocks };
			if (/^[*/]$/.test(one.operator)) {
				const { above, below } = productOf(one, use);
				for (const { expression: factor } of above)
					if (!around.has(factor))
						around.set(factor, { above: above.filter((other) => other.expression !== factor), below });
			}
			if (!/^[-+]$/.test(one.operator)) continue;
			for (const part of termsParts(one)) within.add(part);
			const times = around.get(one);
			sums.push({ terms: termsOf(one), use, ...(times && { times }) });
		}
	}
	for (const { target, by, from, blocks } of program.bindings)
		if (by) sums.push({ terms: [target, ...termsOf(by)], use: { from, blocks } });
	return sums;
}

/** A sum and the sums that are its terms. */
const termsParts = (one: Expression): Expression[] =>
	one.kind === 'operation' && /^[-+]$/.test(one.operator) ? [one, ...one.operands.flatMap(termsParts)] : [];

/** Sums of squares that are added to a loss without a coefficient, or with one within: `torch.sum(lam * W ** 2)`. */
function bareOf(sums: readonly Sum[], products: readonly Found[], source: Source): Found[] {
	return sums.flatMap(({ terms, use }) => {
		const forms = terms.map((one) => formOf(one, source, use, one));
		if (!forms.some(isPenalty)) return [];
		const isAdded = terms.some(
			(one, at) =>
				forms[at] === null &&
				!isZero(one) &&
				!isIdentity(one) &&
				source.scope.number(one, use).value === null &&
				!isEmptyName(one, source, use),
		);
		return terms.flatMap((expression, at): Found[] => {
			const form = forms[at] ?? null;
			const isBare =
				isPenalty(form) &&
				(form.above.length + form.below.length === 0 ||
					(/call|name/.test(expression.kind) &&
						![expression, ...form.behind].some(({ from, to }) =>
							products.some((one) => from <= one.expression.from && one.expression.to <= to),
						)));
			return isAdded && isBare ? [{ expression, use, form }] : [];
		});
	});
}

/** Whether a name starts at zero, so that something is only added up in it. */
const isEmptyName = (one: Expression, { scope }: Source, use: Use) =>
	one.kind === 'name' && scope.parts(one.name, use).some(({ value }) => value !== null && isZero(value));

const joinedBy = ({ above, below }: NonNullable<Sum['times']>, times: NonNullable<Sum['times']>) => ({
	above: [...above, ...times.above],
	below: [...below, ...times.below],
});

/** The data loss that a penalty is added to, also where it gets a name first, and what both are multiplied by. */
function besideOf(found: Found, sums: readonly Sum[], source: Source): { data: DataTerm | null; times?: Sum['times'] } {
	const { expression } = found;
	const holds = (one: Expression) => one.from <= expression.from && expression.to <= one.to;
	const named = source.program.bindings.filter(({ value, by }) => [value, by].some((one) => one && holds(one)));
	const isIt = (one: Expression, use: Use) =>
		holds(one) ||
		formOf(one, source, use, one)?.behind.some(holds) || // what a function returns
		(one.kind === 'name' &&
			named.some(
				(binding) => binding.target.kind === 'name' && binding.target.name === one.name && startOf(binding) <= use.from,
			));
	for (const { terms, use, times } of sums) {
		if (!terms.some((one) => isIt(one, use))) continue;
		for (const term of terms) {
			const isPenalised = formOf(term, source, use, term) !== null; // another penalty is no data
			const data =
				isPenalised || (isIt(term, use) && !isNameOf(term, found))
					? null
					: dataTermOf(term, source, { ...use, from: Math.min(use.from, term.from) });
			if (data) return times ? { data: multiplied(data, times), times } : { data };
		}
	}
	return { data: null };
}

/** `loss` of `loss += penalty`, which holds the data as well. */
const isNameOf = (term: Expression, { use }: Found) => term.kind === 'name' && term.to <= use.from;

/** What is said of sums that are no squares of weights, where it is known. */
const NO_SQUARES: Partial<Record<PenaltyForm['kind'], Note['code']>> = {
	absolutes: 'l1-penalty',
	shifts: 'to-other-weights',
};

/** A penalty beside a data loss as a decay. */
export function toDecay({ expression, use, form }: Found, data: DataTerm | null, source: Source): Decay {
	const { scope } = source;
	const number = (one: Placed) => scope.number(one.expression, one.use);
	const sizes = form.below.filter(isExamples).map(number);
	const scale = [...(data?.above ?? []).map(number), ...(data?.below ?? []).map(number)];
	const [above, below] = [form.above.map(number), form.below.filter((one) => !isExamples(one)).map(number)];
	const [unknown, ...moreUnknown] = [...above, ...below, ...scale].filter(({ value }) => value === null);
	const product = (some: readonly Quantity[]) => some.reduce((all, { value }) => all * (value ?? 1), 1);
	// A half that stands before squares is the half of ½(ŷ − y)², and none of the weight that the loss is given.
	const k = product((data?.above ?? []).map(number)) / product((data?.below ?? []).map(number));
	const isHalf = data?.isSquared === true && (data.isHalf === true || k === 0.5);
	const c = ((product(above) / product(below)) * 0.5 ** form.halvings) / (isHalf && !data.isHalf ? 1 : k);
	const isOverM = sizes.length === 1;
	const notes: Note[] = [note('written-out', expression, { written: scope.written(expression) })];
	const none = form.kind === 'squares' ? null : (NO_SQUARES[form.kind] ?? 'not-squared');
	for (const { from } of form.behind) scope.see(from);
	const covers = penaltyCovers({ expression, use }, form.behind, source, none ? [] : notes);
	if (covers === 'everything' && !none) notes.push(note('decays-biases', expression));
	const value: Quantity = form.isMixed
		? { value: null, from: use.from, unknown: { code: 'several-values', written: scope.written(expression) } }
		: (unknown ?? {
				value: isOverM ? 2 * c : sizes.length > 1 ? c / product(sizes) : c,
				from: expression.from,
				ways: [],
			});
	const isOne = !isOverM && !form.isMixed && moreUnknown.length === 0;
	const own = isOne ? asWritten(form.above, above, value, c, scope) : null; // which says itself how it was found
	for (const [at, one] of own ? [] : above.entries()) {
		const isNamesake = one.value !== null && one.ways.includes('attribute');
		const factor = form.above[at]?.expression;
		if (isNamesake && factor?.kind === 'name')
			notes.push(note('found-by', factor, { way: 'attribute', written: factor.name, value: one.value }));
	}
	if (covers === null) notes.push(note('batch-rows', expression));
	if (none) notes.push(note(none, expression, { written: scope.written(expression) }));
	else if (data === null) notes.push(note('loss-unseen', expression));
	return {
		name: scope.written(expression),
		from: expression.from,
		to: expression.to,
		row: none ? null : isOverM ? 'lambda' : 'lambda-norm-squared',
		parameter: isOverM ? 'λ' : 'c',
		value,
		...own,
		isDefault: false,
		optimizer: null,
		...(data?.isSquared &&
			(isHalf || !data.isLibrary) && { loss: isHalf ? ('half-squared-error' as const) : ('squared-error' as const) }),
		isSummed: data?.isSum === true,
		covers: covers ?? 'group',
		count: 1,
		notes,
	};
}
