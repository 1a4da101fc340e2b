/** The faces of the site: made as committed, small, and with every character that its texts use. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert } from 'fontverter';
import { beforeAll, describe, expect, test } from 'vitest';
import {
	ITALIC_CHARACTERS,
	MATH_CHARACTERS,
	SYMBOL_CHARACTERS,
	TEXT_CHARACTERS,
} from '../../scripts/fonts/characters.ts';
import { makeFonts } from '../../scripts/fonts/makeFonts.ts';
import { codePointsOf, hasTable } from '../../scripts/fonts/sfnt.ts';

const root = join(import.meta.dirname, '../..');
const committed = (file: string): Buffer => readFileSync(join(root, 'site/fonts', file));
const embeddedFonts = (): Buffer[] =>
	[
		...committed('text.css')
			.toString()
			.matchAll(/base64,([^']+)'/g),
	].map(([, data = '']) => Buffer.from(data, 'base64'));

/** What a system's own face shows: Chinese and full-width punctuation. */
const OF_THE_SYSTEM = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

describe('the faces', () => {
	test('are what `npm run fonts` makes of the masters, to the byte', async () => {
		for (const [file, bytes] of await makeFonts()) expect(bytes.equals(committed(file)), file).toBe(true);
	}, 30_000);

	test('weigh at most 40 KB for what a page waits for, and 30 KB for mathematics', () => {
		const weights = embeddedFonts().map(({ byteLength }) => byteLength);
		expect(weights).toHaveLength(2);
		expect(weights.reduce((sum, bytes) => sum + bytes)).toBeLessThan(40_000);
		expect(committed('mathematics.woff2').byteLength).toBeLessThan(30_000);
	});

	test('do not bear the reserved name of what they are cut from', async () => {
		for (const font of embeddedFonts()) {
			const sfnt = await convert(font, 'sfnt');
			expect(sfnt.includes(Buffer.from('Lambda Serif', 'utf16le').swap16())).toBe(true);
			expect(sfnt.includes(Buffer.from('Source Serif', 'utf16le').swap16())).toBe(false);
		}
	});
});

describe('their characters', () => {
	let text: Set<number>;
	let italic: Set<number>;
	let mathematics: Set<number>;
	beforeAll(async () => {
		const found: Set<number>[] = [];
		for (const font of [...embeddedFonts(), committed('mathematics.woff2')])
			found.push(codePointsOf(Buffer.from(await convert(font, 'sfnt'))));
		const [upright, slanted, formulas] = found;
		if (!upright || !slanted || !formulas) throw new Error('text.css does not hold two fonts');
		[text, italic, mathematics] = [upright, slanted, formulas];
	});

	test('of mathematics come with the table that browsers lay formulas out by', async () => {
		expect(hasTable(await convert(committed('mathematics.woff2'), 'sfnt'), 'MATH')).toBe(true);
	});

	const missing = (characters: string, ...faces: Set<number>[]) =>
		[...new Set(characters)].filter((one) => !faces.some((face) => face.has(one.codePointAt(0) ?? 0)));

	test('are those that the list says', () => {
		expect(missing(TEXT_CHARACTERS, text)).toEqual([]);
		expect(missing(ITALIC_CHARACTERS, italic)).toEqual([]);
		expect(missing(MATH_CHARACTERS + SYMBOL_CHARACTERS, mathematics)).toEqual([]);
	});

	test('include Greek, digits and operators that a text about λ/2m is made of', () => {
		expect(missing('λτσημρΩβεθπ+−≤≥×÷√½∝≈→…⁰¹²³⁴⁵⁶⁷⁸⁹‖', text, mathematics)).toEqual([]);
	});

	/** Comments are not shown; what a source can show is in its strings and markup. */
	const shown = (file: string) =>
		readFileSync(file, 'utf8')
			.replaceAll(/\/\*[\s\S]*?\*\//g, '')
			.replaceAll(/(?<=^|\s)\/\/ .*$/gm, '');
	/** Widths of characters, and characters that TeX is read by: tables, and nothing that is shown. */
	const TABLES = ['site/charts/textWidth.ts', 'site/html/mathematics/tidy.ts', 'site/html/mathematics/italic.ts'];
	const SOURCES = ['site', 'src/convert', 'src/experiments', 'src/explain', 'src/contract', 'src/schema'].flatMap(
		(room) =>
			readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
				.filter((path) => /\.(ts|astro|mdx)$/.test(path))
				.map((path) => join(room, path))
				.filter((path) => !TABLES.includes(path)),
	);

	test('cover every source that a page is made of', () => {
		const symbols = new Set([...SYMBOL_CHARACTERS].map((one) => one.codePointAt(0) ?? 0));
		const uncovered = SOURCES.map((path) => ({
			path,
			characters: missing(shown(join(root, path)), text, symbols).filter(
				(one) => one > '~' && !OF_THE_SYSTEM.test(one),
			),
		}));
		expect(uncovered.filter(({ characters }) => characters.length > 0)).toEqual([]);
	});
});
