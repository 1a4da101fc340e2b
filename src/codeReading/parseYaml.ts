import { ExpressionParser } from './parseExpression.ts';
import { settingsProgram } from './settingsProgram.ts';
import type { Entry, Expression, Program } from './syntax.ts';
import { tokenize } from './tokens.ts';

const NUMBER = /^[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const KEY = /^((?:"[^"]*"|'[^']*'|[^\s#:{}[\],"'&*!|>%@`][^:#]*?)\s*):(?:\s+|$)/;
const CONSTANTS: Record<string, boolean | null> = {
	true: true,
	false: false,
	null: null,
	'~': null,
	yes: true,
	no: false,
};

type Word = Program['words'][number];

interface Line {
	indent: number;
	text: string;
	from: number;
}

/** Mappings within each other that are followed. */
const DEEPEST = 50;

/**
 * A subset of YAML: mappings and lists by indentation, flow style on one line, plain and quoted scalars, comments. Block
 * texts (`|`, `>`), anchors and tags are passed over.
 */
export function parseYaml(text: string): Program {
	const lines = linesOf(text);
	const words: Word[] = [];
	const [root] = readBlock(lines, 0, 0, words, 0);
	return settingsProgram(text, root, words);
}

/** The lines that say something, without their comments. */
function linesOf(text: string): Line[] {
	const lines: Line[] = [];
	let at = 0;
	for (const raw of text.split('\n')) {
		const said = raw.replace(/(^|\s)#.*$/, '').trimEnd();
		const trimmed = said.trimStart();
		if (trimmed !== '' && !/^(---|\.\.\.|%)/.test(trimmed)) {
			const indent = said.length - trimmed.length;
			lines.push({ indent, text: trimmed, from: at + indent });
		}
		at += raw.length + 1;
	}
	return lines;
}

/** The mapping or the list that starts at a line, and the line behind it. */
function readBlock(lines: Line[], start: number, indent: number, words: Word[], depth: number): [Expression, number] {
	const entries: Entry[] = [];
	const items: Expression[] = [];
	const { from = 0 } = lines[start] ?? {};
	const isList = /^-(\s|$)/.test(lines[start]?.text ?? '');
	let next = start;
	for (;;) {
		const line = lines[next];
		if (!line || line.indent < indent) break;
		const item = /^-\s+|^-$/.exec(line.text)?.[0];
		if (isList && item === undefined && line.indent === indent) break; // a list may stand as deep as its key
		if (item !== undefined) {
			// What stands behind the dash is a block of its own, as deep as its first character.
			const inner = {
				indent: line.indent + item.length,
				text: line.text.slice(item.length),
				from: line.from + item.length,
			};
			lines[next] = inner;
			if (inner.text === '' || depth > DEEPEST) next += 1;
			else if (KEY.test(inner.text)) {
				const [value, after] = readBlock(lines, next, inner.indent, words, depth + 1);
				items.push(value);
				next = Math.max(after, next + 1);
			} else {
				items.push(readScalar(inner.text, inner.from));
				next += 1;
			}
			continue;
		}
		const found = KEY.exec(line.text);
		next += 1;
		if (!found) continue;
		const [whole, written = ''] = found;
		const key = written.replace(/^['"]|['"]$/g, '');
		words.push({ word: key, from: line.from });
		const rest = line.text.slice(whole.length).replace(/^[&!]\S+\s*/, '');
		const below = lines[next];
		const isNested =
			below && (below.indent > line.indent || (below.indent === line.indent && /^-(\s|$)/.test(below.text)));
		let value: Expression = readScalar(rest, line.from + line.text.length - rest.length);
		if (/^[|>][-+\d]*$/.test(rest) || (isNested && (rest !== '' || depth > DEEPEST))) {
			while ((lines[next]?.indent ?? -1) > line.indent) next += 1;
		} else if (isNested) [value, next] = readBlock(lines, next, below.indent, words, depth + 1);
		entries.push({ key: { kind: 'string', value: key, from: line.from, to: line.from + written.length }, value });
	}
	const last = lines[next - 1];
	const to = last ? last.from + last.text.length : from;
	return [
		entries.length > 0 || items.length === 0
			? { kind: 'dictionary', entries, from, to }
			: { kind: 'list', items, from, to },
		next,
	];
}

function readScalar(text: string, from: number): Expression {
	const to = from + text.length;
	if (/^[[{]/.test(text)) return shift(new ExpressionParser(tokenize(text, 'python'), 'python').expression(), from);
	const constant = CONSTANTS[text.toLowerCase()];
	if (text === '' || (Object.hasOwn(CONSTANTS, text.toLowerCase()) && constant !== undefined)) {
		return { kind: 'constant', value: constant ?? null, from, to };
	}
	if (NUMBER.test(text)) return { kind: 'number', value: Number(text.replaceAll('_', '')), from, to };
	return { kind: 'string', value: text.replace(/^(['"])(.*)\1$/, '$2'), from, to };
}

/** A flow value at its place in the text; a bare word in it is a string. */
function shift(expression: Expression, by: number): Expression {
	const at = { from: expression.from + by, to: expression.to + by };
	switch (expression.kind) {
		case 'list':
			return { ...expression, ...at, items: expression.items.map((one) => shift(one, by)) };
		case 'dictionary':
			return {
				...expression,
				...at,
				entries: expression.entries.map(({ key, value }) => ({ key: key && shift(key, by), value: shift(value, by) })),
			};
		case 'name':
			return { kind: 'string', value: expression.name, ...at };
		default:
			return { ...expression, ...at };
	}
}
