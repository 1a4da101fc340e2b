import type { Expression } from './syntax.ts';

/** The element of a dictionary, or the named argument of a call (`dict(lr=0.1)`, `Config(lr=0.1)`). */
export function elementOf(holder: Expression, name: string): Expression | undefined {
	if (holder.kind === 'dictionary') {
		return holder.entries.find(({ key }) => key?.kind === 'string' && key.value === name)?.value;
	}
	if (holder.kind !== 'call') return undefined;
	const own = holder.args.find((one) => one.name === name)?.value;
	if (own) return own;
	const [first] = holder.args;
	return first?.name === null && first.value.kind === 'dictionary' ? elementOf(first.value, name) : undefined;
}
