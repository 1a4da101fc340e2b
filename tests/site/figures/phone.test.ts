/** What a reader drags and what it changes are on one screen of a phone, in both languages. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LANGUAGES } from '../../../site/text/languages.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { partOf } from '../../support/partOf.ts';
import { open } from '../startPage.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** Of the 844 pixels, some belong to the browser. */
const MOST_PIXELS = 780;

/** Pixels from the top of a figure to its handles. */
const placeOfHandles = (figure: Element): number => {
	const handles = figure.querySelector('[data-part="handles"]')?.getBoundingClientRect();
	return Math.round((handles?.top ?? 0) - figure.getBoundingClientRect().top);
};

inBrowser('on a phone', { timeout: 120_000 }, () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test.each(partOf(LANGUAGES, 1, 14))(
		'the picture and the handles of every figure are seen together, in $name',
		async ({ path }) => {
			const { page } = await open(browser, path, PHONE);
			const figures = page.locator('.live-figure');
			expect(await figures.count()).toBe(14);
			const tall: Record<string, number> = {};
			for (const figure of await figures.all()) {
				await figure.scrollIntoViewIfNeeded();
				await figure.locator('[data-part="handles"]:not([hidden])').waitFor({ state: 'attached' }); // its script has come
				const skip = figure.locator('[data-part="skip"]:visible');
				if (await skip.count()) await skip.tap();
				const height = await figure.evaluate((frame) => {
					const place = (part: string) => frame.querySelector(`[data-part="${part}"]`)?.getBoundingClientRect();
					return (place('handles')?.bottom ?? 0) - (place('picture')?.top ?? 0);
				});
				expect(height).toBeGreaterThan(100);
				if (height > MOST_PIXELS) tall[(await figure.getAttribute('id')) ?? ''] = height;
			}
			expect(tall).toEqual({});
			await page.context().close();
		},
	);

	test.each(partOf(LANGUAGES, 1, 15))(
		'the steps of the derivation leave its buttons where they are, in $name',
		async ({ path }) => {
			const { page } = await open(browser, path, PHONE);
			const figure = page.locator('derivation-figure');
			await figure.scrollIntoViewIfNeeded();
			await figure.locator('[data-part="factors"]:not([hidden])').waitFor();
			const below = new Set<number>();
			for (const kind of await figure.locator('.choice label').all()) {
				await kind.tap();
				for (const line of await figure.locator('ol:visible > li').all()) {
					await line.tap({ position: { x: 3, y: 3 } }); // not on a factor of its formula
					expect(await line.locator('p').isVisible()).toBe(true);
					const formulas = await figure
						.locator('ol:visible .display-formula')
						.evaluateAll((boxes) => boxes.map((box) => box.scrollWidth - box.clientWidth));
					expect(Math.max(...formulas)).toBeLessThanOrEqual(0);
					below.add(await figure.evaluate(placeOfHandles));
				}
			}
			expect([...below]).toHaveLength(1);
			await page.context().close();
		},
	);
});
