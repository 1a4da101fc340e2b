import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import type { RunSpec } from '../../../src/schema/runSpec.ts';
import { FIELD_TEXT, OPTION_TEXT } from '../../text/lab/fieldText.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';
import { CopiedRows, type Difference, differences } from './difference.ts';
import { copiesInWords, rowCount } from './rowCount.ts';

/** More differences than this are a list that nobody reads. */
const NAMED = 5;

/** What a run has that the first one has not, in words. */
export function describeDifferences(base: RunSpec, other: RunSpec, language: Language): string {
	const text = LAB_TEXT[language];
	const found = differences(base, other);
	if (found.length === 0) return text.same;
	const words = found.slice(0, NAMED).map((one) => inWords(one, language));
	return text.differences(words, found.length - words.length);
}

function inWords({ path, from, to }: Difference, language: Language): string {
	const text = LAB_TEXT[language];
	const name = nameOf(path, language);
	if (path === 'data.X' && to !== undefined)
		return rowsInWords(to, from === undefined ? 'namedRows' : 'otherRows', language);
	if (to === undefined) return text.without(name);
	const shown = (value: unknown) => valueInWords(path, value, language);
	return from === undefined ? text.only(name, shown(to)) : text.difference(name, shown(from), shown(to));
}

/** Rows that are written out, which count as one field: how many there are. */
export const rowsInWords = (data: unknown, words: 'namedRows' | 'otherRows', language: Language): string =>
	LAB_TEXT[language][words](rowCount(data as Extract<RunSpec['data'], { kind: 'inline' }>, language)); // `difference.ts` has them so

/** A field as a sentence calls it: by its letter where it has one. */
export function nameOf(path: string, language: Language): string {
	const field = FIELD_TEXT[path] ?? FIELD_TEXT[path.replace(/\.kind$/, '')];
	return field?.symbol ?? field?.label[language] ?? path;
}

/** The value of a field as a sentence says it. */
export function valueInWords(path: string, value: unknown, language: Language): string {
	const text = LAB_TEXT[language];
	if (value === null) return text.none;
	if (typeof value === 'boolean') return value ? text.on : text.off;
	if (value instanceof CopiedRows) return copiesInWords(value.rows, value.copies, language);
	if (typeof value === 'number') return formatInProse(value, { language });
	if (Array.isArray(value)) return value.length === 0 ? text.none : value.length > 8 ? '…' : value.join('-');
	const options = OPTION_TEXT[path] ?? OPTION_TEXT[path.replace(/\.kind$/, '')];
	return options?.[String(value)]?.[language] ?? String(value);
}
