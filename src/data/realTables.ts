import { at } from '../at.ts';
import type { Data } from '../schema/data.ts';
import { REAL_DATA } from '../schema/realData.ts';
import type { Sample } from './sample.ts';

/** A measured data set, as against what a generator draws. */
export type RealDataKind = keyof typeof REAL_DATA;

/** What a spec says of measured data. */
export type RealData = Extract<Data, { kind: RealDataKind }>;

/** Whether a spec's data are measured ones. */
export const isReal = (data: Data): data is RealData => data.kind in REAL_DATA;

const REAL_FILES: Record<RealDataKind, string> = {
	'breast-cancer': 'breastCancer.json',
	diabetes: 'diabetes.json',
	digits: 'digits.json',
	wine: 'wine.json',
	mnist: 'mnist.json',
	diamonds: 'diamonds.json',
};

/** The measured data sets, and what the study found (`npm run study`), which weighs as much as one of them. */
type TableKind = RealDataKind | 'study';

/** The file of each table in `real/`, for hosts that read or serve it. */
export const TABLE_FILES: Record<TableKind, string> = { ...REAL_FILES, study: 'study.json' };

/** Reads a table (`real/*.json`), as JSON has it. */
type ReadTable = (kind: TableKind) => Promise<unknown>;

/**
 * The measured data of a host, each read when it is first asked for. They weigh as much as all code together, so that
 * no host carries them: Node reads files, the Worker its static assets, a page fetches them.
 */
export class RealTables {
	readonly #read: ReadTable;
	readonly #samples = new Map<RealDataKind, Sample>();
	#study: Promise<unknown> | null = null;

	constructor(read: ReadTable) {
		this.#read = read;
	}

	/** Reads a data set, at once where it has been read before. @throws what the host's reading throws */
	async load(kind: RealDataKind): Promise<void> {
		await this.#sample(kind);
	}

	/**
	 * All rows of a data set, each value the float64 nearest to the decimals that real/SOURCES.md states, unscaled,
	 * in the file's order: a fresh copy, the caller's to change.
	 *
	 * @throws what the host's reading throws
	 */
	async rows(kind: RealDataKind): Promise<Sample> {
		const { X, y } = await this.#sample(kind);
		return { X: X.map((row) => [...row]), y: [...y] };
	}

	/** What the study found, as JSON has it. @throws what the host's reading throws */
	study(): Promise<unknown> {
		this.#study ??= this.#read('study');
		return this.#study;
	}

	async #sample(kind: RealDataKind): Promise<Sample> {
		const known = this.#samples.get(kind);
		if (known) return known;
		// The files are of these two forms.
		const table = (await this.#read(kind)) as string[] | Record<string, number[]>;
		const sample = Array.isArray(table) ? fromImages(table) : fromColumns(table);
		this.#samples.set(kind, sample);
		return sample;
	}
}

/** The name of a column of whole numbers that are to be divided: `carat / 100`. */
const DIVIDED = / \/ (\d+)$/;

/** From a table stored column by column, the target last: numbers of one kind beside each other compress better. */
function fromColumns(table: Record<string, number[]>): Sample {
	const columns = Object.entries(table).map(([name, column]) => {
		const [, divisor] = DIVIDED.exec(name) ?? [];
		return divisor ? column.map((value) => value / Number(divisor)) : column;
	});
	const targets = at(columns, columns.length - 1);
	const features = columns.slice(0, -1);
	return { X: targets.map((_, i) => features.map((column) => at(column, i))), y: [...targets] };
}

/** From strings of one character a pixel (0 to 16, in base 17: 0…9, a…g) and a last one for the class. */
function fromImages(images: readonly string[]): Sample {
	const rows = images.map((image) => Array.from(image, (character) => Number.parseInt(character, 17)));
	return { X: rows.map((row) => row.slice(0, -1)), y: rows.map((row) => at(row, row.length - 1)) };
}
