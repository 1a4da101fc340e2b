/** The policy of the pages allows no style attribute: a browser drops one, and only its console says so. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const site = join(import.meta.dirname, '../../site');

test('nothing of the site writes a style attribute', () => {
	const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) =>
		/\.(ts|astro|mdx)$/.test(path),
	);
	expect(files.length).toBeGreaterThan(100);
	expect(files.filter((path) => /<[^<>]*\sstyle=["'{`]/.test(readFileSync(join(site, path), 'utf8')))).toEqual([]);
	expect(files.filter((path) => /^\s+style=[{"]/m.test(readFileSync(join(site, path), 'utf8')))).toEqual([]);
});
