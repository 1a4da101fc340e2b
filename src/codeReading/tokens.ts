/** A token of a text; `newline` ends a statement. */
export interface Token {
	kind: 'name' | 'number' | 'string' | 'operator' | 'newline' | 'end';
	text: string;
	from: number;
	to: number;
	/** Column of the first token of a line, tabs to the next multiple of 8; -1 for the others. */
	indent: number;
}

export type Dialect = 'python' | 'r';

const SPACE = /[ \t\f\r\u00a0\ufeff]+/y;
const NAME: Record<Dialect, RegExp> = { python: /[\p{L}_][\p{L}\p{N}_]*/uy, r: /[\p{L}.][\p{L}\p{N}._]*/uy };
const NUMBER = /(?:0[xX][\da-fA-F]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)[jJL]?/y;
const STRING: Record<Dialect, RegExp> = { python: /[rRbBuUfF]{0,2}('''|"""|'|")/y, r: /('|")/y };
const OPERATOR: Record<Dialect, RegExp> = {
	python: /\*\*=|\/\/=|>>=|<<=|\.\.\.|\*\*|\/\/|->|:=|[-+*/%@&|^=!<>]=|<<|>>|[^\s]/uy,
	r: /<<-|->>|%[^%\n]*%|\|>|:::|::|<-|->|\[\[|[=!<>]=|&&|\|\||[^\s]/uy,
};
/** A prompt of Python or IPython, and a line of a notebook that is none of Python. */
const PROMPT = /(?:>>> ?|\.\.\. |In \[\d*\]: ?)/y;
const MAGIC = /[!%][^\n]*/y;

/**
 * The tokens of a text, whatever it is: each character is looked at a bounded number of times, a string that does not
 * end ends with its line, and a character that means nothing is an operator of its own.
 */
export function tokenize(text: string, dialect: Dialect): Token[] {
	const tokens: Token[] = [];
	let at = 0;
	let isLineStart = true;
	/** Brackets that are open: a line's end ends nothing within them, but within R's braces, which hold statements. */
	const open: string[] = [];
	const isWithin = () => open.length > 0 && !(dialect === 'r' && open.at(-1) === '{');
	const match = (pattern: RegExp) => {
		pattern.lastIndex = at;
		return pattern.exec(text)?.[0] ?? null;
	};
	const push = (kind: Token['kind'], length: number, indent: number) => {
		tokens.push({ kind, text: text.slice(at, at + length), from: at, to: at + length, indent });
		at += length;
	};
	while (at < text.length) {
		const lineStart = at;
		at += match(SPACE)?.length ?? 0;
		if (isLineStart && dialect === 'python') {
			const prompt = match(PROMPT);
			if (prompt) {
				at += prompt.length;
				at += match(SPACE)?.length ?? 0;
			}
			if (open.length === 0) at += match(MAGIC)?.length ?? 0;
		}
		const character = text[at];
		if (character === undefined) break;
		if (character === '#') {
			at = endOfLine(text, at);
			continue;
		}
		if (character === '\n') {
			if (!isWithin() && !isLineStart) push('newline', 1, -1);
			else at += 1;
			isLineStart = true;
			continue;
		}
		if (character === '\\' && dialect === 'python') {
			at = endOfLine(text, at) + 1;
			continue;
		}
		const indent = isLineStart ? columns(text.slice(lineStart, at)) : -1;
		isLineStart = false;
		const opening = match(STRING[dialect]);
		if (opening) push('string', stringLength(text, at, opening), indent);
		else if (match(NUMBER) && !/[\p{L}_]/u.test(text[at] ?? '')) push('number', match(NUMBER)?.length ?? 1, indent);
		else {
			const name = match(NAME[dialect]);
			if (name) push('name', name.length, indent);
			else {
				const operator = match(OPERATOR[dialect]) ?? character;
				if (operator === '[[') open.push('[', '[');
				else if ('([{'.includes(operator)) open.push(operator);
				else if (operator === '}' && dialect === 'r') open.length = Math.max(0, open.lastIndexOf('{'));
				else if (')]}'.includes(operator) && (dialect !== 'r' || open.at(-1) !== '{')) open.pop();
				push('operator', operator.length, indent);
			}
		}
	}
	tokens.push({ kind: 'end', text: '', from: text.length, to: text.length, indent: 0 });
	return tokens;
}

function endOfLine(text: string, from: number): number {
	const end = text.indexOf('\n', from);
	return end < 0 ? text.length : end;
}

function columns(space: string): number {
	let column = 0;
	for (const character of space) column += character === '\t' ? 8 - (column % 8) : 1;
	return column;
}

/** Length of a string from its prefix to its last quote; to the end of its line where there is none. */
function stringLength(text: string, from: number, opening: string): number {
	const quote = opening.replace(/^[a-z]+/i, '');
	for (let at = from + opening.length; at < text.length; at++) {
		if (text[at] === '\\') at += 1;
		else if (quote.length === 1 && text[at] === '\n') return at - from;
		else if (text.startsWith(quote, at)) return at + quote.length - from;
	}
	return text.length - from;
}

/** Where the first bracket opens that is never closed. */
export function unclosedIn(tokens: readonly Token[]): number | undefined {
	const open: number[] = [];
	for (const { kind, text, from } of tokens) {
		if (kind !== 'operator') continue;
		if (text === '[[') open.push(from);
		if ('([{'.includes(text) || text === '[[') open.push(from);
		else if (')]}'.includes(text)) open.pop();
	}
	return open[0];
}

/** What a string token says, its escapes left as they are. */
export function stringValue(token: string): string {
	const body = token.replace(/^[a-z]{0,2}/i, '');
	const quote = /^('''|"""|'|")/.exec(body)?.[0] ?? '';
	return body.slice(quote.length, body.endsWith(quote) && body.length >= 2 * quote.length ? -quote.length : undefined);
}

/** Names of a text and strings that have no space, as they could be keys. */
export const wordsOf = (tokens: readonly Token[]): { word: string; from: number }[] =>
	tokens
		.filter(({ kind, to, from }) => kind === 'name' || (kind === 'string' && to - from < 40))
		.map(({ kind, text, from }) => ({ word: kind === 'string' ? stringValue(text) : text, from }));
