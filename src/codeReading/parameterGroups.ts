import { everyPart, type FoundCall, hasPart } from './calls.ts';
import { elementOf } from './element.ts';
import { keysOf } from './keysOf.ts';
import { setLater, withLater } from './laterGroups.ts';
import { lastName, pathOf } from './path.ts';
import { computed, type Decay, note, type Source } from './reading.ts';
import type { Use } from './scope.ts';
import type { Expression } from './syntax.ts';
import { frozenOf } from './trainedPart.ts';
import { withoutMisspelt } from './unknownArguments.ts';

/** The groups of a list of dictionaries, each with its own decay; the parameters of a model as they come. */
export function byGroups(base: Decay, parameters: Expression, source: Source, found: FoundCall): Decay[] {
	const groups = withAdded(groupsOf(parameters, source, found.use), parameters, source, found);
	const later = setLater(found, source);
	if (!groups) return [withoutGroups(withLater(base, 0, later), parameters, source, found.use)];
	const { scope } = source;
	const decays = groups.map(({ group, use: where }, place): Decay => {
		const own = elementOf(group, 'weight_decay') ?? elementOf(group, 'wd');
		const rate = elementOf(group, 'lr');
		const optimizer = base.optimizer && { ...base.optimizer, ...(rate && { learningRate: scope.number(rate, where) }) };
		const { from, to } = group;
		const notes = [...base.notes];
		const known = { ...GROUP, name: lastName(base.name) };
		const given = own
			? { value: scope.number(own, where), isDefault: false }
			: withoutMisspelt({ value: base.value, isDefault: true }, { named: keysOf(group) }, known, notes);
		const isDefault = given.value === base.value ? base.isDefault : false;
		const said = { ...given, isDefault, notes };
		return withLater({ ...base, optimizer, ...said, covers: 'group', from, to }, place, later);
	});
	const isWithout = ({ value }: Decay) => value.value === 0;
	const without = groups.flatMap(({ group }, at) => {
		const parameter = elementOf(group, 'params');
		return decays[at] && isWithout(decays[at]) ? [parameter ? scope.written(parameter) : ''] : [];
	});
	const kept = decays.filter((one) => !isWithout(one));
	const distinct = kept.filter((one, index) => kept.findIndex((other) => isSameDecay(one, other)) === index);
	if (distinct.length === 0) return [{ ...base, value: decays[0]?.value ?? base.value, covers: 'group' }];
	if (without.length === 0) return distinct;
	const counts = { groups: without.length, of: decays.length, written: without.join(', ') };
	return distinct.map((one) => ({ ...one, notes: [...one.notes, note('group-without-decay', base, counts)] }));
}

/** PyTorch takes any key in a group, and what it does not know does nothing. */
const GROUP = { arguments: ['weight_decay'], strength: ['weight_decay'], isComplete: false };

/** A decay of all parameters, of some that are chosen, or of what a function makes. */
function withoutGroups(base: Decay, parameters: Expression, source: Source, use: Use): Decay {
	const { scope } = source;
	const found = scope.resolve(parameters, use);
	const group: Decay = { ...base, covers: 'group' };
	if (isChosen(found ?? parameters)) return group;
	const parts = [...everyPart(found ?? parameters)];
	const models = parts.flatMap((one) =>
		one.kind === 'member' && /^(parameters|trainable_params|named_parameters|trainable_parameters)$/.test(one.name)
			? [pathOf(one.of) ?? '']
			: [],
	);
	const isAll = models.length > 0;
	if (parts.some(isOfPart)) return group;
	if (isAll && base.value.value === 0) return base;
	const frozen = isAll ? frozenOf(models, source) : [];
	if (frozen.length > 0) return { ...group, notes: [...base.notes, ...frozen] };
	if (isAll) {
		// and not in options that are spread into it, nor in R
		const isWithin = base.from < parameters.from && parameters.to <= base.to && !/(^|[.:])optim_/.test(base.name);
		return { ...base, ...(isWithin && { parameters }), notes: [...base.notes, note('decays-biases', base)] };
	}
	const isMade = found?.kind === 'call';
	if (!isMade && parameters.kind !== 'name') return group;
	const written = scope.written(parameters);
	const notes = [...base.notes, note('groups-unknown', parameters, { written })];
	return isMade && base.isDefault // a function that makes the groups gives them their decay
		? { ...group, value: computed(parameters.from, written), isDefault: false, notes }
		: { ...group, notes };
}

/** `model.fc.parameters()`: those of one part of a model. */
const isOfPart = (one: Expression) =>
	one.kind === 'member' &&
	one.name === 'parameters' &&
	one.of.kind === 'member' &&
	(/^(fc\d*|(classif|lm_|cls_)?\w*head|classifier|(en|de)coder|backbone|features|layer\d|conv\d*)$/.test(one.of.name) ||
		(/^(model|net|network|unet|transformer)$/.test(lastName(pathOf(one.of.of) ?? '')) &&
			!/^(module|model|net|network)$/.test(one.of.name)));

const isSameDecay = (one: Decay, other: Decay) =>
	one === other ||
	(one.value.value !== null &&
		one.value.value === other.value.value &&
		one.optimizer?.learningRate?.value === other.optimizer?.learningRate?.value);

/** `[p for n, p in model.named_parameters() if "bias" not in n]`: some are chosen, by more than whether they train at all. */
const isChosen = (parameters: Expression) =>
	hasPart(parameters, (one) => {
		const condition = one.kind === 'other' && /for .*if|lambda/.test(one.joints ?? '') ? one.parts.at(-1) : undefined;
		return (
			condition !== undefined && !hasPart(condition, (part) => part.kind === 'member' && part.name === 'requires_grad')
		);
	});

interface Group {
	group: Expression;
	use: Use;
}

/** The groups that `optimizer.add_param_group({…})` adds to those of its call, of which what is no list is one. */
function withAdded(groups: Group[] | null, parameters: Expression, source: Source, { call, use }: FoundCall) {
	const added = source.calls.flatMap(({ name, call: { callee, args }, use: where }): Group[] => {
		const group = args[0]?.value;
		const isIt = name === 'add_param_group' && callee.kind === 'member' && group;
		return isIt && source.scope.resolve(callee.of, where)?.from === call.from ? [{ group, use: where }] : [];
	});
	if (added.length === 0) return groups;
	const { from, to } = parameters;
	const key: Expression = { kind: 'string', value: 'params', from, to: from };
	const whole: Expression = { kind: 'dictionary', entries: [{ key, value: parameters }], from, to };
	return [...(groups ?? [{ group: whole, use }]), ...added];
}

/** The dictionaries of parameter groups: a list of them, or what a function of the text returns or puts together. */
function groupsOf(parameters: Expression, { scope, program }: Source, use: Use): Group[] | null {
	const found = scope.resolve(parameters, use) ?? parameters;
	const isGroup = (one: Expression) => elementOf(one, 'params') !== undefined;
	const within = (list: Expression | null, where: Use) =>
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
