import { textWidth } from './textWidth.ts';

/**
 * What may not be parted: one Chinese character with the punctuation after it, an equation such as `m = 30`, or a run of
 * other characters up to a space or with its hyphen. So `λ/2m` stays whole.
 */
const PIECES =
	/\p{Script=Han}[，。：；、）]*|\s+|[^\s\p{Script=Han}-]+ = [^\s\p{Script=Han}]+|[^\s\p{Script=Han}-]*-|[^\s\p{Script=Han}-]+/gu;

/**
 * A text in lines that are no wider than `width`, broken at spaces, after hyphens and between Chinese characters; null where a word
 * alone is wider.
 */
export function wrapText(text: string, width: number, fontPixels: number): string[] | null {
	const lines: string[] = [];
	let line = '';
	for (const [piece] of text.matchAll(PIECES)) {
		const longer = line + piece;
		if (textWidth(longer.trim(), fontPixels) <= width) {
			line = longer;
			continue;
		}
		if (textWidth(piece.trim(), fontPixels) > width) return null;
		if (line.trim()) lines.push(line.trim());
		line = piece.trimStart();
	}
	if (line.trim()) lines.push(line.trim());
	return lines;
}

/** As `wrapText`, but a word that is too wide is broken too: nothing is lost and nothing overflows. */
export function wrapTextAnywhere(text: string, width: number, fontPixels: number): string[] {
	const whole = wrapText(text, width, fontPixels);
	if (whole) return whole;
	const lines: string[] = [];
	let line = '';
	for (const character of text) {
		if (line && textWidth(line + character, fontPixels) > width) {
			lines.push(line.trim());
			line = '';
		}
		line += character;
	}
	return [...lines, line.trim()].filter(Boolean);
}
