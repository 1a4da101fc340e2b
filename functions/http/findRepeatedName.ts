/** A name that an object of a JSON text has twice: its path, and the line of the second. */
interface Repeated {
	path: (string | number)[];
	line: number;
}

/** An array or object that is still open: the names that it has had, and where in it the text is. */
interface Open {
	names: Set<string> | null;
	at: string | number;
}

/**
 * The first name that stands twice in one object; null where none does. `JSON.parse` keeps the last of them without a word.
 * One walk over the characters, as long as that of `JSON.parse`.
 *
 * @param text JSON, as `JSON.parse` has taken it
 */
export function findRepeatedName(text: string): Repeated | null {
	const open: Open[] = [];
	for (let i = 0; i < text.length; i++) {
		const inner = open.at(-1);
		switch (text[i]) {
			case '{':
				open.push({ names: new Set(), at: '' });
				break;
			case '[':
				open.push({ names: null, at: 0 });
				break;
			case '}':
			case ']':
				open.pop();
				break;
			case ',':
				if (typeof inner?.at === 'number') inner.at += 1;
				break;
			case '"': {
				const end = endOfString(text, i);
				if (inner?.names && isName(text, end)) {
					inner.at = String(JSON.parse(text.slice(i, end)));
					const isRepeated = inner.names.has(inner.at);
					if (isRepeated) return { path: open.map(({ at }) => at), line: text.slice(0, i).split('\n').length };
					inner.names.add(inner.at);
				}
				i = end - 1;
			}
		}
	}
	return null;
}

/** Behind the last quote of a string that begins there. */
function endOfString(text: string, from: number): number {
	let at = from + 1;
	while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
	return at + 1;
}

/** Whether a string that ends there names a field: a colon follows. */
function isName(text: string, from: number): boolean {
	let at = from;
	while (/\s/.test(text.charAt(at))) at += 1;
	return text[at] === ':';
}
