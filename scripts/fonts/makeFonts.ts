/**
 * `npm run fonts`: cuts the site's faces out of the complete fonts in `masters/` and writes them, with the style sheet
 * that names them, to `site/fonts/`. The same masters and characters give the same bytes, on any machine.
 *
 * Subsets of Source Serif 4 may not bear its reserved name, so the faces are called after what they are for.
 */
/// <reference path="./packages.d.ts" />
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert } from 'fontverter';
import subsetFont, { type SubsetOptions } from 'subset-font';
import { ITALIC_CHARACTERS, MATH_CHARACTERS, SYMBOL_CHARACTERS, TEXT_CHARACTERS } from './characters.ts';
import { codePointsOf, renameFont } from './sfnt.ts';

/** Pairs of letters, and figures that are all as wide. */
const TEXT_FEATURES = ['kern', 'liga', 'tnum'];
/** The design for sizes of running text. */
const OPTICAL_SIZE = 14;

interface Face {
	master: string;
	characters: string;
	options: Omit<SubsetOptions, 'targetFormat'>;
}

const TEXT: Face = {
	master: 'SourceSerif4Variable-Roman.ttf.woff2',
	characters: TEXT_CHARACTERS,
	options: { keepFeatures: TEXT_FEATURES, variationAxes: { wght: { min: 400, max: 700 }, opsz: OPTICAL_SIZE } },
};
const ITALIC: Face = {
	master: 'SourceSerif4Variable-Italic.ttf.woff2',
	characters: ITALIC_CHARACTERS,
	options: { keepFeatures: TEXT_FEATURES, variationAxes: { wght: 400, opsz: OPTICAL_SIZE } },
};
/** The MATH table, with its larger delimiters, roots and sums, stays whatever the features are. */
const MATHEMATICS: Face = {
	master: 'STIXTwoMath-Regular.woff2',
	characters: MATH_CHARACTERS,
	options: { keepFeatures: [], noLayoutClosure: true },
};

/** Makes one face. @throws Error when its master lacks a character */
async function makeFace({ master, characters, options }: Face): Promise<Buffer> {
	const complete = readFileSync(join(import.meta.dirname, 'masters', master));
	const font = await subsetFont(complete, characters, { ...options, noHinting: true, targetFormat: 'truetype' });
	const has = codePointsOf(font);
	const missing = [...characters].filter((character) => !has.has(character.codePointAt(0) ?? 0));
	if (missing.length > 0) throw new Error(`${master} has no ${missing.join(' ')}`);
	renameFont(font, 'Source', 'Lambda');
	return convert(font, 'woff2');
}

/** `U+0041-0043,U+03BB`: what a style sheet says of some characters. */
function unicodeRange(characters: string): string {
	const codes = [...new Set([...characters].map((character) => character.codePointAt(0) ?? 0))].sort((a, b) => a - b);
	const ranges: [number, number][] = [];
	for (const code of codes) {
		const last = ranges.at(-1);
		if (last && last[1] === code - 1) last[1] = code;
		else ranges.push([code, code]);
	}
	const hex = (code: number) => code.toString(16).toUpperCase().padStart(4, '0');
	return ranges.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(', ');
}

const fontFace = (family: string, source: string, ...more: string[]): string =>
	[
		'@font-face {',
		...[`font-family: '${family}'`, ...more, 'font-display: block', `src: url('${source}') format('woff2')`].map(
			(line) => `\t${line};`,
		),
		'}\n',
	].join('\n');

const embedded = (font: Buffer): string => `data:font/woff2;base64,${font.toString('base64')}`;

/** Style sheets that carry what they name are waited for: no text is painted, and no line broken, in another face. */
async function textStyleSheet(): Promise<string> {
	const text = await makeFace(TEXT);
	const italic = await makeFace(ITALIC);
	const ranges = [TEXT_CHARACTERS, ITALIC_CHARACTERS].map((characters) => `unicode-range: ${unicodeRange(characters)}`);
	return [
		heading('Source Serif 4'),
		fontFace('Lambda Serif', embedded(text), 'font-weight: 400 700', ranges[0] ?? ''),
		fontFace('Lambda Serif', embedded(italic), 'font-style: italic', 'font-weight: 400', ranges[1] ?? ''),
	].join('\n');
}

const mathematicsStyleSheet = (): string =>
	[
		heading('STIX Two Math'),
		'/* What the text face has no glyph for. */\n',
		fontFace('Lambda Symbols', './mathematics.woff2', `unicode-range: ${unicodeRange(SYMBOL_CHARACTERS)}`),
		fontFace('Lambda Math', './mathematics.woff2'),
	].join('\n');

const heading = (font: string): string =>
	`/* Written by \`npm run fonts\`. Cut from ${font}, SIL Open Font License 1.1: LICENSE.txt. */\n`;

/** Every file that is written, by its name. */
export async function makeFonts(): Promise<Map<string, Buffer>> {
	return new Map([
		['text.css', Buffer.from(await textStyleSheet())],
		['mathematics.css', Buffer.from(mathematicsStyleSheet())],
		['mathematics.woff2', await makeFace(MATHEMATICS)],
	]);
}

if (import.meta.main) {
	for (const [file, bytes] of await makeFonts()) {
		writeFileSync(join(import.meta.dirname, '../../site/fonts', file), bytes);
		console.log(`${file}: ${bytes.byteLength} bytes`);
	}
}
