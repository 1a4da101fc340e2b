/**
 * The characters that the site's faces hold, and no others: a page waits for its text face, and a glyph is 150 bytes.
 * `tests/core/fonts.test.ts` finds one that a text uses and no face has: add it here and run `npm run fonts`.
 */

const between = (first: number, last: number): string =>
	Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');

const ASCII = between(0x20, 0x7e);
const PUNCTUATION = '\u00a0–—‘’“”…·';

/** The upright text face. */
export const TEXT_CHARACTERS = `${ASCII}${PUNCTUATION}αβγδεηθκλμνπρστφωΔΣΩáéíöúüŷℓ²³¹⁰⁴⁵⁶⁷⁸⁹ᵖ₁₂½¼±×÷−√∞≈≠≤≥←→`;

/** The italic: words that are stressed or quoted, and letters of a formula in running text. */
export const ITALIC_CHARACTERS = `${ASCII}${PUNCTUATION}βεηθλμρστ−`;

/** What running text takes from the face of mathematics, because the text face has no such glyph. */
export const SYMBOL_CHARACTERS = '‖⁻↔∇∝';

/** Latin and Greek of the mathematical italic; its h is the constant of Planck, the one gap in the block. */
const MATH_ITALIC = `${between(0x1d434, 0x1d454)}ℎ${between(0x1d456, 0x1d467)}${between(0x1d6fc, 0x1d714)}𝜕𝜖`;

/** The face of mathematics: what formulas are made of. Its sizes of delimiters, roots and sums come along. */
export const MATH_CHARACTERS = `${ASCII}${MATH_ITALIC}ΓΔΘΛΞΠΣΦΨΩ\u00a0±·×÷ˆ‖′…⁻ℓ←→↔∂∇∏∑−√∝∞∣≈≠≤≥∈⊤⋅⋯`;
