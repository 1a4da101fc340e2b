import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { LANGUAGES } from '../../site/text/languages.ts';
import { TEXT } from '../../site/text/tables.ts';
import { launchBrowser } from '../support/chromium.ts';
import { inBrowser } from '../support/inBrowser.ts';
import { partOf } from '../support/partOf.ts';
import { open } from './startPage.ts';

const WIDTHS = [320, 390, 768, 1440];

inBrowser('the page', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test.each(partOf(LANGUAGES, 1, 20))('never scrolls sideways in $name', async ({ path }) => {
		const { page } = await open(browser, path);
		for (const width of WIDTHS) {
			await page.setViewportSize({ width, height: 800 });
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
		}
		await page.context().close();
	});

	test('sets Eq 1 as MathML, in a font of its own that can lay formulas out', async () => {
		const { page } = await open(browser);
		expect(await page.locator('.equation math annotation').textContent()).toContain('\\frac{\\lambda}{2m}');
		expect(await page.evaluate(() => document.fonts.check('16px "Lambda Math"'))).toBe(true);
		const heights = await page
			.locator('.equation math mo')
			.evaluateAll((all) =>
				all
					.filter(({ textContent }) => '∑='.includes(textContent ?? ''))
					.map((mo) => mo.getBoundingClientRect().height),
			);
		expect(Math.max(...heights) / Math.min(...heights)).toBeGreaterThan(1.5); // the sum is a display's, from the MATH table
		await page.context().close();
	});

	test('has the λ, the 2 and the m of Eq 1 as elements that a figure can take hold of', async () => {
		const { page } = await open(browser, '/', { javaScriptEnabled: false });
		const handles = page.locator('.equation [data-equation-handle]');
		expect(await handles.allTextContents()).toEqual(['𝜆', '2', '𝑚']);
		for (const handle of await handles.all()) {
			const { width, height } = (await handle.boundingBox()) ?? { width: 0, height: 0 };
			expect(Math.min(width, height)).toBeGreaterThan(5);
		}
		await page.context().close();
	});

	test('is worked by the keyboard alone, from the skip link to a network that trains', async () => {
		const { page } = await open(browser);
		await page.locator('hero-figure[data-warm]').waitFor();
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(TEXT.en.skip);
		await page.keyboard.press('Enter');
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
		const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-handle'));
		for (let presses = 0; presses < 20 && (await focused()) !== 'm'; presses++) await page.keyboard.press('Tab');
		expect(await focused()).toBe('m');
		const outline = await page.evaluate(
			() => document.activeElement && getComputedStyle(document.activeElement).outlineStyle,
		);
		expect(outline).toBe('solid');
		const caption = page.locator('hero-figure [data-part="caption"]');
		const before = await caption.textContent();
		await page.keyboard.press('ArrowLeft');
		await expect.poll(() => caption.textContent()).not.toBe(before);
		expect(await page.locator('hero-figure input[data-handle="m"]').getAttribute('aria-valuetext')).toBe('260');
		await page.context().close();
	});

	test('takes a theme, recolours its drawings and remembers it', async () => {
		const { page } = await open(browser, '/', { colorScheme: 'light' });
		const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
		const field = () => page.locator('[data-part="boundary-divided"]').screenshot();
		await page.locator('hero-figure[data-warm]').waitFor();
		await page.locator('hero-figure input[data-handle="m"]').press('ArrowLeft'); // from here on a canvas draws
		await page.locator('[data-part="boundary-divided"][data-live]').waitFor();
		const light = { paper: await paper(), field: await field() };
		await page.getByLabel(TEXT.en.theme.dark).check({ force: true });
		const dark = await paper();
		expect(dark).not.toBe(light.paper);
		await expect.poll(async () => (await field()).equals(light.field)).toBe(false);

		await page.goto(`${inject('serverUrl')}/zh/`, { waitUntil: 'domcontentloaded' });
		expect(await paper()).toBe(dark);
		expect(await page.getByLabel(TEXT.zh.theme.dark).isChecked()).toBe(true);
		await page.context().close();
	});

	test('leads from each language to the other', async () => {
		const { page } = await open(browser);
		await page.getByRole('link', { name: '中文' }).click();
		await page.waitForURL('**/zh/');
		expect(await page.locator('h1').textContent()).toBe('λ 为什么要除以 2m？');
		await page.context().close();
	});

	test.each(['/api/x', '/api/v2/runs'])('leaves %s to the API, which answers with a problem', async (path) => {
		const answer = await fetch(inject('serverUrl') + path);
		expect([answer.status, answer.headers.get('Content-Type')]).toEqual([404, 'application/problem+json']);
	});

	test('answers an unknown address with its own 404 in both languages', async () => {
		const { page } = await open(browser);
		const response = await page.goto(`${inject('serverUrl')}/no/such/page/`);
		expect(response?.status()).toBe(404);
		const text = await page.locator('main').textContent();
		expect(text).toContain(TEXT.en.notFound.title);
		expect(text).toContain(TEXT.zh.notFound.title);
		await page.context().close();
	});
});
