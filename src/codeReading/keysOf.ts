import { pathOf } from './path.ts';
import type { Expression } from './syntax.ts';

/** The keys of a dictionary, or of a call of `dict`, and where each stands; none of anything else. */
export function keysOf(one: Expression): { name: string; from: number }[] {
	if (one.kind === 'dictionary')
		return one.entries.flatMap(({ key }) => (key?.kind === 'string' ? [{ name: key.value, from: key.from }] : []));
	if (one.kind !== 'call' || pathOf(one.callee) !== 'dict') return [];
	return one.args.flatMap(({ name, from }) => (name === null ? [] : [{ name, from }]));
}
