import { first, type Level } from './configLevels.ts';
import { elementOf } from './element.ts';
import { kindOf, type OptimizerEntry } from './optimizers.ts';
import { pathOf } from './path.ts';
import type { Source } from './reading.ts';
import type { Expression } from './syntax.ts';

/** Everything that a configuration says, by level and all together. */
export interface Config {
	levels: readonly Level[];
	flat: Level['entries'];
	scope: Source['scope'];
	isYaml: boolean;
}

const OPTIMIZERS = ['optimizer', 'optim', 'opt', 'optimizer_type', 'optimizer_name'];
const CLASSES = [
	...['type', 'name', '_target_', '_component_', 'class_path', 'class', 'algorithm'],
	...['optimizer_class', 'optimizer_cls', 'optimizer_fn'],
];

/** The optimizer that a level, the one above it, or the only one in the whole configuration names. */
export function optimizerAt(
	level: Level,
	{ levels, flat, scope }: Config,
): { name: string | null; kind: OptimizerEntry['kind'] | null } {
	const above = levels.find(
		({ keys }) => keys.length === level.keys.length - 1 && keys.every((key, at) => key === level.keys[at]),
	);
	const isOptimizers = /optim|solver/.test(level.keys.join('.'));
	const names = [...OPTIMIZERS, ...CLASSES];
	const here = first(level.entries, names) ?? (isOptimizers && above ? first(above.entries, names) : undefined);
	// `OPTIMIZER: {NAME: adamw}` beside the decay
	const inner = levels.find(({ keys }) => OPTIMIZERS.includes(keys.at(-1) ?? ''));
	const nested = inner && !first(inner.entries, ['weight_decay']) ? first(inner.entries, CLASSES) : undefined;
	const [name = null] = [here, first(flat, OPTIMIZERS), nested].flatMap(
		(one) =>
			(one &&
				(scope.text(elementOf(one.value, 'value') ?? one.value, { from: one.from, blocks: [] }) ?? // of a sweep of W&B
					classOf(one.value))) ||
			[],
	);
	const byKey = level.keys.map(kindOf).find((kind) => kind !== null);
	return { name, kind: (name === null ? null : kindOf(name)) ?? byKey ?? null };
}

/** `torch.optim.AdamW`, as it is handed to a library that makes it. */
const classOf = (one: Expression) => {
	const path = pathOf(one);
	return path && kindOf(path) ? path : null;
};
