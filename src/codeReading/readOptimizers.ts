import { roundTo } from '../numberFormat.ts';
import { Arguments, type FoundCall, isOwnClass, qualify } from './calls.ts';
import { NOMINAL_BATCH, YOLO_MOMENTUM } from './configHouses.ts';
import { familyOf } from './family.ts';
import { setLater, withLater } from './laterGroups.ts';
import { kindOf, type OptimizerEntry, ofLayers, optimizerOf, rowNamed } from './optimizers.ts';
import { byGroups } from './parameterGroups.ts';
import { lastName, pathOf } from './path.ts';
import { byDefault, type Decay, decayAt, isFalse, isTrue, type Note, note, type Source } from './reading.ts';
import { isWithinChain, readOptaxAlias } from './readOptaxAlias.ts';
import { readMomentum, readOneCycle, readRate } from './readRate.ts';
import { givenStrength } from './settle.ts';
import type { Expression } from './syntax.ts';
import { withoutMisspelt } from './unknownArguments.ts';

/** What takes a decay, skorch's among it. */
const SKORCH = 'optimizer__weight_decay';
const DECAYS = ['weight_decay', 'wd', SKORCH];

/** An optimizer of which the text may not say how it steps, by the name that a factory is given. */
type Entry = Omit<OptimizerEntry, 'kind'> & { kind: OptimizerEntry['kind'] | null; named?: string | null };

/** Functions that take a model and the name of an optimizer. */
const FACTORIES = ['create_optimizer_v2', 'create_optimizer', 'build_optimizer', 'get_optimizer', 'make_optimizer'];

/** An optimizer's call as the decays that it makes: one, or one a group of parameters. */
export function readOptimizer(found: FoundCall, source: Source): Decay[] {
	const { program, scope } = source;
	const { call, use } = found;
	const wrapped = found.name === 'partial' ? call.args[0]?.value : undefined;
	const path = (wrapped && pathOf(wrapped)) || found.path;
	const name = lastName(path);
	const args = new Arguments(found, scope);
	const whose = isOwnClass(program, path) ? null : familyOf(path, program);
	const known = whose && optimizerOf(whose.family, name, path);
	if (whose?.family === 'optax')
		return known && !isWithinChain(found, source) ? readOptaxAlias(found, args, known, source) : [];
	if (whose && known) {
		const notes: Note[] = whose.isAssumed ? [note('assumed-library', call, { library: whose.family, name })] : [];
		return readEntry({ ...found, path }, args, known, notes, source, wrapped ? 1 : 0);
	}
	const decay = args.get(DECAYS);
	if (!decay || found.name === 'dict' || isTrainer(found.name) || isOwn(found, program)) return [];
	const isTimm = found.name === 'create_optimizer_v2';
	const isSkorch = args.get([SKORCH]) !== undefined; // `NeuralNet(…, optimizer=torch.optim.AdamW, optimizer__weight_decay=0.01)`
	const named =
		scope.text(args.get(['opt', 'optimizer', 'optimizer_name', 'name', 'opt_name'], isTimm ? 1 : -1), use) ??
		(isTimm ? 'sgd' : baseOf(args, isSkorch ? ['optimizer'] : ['base_optimizer', 'optimizer_class'], source, use)) ??
		(isSkorch ? 'torch.optim.SGD' : null);
	// Ultralytics' `model.train(data="coco.yaml", optimizer="SGD", lr0=0.01, …)`
	const isYolo =
		args.get(['lr0', 'imgsz']) !== undefined || (name === 'train' && args.get(['data'])?.kind === 'string');
	const kind = named && (isYolo || named.includes('.') || FACTORIES.includes(found.name)) ? kindOf(named) : null;
	const entry: Entry = {
		order: [],
		learningRate: ['lr', 'learning_rate', 'lr0'],
		defaultRate: null,
		decay: DECAYS,
		defaultDecay: 0,
		row: kind && (isTimm && named === 'sgd' ? 'timm-sgd' : rowNamed(named ?? '', kind)),
		isLike: false,
		kind,
		named,
	};
	const isOptimizer = args.get(['lr', 'learning_rate', 'lr0']) || firstIsParameters(call.args[0]?.value);
	if (!kind && !isOptimizer && !isYolo) return [];
	const auto = isYolo ? (named ?? 'auto') : found.name || path;
	const notes = kind ? [] : [note('unknown-optimizer', call, { name: auto })];
	const decays = readEntry(found, args, entry, notes, source, 0);
	if (!isTimm && !isYolo) return decays;
	const own = decays.map((one) => grouped(one, args, isYolo ? YOLO_MOMENTUM : 0.9));
	if (!isYolo) return own;
	return own.map((one) => ({
		...{ ...one, nominalBatch: NOMINAL_BATCH, isSummed: one.optimizer?.kind !== 'adamw' },
		notes: [...one.notes, note('scaled-by-trainer', call)],
	}));
}

/** timm and YOLO leave biases and norm layers without decay (timm can be told not to); their SGD has Nesterov's momentum. */
function grouped(decay: Decay, args: Arguments, own: number): Decay {
	const { optimizer } = decay;
	const byLayer = args.get(['layer_decay']);
	const isAll = isFalse(args.get(['filter_bias_and_bn']));
	const isSgd = optimizer?.kind === 'sgd' && !/sgdw/.test(decay.row ?? '');
	return {
		...decay,
		covers: isAll ? 'everything' : 'weights',
		optimizer: isSgd
			? { ...optimizer, momentum: args.get(['momentum']) ? optimizer.momentum : own, nesterov: true }
			: optimizer,
		notes: [
			...decay.notes,
			...(isAll ? [] : [note('biases-left-out', decay)]),
			...(byLayer ? [note('rate-by-layer', byLayer, { name: 'layer_decay' })] : []),
		],
	};
}

/** The optimizer that another wraps: `SAM(model.parameters(), torch.optim.SGD, lr=0.1)`. */
function baseOf(
	args: Arguments,
	names: readonly string[],
	{ program, scope }: Source,
	use: FoundCall['use'],
): string | null {
	const base = args.get(names, 1);
	const made = base && (scope.resolve(base, use) ?? base);
	const path = made && pathOf(made) ? qualify(program, made, use) : '';
	return path.startsWith('torch.optim.') ? path : null;
}

/** Whether a call is of a function or a model of the text: what that makes is read in it. */
const isOwn = ({ name, call }: FoundCall, program: Source['program']) =>
	program.functions.some((one) => one.name === name) ||
	(!firstIsParameters(call.args[0]?.value) && isOwnClass(program, name));

const isTrainer = (name: string) =>
	/^(SimpleNamespace|Namespace|EasyDict|DotDict|AttrDict|Box)$|TrainingArguments|Learner|fit_one_cycle|fine_tune|Config$/.test(
		name,
	);

function readEntry(
	found: FoundCall,
	args: Arguments,
	entry: Entry,
	notes: Note[],
	source: Source,
	shift: number,
): Decay[] {
	const { call, path, use } = found;
	const { scope } = source;
	const isKeras = /^keras/.test(entry.row ?? '');
	const place = (names: readonly string[]) => {
		const position = entry.order.findIndex((one) => names.includes(one));
		return position < 0 ? undefined : args.get(names, position + shift);
	};
	const option = (names: readonly string[]) => place(names) ?? args.get(names);
	const parameters = isKeras ? undefined : option(['params', 'parameters', 'model_params', 'model']);
	const said = option(entry.decay);
	const rate = option(entry.learningRate);
	const momentum = option(['momentum']);
	const own = entry.defaultRate === null ? null : byDefault(entry.defaultRate, call.from);
	const learningRate = readOneCycle(found, source, notes) ?? (rate ? readRate(rate, scope, use, notes) : own);
	const isDecoupled = isTrue(args.get(['decoupled_weight_decay', 'adam_w_mode'])) && entry.kind === 'adam';
	const isCoupled = isFalse(option(['adam_w_mode', 'adamw_mode'])) && entry.kind === 'adamw'; // Apex's and DeepSpeed's
	const kind = isDecoupled ? 'adamw' : isCoupled ? 'adam' : entry.kind;
	const old = option(['decay']);
	const dampened = option(['dampening']);
	const dampening = momentum && dampened ? (scope.number(dampened, use).value ?? 0) : 0; // without momentum PyTorch has none
	// Beside a decay of its own it makes λ larger, which no row does.
	const isBeside = dampening > 0 && entry.row === 'timm-sgdw';
	const row = isDecoupled ? 'pytorch-adam-decoupled' : isCoupled ? 'pytorch-adam' : isBeside ? null : entry.row;
	if (isBeside) notes.push(note('no-row', call, { name: `${lastName(path)}(dampening = ${dampening})` }));
	else if (momentum && dampened && scope.number(dampened, use).value !== 0) {
		const times = dampening && dampening < 1 ? roundTo(1 / (1 - dampening), 3) : '';
		notes.push(note('dampening', dampened, { written: scope.written(dampened), times }));
	}
	const ftrl = args.get(['l2_regularization_strength']);
	if (ftrl) notes.push(note('not-understood', ftrl, { name: 'l2_regularization_strength' }));
	if (isKeras && old) notes.push(note('decay-is-schedule', old, { parameter: 'decay' }));
	if (entry.isLike && row && !isDecoupled) notes.push(note('read-as', call, { name: lastName(path), row }));
	notes.push(...ofLayers(call, entry.named ?? path, { kind, row: entry.row }));
	const isNone = said?.kind === 'constant' && said.value === null;
	const strength = isNone ? undefined : said && (unwrapRegularizer(said, source, use) ?? said);
	const parameter = writtenName(call.args, entry.decay) ?? 'weight_decay';
	const { order, isComplete = false } = entry;
	const known = { name: lastName(path), arguments: order, strength: entry.decay, isComplete };
	const given = givenStrength(found, args, scope, strength, entry.defaultDecay, parameter, notes);
	const base = decayAt(call, {
		...{ name: path, row, parameter },
		...withoutMisspelt(given, args, known, notes),
		...(entry.isRaw && { isRaw: true }),
		optimizer: {
			kind,
			learningRate,
			momentum: readMomentum(momentum, scope, use, notes),
			nesterov: isTrue(option(['nesterov', 'use_nesterov'])),
			...(dampening > 0 && dampening < 1 && { dampening }),
		},
		covers: 'everything',
		notes,
	});
	if (entry.isRaw) notes.push(note('not-times-rate', call, { name: path, parameter }));
	return isKeras
		? [base]
		: parameters
			? byGroups(base, parameters, source, found)
			: [withLater(base, 0, setLater(found, source))];
}

function unwrapRegularizer(said: Expression, { scope }: Source, use: FoundCall['use']): Expression | undefined {
	const found = scope.resolve(said, use);
	return found?.kind === 'call' && pathOf(found.callee)?.endsWith('L2Decay') ? found.args[0]?.value : undefined;
}

const firstIsParameters = (first: Expression | undefined) =>
	first?.kind === 'call' && first.callee.kind === 'member' && /parameters$/.test(first.callee.name);

const writtenName = (args: readonly { name: string | null }[], names: readonly string[]) =>
	args.find(({ name }) => name !== null && names.includes(name))?.name ?? null;
