import { everyPart, type FoundCall, hasPart } from './calls.ts';
import type { Quantity } from './quantity.ts';
import { computed, type Decay, note, type Source } from './reading.ts';
import type { Use } from './scope.ts';
import type { Block, Expression } from './syntax.ts';

/** A line that gives groups of an optimizer another decay or another η. */
interface Later {
	what: 'decay' | 'rate';
	/** The group that it is of; null for all. */
	index: number | null;
	/** Whether a condition chooses among the groups: those without a decay are then taken to keep it. */
	isChosen: boolean;
	/** Whether it stands under a condition of something else: an epoch that is reached, an argument. */
	isConditional: boolean;
	value: Quantity;
	written: string;
	from: number;
	/** Where the call of its optimizer stands; a default of the call does as well. */
	madeAt: number;
}

/** `optimizer.param_groups[0]['weight_decay'] = x`, and the same for all groups in a loop, of the optimizer that a call makes. */
export function setLater({ call, use: made }: FoundCall, { program, scope }: Source): Later[] {
	const set = program.bindings.filter(({ target }) => settingOf(target) !== null).slice(0, MOST_LINES);
	return set.flatMap(({ target, value, from, blocks }): Later[] => {
		if (target.kind !== 'index') return [];
		const use = { from, blocks };
		const groups = groupsBehind(target.of, scope, use);
		const optimizer = groups && scope.resolve(groups.of, use);
		if (!groups || (optimizer?.kind === 'call' && optimizer.from !== call.from)) return [];
		const index = target.of.kind === 'index' ? target.of.items[0]?.value : undefined;
		const branches = blocks.filter((one) => one.kind === 'branch' && !made.blocks.includes(one));
		const [choosing, others] = [true, false].map((is) =>
			branches.filter((one) => choosesGroups(one, scope, use) === is),
		);
		return [
			{
				what: settingOf(target) === 'lr' ? 'rate' : 'decay',
				index: index?.kind === 'number' ? index.value : null,
				isChosen: choosing !== undefined && choosing.length > 0,
				isConditional: others !== undefined && others.length > 0,
				value: value ? scope.number(value, use) : computed(from, scope.written(target)),
				written: scope.written({ from: target.from, to: (value ?? target).to }),
				from,
				madeAt: call.from,
			},
		];
	});
}

/** Lines that set groups of one optimizer and are looked at. */
const MOST_LINES = 50;

/** `weight_decay` of `group['weight_decay']`, and `lr`. */
function settingOf(target: Expression): string | null {
	const key = target.kind === 'index' ? target.items[0]?.value : undefined;
	return key?.kind === 'string' && /^(weight_decay|lr)$/.test(key.value) ? key.value : null;
}

/** Whether a branch is entered on something of a group itself: `if i == 0`, `if group["weight_decay"] > 0`. */
const choosesGroups = ({ condition }: Block, scope: Source['scope'], use: Use) =>
	condition !== null &&
	hasPart(condition, (one) => {
		const [bound] = one.kind === 'name' ? scope.parts(one.name, use) : [];
		return bound?.how === 'loop' && groupsWithin(bound.value) !== null;
	});

/** The `optimizer.param_groups` that a group is one of, by its index or in a loop. */
function groupsBehind(group: Expression, scope: Source['scope'], use: Use) {
	const [looped] = group.kind === 'name' ? scope.parts(group.name, use) : [];
	return groupsWithin(group.kind === 'index' ? group.of : looped?.how === 'loop' ? looped.value : null);
}

function groupsWithin(all: Expression | null) {
	for (const one of all ? everyPart(all) : []) if (one.kind === 'member' && one.name === 'param_groups') return one;
	return null;
}

/**
 * The decay and the η of a group, as later lines leave them: a number that is surely set counts. What is set under a condition
 * is said and not taken, and an η that is computed anew is a schedule, beside which a default of the library says nothing.
 */
export function withLater(decay: Decay, place: number, later: readonly Later[]): Decay {
	const acting = later.filter(
		({ index, isChosen, what }) =>
			(index === null || index === place) && !(isChosen && what === 'decay' && decay.value.value === 0),
	);
	const { parameter } = decay;
	const all = acting.filter(({ what }) => what === 'decay');
	const last = all.findLast((one) => !one.isConditional);
	const changed = last
		? {
				...{ ...decay, value: last.value, isDefault: false },
				notes: [...decay.notes, note('set-later', last, { parameter })],
			}
		: decay;
	const conditional = all.filter((one) => one.isConditional && one.from > (last?.from ?? 0));
	const said = conditional.map((one) => note('set-if', one, { written: one.written }));
	const rate = acting.findLast(({ what }) => what === 'rate');
	const { optimizer } = changed;
	if (!rate || !optimizer) return said.length > 0 ? { ...changed, notes: [...changed.notes, ...said] } : changed;
	const isKnown = rate.value.value !== null && !rate.isConditional;
	const { learningRate: first } = optimizer;
	const isNone = first?.value === 0 || first?.from === rate.madeAt;
	const learningRate = isKnown ? rate.value : isNone ? computed(rate.from, rate.written) : first;
	if (isKnown) said.push(note('set-later', rate, { parameter: 'lr' }));
	else if (!isNone) said.push(note('schedule', rate, { name: rate.written }));
	return { ...changed, optimizer: { ...optimizer, learningRate }, notes: [...changed.notes, ...said] };
}
