import { everyPart, type FoundCall } from './calls.ts';
import { elementOf } from './element.ts';
import { pathOf } from './path.ts';
import { type Decay, note, type Source } from './reading.ts';
import type { Expression } from './syntax.ts';

/** The groups of a list of dictionaries, each with its own decay; the parameters of a model as they come. */
export function byGroups(base: Decay, parameters: Expression, source: Source, use: FoundCall['use']): Decay[] {
	const { scope } = source;
	const groups = groupsOf(parameters, source, use);
	if (!groups) {
		const found = scope.resolve(parameters, use);
		if (isChosen(found ?? parameters)) return [{ ...base, covers: 'group' }];
		const isAll = [...everyPart(found ?? parameters)].some(
			(one) =>
				one.kind === 'member' && /^(parameters|trainable_params|named_parameters|trainable_parameters)$/.test(one.name),
		);
		if (isAll)
			return [
				{ ...base, notes: base.value.value === 0 ? base.notes : [...base.notes, note('decays-biases', base, {})] },
			];
		const isMade = found?.kind === 'call';
		const isCall = isMade || parameters.kind === 'name';
		const written = scope.written(parameters);
		if (isMade && base.isDefault) {
			// A function that makes the groups gives them their decay.
			const value = { value: null, from: parameters.from, unknown: { code: 'computed', written } } as const;
			return [
				{
					...base,
					covers: 'group',
					value,
					isDefault: false,
					notes: [...base.notes, note('groups-unknown', parameters, { written })],
				},
			];
		}
		return [
			{
				...base,
				covers: 'group',
				notes: isCall ? [...base.notes, note('groups-unknown', parameters, { written })] : base.notes,
			},
		];
	}
	const decays = groups.map(({ group, use: where }): Decay => {
		const own = elementOf(group, 'weight_decay') ?? elementOf(group, 'wd');
		const rate = elementOf(group, 'lr');
		const value = own ? scope.number(own, where) : base.value;
		const optimizer = base.optimizer && { ...base.optimizer, ...(rate && { learningRate: scope.number(rate, where) }) };
		return {
			...base,
			optimizer,
			value,
			isDefault: !own && base.isDefault,
			covers: 'group',
			from: group.from,
			to: group.to,
		};
	});
	const zero = decays.filter(({ value }) => value.value === 0);
	const without = groups
		.filter((_, at) => decays[at]?.value.value === 0)
		.map(({ group }) => elementOf(group, 'params'));
	const written = without.map((one) => (one ? scope.written(one) : '')).join(', ');
	const kept = decays.filter(({ value }) => value.value !== 0);
	const distinct = kept.filter((one, index) => kept.findIndex((other) => isSameDecay(one, other)) === index);
	if (distinct.length === 0) return [{ ...base, value: zero[0]?.value ?? base.value, covers: 'group' }];
	const notes =
		zero.length > 0 ? [note('group-without-decay', base, { groups: zero.length, of: decays.length, written })] : [];
	return distinct.map((one) => ({ ...one, notes: [...base.notes, ...notes] }));
}

const isSameDecay = (one: Decay, other: Decay) =>
	one === other ||
	(one.value.value !== null &&
		one.value.value === other.value.value &&
		one.optimizer?.learningRate?.value === other.optimizer?.learningRate?.value);

/** `[p for n, p in model.named_parameters() if "bias" not in n]`: some are chosen, by more than whether they train at all. */
const isChosen = (parameters: Expression) =>
	[...everyPart(parameters)].some((one) => {
		const condition = one.kind === 'other' && /for .*if|lambda/.test(one.joints ?? '') ? one.parts.at(-1) : undefined;
		return (
			condition !== undefined &&
			![...everyPart(condition)].some((part) => part.kind === 'member' && part.name === 'requires_grad')
		);
	});

interface Group {
	group: Expression;
	use: FoundCall['use'];
}

/** The dictionaries of parameter groups: a list of them, or what a function of the text returns or puts together. */
function groupsOf(parameters: Expression, { scope, program }: Source, use: FoundCall['use']): Group[] | null {
	const found = scope.resolve(parameters, use) ?? parameters;
	const isGroup = (one: Expression) => elementOf(one, 'params') !== undefined;
	const within = (list: Expression | null, where: FoundCall['use']) =>
		list?.kind === 'list' && list.items.some(isGroup)
			? list.items.filter(isGroup).map((group) => ({ group, use: where }))
			: null;
	const here = within(found, use);
	if (here) return here;
	if (found.kind !== 'call') return null;
	const name = pathOf(found.callee)?.split('.').at(-1);
	const block = program.functions.find((one) => one.name === name);
	for (const returned of block?.returned ?? []) {
		const where = { from: returned.to, blocks: block ? [block] : [] };
		const there = within(scope.resolve(returned, where), where);
		if (there) return there;
	}
	return null;
}
