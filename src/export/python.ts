/** Python source from numbers and lines. */
import { formatForCode } from '../numberFormat.ts';

const WIDTH = 100;

/** A number as Python reads it, to float32's nine digits: what the engine trains on. */
export const number = (value: number): string => formatForCode(value, 9);

/** A list of numbers on as many lines as it needs, each indented by `indent`. */
function flat(values: readonly number[], indent: string): string {
	const lines: string[] = [];
	let line = '';
	for (const value of values) {
		const next = `${number(value)}, `;
		if (line.length + next.length > WIDTH - indent.length) {
			lines.push(line.trimEnd());
			line = '';
		}
		line += next;
	}
	lines.push(line.replace(/, $/, ''));
	return lines.length === 1
		? `[${lines[0]}]`
		: `[\n${lines.map((each) => `${indent}    ${each}`).join('\n')}\n${indent}]`;
}

type Nested = readonly (number | Nested)[];

/** Nested lists of numbers, the innermost on one line where they fit. */
export function list(values: Nested, indent = ''): string {
	if (values.every((value) => typeof value === 'number')) return flat(values as readonly number[], indent);
	const inner = (values as readonly Nested[]).map((value) => `${indent}    ${list(value, `${indent}    `)},`);
	return `[\n${inner.join('\n')}\n${indent}]`;
}

/** Whole blocks of source, two blank lines around functions and one elsewhere; an empty block is left out. */
export function blocks(...parts: (string | false | null)[]): string {
	const kept = parts.filter((part): part is string => typeof part === 'string' && part !== '');
	const isFunction = (part: string | undefined) => /^def |\ndef /.test(part ?? '');
	return `${kept.reduce((source, part, i) => `${source}${isFunction(kept[i - 1]) || part.startsWith('def ') ? '\n\n\n' : '\n\n'}${part}`)}\n`;
}

/** Lines, those that are not needed left out. */
export const lines = (...parts: (string | false | null)[]): string =>
	parts.filter((part): part is string => typeof part === 'string').join('\n');
