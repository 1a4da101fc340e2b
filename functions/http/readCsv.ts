import { MISSING_NUMBER } from '../../src/schema/fieldErrors.ts';

/**
 * The rows of a table as CSV (RFC 4180: commas, quotes that are doubled within quotes, CRLF or LF), numbers where a cell
 * spells one and its text else, which the schema then refuses by its row and column: with its quotes, where a quote is never
 * closed or something stands behind it. A first row that holds no number, before others, is the header. Lines without a
 * character are none.
 */
export function readCsv(text: string): (number | string)[][] {
	const rows = splitCells(text).map((row) => row.map(readCell));
	return rows.length > 1 && rows[0]?.every(isName) ? rows.slice(1) : rows;
}

const isName = (cell: number | string) =>
	typeof cell === 'string' && !MISSING_NUMBER.test(cell) && !cell.startsWith('"');

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function readCell(text: string): number | string {
	const trimmed = text.trim();
	return DECIMAL.test(trimmed) ? Number(trimmed) : trimmed;
}

/** Cells as texts, row by row; one walk over the text, whatever stands in it. */
function splitCells(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	for (let at = 0; at < text.length || row.length > 0; ) {
		const quoted = text[at] === '"' ? readQuoted(text, at + 1) : null;
		const next = nextEnd(text, quoted?.end ?? at);
		const isWhole = quoted?.isClosed && text.slice(quoted.end, next).trim() === '';
		row.push(isWhole ? quoted.cell : text.slice(at, next));
		at = next + (text.startsWith('\r\n', next) ? 2 : 1);
		if (text[next] === ',') continue;
		if (row.length > 1 || row[0] !== '') rows.push(row);
		row = [];
	}
	return rows;
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
