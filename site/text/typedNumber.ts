import { roundTo } from '../../src/numberFormat.ts';

/** Digits in groups of three behind one to three: `50,000`, `1 234 567`, `50_000`, `50'000`. No number that begins with 0 is grouped. */
const GROUPED = /^[-+]?[1-9]\d{0,2}([,\s_'’])\d{3}(?:\1\d{3})*$/;

/** `50.000`, which is fifty here and fifty thousand elsewhere; as a whole number it is asked for again. */
const DOTTED = /^[-+]?[1-9]\d{0,2}\.\d{3}$/;

/** A number as half of the world writes it. */
const COMMA = /^[-+]?\d*,\d+$/;

/** A number of thousands, ten thousands or millions: `50k`, `1.2M`, `5万`. */
const SCALED = /^(\d+(?:\.\d+)?)\s*([kKM万])$/;
const SCALES: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6, 万: 1e4 };

/** A whole number without the separators of its thousands, or a letter for them; another text as it is. */
export function ungroup(text: string): string {
	const [, number, scale = ''] = SCALED.exec(text) ?? [];
	if (number !== undefined) return String(roundTo(Number(number) * (SCALES[scale] ?? 1), 12));
	return GROUPED.test(text) ? text.replaceAll(/[^-+\d]/g, '') : text;
}

/** Digits of any number in groups, as programs write it: `10_000.5`. */
const UNDERSCORED = /^[-+]?\d{1,3}(_\d{3})+(\.\d*)?$/;

/** Text without spaces around, and with the digits and signs of a Chinese keyboard (１０) as the others. */
export const tidyText = (text: string): string => text.normalize('NFKC').trim();

/**
 * What was typed into a field for a number: the number, or the text where it spells none. Separators of thousands are read
 * where a whole number is asked for, since `50,000` can be no other there; `50.000` can, and stays text.
 *
 * @param text tidied
 */
export function readTyped(text: string, { isWhole }: { isWhole: boolean }): number | string {
	if (isWhole && DOTTED.test(text)) return text;
	const number = Number(isWhole ? ungroup(text) : UNDERSCORED.test(text) ? text.replaceAll('_', '') : text);
	return text !== '' && Number.isFinite(number) ? number : text;
}

/** A number that was meant, as it has to be written, or that it is too large to be one. */
type Mistyped =
	| { is: 'grouped' | 'comma'; write: string }
	| { is: 'dotted'; either: string; or: string }
	| { is: 'too-large' };

/** What a person who typed this meant, where it is no number; null where there is no telling. */
export function whatWasMeant(typed: string): Mistyped | null {
	const text = tidyText(typed);
	if (GROUPED.test(text)) return { is: 'grouped', write: ungroup(text) };
	if (DOTTED.test(text)) return { is: 'dotted', either: String(Number(text)), or: text.replace('.', ',') };
	if (COMMA.test(text)) return { is: 'comma', write: text.replace(',', '.') };
	return /\d/.test(text) && Math.abs(Number(text)) === Number.POSITIVE_INFINITY ? { is: 'too-large' } : null;
}
