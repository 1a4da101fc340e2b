import type { Data } from '../schema/data.ts';
import { REAL_DATA } from '../schema/data.ts';
import type { Sample } from './sample.ts';

/** Measured data, as against what a generator draws. */
export type RealData = keyof typeof REAL_DATA;

/** Reads the table of a measured data set (`real/*.json`), as JSON has it. */
type ReadTable = (kind: RealData) => Promise<unknown>;

/** The file of each, for hosts that read or serve it. */
export const REAL_FILES: Record<RealData, string> = {
	'breast-cancer': 'breastCancer.json',
	diabetes: 'diabetes.json',
	digits: 'digits.json',
};

const samples = new Map<RealData, Sample>();
let read: ReadTable | null = null;

/**
 * Says how to read the tables. They weigh as much as all code together, so that no host carries those that
 * it is not asked for: Node reads files, a Worker its static assets, a page fetches them.
 */
export function readRealDataWith(readTable: ReadTable): void {
	read = readTable;
}

/** Whether data are measured ones. */
const isReal = (kind: Data['kind']): kind is RealData => kind in REAL_DATA;

/**
 * Resolves once the data of a kind can be had, at once where nothing must be read.
 *
 * @throws Error when this host has not said how to read them, or the reading fails
 */
export async function realDataReady(kind: Data['kind']): Promise<void> {
	if (!isReal(kind) || samples.has(kind)) return;
	if (!read) throw new Error(`the data "${kind}" are not here: call readRealDataWith first`);
	const table = await read(kind);
	samples.set(kind, kind === 'digits' ? fromImages(table as string[]) : fromColumns(table as Record<string, number[]>));
}

/**
 * All rows of a measured data set, each value the float64 nearest to the decimals of its source
 * (real/SOURCES.md), unscaled, in the source's order: a fresh copy, the caller's to change.
 *
 * @throws Error before `realDataReady`
 */
export function realData(kind: RealData): Sample {
	const sample = samples.get(kind);
	if (!sample) throw new Error(`the data "${kind}" have not been read: await realDataReady first`);
	return { X: sample.X.map((row) => [...row]), y: [...sample.y] };
}

/** From a table stored column by column, the target last: numbers of one kind beside each other compress better. */
function fromColumns(table: Record<string, number[]>): Sample {
	const columns = Object.values(table);
	const y = [...(columns.pop() ?? [])];
	return { X: y.map((_, i) => columns.map((column) => column[i] ?? Number.NaN)), y };
}

/** From strings of one character a pixel (0 to 16, in base 17: 0…9, a…g) and a last one for the class. */
function fromImages(images: readonly string[]): Sample {
	const rows = images.map((image) => Array.from(image, (character) => Number.parseInt(character, 17)));
	return { X: rows.map((row) => row.slice(0, -1)), y: rows.map((row) => row.at(-1) ?? Number.NaN) };
}
