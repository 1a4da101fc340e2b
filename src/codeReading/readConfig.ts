import { kindOf, type OptimizerEntry, TORCH_ROW } from './optimizers.ts';
import { type Decay, type Note, note, type Source } from './reading.ts';
import type { Expression } from './syntax.ts';

/** A mapping of a configuration with the keys that lead to it. */
interface Level {
	/** Keys as they are compared: lower case, with underscores. */
	keys: readonly string[];
	entries: ReadonlyMap<string, { value: Expression; from: number; written: string }>;
	from: number;
	to: number;
}

const DECAYS = [
	'weight_decay',
	'wd',
	'weightdecay',
	'l2',
	'l2_reg',
	'l2_regularization',
	'l2_penalty',
	'l2_weight',
	'adam_weight_decay',
];
const RATES = ['lr', 'learning_rate', 'base_lr', 'lr0', 'initial_lr', 'max_lr'];
const OPTIMIZERS = [
	'optimizer',
	'optim',
	'opt',
	'type',
	'name',
	'_target_',
	'class_path',
	'class',
	'optimizer_type',
	'optimizer_name',
	'optimizer_class',
	'algorithm',
];

/** Mappings of one text that are looked at; what decays in a later one is said not to be understood. */
const MOST_LEVELS = 500;

/** What decays in YAML, JSON or a dictionary that names an optimizer (`dict(type='SGD', lr=0.1, weight_decay=1e-4)`). */
export function readConfig(roots: readonly Expression[], { scope }: Source, isYaml: boolean): Decay[] {
	const levels = roots.flatMap((root) => levelsOf(root)).slice(0, MOST_LEVELS);
	const flat = new Map(levels.flatMap(({ entries }) => [...entries]));
	return levels.flatMap((level): Decay[] => {
		const boosted = boosterDecay(level, scope);
		if (boosted) return [boosted];
		const key = DECAYS.find((name) => level.entries.has(name));
		const found = key === undefined ? undefined : level.entries.get(key);
		if (!found || scope.wasAsked(found.value.from)) return []; // a call has read it
		const use = { from: found.from, blocks: [] };
		const named = kindHere(level, levels, flat, scope);
		// DeepSpeed's Adam decays as AdamW does unless it is told not to.
		const isAdamW = named === 'adam' && isDeepSpeed(level, flat) && !isFalse(level.entries.get('adam_w_mode')?.value);
		const kind = isAdamW ? 'adamw' : named;
		const isCaffe = flat.has('lr_policy') || flat.has('solver_mode');
		const rate = first(level.entries, RATES) ?? first(flat, RATES);
		const momentum = level.entries.get('momentum') ?? flat.get('momentum');
		const notes: Note[] = [];
		const isText = /^[+-]?\d+[eE]/.test(scope.written(found.value)) && found.value.kind === 'number' && isYaml;
		if (isText) notes.push({ code: 'yaml-string', from: found.from, params: { written: scope.written(found.value) } });
		if (isAdamW) notes.push(note('read-as', found, { name: 'DeepSpeed’s Adam', row: TORCH_ROW.adamw }));
		const groups = first(flat, ['paramwise_cfg', 'custom_keys', 'norm_decay_mult', 'bias_decay_mult']);
		if (groups) notes.push(note('not-understood', groups, { name: groups.written }));
		const isHuggingFace = flat.has('per_device_train_batch_size');
		if (isHuggingFace) notes.push({ code: 'biases-left-out', from: found.from, params: {} });
		if (!kind && !isCaffe)
			notes.push({
				code: 'unknown-optimizer',
				from: found.from,
				params: { name: nameHere(level, levels, flat, scope) ?? '' },
			});
		const scheduled = first(flat, ['lr_scheduler_type', 'scheduler', 'lr_schedule', 'lr_policy', 'lr_scheduler']);
		const schedule = scope.text(scheduled?.value, use);
		if (schedule && !/^(constant|none|fixed)$/i.test(schedule))
			notes.push({ code: 'schedule', from: found.from, params: { name: schedule } });
		return [
			{
				name: (kind && nameHere(level, levels, flat, scope)) || level.keys.join('.') || found.written,
				from: level.from,
				to: level.to,
				row: isCaffe ? 'caffe' : isHuggingFace && kind === 'adamw' ? 'huggingface-trainer' : kind && TORCH_ROW[kind],
				parameter: found.written,
				value: scope.number(found.value, use),
				isDefault: false,
				optimizer: {
					kind: kind ?? 'sgd',
					learningRate: rate ? scope.number(rate.value, use) : null,
					momentum: (momentum && scope.number(momentum.value, use).value) || 0,
					nesterov: false,
				},
				covers: isHuggingFace ? 'weights' : 'everything',
				count: 1,
				notes,
			},
		];
	});
}

const isDeepSpeed = ({ keys }: Level, flat: Level['entries']) =>
	keys.slice(-2).join('.') === 'optimizer.params' &&
	['train_batch_size', 'train_micro_batch_size_per_gpu', 'zero_optimization'].some((key) => flat.has(key));

const isFalse = (value: Expression | undefined) => value?.kind === 'constant' && value.value === false;

/** The optimizer that a level, the one above it, or the only one in the whole configuration names. */
function kindHere(
	level: Level,
	levels: readonly Level[],
	flat: Level['entries'],
	scope: Source['scope'],
): OptimizerEntry['kind'] | null {
	const named = nameHere(level, levels, flat, scope);
	const byKey = level.keys.map(kindOf).find((kind) => kind !== null);
	const isHuggingFace = flat.has('per_device_train_batch_size');
	return (named === null ? null : kindOf(named)) ?? byKey ?? (isHuggingFace && named === null ? 'adamw' : null);
}

function nameHere(
	level: Level,
	levels: readonly Level[],
	flat: Level['entries'],
	scope: Source['scope'],
): string | null {
	const above = levels.find(
		(one) => one.keys.length === level.keys.length - 1 && one.keys.every((key, at) => key === level.keys[at]),
	);
	const isOptimizers = /optim|solver/.test(level.keys.join('.'));
	const here =
		first(level.entries, OPTIMIZERS) ?? (isOptimizers && above ? first(above.entries, OPTIMIZERS) : undefined);
	const anywhere = first(flat, ['optimizer', 'optim', 'opt', 'optimizer_type', 'optimizer_name']);
	for (const one of [here, anywhere]) {
		const text = one && scope.text(one.value, { from: one.from, blocks: [] });
		if (text) return text;
	}
	return null;
}

/** XGBoost's and LightGBM's own parameters. */
function boosterDecay(level: Level, scope: Source['scope']): Decay | null {
	const { entries } = level;
	const isLight = entries.has('lambda_l2') || entries.has('num_leaves');
	const isXgb = entries.has('booster') || entries.has('eta') || entries.has('max_depth') || entries.has('tree_method');
	const found = first(entries, isLight ? ['lambda_l2', 'reg_lambda', 'lambda'] : ['lambda', 'reg_lambda']);
	if (!found || !(isLight || isXgb) || scope.wasAsked(found.value.from)) return null;
	const booster = scope.text(entries.get('booster')?.value, { from: found.from, blocks: [] });
	return {
		name: level.keys.join('.') || found.written,
		from: level.from,
		to: level.to,
		row: isLight ? 'lightgbm' : booster === 'gblinear' ? 'xgboost-gblinear' : 'xgboost-gbtree',
		parameter: found.written,
		value: scope.number(found.value, { from: found.from, blocks: [] }),
		isDefault: false,
		optimizer: null,
		covers: 'weights',
		count: 1,
		notes: [],
	};
}

/** Every mapping within an expression, the outer one first. */
function levelsOf(root: Expression, keys: readonly string[] = []): Level[] {
	if (root.kind === 'list') return root.items.flatMap((item) => levelsOf(item, keys));
	const pairs =
		root.kind === 'dictionary'
			? root.entries.flatMap(({ key, value }) =>
					key?.kind === 'string' ? [{ written: key.value, value, from: key.from }] : [],
				)
			: root.kind === 'call'
				? root.args.flatMap(({ name, value, from }) => (name === null ? [] : [{ written: name, value, from }]))
				: [];
	if (pairs.length === 0) return [];
	const entries = new Map(pairs.map((one) => [keyOf(one.written), one]));
	const below = pairs.flatMap(({ written, value }) => levelsOf(value, [...keys, keyOf(written)]));
	return [{ keys, entries, from: root.from, to: root.to }, ...below];
}

const keyOf = (written: string) => (written.split('.').at(-1) ?? '').toLowerCase().replaceAll('-', '_');

/** The first of some names that there is. */
function first(entries: Level['entries'], names: readonly string[]) {
	for (const name of names) {
		const found = entries.get(name);
		if (found) return found;
	}
	return undefined;
}
