/** The Chinese pages of the API against its document: every description that they show, and none that it no longer has. */
import { expect, test } from 'vitest';
import { describeOperation } from '../../site/reference/describeOperation.ts';
import { type JsonSchema, schemaRows } from '../../site/reference/schemaRows.ts';
import { CHINESE_TABLES } from '../../site/text/reference/chinese/descriptions.ts';
import { translateDescription } from '../../site/text/reference/chinese/translateDescription.ts';
import { OPERATIONS } from '../../src/contract/routes.ts';
import { componentSchemas } from '../../src/openapi/components.ts';

const components = componentSchemas() as Record<string, JsonSchema>; // the tables read a subset
const operations = await Promise.all(OPERATIONS.map((operation) => describeOperation(operation, 'http://localhost')));
/** What the pages in a language say in paragraphs and tables. */
const rowsIn = (language: 'en' | 'zh') =>
	operations
		.flatMap(({ parameters, body, answer }) => [parameters, body?.schema, answer?.schema])
		.flatMap((schema) => (schema ? schemaRows(schema, components, language) : []));
const paragraphs = operations.flatMap(({ description, otherForms }) => [
	description,
	...otherForms.map((form) => form.description),
]);
/** Descriptions without the kinds that a field belongs to, which are said around them. */
const shown = [
	...new Set([...paragraphs, ...rowsIn('en').map(({ description }) => description.replace(/^\([a-z, -]+\) /, ''))]),
].filter((english) => english !== '');

test('every description that a page shows has its Chinese', () => {
	expect(shown.length).toBeGreaterThan(400);
	expect(shown.filter((english) => translateDescription(english) === null)).toEqual([]);
});

test('no Chinese is left of a description that the API no longer has, and none stands twice', () => {
	const entries = CHINESE_TABLES.flatMap((table) => Object.keys(table));
	const used = new Set(shown.flatMap((english) => translateDescription(english)?.entries ?? []));
	expect(entries.filter((english) => !used.has(english))).toEqual([]);
	expect(entries.filter((english, index) => entries.indexOf(english) !== index)).toEqual([]);
});

test('names between backticks are the same in both languages', () => {
	const namesIn = (text: string) => [...text.matchAll(/`[^`]+`/g)].map(([name]) => name).sort();
	for (const english of shown)
		expect(namesIn(translateDescription(english)?.chinese ?? ''), english).toEqual(namesIn(english));
});

test('a row of the Chinese tables has no English sentence in it', () => {
	const rows = rowsIn('zh');
	expect(rows.map(({ path }) => path)).toEqual(rowsIn('en').map(({ path }) => path));
	for (const { path, description, allowed } of rows) {
		// Three words with spaces between them that are no code and no formula.
		expect(description.replaceAll(/`[^`]+`/g, ''), path).not.toMatch(/[a-z]{2,} [a-z]+ [a-z]{2,}/);
		expect(allowed, path).not.toMatch(/items|characters|\(default\)/);
	}
});

test('what is composed is composed in Chinese too, with its names and numbers', () => {
	const said = (english: string) => translateDescription(english)?.chinese;
	expect(said('testLoss at each of these epochs')).toBe('testLoss 在这些轮的值');
	expect(said('λ, each once and ascending')).toBe('λ，每个值只列一次，由小到大');
	expect(said('The number as that library takes it: 0, or at least 1e-90')).toContain('1e-90');
	expect(said('A sentence that no schema has, each once and ascending')).toBeUndefined();
	expect(said('A sentence that no schema has')).toBeUndefined();
});
