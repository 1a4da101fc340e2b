/** Figure 14 in a browser: sliders, choices, keys and touch. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MovingState, PUBLISHED_MOVING, rowsOf } from '../../../site/figures/moving/model.ts';
import { movingCaption, sayRow } from '../../../site/figures/moving/words.ts';
import { PUBLISHED_PICTURES } from '../../../site/figures/study/publishedPictures.ts';
import { unbroken } from '../../../site/html/unbroken.ts';
import { at } from '../../../src/at.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { open } from '../startPage.ts';

const shown = (patch: Partial<MovingState>) => {
	const state = { ...PUBLISHED_MOVING, ...patch };
	const rows = rowsOf(state, PUBLISHED_PICTURES);
	return { rows, caption: unbroken(movingCaption(state, rows, 'en')) };
};

const part = (page: Page, name: string) => page.locator(`moving-figure [data-part="${name}"]`);
const isSaid = (page: Page, said: string) =>
	page.waitForFunction(
		(expected) => document.querySelector('moving-figure [data-part="caption"]')?.textContent === expected,
		said,
	);

inBrowser('what it costs to move a λ', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test('answers sliders, choices, arrow keys and a finger', async () => {
		const { page, errors } = await open(browser, '/', { hasTouch: true, viewport: { width: 390, height: 800 } });
		await page.locator('moving-figure').scrollIntoViewIfNeeded();
		await page.waitForFunction(() => customElements.get('moving-figure') !== undefined);
		await page.waitForLoadState('networkidle');
		expect(await part(page, 'caption').textContent()).toBe(shown({}).caption);
		await part(page, 'area').tap({ position: { x: 200, y: 60 } });
		expect(await part(page, 'said').textContent()).toBe(sayRow(at(shown({}).rows, 1), 'en'));
		const drawn = await part(page, 'plot').innerHTML();
		expect(await page.locator('moving-figure [data-handle="from"]').isDisabled()).toBe(true);
		await page.locator('moving-figure .choice label').nth(1).tap();
		await isSaid(page, shown({ moves: 'one' }).caption);
		await page.locator('moving-figure [data-handle="from"]').focus();
		await page.keyboard.press('ArrowRight');
		await isSaid(page, shown({ moves: 'one', from: 1, to: 2 }).caption);
		expect(await part(page, 'plot').innerHTML()).not.toBe(drawn);
		await page.keyboard.press('ArrowRight');
		await isSaid(page, shown({ moves: 'one', from: 2, to: 3 }).caption);
		await page.selectOption('moving-figure [data-handle="optimizer"]', 'adamw');
		await isSaid(page, shown({ moves: 'one', from: 2, to: 3, optimizer: 'adamw' }).caption);
		await part(page, 'area').focus();
		await page.keyboard.press('ArrowDown');
		const { rows } = shown({ moves: 'one', from: 2, to: 3, optimizer: 'adamw' });
		expect(rows.map((row) => sayRow(row, 'en'))).toContain(await part(page, 'said').textContent());
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
		await part(page, 'back').tap();
		await isSaid(page, shown({}).caption);
		expect(errors).toEqual([]);
		await page.context().close();
	});
});
