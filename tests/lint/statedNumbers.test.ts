/** Numbers that Markdown states are those of the tables. */
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { CLAIM_NUMBERS } from '../../src/experiments/registry.ts';
import { LIBRARY_IDS } from '../../src/schema/libraryIds.ts';

const counts: Record<string, number> = {
	claims: CLAIM_NUMBERS.length,
	libraries: LIBRARY_IDS.length,
	spellings: LIBRARY_IDS.length,
};

const pages = [
	'README.md',
	'CONTRIBUTING.md',
	'CHANGELOG.md',
	...(await readdir('docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
];

test.each(pages)('%s', async (page) => {
	const text = await readFile(page, 'utf8');
	for (const [stated, count, noun = ''] of text.matchAll(/(\d+) (claims|libraries|spellings)\b/g)) {
		expect(Number(count), stated).toBe(counts[noun]);
	}
});

test('the README states how many claims and spellings there are', async () => {
	const text = await readFile('README.md', 'utf8');
	expect(text).toContain(`${counts.claims} claims`);
	expect(text).toContain(`${counts.spellings} spellings`);
});
