/** Figure 7 in a real browser: stepping, following a factor, another derivation, and a derivation on paper without script. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DERIVATION_TEXT } from '../../site/text/figures/derivation.ts';
import { LANGUAGES } from '../../site/text/languages.ts';
import { launchBrowser } from '../support/chromium.ts';
import { inBrowser } from '../support/inBrowser.ts';
import { partOf } from '../support/partOf.ts';
import { open } from './startPage.ts';

inBrowser('the derivation of Eq 1', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	const figureOf = async (page: Page) => {
		const figure = page.locator('derivation-figure');
		await figure.scrollIntoViewIfNeeded();
		return figure;
	};
	const stepOf = (page: Page) =>
		page
			.locator('derivation-figure ol:visible > li')
			.evaluateAll((lines) => lines.findIndex((line) => line.ariaCurrent));

	test.each(partOf(LANGUAGES, 1, 19))('is all there without script, in $name', async ({ key, path }) => {
		const { page } = await open(browser, path, { javaScriptEnabled: false });
		const figure = await figureOf(page);
		expect(await figure.locator('li:visible p').allTextContents()).toEqual(DERIVATION_TEXT[key].steps.gaussian);
		expect(await figure.locator('li:visible math').count()).toBe(5);
		expect(await figure.locator('button:visible').count()).toBe(0);
		await page.context().close();
	});

	test('steps on and back by buttons, by arrow keys and by tapping a line', async () => {
		const { page, errors } = await open(browser);
		const figure = await figureOf(page);
		await figure.locator('[data-part="on-step"]').click();
		expect(await stepOf(page)).toBe(1);
		await figure.locator('[data-part="lines"]').focus();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowRight');
		expect(await stepOf(page)).toBe(3);
		await page.keyboard.press('ArrowUp');
		expect(await stepOf(page)).toBe(2);
		await figure.locator('li:visible p').nth(4).click();
		expect(await figure.locator('[data-part="at"]').textContent()).toBe(DERIVATION_TEXT.en.at(5, 5));
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('follows a factor into every line that has it, by pointer and by keyboard', async () => {
		const { page } = await open(browser);
		const figure = await figureOf(page);
		const lit = () =>
			figure
				.locator('li:visible [data-factor]')
				.evaluateAll((parts) => [
					...new Set(
						parts
							.filter((part) => getComputedStyle(part).outlineStyle === 'solid')
							.map((part) => part.getAttribute('data-factor')),
					),
				]);
		expect(await lit()).toEqual([]);
		await figure.locator('li:visible [data-factor="tau"]').first().hover();
		expect(await lit()).toEqual(['tau']);
		await page.mouse.move(0, 0);
		await figure.locator('[data-follow="sigma"]').focus();
		expect(await lit()).toEqual(['sigma']);
		await page.keyboard.press('Enter');
		await figure.locator('[data-part="on-step"]').focus();
		expect(await lit()).toEqual(['sigma']);
		await page.context().close();
	});

	test('derives the same with a log-loss and as classical ridge, and says what is left', async () => {
		const { page } = await open(browser, '/zh/', { hasTouch: true, viewport: { width: 390, height: 800 } });
		const figure = await figureOf(page);
		const { captions, kinds, steps } = DERIVATION_TEXT.zh;
		for (const kind of ['log-loss', 'ridge'] as const) {
			await figure.getByText(kinds[kind], { exact: true }).tap();
			await expect.poll(() => figure.locator('[data-part="caption"]').textContent()).toBe(captions[kind]);
			expect(await figure.locator('li:visible p').allTextContents()).toEqual(steps[kind]);
		}
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
		await page.context().close();
	});
});
