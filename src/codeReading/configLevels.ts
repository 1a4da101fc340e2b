import { lastName, pathOf } from './path.ts';
import type { Expression, Program } from './syntax.ts';

/** A key of a mapping with its value, as it is written. */
export interface Setting {
	value: Expression;
	from: number;
	written: string;
}

/** A mapping of a configuration with the keys that lead to it. */
export interface Level {
	/** Keys as they are compared: lower case, with underscores. */
	keys: readonly string[];
	entries: ReadonlyMap<string, Setting>;
	from: number;
	to: number;
}

/** `cfg.SOLVER.BASE_LR = 0.02`: what is set on one holder as a mapping; the holder is an attribute itself, or called a configuration. */
export function attributeLevels({ bindings }: Program): Level[] {
	const levels = new Map<string, { from: number; to: number; entries: Map<string, Setting> }>();
	for (const { target, value, from } of bindings) {
		const holder = target.kind === 'member' ? pathOf(target.of) : null;
		if (
			target.kind !== 'member' ||
			!holder ||
			!value ||
			!/^(cfg|config|conf|opt|args|hparams|hp|\w*adam\w*|sgd)\b/i.test(holder)
		)
			continue;
		const level = levels.get(holder) ?? { from, to: from, entries: new Map() };
		levels.set(holder, level);
		level.to = value.to;
		level.entries.set(keyOf(target.name), { value, from, written: target.name });
	}
	return [...levels].map(([holder, level]) => ({ keys: holder.split('.').map(keyOf), ...level }));
}

/** Every mapping within an expression, the outer one first. */
export function levelsOf(root: Expression, keys: readonly string[] = []): Level[] {
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

const keyOf = (written: string) => lastName(written).toLowerCase().replaceAll('-', '_');

/** The first of some names that there is. */
export function first(entries: Level['entries'], names: readonly string[]) {
	for (const name of names) {
		const found = entries.get(name);
		if (found) return found;
	}
	return undefined;
}
