import { Arguments, everyPart, type FoundCall } from './calls.ts';
import { elementOf } from './element.ts';
import { familyOf } from './family.ts';
import { kindOf, type OptimizerEntry, optimizerOf, TORCH_ROW } from './optimizers.ts';
import { pathOf } from './path.ts';
import type { Quantity } from './quantity.ts';
import { byDefault, type Decay, type Note, type Source } from './reading.ts';
import type { Expression, Place } from './syntax.ts';

/** Functions that take a model and the name of an optimizer. */
const FACTORIES = ['create_optimizer_v2', 'create_optimizer', 'build_optimizer', 'get_optimizer', 'make_optimizer'];

/** An optimizer's call as the decays that it makes: one, or one a group of parameters. */
export function readOptimizer(found: FoundCall, source: Source): Decay[] {
	const { program, scope } = source;
	const { call, use } = found;
	const wrapped = found.name === 'partial' ? call.args[0]?.value : undefined;
	const path = (wrapped && pathOf(wrapped)) || found.path;
	const name = path.split('.').at(-1) ?? '';
	const args = new Arguments(found, scope);
	const whose = familyOf(path, program);
	const known = whose && optimizerOf(whose.family, name);
	if (whose?.family === 'optax')
		return known && !isWithinChain(found, source) ? optaxAlias(found, args, known, scope) : [];
	if (whose && known) {
		const notes: Note[] = whose.isAssumed ? [note('assumed-library', call, { library: whose.family, name })] : [];
		return readEntry({ ...found, path }, args, known, notes, source, wrapped ? 1 : 0, whose.family === 'keras');
	}
	const decay = args.get(['weight_decay', 'wd']);
	if (!decay || found.name === 'dict' || isTrainer(found.name)) return [];
	const named = scope.text(args.get(['opt', 'optimizer', 'optimizer_name', 'name', 'opt_name']), use);
	const kind = named && FACTORIES.includes(found.name) ? kindOf(named) : null;
	const entry: OptimizerEntry = {
		order: [],
		learningRate: ['lr', 'learning_rate'],
		defaultRate: null,
		decay: ['weight_decay', 'wd'],
		defaultDecay: 0,
		row: kind === 'sgd' && whose?.family === 'torch' ? 'timm-sgd' : kind && TORCH_ROW[kind],
		isLike: false,
		kind: kind ?? 'sgd',
	};
	const isOptimizer = args.get(['lr', 'learning_rate']) || firstIsParameters(call.args[0]?.value);
	if (!kind && !isOptimizer) return [];
	const notes = kind ? [] : [note('unknown-optimizer', call, { name: found.name || path })];
	return readEntry(found, args, entry, notes, source, 0, false);
}

const isTrainer = (name: string) =>
	/^(SimpleNamespace|Namespace|EasyDict|DotDict|AttrDict|Box)$|TrainingArguments|Learner|fit_one_cycle|fine_tune|Config$/.test(
		name,
	);

function readEntry(
	{ call, path, use }: FoundCall,
	args: Arguments,
	entry: OptimizerEntry,
	notes: Note[],
	source: Source,
	shift: number,
	isKeras: boolean,
): Decay[] {
	const { scope } = source;
	const place = (names: readonly string[]) => {
		const position = entry.order.findIndex((one) => names.includes(one));
		return position < 0 ? undefined : args.get(names, position + shift);
	};
	const option = (names: readonly string[]) => place(names) ?? args.get(names);
	const parameters = isKeras ? undefined : option(['params', 'parameters', 'model_params', 'model']);
	const said = option(entry.decay);
	const rate = option(entry.learningRate);
	const momentum = option(['momentum']);
	const learningRate = rate
		? readRate(rate, scope, use, notes)
		: entry.defaultRate === null
			? null
			: byDefault(entry.defaultRate, call.from);
	const isDecoupled = literalTrue(args.get(['decoupled_weight_decay', 'adam_w_mode'])) && entry.kind === 'adam';
	const kind = isDecoupled ? 'adamw' : entry.kind;
	const row = isDecoupled ? 'pytorch-adam-decoupled' : entry.row;
	const spread = args.unknownSpread;
	const isHidden = spread !== null && !said;
	if (isHidden) notes.push(note('spread-unknown', spread, { written: `**${scope.written(spread.value)}` }));
	const old = option(['decay']);
	if (isKeras && old) notes.push(note('decay-is-schedule', old, { parameter: 'decay' }));
	if (entry.isLike && row && !isDecoupled)
		notes.push(note('read-as', call, { name: path.split('.').at(-1) ?? path, row }));
	const isNone = said?.kind === 'constant' && said.value === null;
	const regularizer = said && unwrapRegularizer(said, source, use);
	const value: Quantity = isHidden
		? { value: null, from: call.from, unknown: { code: 'computed', written: scope.written(spread.value) } }
		: said && !isNone
			? scope.number(regularizer ?? said, use)
			: byDefault(entry.defaultDecay, call.from);
	const base: Decay = {
		name: path,
		from: call.from,
		to: call.to,
		row,
		parameter: writtenName(call.args, entry.decay) ?? 'weight_decay',
		value,
		isDefault: (!said || isNone) && !isHidden,
		optimizer: {
			kind,
			learningRate,
			momentum: (momentum && scope.number(momentum, use).value) || 0,
			nesterov: literalTrue(option(['nesterov', 'use_nesterov'])),
		},
		covers: 'everything',
		count: 1,
		notes,
	};
	return isKeras || !parameters ? [base] : byGroups(base, parameters, source, use);
}

/** A rate that falls by a schedule starts with the schedule's first number. */
function readRate(rate: Expression, scope: Source['scope'], use: FoundCall['use'], notes: Note[]): Quantity {
	const found = scope.resolve(rate, use);
	const name = found?.kind === 'call' ? (pathOf(found.callee) ?? '').split('.').at(-1) : undefined;
	if (found?.kind !== 'call' || !name || !/schedule|Decay|decay|OneCycle/.test(name)) return scope.number(rate, use);
	notes.push(note('schedule', found, { name }));
	const args = new Arguments({ call: found, use }, scope);
	const peak = args.get(['peak_value', 'max_lr'], /^warmup/.test(name) ? 1 : -1);
	const first = peak ?? args.get(['init_value', 'initial_learning_rate', 'learning_rate', 'value'], 0);
	return scope.number(first ?? rate, use);
}

/** The groups of a list of dictionaries, each with its own decay; the parameters of a model as they come. */
function byGroups(base: Decay, parameters: Expression, source: Source, use: FoundCall['use']): Decay[] {
	const { scope } = source;
	const groups = groupsOf(parameters, source, use);
	if (!groups) {
		const found = scope.resolve(parameters, use);
		if (isChosenByName(found ?? parameters)) return [{ ...base, covers: 'group' }];
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
		return { ...base, optimizer, value, isDefault: !own && base.isDefault, covers: 'group', from: base.from };
	});
	const zero = decays.filter(({ value }) => value.value === 0);
	const kept = decays.filter(({ value }) => value.value !== 0);
	const distinct = kept.filter((one, index) => kept.findIndex((other) => isSameDecay(one, other)) === index);
	if (distinct.length === 0) return [{ ...base, value: zero[0]?.value ?? base.value, covers: 'group' }];
	const notes = zero.length > 0 ? [note('group-without-decay', base, { groups: zero.length, of: decays.length })] : [];
	return distinct.map((one) => ({ ...one, notes: [...base.notes, ...notes] }));
}

const isSameDecay = (one: Decay, other: Decay) =>
	one === other ||
	(one.value.value !== null &&
		one.value.value === other.value.value &&
		one.optimizer?.learningRate?.value === other.optimizer?.learningRate?.value);

/** `[p for n, p in model.named_parameters() if "bias" not in n]`: something is compared with a text. */
const isChosenByName = (parameters: Expression) =>
	[...everyPart(parameters)].some(
		(one) => one.kind === 'operation' && one.operands.some(({ kind }) => kind === 'string'),
	);

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

/** `optax.adamw(…)` outside of a chain, which reads its parts itself. */
function optaxAlias(
	{ call, path, use }: FoundCall,
	args: Arguments,
	entry: OptimizerEntry,
	scope: Source['scope'],
): Decay[] {
	const notes: Note[] = [];
	const rate = args.get(['learning_rate'], 0);
	const position = entry.order.indexOf('weight_decay');
	const said = position < 0 ? undefined : args.get(['weight_decay'], position);
	const momentum = args.get(['momentum'], entry.order.indexOf('momentum'));
	const masked = args.get(['mask']);
	if (masked) notes.push(note('biases-left-out', masked, {}));
	if (entry.row && entry.isLike)
		notes.push(note('read-as', call, { name: path.split('.').at(-1) ?? path, row: entry.row }));
	const learningRate = rate ? readRate(rate, scope, use, notes) : null;
	return [
		{
			name: path,
			from: call.from,
			to: call.to,
			row: entry.row,
			parameter: 'weight_decay',
			value: said ? scope.number(said, use) : byDefault(entry.defaultDecay, call.from),
			isDefault: !said,
			optimizer: {
				kind: entry.kind,
				learningRate,
				momentum: (momentum && scope.number(momentum, use).value) || 0,
				nesterov: literalTrue(args.get(['nesterov'])),
			},
			covers: masked ? 'weights' : 'everything',
			count: 1,
			notes,
		},
	];
}

/** Whether an optimizer is a link of a chain that has a decay of its own. */
const isWithinChain = ({ call }: FoundCall, { calls }: Source) =>
	calls.some(
		({ name, call: chain }) =>
			name === 'chain' &&
			chain.from < call.from &&
			call.to <= chain.to &&
			[...everyPart(chain)].some(
				(one) => one.kind === 'call' && /add_decayed_weights$|additive_weight_decay$/.test(pathOf(one.callee) ?? ''),
			),
	);

function unwrapRegularizer(said: Expression, { scope }: Source, use: FoundCall['use']): Expression | undefined {
	const found = scope.resolve(said, use);
	return found?.kind === 'call' && pathOf(found.callee)?.endsWith('L2Decay') ? found.args[0]?.value : undefined;
}

const firstIsParameters = (first: Expression | undefined) =>
	first?.kind === 'call' && first.callee.kind === 'member' && /parameters$/.test(first.callee.name);

const literalTrue = (value: Expression | undefined) => value?.kind === 'constant' && value.value === true;

const writtenName = (args: readonly { name: string | null }[], names: readonly string[]) =>
	args.find(({ name }) => name !== null && names.includes(name))?.name ?? null;

const note = (code: Note['code'], { from }: Pick<Place, 'from'>, params: Note['params']): Note => ({
	code,
	from,
	params,
});
