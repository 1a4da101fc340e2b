/** Where a text stops being JSON (RFC 8259), as an editor counts. */
interface JsonFault {
	line: number;
	column: number;
	message: string;
}

const BLANK = /[ \t\n\r]*/y;
const SCALAR =
	/"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * The first place at which a text is not JSON, or null where it is. `JSON.parse` names a place for some faults only, and not
 * in every Node.
 */
export function findJsonFault(text: string): JsonFault | null {
	let at = 0;
	const take = (pattern: RegExp): string | null => {
		pattern.lastIndex = at;
		const found = pattern.exec(text)?.[0] ?? null;
		at += found?.length ?? 0;
		return found;
	};
	/** What comes next without its blanks, where it is this character. */
	const takeMark = (mark: string): boolean => {
		take(BLANK);
		const isThere = text[at] === mark;
		if (isThere) at++;
		return isThere;
	};
	const members = (end: '}' | ']', member: () => string | null): string | null => {
		if (takeMark(end)) return null;
		for (;;) {
			const fault = member();
			if (fault) return fault;
			if (takeMark(end)) return null;
			if (!takeMark(',')) return `expected "," or "${end}"`;
		}
	};
	const value = (): string | null => {
		if (takeMark('[')) return members(']', value);
		if (takeMark('{')) return members('}', field);
		return take(SCALAR) === null ? 'expected a value' : null;
	};
	const field = (): string | null => {
		take(BLANK);
		if (text[at] !== '"' || take(SCALAR) === null) return 'expected the name of a field in double quotes';
		return takeMark(':') ? value() : 'expected ":"';
	};
	const inside = value();
	if (inside === null) take(BLANK);
	if (inside === null && at === text.length) return null;
	const fault = inside ?? 'expected nothing more';
	const found =
		at < text.length ? `, found ${JSON.stringify(text.slice(at, at + 12).split(/\s/)[0])}` : ', and the file ends';
	const lines = text.slice(0, at).split('\n');
	return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, message: `${fault}${found}` };
}
