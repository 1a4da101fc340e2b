import type { LibraryId } from '../schema/libraryIds.ts';
import type { Loss } from '../schema/losses.ts';
import { libraries } from './libraries.ts';
import type { Library } from './library.ts';
import { spelledValue } from './spelling.ts';

/** A library's value as factor·λ^a·m^b·B^c: what λ/2m is there, and how it goes with the sizes. */
export interface Recipe {
	library: Library;
	factor: number;
	lambda: number;
	m: number;
	batch: number;
}

/** A setting like no other, so that no two powers can stand for each other. */
const [LAMBDA, M, BATCH] = [3, 128, 32];

/**
 * The recipe of a library, read off its own arithmetic: the value is doubled or halved when λ, m or B is. Beside the
 * loss that the library trains on, unless another is stated.
 */
export function recipeOf(id: LibraryId, loss: Loss = libraries[id].losses[0]): Recipe {
	const library: Library = libraries[id];
	const value = (lambda: number, m: number, batchSize: number) => spelledValue(library, lambda, { loss, m, batchSize });
	const known = value(LAMBDA, M, BATCH);
	const power = (doubled: number) => Math.log2(doubled / known);
	const powers = {
		lambda: power(value(2 * LAMBDA, M, BATCH)),
		m: power(value(LAMBDA, 2 * M, BATCH)),
		batch: power(value(LAMBDA, M, 2 * BATCH)),
	};
	return { library, ...powers, factor: known / (LAMBDA ** powers.lambda * M ** powers.m * BATCH ** powers.batch) };
}

/** `λ/2m`, `1/λ`, `λB/m`: a recipe as a formula. @throws Error where the factor is no 1, 2, 3, … or 1/2, 1/3, … */
export function recipeFormula({ factor, ...powers }: Recipe): string {
	const symbols = [
		['λ', powers.lambda],
		['B', powers.batch],
		['m', powers.m],
	] as const;
	const side = (sign: 1 | -1, number: number) => {
		const letters = symbols
			.filter(([, power]) => Math.sign(power) === sign)
			.map(([symbol, power]) => spell(symbol, power));
		return `${number > 1 ? number : ''}${letters.join('')}`;
	};
	const [above, below] = [whole(factor), whole(1 / factor)];
	if (above === null && below === null) throw new Error(`${factor} is no number to write down`);
	const [top, bottom] = [side(1, above ?? 1), side(-1, below ?? 1)];
	return bottom === '' ? top || '1' : `${top || '1'}/${bottom}`;
}

const spell = (symbol: string, power: number) => {
	const size = Math.abs(Math.round(power));
	return size === 1 ? symbol : `${symbol}^${size}`;
};

/** A whole number that rounding has moved; null for any other. */
function whole(value: number): number | null {
	const near = Math.round(value);
	return near >= 1 && Math.abs(value - near) < 1e-9 ? near : null;
}
