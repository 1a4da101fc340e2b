import { readNumber, splitCsv } from '../../src/csv.ts';
import { type FieldError, MISSING_NUMBER, shorten } from '../../src/schema/fieldErrors.ts';
import { invalidSpec } from './problem.ts';

/** A table as it was sent. */
interface CsvTable {
	/** The fields of a body: names of the columns where the table has them, and its rows, which the schema checks. */
	body: { X: (number | string)[][]; columns?: string[] };
	/** An error of the schema in the words of a table: its line, and the name of its column. */
	say: (error: FieldError) => FieldError;
}

/**
 * A table as CSV: numbers where a cell spells one and its text else, which the schema then refuses.
 *
 * @param header whether the first line is one, as the media type says (RFC 7111); where it does not, one without a number is,
 * and one of the names that are known
 * @param known names of the columns, in any order: asked for only where they decide; where all are numbers they cannot
 * @throws Problem 422 for a table without rows, for one whose lines differ in length, and for an empty line among values of one column
 */
export async function readCsv(
	text: string,
	header: 'present' | 'absent' | undefined,
	known: () => Promise<readonly string[] | undefined>,
): Promise<CsvTable> {
	const lines = splitCsv(text);
	const [first] = lines;
	if (!first) throw refuse('X', 'the table is empty: at least 1 row, a line each');
	const names = first.cells.map((cell) => cell.trim().normalize('NFC')); // as the schema has those of the run
	const isKnown = header === undefined && !isHeader(first.cells) && areSame(names, await known());
	const hasHeader = header === 'present' || (header !== 'absent' && (isHeader(first.cells) || isKnown));
	if (isKnown && names.every((name) => readNumber(name) !== null)) {
		const said = `line ${first.number} may be the names of the run's columns, which are numbers, or a row: say which by Content-Type: text/csv; header=present, or header=absent`;
		throw refuse('X', said);
	}
	const columns = hasHeader ? names : null;
	const rows = hasHeader ? lines.slice(1) : lines;
	if (rows.length === 0) throw refuse('X', `line ${first.number} is a header, and no row follows it: at least 1`);
	// Of several columns a line without a character is none; of one it may be a row whose value is missing.
	const gap =
		first.cells.length === 1 ? lines.findIndex(({ number }, at) => number > lineAfter(lines[at - 1], number)) : -1;
	if (gap > 0) {
		const empty = lineAfter(lines[gap - 1], 0);
		const said = `line ${empty} is empty: fill in its value, or leave the line out; rows keep their places`;
		throw refuse(`X.${hasHeader ? gap - 1 : gap}`, said);
	}
	const X = rows.map(({ cells }) => cells.map((cell) => readNumber(cell) ?? cell.trim()));
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

/** The line behind another, whose quoted cell may have breaks; `none` where there is none. */
const lineAfter = (line: ReturnType<typeof splitCsv>[number] | undefined, none: number): number =>
	line ? line.number + (line.cells[0] ?? '').split(/\r\n|[\r\n]/).length : none;

const refuse = (path: string, message: string) => invalidSpec([{ path, message }]);

/** What programs write between cells where a comma is the decimal point. */
const OTHER_DELIMITER = /[;\t]/;

const hintOf = (cell = '') => {
	if (cell.startsWith('"')) return '; its quote is never closed, or something stands behind it';
	return OTHER_DELIMITER.test(cell)
		? `; ${cell.includes(';') ? 'a semicolon' : 'a tab'} stands between its cells: write commas there, and decimal points in numbers`
		: '';
};

const areSame = (names: readonly string[], known: readonly string[] = []) =>
	names.length === known.length && known.every((name) => names.includes(name));

/** A column of row numbers, as pandas writes it, has no name. */
const isHeader = (cells: readonly string[]) => cells.some(isName) && cells.every((cell) => cell === '' || isName(cell));

/** Whether a cell may name a column: no number, nor numbers between which something else than a comma stands. */
const isName = (cell: string) =>
	!MISSING_NUMBER.test(cell.trim()) &&
	!cell.startsWith('"') &&
	!cell.split(OTHER_DELIMITER).some((part) => readNumber(part) !== null);
