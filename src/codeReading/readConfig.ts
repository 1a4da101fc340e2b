import { roundTo } from '../numberFormat.ts';
import { DETECTRON2, type House, houseOf, isDeepSpeed, NOMINAL_BATCH } from './configHouses.ts';
import { attributeLevels, first, type Level, levelsOf, type Setting } from './configLevels.ts';
import { type Config, optimizerAt } from './configOptimizer.ts';
import { ofLayers, rowNamed } from './optimizers.ts';
import { boosterDecay } from './readBoosterConfig.ts';
import { byDefault, type Decay, decayAt, isFalse, isTrue, type Note, note, type Source } from './reading.ts';
import { liblinearDecay } from './readLiblinear.ts';
import { readMomentum } from './readRate.ts';
import type { Expression } from './syntax.ts';

const DECAYS = [
	...['weight_decay', 'wd', 'weightdecay', 'l2', 'l2_reg', 'l2_regularization', 'l2_penalty', 'l2_weight'],
	'adam_weight_decay',
];
const RATES = ['lr', 'learning_rate', 'base_lr', 'lr0', 'initial_lr', 'max_lr'];
const SCHEDULES = [
	'lr_scheduler_type',
	'scheduler',
	'sched',
	'lr_schedule',
	'lr_policy',
	'lr_scheduler',
	'lr_decay_style',
	'policy',
];

/** What says that OmegaConf reads a YAML, to which `5e-4` is a number. */
const OMEGA = /^ *_target_:|^defaults:|hydra|\$\{/m;

/** Mappings of one text that are looked at; what decays in a later one is said not to be understood. */
const MOST_LEVELS = 500;

/**
 * What decays in YAML, JSON, a command line, a dictionary that names an optimizer (`dict(type='SGD', lr=0.1, weight_decay=1e-4)`),
 * or the attributes of a configuration (`cfg.SOLVER.WEIGHT_DECAY = 1e-4`).
 *
 * @param isWhole whether the text is nothing but a configuration
 * @param isYaml whether PyYAML would read it
 */
export function readConfig(
	roots: readonly Expression[],
	{ scope, program, calls }: Source,
	isWhole: boolean,
	isYaml: boolean,
): Decay[] {
	const whole = new Set(roots.map((root) => callAround(root, calls) ?? root));
	const levels = [...[...whole].flatMap((root) => levelsOf(root)), ...attributeLevels(program)].slice(0, MOST_LEVELS);
	const config: Config = {
		levels,
		flat: new Map(levels.flatMap(({ entries }) => [...entries])),
		scope,
		isYaml: isYaml && !OMEGA.test(program.text),
	};
	const house = houseOf(config.flat);
	const boosted = levels.flatMap((level) => boosterDecay(level, scope) ?? liblinearDecay(level, scope) ?? []);
	const strengths = levels.flatMap((level) => {
		const found = first(level.entries, DECAYS);
		return found && !scope.wasAsked(found.value.from) ? [{ level, found }] : []; // else a call has read it
	});
	// `wd: 0.1` that only `${wd}` takes is no decay of its own.
	const named = strengths.flatMap(({ found: { value, from } }) => {
		const resolved = scope.resolve(value, { from, blocks: [] });
		return resolved && resolved.from !== value.from ? [resolved.from] : [];
	});
	const decays = strengths.filter(({ found }) => !named.includes(found.value.from));
	const begun = calls.find(({ path }) => /^(detectron2\.config\.)?get_cfg$/.test(path))?.call;
	if (begun && boosted.length + decays.length === 0) {
		const solver = levels.find(({ keys }) => keys.at(-1) === 'solver');
		const none = { keys: ['cfg', 'solver'], entries: new Map(), from: begun.from, to: begun.to };
		return [decayOf(solver ?? none, null, config, DETECTRON2)];
	}
	const [only] = levels;
	const isDefaultKnown = house?.row === 'huggingface-trainer' || house?.decay !== undefined;
	const isLeftOut = isWhole && boosted.length + decays.length === 0 && isDefaultKnown;
	if (isLeftOut && only && first(config.flat, RATES)) return [decayOf(only, null, config, house)];
	return [...boosted, ...decays.map(({ level, found }) => decayOf(level, found, config, house))];
}

/** The call that is given settings of an optimizer, whose class and η may stand beside them: `PPO(…, policy_kwargs=dict(…))`. */
const callAround = ({ from, to }: Expression, calls: Source['calls']) =>
	calls.find(({ call }) =>
		call.args.some(
			({ name, value }) =>
				/^(optim\w*|policy)_(kwargs|params|args)$/.test(name ?? '') && value.from <= from && to <= value.to,
		),
	)?.call;

function decayOf(level: Level, found: Setting | null, config: Config, house: House | undefined): Decay {
	const { flat, scope } = config;
	const { name, kind: said } = optimizerAt(level, config);
	const place = found ?? level;
	const use = { from: place.from, blocks: [] };
	const isAdamW =
		said === 'adam' &&
		(house?.isAdamW || isDeepSpeed(level, flat)) &&
		!isFalse(level.entries.get('adam_w_mode')?.value);
	const kind = isAdamW ? 'adamw' : (said ?? (name === null ? (house?.kind ?? null) : null));
	const isNesterov = house?.isNesterov === true && /^(sgd|nesterov)$/i.test(name ?? '');
	const ofHouse = house?.row === 'caffe' || kind === house?.kind ? (house?.row ?? null) : null;
	const row = isNesterov ? 'timm-sgd' : ofHouse;
	const notes: Note[] = [];
	const written = found ? scope.written(found.value) : '';
	if (found?.value.kind === 'number' && /^[+-]?\d+[eE]/.test(written) && config.isYaml)
		notes.push(note('yaml-string', place, { written }));
	const own = row ?? (kind && rowNamed(name ?? '', kind));
	const assumed = isAdamW && !house?.isAdamW ? 'DeepSpeed’s Adam' : (isAdamW || said === null) && house?.name;
	const isOther = name !== null && !/(^|\.)(sgd|momentum|adamw?|adamw_\w+)$/i.test(name);
	if (own && (assumed || isOther)) notes.push(note('read-as', place, { name: assumed || (name ?? ''), row: own }));
	const nominal = house?.name === 'YOLO' ? nominalBatch(flat.get('nbs')?.value, scope) : null;
	if (nominal) notes.push(note('scaled-by-trainer', place));
	const model = scope.text(flat.get('model')?.value, use);
	if (/^deit_/.test(model ?? '') && !flat.has('unscale_lr')) notes.push(note('rate-scaled', place, { name: 'DeiT' }));
	for (const by of ['layer_decay', 'lr_mult']) {
		const byLayer = flat.get(by);
		if (byLayer) notes.push(note('rate-by-layer', byLayer, { name: by }));
	}
	// Others that name an optimizer have taken over the keys of Detectron2, and not its defaults.
	const covers = readGroups(config, found, house, name === null, notes);
	notes.push(...ofLayers(place, name ?? '', { kind, row: own }));
	if (!own && kind === null)
		notes.push(note('unknown-optimizer', place, { name: name ?? (flat.has('yolo') ? 'auto' : '') }));
	// `scheduler: {_target_: torch.optim.lr_scheduler.CosineAnnealingLR}`
	const classes = config.levels.flatMap(
		({ entries }) => scope.text(first(entries, ['_target_', 'class_path', 'type'])?.value, use) ?? [],
	);
	const schedule =
		scope.text(first(flat, SCHEDULES)?.value, use) ??
		classes
			.find((one) => /LR$|lr_scheduler/.test(one))
			?.split('.')
			.at(-1) ??
		(house === DETECTRON2 ? first(flat, ['steps', 'max_iter'])?.written : undefined);
	const isNone = found !== null && scope.number(found.value, use).value === 0;
	if (covers === 'everything' && !isNone && name?.startsWith('torch.optim.')) notes.push(note('decays-biases', place));
	if (schedule && !/^(constant|none|fixed)$/i.test(schedule)) notes.push(note('schedule', place, { name: schedule }));
	const rate = first(level.entries, RATES) ?? first(flat, RATES);
	const momentum = level.entries.get('momentum') ?? flat.get('momentum');
	const isClassifying = flat.has('classify') || scope.text(flat.get('task')?.value, use) === 'classify';
	const isSgd = kind === null || kind === 'sgd';
	const isRaw = /^decoupled_(adamw|sgdw|lionw)$/i.test(name ?? '');
	const parameter = found?.written ?? 'weight_decay';
	if (isRaw) notes.push(note('not-times-rate', place, { name: name ?? '', parameter }));
	return decayAt(level, {
		...{ name: (kind && name) || level.keys.join('.') || parameter, row: own, parameter, notes, covers },
		...(found
			? { value: scope.number(found.value, use) }
			: { value: byDefault(house?.decay ?? 0, level.from), isDefault: true }),
		...(isRaw && { isRaw }),
		...(nominal && { nominalBatch: nominal, isSummed: kind !== 'adamw' && !isClassifying }),
		optimizer: {
			kind,
			learningRate: rate ? scope.number(rate.value, use) : null,
			momentum: !isSgd
				? 0
				: momentum
					? readMomentum(momentum.value, scope, use, notes)
					: (kind && house?.momentum) || 0,
			nesterov:
				isNesterov || (house?.name === 'YOLO' && kind === 'sgd') || isTrue(level.entries.get('nesterov')?.value),
		},
	});
}

/** The batch that Ultralytics scales a decay for. */
const nominalBatch = (given: Expression | undefined, scope: Source['scope']) =>
	(given && scope.number(given, { from: given.from, blocks: [] }).value) ?? NOMINAL_BATCH;

/** Which parameters a configuration leaves without decay, by multiples and strengths of their own. */
function readGroups(
	{ levels, flat, scope }: Config,
	found: Setting | null,
	house: House | undefined,
	isOwn: boolean,
	notes: Note[],
) {
	const groupedBy = house?.isGrouped ? (house.name ?? '') : null;
	const at = found ?? { from: 0 };
	const multiples = levels.flatMap(({ keys, entries }) => {
		const one = entries.get('decay_mult');
		return one ? [{ name: keys.at(-1) ?? '', one }] : [];
	});
	for (const [key, one] of flat)
		if (one !== found && /decay/.test(key) && /norm|bias|embed/.test(key)) multiples.push({ name: key, one });
	const own = found && scope.number(found.value, { from: found.from, blocks: [] }).value;
	const none = multiples.filter(({ one }) => scope.number(one.value, { from: one.from, blocks: [] }).value === 0);
	const isTold = house?.keys.some((key) => flat.has(key)) === true;
	const since = isTold ? '' : (house?.all ?? []).join(', ');
	if (groupedBy !== null && since) notes.push(note('read-as-house', at, { name: groupedBy, since }));
	else if (groupedBy !== null) notes.push(note('biases-left-out', at, groupedBy === '' ? {} : { name: groupedBy }));
	const names = none.map(({ name }) => name);
	if (isOwn && house?.zero && !flat.has(house.zero)) names.push(`${house.zero} = 0`);
	if (names.length > 0) notes.push(note('names-without-decay', at, { names: names.join(', ') }));
	for (const { name, one } of multiples) {
		const { value } = scope.number(one.value, { from: one.from, blocks: [] });
		// None is the decay of all, and so is a multiple of 1.
		const isSame = one.value.kind === 'constant' || value === (/mult$/.test(one.written) ? 1 : own);
		if (value === 0 || isSame) continue;
		const there = value === null || !/mult$/.test(one.written) ? value : own && roundTo(own * value, 12);
		const said = { name, parameter: found?.written ?? 'weight_decay', value: there ?? '' };
		notes.push(there === null ? note('not-understood', one, { name }) : note('other-strength', one, said));
	}
	return groupedBy !== null ? 'weights' : names.length > 0 ? 'group' : 'everything';
}
