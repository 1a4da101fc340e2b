import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { LANGUAGES } from '../../site/text/languages.ts';
import { TEXT } from '../../site/text/tables.ts';
import { launchBrowser } from '../support/chromium.ts';
import { inBrowser } from '../support/inBrowser.ts';
import { SITE_URL } from '../support/server.ts';
import { BUTTON, ERROR, OUTCOME, open, openFigure, PANELS } from './startPage.ts';

const WIDTHS = [320, 390, 768, 1440];

inBrowser('the page', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test.each(LANGUAGES)('never scrolls sideways in $name', async ({ path }) => {
		const { page } = await open(browser, path);
		await page.locator('details.numbers summary').click();
		for (const width of WIDTHS) {
			await page.setViewportSize({ width, height: 800 });
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
		}
		await page.context().close();
	});

	test('sets Eq 1 as MathML for screen readers, with fonts of its own', async () => {
		const { page } = await open(browser);
		expect(await page.locator('.equation math annotation').textContent()).toContain('\\frac{\\lambda}{2m}');
		expect(await page.evaluate(() => document.fonts.check('16px KaTeX_Main'))).toBe(true);
		await page.context().close();
	});

	test('is worked by the keyboard alone', async () => {
		const { page } = await open(browser);
		await page.route('**/api/v1/runs', (route) => route.abort());
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(TEXT.en.skip);
		await page.keyboard.press('Enter');
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
		const focused = () => page.evaluate(() => document.activeElement?.getAttribute('value') ?? '');
		for (let presses = 0; presses < 400 && (await focused()) !== 'notebook'; presses++)
			await page.keyboard.press('Tab');
		await page.keyboard.press('ArrowDown');
		expect(await page.locator('.panel[data-run="half-0.5-30"]').isVisible()).toBe(true);
		await page.locator(BUTTON).waitFor(); // it comes when its figure is near
		await page.keyboard.press('Tab');
		expect(await page.evaluate((button) => document.activeElement?.matches(button), BUTTON)).toBe(true);
		const outline = await page.locator(BUTTON).evaluate((button) => getComputedStyle(button).outlineStyle);
		expect(outline).toBe('solid');
		await page.keyboard.press('Enter');
		await page.locator(ERROR).waitFor();
		expect(await page.evaluate((button) => document.activeElement?.matches(button), BUTTON)).toBe(true);
		expect(await page.locator(OUTCOME).textContent()).toBe('');
		await page.context().close();
	});

	test('takes a theme, recolours its drawings and remembers it', async () => {
		const { page } = await openFigure(browser, '/', { colorScheme: 'light' });
		const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
		const curves = () => page.locator('objective-traces canvas').screenshot();
		const band = () =>
			page
				.locator(`${PANELS} .band-0`)
				.first()
				.evaluate((element) => getComputedStyle(element).fill);
		const light = { paper: await paper(), band: await band(), curves: await curves() };
		await page.getByLabel(TEXT.en.theme.dark).check({ force: true });
		const dark = { paper: await paper(), band: await band() };
		expect(dark.paper).not.toBe(light.paper);
		expect(dark.band).not.toBe(light.band);
		await expect.poll(async () => (await curves()).equals(light.curves)).toBe(false);

		await page.goto(`${inject('serverUrl')}/zh/`, { waitUntil: 'domcontentloaded' });
		expect(await paper()).toBe(dark.paper);
		expect(await page.getByLabel(TEXT.zh.theme.dark).isChecked()).toBe(true);
		await page.context().close();
	});

	test('leads from each language to the other and names both to search engines', async () => {
		const { page } = await open(browser);
		await page.getByRole('link', { name: '中文' }).click();
		await page.waitForURL('**/zh/');
		expect(await page.locator('h1').textContent()).toBe('λ 为什么要除以 2m？');
		const alternates = await page
			.locator('link[rel="alternate"][hreflang]')
			.evaluateAll((links) => links.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]));
		expect(alternates).toEqual([
			['en', `${SITE_URL}/`],
			['zh-Hans', `${SITE_URL}/zh/`],
			['x-default', `${SITE_URL}/`],
		]);
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
