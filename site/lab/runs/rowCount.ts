import type { Language } from '../../../src/language.ts';
import { formatCount } from '../../../src/numberFormat.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';

/** Rows as a spec has them written out; a link may hold anything. */
interface Rows {
	X: readonly (readonly number[])[];
	y: readonly (number | undefined)[];
}

/** What was counted; rows are never changed. */
const known = new WeakMap<object, number>();

/** How many rows there are that are written out, and of which there are several copies each: `30 × 10 = 300`. */
export function rowCount({ X, y }: Rows, language: Language): string {
	if (!Array.isArray(X) || !Array.isArray(y)) return '–';
	const all = X.length;
	const copies = copiesOf({ X, y });
	return copies > 1 ? copiesInWords(all / copies, copies, language) : formatCount(all, language);
}

/** So many rows, so often each: `30 × 10 = 300`. */
export function copiesInWords(rows: number, copies: number, language: Language): string {
	const count = (some: number) => formatCount(some, language);
	return LAB_TEXT[language].copies(count(rows), count(copies), count(rows * copies));
}

/** How often each row is there; 1 where not all are there equally often. */
function copiesOf({ X, y }: Rows): number {
	const before = known.get(X);
	if (before !== undefined) return before;
	const counts = new Map<string, number>();
	for (const [i, row] of X.entries()) {
		const name = `${row} ${y[i]}`;
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	const [first = 1, ...others] = counts.values();
	const copies = others.every((count) => count === first) ? first : 1;
	known.set(X, copies);
	return copies;
}
