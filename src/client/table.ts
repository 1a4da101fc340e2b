import { type ColumnScale, columnScales, standardize } from '../convex/standardize.ts';
import { readNumber, splitCsv } from '../csv.ts';
import { BOUNDS } from '../schema/bounds.ts';
import { splitRows } from './splitRows.ts';
import type { Predictions } from './types.ts';

/** How a table becomes examples. */
export interface TableOptions {
	/** The column to predict. */
	target: string;
	/** The columns to predict it from; all others where it is left out. */
	features?: readonly string[];
	/** What the target is, where its words do not say it: whole numbers may be either. */
	kind?: 'classes' | 'regression';
	/** The share of the rows that is held out, from 0 to below 1; a quarter where it is left out. */
	test?: number;
	/** The share that is held out to choose by (λ in a sweep, the end of early stopping), so that `test` only judges; none where it is left out. */
	validation?: number;
	/** Draws which rows are held out; classes are divided in proportion, and each has a row that trains. */
	seed?: number;
}

/** A row in its own units: in the order of `features`, or by their names. */
export type TableRow = readonly number[] | Readonly<Record<string, number>>;

/**
 * Examples of one's own. Inputs, and the targets of a regression, have the mean of the training rows subtracted and are
 * divided by their standard deviation.
 */
export interface Table {
	/** What a spec takes as `data`. */
	data: {
		kind: 'inline';
		X: number[][];
		columns?: string[];
		y: number[];
		test: { X: number[][]; y: number[] } | null;
		validation?: number;
	};
	/** Names of the columns of X. */
	features: string[];
	/** What the class numbers stand for; null for a regression. */
	classes: string[] | null;
	/** Rows in their own units as the network takes them. @throws RangeError for one without a number for each feature */
	inputs(rows: readonly TableRow[]): NamedRows;
	/** What `predict` answered, in the target's own words or units. */
	outputs(predicted: Predictions): (string | number | null)[];
}

/** Rows as the network takes them; `predict` sends the names of their columns along. */
export interface NamedRows extends Array<number[]> {
	columns?: string[];
}

/** Different whole numbers that are taken for classes; more of them are amounts. */
const MOST_CLASSES = 20;
/** What stands for a target that nobody knows. */
const MISSING = /^(na|nan|null|\?)?$/i;

/**
 * A table as CSV with a header: words, or up to twenty whole numbers without gaps, are classes, anything else is a regression.
 *
 *     const table = readCsv(text, { target: 'yield' });
 *     const run = await api.train({ data: table.data });
 *     table.outputs(await api.predict(run.id, table.inputs([[21.5, 3]])));
 *
 * @throws RangeError that names line and column of what is no number, and what the table lacks
 */
export function readCsv(
	text: string,
	{ target, features: chosen, kind, test = 0.25, validation = 0, seed = 0 }: TableOptions,
): Table {
	const [header, ...lines] = splitCsv(text.replace(/^\ufeff/, ''));
	const columns = header?.cells.map((cell) => cell.trim()) ?? [];
	const features = chosen ? [...chosen] : columns.filter((name) => name !== target);
	if (features.length === 0) throw new RangeError(`there is no column beside "${target}" to predict it from`);
	for (const name of [target, ...features]) {
		if (!columns.includes(name)) throw new RangeError(`there is no column "${name}": ${columns.join(', ')}`);
		if (columns.indexOf(name) !== columns.lastIndexOf(name)) throw new RangeError(`two columns are named "${name}"`);
	}
	if (lines.length < 2) throw new RangeError(`the table has ${lines.length} rows below its header: at least 2`);
	const odd = lines.find(({ cells }) => cells.length !== columns.length);
	if (odd) throw new RangeError(`line ${odd.number} has ${odd.cells.length} cells, the header has ${columns.length}`);
	const column = (name: string) => lines.map(({ cells }) => cells[columns.indexOf(name)]?.trim() ?? '');
	const numbersOf = (name: string) =>
		column(name).map((cell, i) => {
			const number = readNumber(cell);
			if (number !== null) return number;
			throw new RangeError(`line ${lines[i]?.number}, column "${name}": "${cell}" is not a number`);
		});
	const inputs = features.map(numbersOf);
	const rows = lines.map((_, i) => inputs.map((values) => values[i] ?? 0));
	const words = column(target).map((cell) => String(readNumber(cell) ?? cell));
	const missing = words.findIndex((word) => MISSING.test(word));
	if (missing >= 0) throw new RangeError(`line ${lines[missing]?.number}, column "${target}": there is no value`);
	const classes = classesOf(words, target, kind);
	const targets = classes ? words.map((word) => classes.indexOf(word)) : numbersOf(target);

	const { trained, heldOut, validating } = splitRows(classes ? targets : null, {
		rows: rows.length,
		test,
		validation,
		seed,
	});
	const pick = <Value>(values: readonly Value[], chosenRows: readonly number[]) =>
		chosenRows.flatMap((i) => values.slice(i, i + 1));
	const scales = columnScales(pick(rows, trained));
	const spread = classes ? null : scaleOf(pick(targets, trained));
	const part = (chosenRows: readonly number[]) => ({
		X: standardize(pick(rows, chosenRows), scales),
		y: pick(targets, chosenRows).map((value) => (spread ? (value - spread.mean) / spread.deviation : value)),
	});
	const named = features.every((name) => name.length > 0 && name.length <= BOUNDS.label) && { columns: features };
	return {
		data: {
			kind: 'inline',
			...part(trained),
			...named,
			test: heldOut.length > 0 ? part(heldOut) : null,
			...(validating > 0 && { validation: validating }),
		},
		features,
		classes,
		inputs: (given) => {
			const taken = given.map((row, i) => valuesOf(row, features, i));
			return Object.assign(standardize(taken, scales), named);
		},
		outputs: ({ prediction, class: numbers }) => {
			if (classes) return numbers?.map((number) => (number === null ? null : (classes[number] ?? null))) ?? [];
			const { mean, deviation } = spread ?? { mean: 0, deviation: 1 };
			return prediction.map((value) => (typeof value === 'number' ? value * deviation + mean : null));
		},
	};
}

/** The different targets in their order, where they are classes; null for a regression. */
function classesOf(cells: readonly string[], target: string, kind: TableOptions['kind']): string[] | null {
	const different = [...new Set(cells)];
	const numbers = different.map(readNumber);
	const areNumbers = numbers.every((number) => number !== null);
	if (different.length === 1)
		throw new RangeError(`"${target}" is always "${different[0]}": there is nothing to learn`);
	if (kind === 'regression') return null;
	const sorted = areNumbers ? different.sort((a, b) => Number(a) - Number(b)) : different.sort();
	if (kind === 'classes') return sorted;
	if (!areNumbers) {
		if (different.length <= Math.max(MOST_CLASSES, cells.length / 2)) return sorted;
		const first = cells.find((cell) => readNumber(cell) === null);
		throw new RangeError(
			`"${target}" has ${different.length} different values, "${first}" among them: kind says what they are`,
		);
	}
	if (different.length > MOST_CLASSES || !numbers.every(Number.isInteger)) return null;
	if (Math.max(...numbers.map(Number)) - Math.min(...numbers.map(Number)) === different.length - 1) return sorted;
	throw new RangeError(
		`"${target}" has whole numbers with gaps: kind says whether they are "classes" or a "regression"`,
	);
}

const scaleOf = (values: readonly number[]): ColumnScale | null =>
	columnScales(values.map((value) => [value]))[0] ?? null;

function valuesOf(row: TableRow, features: readonly string[], i: number): number[] {
	const values = Array.isArray(row) ? [...row] : features.map((name) => (row as Record<string, number>)[name]);
	if (values.length === features.length && values.every(Number.isFinite)) return values as number[]; // so they are
	throw new RangeError(`rows[${i}] needs a number for each of ${features.join(', ')}`);
}
