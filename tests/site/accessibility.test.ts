/** What axe finds on every kind of page, in both themes and languages. */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/chromium.ts';
import { inBrowser } from '../support/inBrowser.ts';
import { partOf } from '../support/partOf.ts';
import { open } from './startPage.ts';

/** By their English address. Colours are those of the theme and words those of the language: each pair once. */
const PAGES = ['/', '/lab/', '/convert/', '/sweeps/', '/replication/', '/api/', '/api/runs/', '/problems/over-budget/'];
const VIEWS = [
	{ home: '', colorScheme: 'light' },
	{ home: '/zh', colorScheme: 'dark' },
] as const;
const axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');

interface Finding {
	id: string;
	nodes: { target: unknown[]; failureSummary?: string }[];
}

inBrowser('axe', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	const views = PAGES.flatMap((page) => VIEWS.map(({ home, colorScheme }) => ({ path: home + page, colorScheme })));
	test.each(partOf(views, 6))('finds nothing on $path in the $colorScheme theme', async ({ path, colorScheme }) => {
		// Scripts of this test stand beside the page's own policy.
		const { page } = await open(browser, path, { colorScheme, bypassCSP: true, reducedMotion: 'reduce' });
		await page.evaluate(axe);
		const findings = await page.evaluate(async () => {
			const { violations } = await (
				globalThis as unknown as { axe: { run(): Promise<{ violations: Finding[] }> } }
			).axe.run();
			return violations.map(({ id, nodes }) => ({
				id,
				where: nodes.slice(0, 3).map(({ target }) => String(target)),
			}));
		});
		expect(findings).toEqual([]);
		await page.context().close();
	});
});
