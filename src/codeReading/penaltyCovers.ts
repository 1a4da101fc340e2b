import { everyPart, hasPart } from './calls.ts';
import type { Placed } from './products.ts';
import { type Decay, type Note, note, type Source } from './reading.ts';
import type { Use } from './scope.ts';
import type { Block, Expression } from './syntax.ts';
import { hasCoefficients } from './weights.ts';

/** Everything that a model trains, and a list of all of it. */
const ALL = /^((named_)?parameters|trainable_(variables|weights|params)|tree_(leaves|map|reduce)|get_weights|params)$/;
/** What only biases and norm layers have, or only the weights of layers. */
const KINDS = /bias|norm|bn|gamma|beta|weight|kernel|ln/i;

/**
 * Which weights a penalty that is written by hand adds up: all that a model trains, all but biases where a condition of the
 * loop or the comprehension says so, or those of one layer (`model.fc.weight`). Names like `W1` are weights; null where no
 * name says it.
 */
export function penaltyCovers(
	{ expression, use }: Placed,
	behind: readonly Expression[],
	source: Source,
	notes: Note[] = [],
): Decay['covers'] | null {
	const looked = [{ expression, use }, ...behind.map((one) => ({ expression: one, use: useOf(one, source) ?? use }))];
	const within = looked.flatMap((one) => [...everyPart(one.expression)].map((part) => ({ part, use: one.use })));
	// `torch.cat([p.view(-1) for p in model.parameters()])`, under the name that it has
	const named = within.flatMap(({ part, use: where }) => {
		const [bound] = part.kind === 'name' ? source.scope.parts(part.name, where) : [];
		const value = bound?.how === 'assigned' && bound.value?.kind === 'call' ? bound.value : null;
		return value
			? [...everyPart(value)].map((one) => ({ part: one, use: { from: value.from, blocks: where.blocks } }))
			: [];
	});
	const parts = [...within, ...named];
	const loops = parts.flatMap(({ part, use: where }) => {
		const [bound] = part.kind === 'name' ? source.scope.parts(part.name, where) : [];
		return bound?.how === 'loop' && bound.value ? [{ bound, use: where }] : [];
	});
	const entered = [
		...parts.flatMap(({ part }) => conditionOf(part) ?? []),
		...loops.flatMap((one) => branchesWithin(one.bound.blocks.at(-1), one.use)),
	].filter(chooses);
	const passedOver = loops
		.flatMap((one) => testsIn(one.bound.blocks.at(-1), source))
		.filter((one) => chooses(one) && !entered.includes(one));
	const has = (some: readonly Expression[], is: (one: Expression) => boolean) => some.some((one) => hasPart(one, is));
	const isNot = (one: Expression) => one.kind === 'operation' && one.operator === 'not';
	// `if 'bias' in name` around the sum, and `if 'bias' not in name: continue` before it
	if (has(entered, namesBias('in')) && !has(entered, isNot)) return 'group';
	if (has(passedOver, namesBias('not'))) return 'group';
	const kinds = [...entered, ...passedOver].flatMap((one) => [...everyPart(one)]).filter(saysKind);
	if (kinds.length > 0) {
		if (kinds.every((one) => one.kind === 'string' && !/norm|bn|ln/i.test(one.value)))
			notes.push(note('scales-too', use));
		return 'weights';
	}
	if (entered.length + passedOver.length > 0) return 'group';
	const all = [
		...parts.map(({ part }) => part),
		...loops.flatMap(({ bound }) => [...everyPart(bound.value as Expression)]),
	]; // just seen
	const indexed = all.flatMap((one) => (one.kind === 'index' ? [one.of] : []));
	const taken = all.filter(takesBias).length;
	const isPair = taken > 0 && taken === all.filter((one) => one.kind === 'name' && isNamed(one, BIAS)).length; // and not used
	if (all.some((one) => isNamed(one, ALL) && !indexed.includes(one))) return isPair ? 'weights' : 'everything';
	if (all.some((one) => one.kind === 'member' && /^(weight|kernel)s?$/.test(one.name))) return 'group';
	const made = [...loops.map(({ bound }) => bound.value as Expression), ...named.map(({ part }) => part)];
	return [...made, ...(behind.length > 0 ? behind : [expression])].some((one) => hasCoefficients(one, source))
		? 'weights'
		: null;
}

const isNamed = (one: Expression, pattern: RegExp) =>
	(one.kind === 'name' || one.kind === 'member') && pattern.test(one.name);

/** Whether part of a condition tells biases from the weights of layers: by a name, or by how many dimensions they have. */
const saysKind = (one: Expression) =>
	(one.kind === 'string' && KINDS.test(one.value)) || isNamed(one, /^(ndim|dim|ndimension|shape|size|rank|get_shape)$/);

/** `for w, b in params`, the end of it. */
const takesBias = (one: Expression) =>
	one.kind === 'operation' && one.operator === 'in' && isNamed(one.operands[0] as Expression, BIAS); // it has two

const BIAS = /^b(ias)?$/;

/** The condition of a comprehension that chooses. */
const conditionOf = (one: Expression) =>
	one.kind === 'other' && /for .*if/.test(one.joints ?? '') ? one.parts.at(-1) : undefined;

/** What the branches around a place are entered on, within a loop. */
const branchesWithin = (loop: Block | undefined, { blocks }: Use) =>
	blocks.slice(blocks.indexOf(loop as Block) + 1).flatMap(({ condition }) => condition ?? []); // −1 without a loop

/** Everything that a loop's body tests: what branches around a place are entered on, and what goes on with the next. */
const testsIn = (loop: Block | undefined, { program }: Source) =>
	program.expressions.flatMap(({ expression, blocks }) =>
		loop !== undefined && blocks.at(-1) === loop && isTest(expression) ? [expression] : [],
	);

/** Whether a condition leaves some out: whether a parameter trains at all does not. */
const chooses = (one: Expression) => !hasPart(one, (part) => isNamed(part, /^requires_grad$/));

/** `'bias' in name`, or with `not` before the `in`. */
const namesBias = (operator: 'in' | 'not') => (one: Expression) => {
	const [left] = one.kind === 'operation' && one.operator === operator ? one.operands : [];
	return left?.kind === 'string' && /bias|norm|bn/i.test(left.value);
};

const isTest = (one: Expression) => one.kind === 'operation' && /^(in|not|==|!=|<=?|>=?|and|or|is)$/.test(one.operator);

/** Where a value or what is added to it stands. */
function useOf(one: Expression, { program }: Source): Use | undefined {
	const found = program.bindings.find(({ value, by }) => value === one || by === one);
	return found && { from: one.from, blocks: found.blocks };
}
