import { type FieldError, MISSING_NUMBER, shorten } from '../../src/schema/fieldErrors.ts';
import { invalidSpec } from './problem.ts';

/** A table as it was sent. */
interface CsvTable {
	/** The fields of a body: names of the columns where the table has them, and its rows, which the schema checks. */
	body: { X: (number | string)[][]; columns?: string[] };
	/** An error of the schema in the words of a table: its line, and the name of its column. */
	say: (error: FieldError) => FieldError;
}

interface Line {
	/** Counted from 1, with those that have no character. */
	number: number;
	cells: string[];
}

/**
 * A table as CSV (RFC 4180: commas, quotes that are doubled within quotes, CRLF or LF), numbers where a cell
 * spells one and its text else, which the schema then refuses: with its quotes, where a quote is never closed or something
 * stands behind it. Lines without a character are none.
 *
 * @param header whether the first line is one, as the media type says (RFC 7111); where it does not, one without a number is
 * @throws Problem 422 for a table without rows, and for one whose lines differ in length
 */
export function readCsv(text: string, header: 'present' | 'absent' | undefined): CsvTable {
	const lines = splitLines(text);
	const [first] = lines;
	if (!first) throw refuse('X', 'the table is empty: at least 1 row, a line each');
	const hasHeader = header === 'present' || (header !== 'absent' && first.cells.every(isName));
	const columns = hasHeader ? first.cells.map((cell) => cell.trim()) : null;
	const rows = hasHeader ? lines.slice(1) : lines;
	if (rows.length === 0) throw refuse('X', `line ${first.number} is a header, and no row follows it: at least 1`);
	const X = rows.map(({ cells }) => cells.map(readCell));
	const odd = rows.findIndex(({ cells }) => cells.length !== first.cells.length);
	if (odd >= 0 && X.every((row) => row.every((cell) => typeof cell === 'number'))) {
		const [{ number, cells }, given] = [rows[odd] ?? first, first.cells.length];
		throw refuse(`X.${odd}`, `line ${number} has ${cells.length} cells, and line ${first.number} has ${given}`);
	}
	return {
		body: { X, ...(columns && { columns }) },
		say: ({ path, message }) => {
			const [, row, column] = /^X\.(\d+)\.(\d+)$/.exec(path) ?? [];
			const line = rows[Number(row)];
			if (!line || column === undefined) return { path, message };
			const name = columns?.[Number(column)];
			const place = `line ${line.number}, column ${name ? `"${shorten(name)}"` : Number(column) + 1}`;
			return { path, message: `${place}: ${message}${hintOf(line.cells[Number(column)])}` };
		},
	};
}

const refuse = (path: string, message: string) => invalidSpec([{ path, message }]);

/** What programs write between cells where a comma is the decimal point. */
const OTHER_DELIMITER = /[;\t]/;

const hintOf = (cell = '') =>
	OTHER_DELIMITER.test(cell)
		? `; ${cell.includes(';') ? 'a semicolon' : 'a tab'} stands between its cells: write commas there, and decimal points in numbers`
		: '';

/** Whether a cell may name a column: no number, nor numbers between which something else than a comma stands. */
const isName = (cell: string) =>
	!MISSING_NUMBER.test(cell.trim()) &&
	!cell.startsWith('"') &&
	!cell.split(OTHER_DELIMITER).some((part) => DECIMAL.test(part.trim()));

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function readCell(text: string): number | string {
	const trimmed = text.trim();
	return DECIMAL.test(trimmed) ? Number(trimmed) : trimmed;
}

/** Cells as texts, line by line; one walk over the text, whatever stands in it. */
function splitLines(text: string): Line[] {
	const lines: Line[] = [];
	let cells: string[] = [];
	let [number, counted] = [1, 0];
	for (let at = 0; at < text.length || cells.length > 0; ) {
		const quoted = text[at] === '"' ? readQuoted(text, at + 1) : null;
		const next = nextEnd(text, quoted?.end ?? at);
		const isWhole = quoted?.isClosed && text.slice(quoted.end, next).trim() === '';
		cells.push(isWhole ? quoted.cell : text.slice(at, next));
		at = next + (text.startsWith('\r\n', next) ? 2 : 1);
		if (text[next] === ',') continue;
		if (cells.length > 1 || cells[0] !== '') lines.push({ number, cells });
		number += text.slice(counted, at).match(BREAKS)?.length ?? 0; // quoted cells may hold some
		counted = at;
		cells = [];
	}
	return lines;
}

const BREAKS = /\r\n|[\r\n]/g;
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
