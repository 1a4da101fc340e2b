/**
 * Rows that a reader edited, as a link holds them: what they were before, how often each is there, and what is another.
 * Thirty rows with the thousand that they are judged by are so a few numbers, where one of them was moved.
 */
import { BOUNDS } from '../../../src/schema/bounds.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { editableRows, type Rows } from '../points/rows.ts';

type Data = RunSpecInput['data'];
export type InlineData = Extract<Data, { kind: 'inline' }>;

type Labelled = [...row: number[], label: number];

/** Rows made of others: some of these left out, some replaced, some added at the end; and all of it so many times. */
interface Packed {
	kind: 'edited';
	/** Data that are drawn, rows as they are, or again such. */
	of: Data | Packed;
	times?: number;
	cut?: number[];
	/** By their places among the rows that are left. */
	put?: [place: number, ...row: Labelled][];
	add?: Labelled[];
}

/** Copies that a button makes, and twice. */
const COPIES = [10, 100];
/** So often may rows be made of others. */
const DEPTH = 4;

/**
 * Rows of a reader's own in as few characters as are found; as they are where nothing is shorter.
 *
 * @param drawn data that they may have been made of
 */
export function packedRows(data: InlineData, drawn: readonly Data[]): Data {
	const { X, y, test = null } = data;
	if (!Array.isArray(X) || !Array.isArray(y) || X.length !== y.length) return data;
	const bases = drawn.flatMap((of) => {
		const rows = rowsOfDrawn(of);
		return rows && JSON.stringify(rows.test) === JSON.stringify(test) ? [{ of, rows }] : [];
	});
	const plain = { of: data, rows: data };
	const found = [...bases, plain].map(({ of, rows }) => madeOf({ X, y }, rows, of));
	const exact = blockOf({ X, y });
	const blocks = exact.times > 1 ? [exact] : COPIES.flatMap((times) => slices({ X, y }, times));
	for (const { times, rows } of blocks) {
		const one = { kind: 'inline', ...rows, test } as InlineData;
		const within = bases.map(({ of, rows: base }) => madeOf(rows, base, of));
		const copies: Packed = { kind: 'edited', of: shortest([one, ...within]), times };
		found.push(madeOf({ X, y }, repeated(rows, times), copies));
	}
	return shortest(found) as Data; // a link may hold what no spec has
}

/** The rows that a link holds so; null where it holds no such, or more than a run may have. */
export function unpackedRows(value: unknown, depth = DEPTH): InlineData | null {
	const { kind, of, times = 1, cut = [], put = [], add = [] } = Object(value) as Partial<Packed>;
	if (kind !== 'edited') return baseRows(value);
	const before = depth > 0 ? unpackedRows(of, depth - 1) : null;
	if (!before || !Number.isInteger(times) || times < 1 || before.X.length * times > BOUNDS.examples) return null;
	if (![cut, put, add].every(Array.isArray) || add.length > BOUNDS.examples) return null;
	const gone = new Set(cut);
	const all = repeated(before, times);
	const rows: Labelled[] = all.X.flatMap((row, i) => (gone.has(i) ? [] : [labelled(all, i, row)]));
	for (const [place, ...row] of put) if (place in rows) rows[place] = row as Labelled; // what follows a place
	rows.push(...add);
	return {
		kind: 'inline',
		X: rows.map((row) => row.slice(0, -1)),
		y: rows.map((row) => row.at(-1) ?? 0),
		test: before.test ?? null,
	};
}

/** The data that rows of a link were made of, where they were drawn. @param value that has been unpacked */
export function drawnIn(value: unknown): Data[] {
	const data = value as Data | Packed;
	if (data.kind === 'edited') return drawnIn(data.of);
	return data.kind === 'inline' ? [] : [data];
}

/** What is another in some rows than in those that they were made of. */
function madeOf(rows: Rows, base: Rows, of: Data | Packed): Data | Packed {
	const [names, before] = [namesOf(rows), namesOf(base)];
	const places = new Map<string, number[]>();
	for (const [i, name] of before.entries()) places.set(name, [...(places.get(name) ?? []), i]);
	const made: Required<Pick<Packed, 'cut' | 'put' | 'add'>> = { cut: [], put: [], add: [] };
	let next = 0; // of those before
	for (const [i, name] of names.entries()) {
		const row = labelled(rows, i);
		if (next >= before.length) made.add.push(row);
		else {
			const later = name === before[next] ? next : places.get(name)?.find((place) => place > next);
			if (later === undefined) made.put.push([i, ...row]);
			else for (; next < later; next++) made.cut.push(next);
			next += 1;
		}
	}
	for (; next < before.length; next++) made.cut.push(next);
	const told = Object.entries(made).filter(([, list]) => list.length > 0);
	const isWritten = told.length === 0 && (of.kind === 'inline' || of.kind === 'edited');
	if (isWritten) return of;
	const copies = of.kind === 'edited' ? of : null;
	return { ...(copies ?? { kind: 'edited', of }), ...Object.fromEntries(told) };
}

/** The rows of data as a first edit has them; null where they have no plane or cannot be drawn. */
function rowsOfDrawn(data: Data): ReturnType<typeof editableRows> {
	try {
		return editableRows(canonical({ data }).data);
	} catch {
		return null; // a link may hold anything
	}
}

function baseRows(value: unknown): InlineData | null {
	const { kind, X, y, test = null } = Object(value) as Partial<InlineData>;
	if (kind === 'inline') return Array.isArray(X) && Array.isArray(y) ? { kind, X, y, test } : null;
	const rows = rowsOfDrawn(value as Data); // which asks the schema
	return rows && { kind: 'inline', ...rows };
}

/** The rows that are there several times, one block after the other; all of them once where they are not. */
function blockOf(rows: Rows): { times: number; rows: Rows } {
	const names = namesOf(rows);
	const longest = [0]; // of the beginnings that end here too
	for (let i = 1, length = 0; i < names.length; i++) {
		while (length > 0 && names[i] !== names[length]) length = longest[length - 1] ?? 0;
		if (names[i] === names[length]) length += 1;
		longest.push(length);
	}
	const size = names.length - (longest.at(-1) ?? 0);
	const times = size > 0 && names.length % size === 0 ? names.length / size : 1;
	return { times, rows: slice(rows, 0, names.length / times) };
}

/** What may have been copied so often before it was edited: the second block, and the last one. */
function slices(rows: Rows, times: number): { times: number; rows: Rows }[] {
	const size = Math.round(rows.X.length / times);
	if (size < 2) return [];
	return [size, rows.X.length - size].map((from) => ({ times, rows: slice(rows, from, from + size) }));
}

const slice = ({ X, y }: Rows, from: number, to: number): Rows => ({ X: X.slice(from, to), y: y.slice(from, to) });

const repeated = ({ X, y }: Rows, times: number): Rows => ({
	X: Array.from({ length: times }, () => X).flat(),
	y: Array.from({ length: times }, () => y).flat(),
});

const labelled = ({ X, y }: Rows, i: number, row = X[i] ?? []): Labelled => [...row, y[i] ?? 0] as Labelled;

const namesOf = (rows: Rows): string[] => rows.X.map((_, i) => labelled(rows, i).join());

const shortest = (all: readonly (Data | Packed)[]): Data | Packed =>
	all
		.map((one) => ({ one, length: JSON.stringify(one).length }))
		.reduce((best, other) => (other.length < best.length ? other : best)).one;
