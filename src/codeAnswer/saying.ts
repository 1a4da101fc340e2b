import { isTold, type Quantity } from '../codeReading/quantity.ts';
import { type Note, note } from '../codeReading/reading.ts';
import type { Language } from '../language.ts';
import type { CodeNote } from '../schema/codeAnswer.ts';
import { sayNote } from './noteWords.ts';
import { sayUnknown } from './unknownWords.ts';

/** How the notes of a text are said: in its language, each with its line and column. */
export interface Saying {
	placeOf: (from: number) => { line: number; column: number };
	say: (note: Note) => CodeNote;
	/** Of a number: why it is not known, or how it was found where a reader could think otherwise. */
	sayNumber: (what: string, quantity: Quantity | null, isKnown: boolean) => CodeNote[];
}

export function sayingOf(code: string, language: Language): Saying {
	const placeOf = placesIn(code);
	const say = (one: Note): CodeNote => ({ code: one.code, ...placeOf(one.from), message: sayNote(one)[language] });
	const sayNumber = (what: string, quantity: Quantity | null, isKnown: boolean): CodeNote[] => {
		if (!quantity) return [];
		if (quantity.value !== null) return isKnown ? waysOf(quantity, code, placeOf).map(say) : [];
		const reason = isKnown ? null : sayUnknown(quantity);
		return reason ? [say(note('not-read', quantity, { what, reason: reason[language] }))] : [];
	};
	return { placeOf, say, sayNumber };
}

/** How a number was found where the code does not say it in its place. */
function waysOf(quantity: Extract<Quantity, { value: number }>, code: string, placeOf: Saying['placeOf']): Note[] {
	const { ways, of, setAt, named = quantity } = quantity;
	const { from, value } = named;
	const [way] = ways.filter(isTold);
	const written = /^[-\w.[\]'"]*/.exec(code.slice(from, from + 60))?.[0].replace(/['"]$/, '') ?? '';
	return way
		? [
				note('found-by', quantity, {
					way,
					written,
					value: of ?? value,
					line: setAt === undefined ? '' : placeOf(setAt).line,
				}),
			]
		: [];
}

/** Line and column of a character, both from 1. */
function placesIn(code: string): (from: number) => { line: number; column: number } {
	const starts = [0];
	for (let at = code.indexOf('\n'); at >= 0; at = code.indexOf('\n', at + 1)) starts.push(at + 1);
	return (from) => {
		let [low, high] = [0, starts.length - 1];
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if ((starts[middle] ?? 0) <= from) low = middle;
			else high = middle - 1;
		}
		return { line: low + 1, column: from - (starts[low] ?? 0) + 1 };
	};
}
