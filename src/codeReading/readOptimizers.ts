import { Arguments, type FoundCall } from './calls.ts';
import { familyOf } from './family.ts';
import { kindOf, type OptimizerEntry, optimizerOf, TORCH_ROW } from './optimizers.ts';
import { byGroups } from './parameterGroups.ts';
import { pathOf } from './path.ts';
import type { Quantity } from './quantity.ts';
import { byDefault, type Decay, isTrue, type Note, note, type Source } from './reading.ts';
import { isWithinChain, readOptaxAlias } from './readOptaxAlias.ts';
import { readRate } from './readRate.ts';
import type { Expression } from './syntax.ts';

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
		return known && !isWithinChain(found, source) ? readOptaxAlias(found, args, known, scope) : [];
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
	const isDecoupled = isTrue(args.get(['decoupled_weight_decay', 'adam_w_mode'])) && entry.kind === 'adam';
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
			nesterov: isTrue(option(['nesterov', 'use_nesterov'])),
		},
		covers: 'everything',
		count: 1,
		notes,
	};
	return isKeras || !parameters ? [base] : byGroups(base, parameters, source, use);
}

function unwrapRegularizer(said: Expression, { scope }: Source, use: FoundCall['use']): Expression | undefined {
	const found = scope.resolve(said, use);
	return found?.kind === 'call' && pathOf(found.callee)?.endsWith('L2Decay') ? found.args[0]?.value : undefined;
}

const firstIsParameters = (first: Expression | undefined) =>
	first?.kind === 'call' && first.callee.kind === 'member' && /parameters$/.test(first.callee.name);

const writtenName = (args: readonly { name: string | null }[], names: readonly string[]) =>
	args.find(({ name }) => name !== null && names.includes(name))?.name ?? null;
