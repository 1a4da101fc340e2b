import breastCancer from './real/breastCancer.json' with { type: 'json' };
import diabetes from './real/diabetes.json' with { type: 'json' };
import digits from './real/digits.json' with { type: 'json' };
import type { Sample } from './sample.ts';

/** Each value the float64 nearest to the decimals of its source (real/SOURCES.md), unscaled, rows in the source's order. */
const LOAD = {
	'breast-cancer': () => fromColumns(breastCancer),
	diabetes: () => fromColumns(diabetes),
	digits: () => fromImages(digits),
};

/** Measured data, as against what a generator draws. */
export type RealData = keyof typeof LOAD;

/** All rows of a measured data set: a fresh copy, the caller's to change. */
export function realData(kind: RealData): Sample {
	return LOAD[kind]();
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
