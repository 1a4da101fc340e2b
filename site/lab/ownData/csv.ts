import Papa from 'papaparse';
import { BOUNDS } from '../../../src/schema/bounds.ts';
import type { LabText } from '../../text/lab/labWords.ts';

type Words = LabText['ownProblems'];

/** Something wrong in a reader's table, at its row as an editor counts them; row 0 is the whole. */
interface TableProblem {
	row: number;
	/** The column's name, or its number where it has none; empty for the whole row. */
	column: string;
	message: string;
}

/** A table of text with a name for every column. */
export interface Table {
	columns: string[];
	rows: { number: number; fields: string[] }[];
}

export type Read<Value> = { ok: true; value: Value } | { ok: false; problems: TableProblem[] };

/** Problems that are named; who has corrected these may ask again. */
const NAMED = 20;

const numeric = (text: string) => text.trim() !== '' && Number.isFinite(Number(text));

/**
 * A CSV, with commas, semicolons or tabs, quoted or not, as a table. The first row is a header when something in it
 * is no number and every field under one of these is.
 */
export function readTable(text: string, words: Words): Read<Table> {
	const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: false });
	const quoted = errors.find(({ type }) => type === 'Quotes');
	if (quoted) return wrong([{ row: (quoted.row ?? 0) + 1, column: '', message: words.quotes }]);
	const all = data
		.map((fields, index) => ({ number: index + 1, fields: fields.map((field) => field.trim()) }))
		.filter(({ fields }) => fields.some((field) => field !== ''));
	const [first, ...rest] = all;
	if (!first) return wrong([{ row: 0, column: '', message: words.empty }]);
	const isHeader = hasHeader(first.fields, rest[0]?.fields ?? []);
	const rows = isHeader ? rest : all;
	const columns = first.fields.map((field, index) => (isHeader && field) || String(index + 1));
	if (rows.length === 0) return wrong([{ row: 0, column: '', message: words.noRows }]);
	if (columns.length < 2) return wrong([{ row: 0, column: '', message: words.oneColumn }]);
	if (rows.length > BOUNDS.examples) {
		return wrong([{ row: 0, column: '', message: words.tooManyRows(rows.length, BOUNDS.examples) }]);
	}
	if (columns.length - 1 > BOUNDS.features) {
		return wrong([{ row: 0, column: '', message: words.tooManyColumns(columns.length - 1, BOUNDS.features) }]);
	}
	const ragged = rows.filter(({ fields }) => fields.length !== columns.length);
	return ragged.length > 0
		? wrong(
				ragged.map(({ number, fields }) => ({
					row: number,
					column: '',
					message: words.columns(fields.length, columns.length),
				})),
			)
		: { ok: true, value: { columns, rows } };
}

/** A row of names: where the row under it has a number, this one has none. */
function hasHeader(first: readonly string[], second: readonly string[]): boolean {
	return first.some((field, index) => !numeric(field) && numeric(second[index] ?? ''));
}

/** The numbers of every column but the target's, [rows][features]. */
export function featuresOf({ columns, rows }: Table, target: number, words: Words): Read<number[][]> {
	const problems: TableProblem[] = [];
	const X = rows.map(({ number, fields }) =>
		fields
			.map((field, index) => {
				if (index === target) return 0;
				const value = Number(field);
				const message = !numeric(field)
					? field === ''
						? words.missing
						: words.notNumber(field)
					: Math.abs(value) > BOUNDS.magnitude
						? words.tooLarge(field)
						: null;
				if (message !== null) problems.push({ row: number, column: columns[index] ?? '', message });
				return value;
			})
			.filter((_, index) => index !== target),
	);
	return problems.length > 0 ? wrong(problems) : { ok: true, value: X };
}

/** What a column is, if it is what is to be predicted. */
interface Targets {
	y: number[];
	/** The names of the classes in the order of their numbers, null for a regression. */
	classes: string[] | null;
}

/** More different whole numbers than this are an amount, not classes. */
const MOST_CLASSES = 20;

/** The target's column: words, or few whole numbers, are classes and are numbered in their order. */
export function targetsOf({ columns, rows }: Table, target: number, words: Words): Read<Targets> {
	const fields = rows.map((row) => row.fields[target] ?? '');
	const missing = rows.filter((row) => (row.fields[target] ?? '') === '');
	if (missing.length > 0) {
		return wrong(missing.map(({ number }) => ({ row: number, column: columns[target] ?? '', message: words.missing })));
	}
	const isNumeric = fields.every(numeric);
	const names = [...new Set(fields)].sort(isNumeric ? (a, b) => Number(a) - Number(b) : undefined);
	const isAmount = isNumeric && (names.length > MOST_CLASSES || !names.every((name) => Number.isInteger(Number(name))));
	if (isAmount) {
		const large = rows.filter((row) => Math.abs(Number(row.fields[target])) > BOUNDS.magnitude);
		return large.length === 0
			? { ok: true, value: { y: fields.map(Number), classes: null } }
			: wrong(
					large.map((row) => ({
						row: row.number,
						column: columns[target] ?? '',
						message: words.tooLarge(row.fields[target] ?? ''),
					})),
				);
	}
	if (names.length > BOUNDS.classes) {
		const message = words.notNumber(fields.find((field) => !numeric(field)) ?? '');
		return wrong([{ row: 0, column: columns[target] ?? '', message }]);
	}
	return { ok: true, value: { y: fields.map((field) => names.indexOf(field)), classes: names } };
}

function wrong(problems: TableProblem[]): { ok: false; problems: TableProblem[] } {
	return { ok: false, problems: problems.slice(0, NAMED) };
}
