/** The faces of the pages as a reader meets them: there at the first paint, and nowhere that they are not used. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { MATH_CHARACTERS } from '../../scripts/fonts/characters.ts';
import { italic } from '../../site/html/mathematics/italic.ts';
import { LANGUAGES } from '../../site/text/languages.ts';
import { launchBrowser } from '../support/chromium.ts';
import { inBrowser } from '../support/inBrowser.ts';
import { open } from './startPage.ts';

/** As Lighthouse has it: 150 ms to the server, 1.6 megabits a second. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };

/** Between a function and what it is applied to: an operator without a glyph. */
const APPLICATION = '\u2061';

inBrowser('the faces', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test.each(['/', '/convert/'])('of the text are there when %s is first painted, on a slow network', async (path) => {
		const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 412, height: 823 } });
		const page = await context.newPage();
		await (await context.newCDPSession(page)).send('Network.emulateNetworkConditions', SLOW);
		await page.addInitScript(() => {
			const seen = { shift: 0, faces: [] as string[][] };
			Object.assign(globalThis, { seen });
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
			}).observe({ type: 'layout-shift', buffered: true });
			// The last frame before the one that paints a text: what is loaded in it is what the text is set in.
			const look = () => {
				if (performance.getEntriesByName('first-contentful-paint').length > 0) return;
				seen.faces.push(
					[...document.fonts].filter(({ status }) => status === 'loaded').map(({ family, style }) => family + style),
				);
				requestAnimationFrame(look);
			};
			requestAnimationFrame(look);
		});
		await page.goto(`${inject('serverUrl')}${path}`, { waitUntil: 'load' });
		await page.evaluate(() => document.fonts.ready);
		const { shift, faces } = await page.evaluate(
			() => (globalThis as unknown as { seen: { shift: number; faces: string[][] } }).seen,
		);
		expect(faces.at(-1)?.map((face) => face.replaceAll('"', ''))).toEqual(
			expect.arrayContaining(['Lambda Serifnormal', 'Lambda Serifitalic']),
		);
		expect(shift).toBeLessThan(0.02);
		await context.close();
	});

	test.each(['/zh/', '/zh/convert/', '/zh/lab/'])('of Latin text are not sent to %s', async (path) => {
		const { page } = await open(browser, path);
		const sent = await page.evaluate(() =>
			performance.getEntriesByType('resource').map(({ name }) => name.replace(/^.*\//, '')),
		);
		expect(sent.filter((name) => /^(text|italic)\./.test(name))).toEqual([]);
		expect(
			await page.evaluate(() => [...document.fonts].filter(({ family }) => /Serif/.test(family)).length),
		).toBeLessThanOrEqual(1); // what stands in
		await page.context().close();
	});

	test.each(LANGUAGES)('have every character of the formulas, in $name', async ({ path }) => {
		const { page } = await open(browser, path, { javaScriptEnabled: false });
		const letters = await page.locator('math mi, math mn, math mo, math .handle').allTextContents();
		expect(letters.length).toBeGreaterThan(300);
		// An <mi> of one letter is set in italic: by the browser, with another character of the font.
		const used = letters.map((one) => (one.length === 1 ? italic(one) : one)).join('');
		expect([...new Set(used)].filter((one) => one !== APPLICATION && !MATH_CHARACTERS.includes(one))).toEqual([]);
		await page.context().close();
	});
});
