import { everyPart } from './calls.ts';
import { lastName } from './path.ts';
import type { Expression } from './syntax.ts';

/** Keys and values of every mapping within an expression, keys as Python would write them. */
export function* pairsOf(root: Expression): Generator<[string, Expression, number]> {
	for (const one of everyPart(root)) {
		for (const { name, value, from } of one.kind === 'call' ? one.args : [])
			if (name !== null) yield [name, value, from];
		if (one.kind !== 'dictionary') continue;
		for (const { key, value } of one.entries) {
			if (key?.kind === 'string') yield [lastName(key.value).replaceAll('-', '_'), value, key.from];
		}
	}
}
