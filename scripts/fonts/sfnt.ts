/**
 * Reading and renaming an OpenType font (`sfnt`): which characters it maps to glyphs, and what it calls itself.
 * Both tables are described in the OpenType specification, `cmap` and `name`.
 */

interface Table {
	offset: number;
	length: number;
}

function tableOf(font: Buffer, tag: string): Table {
	const count = font.readUInt16BE(4);
	for (let index = 0; index < count; index++) {
		const at = 12 + 16 * index;
		if (font.toString('latin1', at, at + 4) === tag)
			return { offset: font.readUInt32BE(at + 8), length: font.readUInt32BE(at + 12) };
	}
	throw new Error(`the font has no table "${tag}"`);
}

/** Whether the font has a table, `MATH` for instance. */
export function hasTable(font: Buffer, tag: string): boolean {
	try {
		return tableOf(font, tag).length > 0;
	} catch {
		return false;
	}
}

/** The code points that the font has a glyph for: subtables of formats 4 and 12, which every current font has. */
export function codePointsOf(font: Buffer): Set<number> {
	const { offset } = tableOf(font, 'cmap');
	const found = new Set<number>();
	for (let index = 0; index < font.readUInt16BE(offset + 2); index++) {
		const at = offset + font.readUInt32BE(offset + 8 + 8 * index);
		const format = font.readUInt16BE(at);
		if (format === 12) addGroups(font, at, found);
		if (format === 4) addSegments(font, at, found);
	}
	return found;
}

function addGroups(font: Buffer, at: number, found: Set<number>): void {
	for (let group = 0; group < font.readUInt32BE(at + 12); group++) {
		const from = font.readUInt32BE(at + 16 + 12 * group);
		const to = font.readUInt32BE(at + 20 + 12 * group);
		for (let code = from; code <= to; code++) found.add(code);
	}
}

function addSegments(font: Buffer, at: number, found: Set<number>): void {
	const bytes = font.readUInt16BE(at + 6); // twice the number of segments
	for (let segment = 0; segment < bytes; segment += 2) {
		const to = font.readUInt16BE(at + 14 + segment);
		const from = font.readUInt16BE(at + 16 + bytes + segment);
		for (let code = from; code <= to && code !== 0xffff; code++) found.add(code);
	}
}

/** Family, unique, full, PostScript and typographic family name: where a font says what it is called. */
const NAMES = new Set([1, 3, 4, 6, 16]);

/**
 * Writes another word over a reserved one wherever the font says what it is called; copyright and licence, which
 * mention it too, stay. Both words are equally long, so that nothing else moves.
 */
export function renameFont(font: Buffer, from: string, to: string): void {
	if (from.length !== to.length) throw new Error(`"${to}" is not as long as "${from}"`);
	const { offset } = tableOf(font, 'name');
	const strings = offset + font.readUInt16BE(offset + 4);
	for (let index = 0; index < font.readUInt16BE(offset + 2); index++) {
		const record = offset + 6 + 12 * index;
		if (!NAMES.has(font.readUInt16BE(record + 6))) continue;
		const start = strings + font.readUInt16BE(record + 10);
		const text = font.subarray(start, start + font.readUInt16BE(record + 8));
		for (const encode of [latin1, utf16]) {
			const word = encode(from);
			for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) encode(to).copy(text, at);
		}
	}
}

const latin1 = (word: string): Buffer => Buffer.from(word, 'latin1');
const utf16 = (word: string): Buffer => Buffer.from(word, 'utf16le').swap16();
