/** A line of a table. */
interface CsvLine {
	/** Counted from 1, with those that have no character. */
	number: number;
	cells: string[];
}

/**
 * CSV (RFC 4180: commas, quotes that are doubled within quotes, CRLF or LF) as cells, line by line; one walk over the text,
 * whatever stands in it. A cell keeps its quotes where one is never closed or something stands behind it. Lines without a
 * character are none.
 */
export function splitCsv(text: string): CsvLine[] {
	const lines: CsvLine[] = [];
	let cells: string[] = [];
	let [number, breaks] = [1, 0];
	for (let at = 0; at < text.length || cells.length > 0; ) {
		const quoted = text[at] === '"' ? readQuoted(text, at + 1) : null;
		const next = nextEnd(text, quoted?.end ?? at);
		const isWhole = quoted?.isClosed && text.slice(quoted.end, next).trim() === '';
		cells.push(isWhole ? quoted.cell : text.slice(at, next));
		if (quoted) breaks += text.slice(at, quoted.end).match(BREAKS)?.length ?? 0;
		at = next + (text.startsWith('\r\n', next) ? 2 : 1);
		if (text[next] === ',') continue;
		if (cells.length > 1 || cells[0] !== '') lines.push({ number, cells });
		number += 1 + breaks;
		breaks = 0;
		cells = [];
	}
	return lines;
}

const BREAKS = /\r\n|[\r\n]/g;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The number that a cell spells, with blanks around it; null where it spells none. */
export function readNumber(cell: string): number | null {
	const trimmed = cell.trim();
	return DECIMAL.test(trimmed) ? Number(trimmed) : null;
}

const ENDS = /[,\r\n]|$/g;

/** Where the cell ends that goes on there: at a comma, a line's end or the text's. */
function nextEnd(text: string, from: number): number {
	ENDS.lastIndex = from;
	return ENDS.exec(text)?.index ?? text.length;
}

/** A quoted cell from behind its first quote, and where its last one has ended: at the end of the text without one. */
function readQuoted(text: string, from: number): { cell: string; end: number; isClosed: boolean } {
	let cell = '';
	for (let at = from; ; ) {
		const quote = text.indexOf('"', at);
		if (quote < 0) return { cell: cell + text.slice(at), end: text.length, isClosed: false };
		cell += text.slice(at, quote);
		if (text[quote + 1] !== '"') return { cell, end: quote + 1, isClosed: true };
		cell += '"';
		at = quote + 2;
	}
}
