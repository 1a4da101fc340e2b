import { everyPart, type FoundCall } from './calls.ts';
import type { Quantity } from './quantity.ts';
import { computed, type Decay, note, type Source } from './reading.ts';
import type { Use } from './scope.ts';
import type { Expression } from './syntax.ts';

/** A line that gives groups of an optimizer another decay. */
interface Later {
	/** The group that it is of; null for all. */
	index: number | null;
	/** Whether it stands in a branch: groups without a decay are then taken to keep it. */
	isChosen: boolean;
	value: Quantity;
	from: number;
}

/** `optimizer.param_groups[0]['weight_decay'] = x`, and the same for all groups in a loop, of the optimizer that a call makes. */
export function setLater({ call }: FoundCall, { program, scope }: Source): Later[] {
	return program.bindings.flatMap(({ target, value, from, blocks }): Later[] => {
		const [item] = target.kind === 'index' ? target.items : [];
		if (target.kind !== 'index' || item?.value.kind !== 'string' || item.value.value !== 'weight_decay') return [];
		const use = { from, blocks };
		const groups = groupsBehind(target.of, scope, use);
		const made = groups && scope.resolve(groups.of, use);
		if (!groups || (made?.kind === 'call' && made.from !== call.from)) return [];
		const index = target.of.kind === 'index' ? target.of.items[0]?.value : undefined;
		return [
			{
				index: index?.kind === 'number' ? index.value : null,
				isChosen: blocks.some(({ kind }) => kind === 'branch'),
				value: value ? scope.number(value, use) : computed(from, scope.written(target)),
				from,
			},
		];
	});
}

/** The `optimizer.param_groups` that a group is one of, by its index or in a loop. */
function groupsBehind(group: Expression, scope: Source['scope'], use: Use) {
	const [looped] = group.kind === 'name' ? scope.parts(group.name, use) : [];
	const all = group.kind === 'index' ? group.of : looped?.how === 'loop' ? looped.value : null;
	for (const one of all ? everyPart(all) : []) if (one.kind === 'member' && one.name === 'param_groups') return one;
	return null;
}

/** The decay of a group, as later lines leave it. */
export function withLater(decay: Decay, place: number, later: readonly Later[]): Decay {
	const acting = later.filter(
		({ index, isChosen }) => (index === null || index === place) && !(isChosen && decay.value.value === 0),
	);
	const last = acting.at(-1);
	if (!last) return decay;
	const { value } = last;
	return {
		...{ ...decay, value, isDefault: false },
		notes: [...decay.notes, note('set-later', last, { parameter: decay.parameter })],
	};
}
