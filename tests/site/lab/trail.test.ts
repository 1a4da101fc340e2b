/** The losses over every λ that a reader has tried. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { at, drag, openLab, settled, text } from './openLab.ts';

/** How many values of λ the chart says that it has of a run. */
const tried = async (page: Page, key: number) => {
	const said = (await page.locator('.loss-chart canvas').getAttribute('aria-label')) ?? '';
	return Number(new RegExp(`Run ${key}: (\\d+) values?`).exec(said)?.[1] ?? Number.NaN);
};

inBrowser('the Lab’s trail over λ', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test('grows while λ is dragged, trains nothing of its own, begins anew with other data, and is there at the next visit', async () => {
		const { page, errors } = await openLab(browser, '/lab/', { viewport: { width: 1440, height: 900 } });
		await settled(page);
		await page.locator('input[name="loss-over"][value="lambda"]').check({ force: true });
		await expect.poll(() => tried(page, 2)).toBe(1);
		let halfway = 0;
		await drag(page, 'lambda', 0.7, async () => {
			await expect.poll(() => tried(page, 2)).toBeGreaterThan(1);
			halfway = await tried(page, 2);
		});
		await settled(page);
		expect(await tried(page, 2)).toBeGreaterThan(halfway);
		expect(await tried(page, 3)).toBeGreaterThan(halfway);
		expect(await tried(page, 1)).toBe(1); // λ = 0 stays
		const isSeen = await page
			.locator('.loss-chart canvas')
			.evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight);
		expect(isSeen).toBe(true);

		const before = await tried(page, 2);
		await drag(page, 'epoch', 0.25);
		await settled(page);
		expect(await tried(page, 2)).toBe(1);
		const box = await page.locator('.loss-chart .plot').boundingBox();
		await page.mouse.click((box?.x ?? 0) + 300, (box?.y ?? 0) + 50); // no epoch is there
		await page.keyboard.press('Home');
		await page.locator('.lab-bar input[name="epoch"]').fill('1000');
		await at(page, '1,000');
		expect(await tried(page, 2)).toBe(before);

		await page.locator('[data-part="clear-trail"]').click();
		await expect.poll(() => tried(page, 2)).toBe(1);
		await drag(page, 'lambda', 0.4);
		await settled(page);
		await drag(page, 'rows', 0.5);
		await settled(page);
		expect(await tried(page, 2)).toBe(1);
		const said = () => page.locator('.loss-chart canvas').getAttribute('aria-label');
		expect(await said()).toContain(text.trail.before);
		expect(await said()).toMatch(/Run 2 at m = 30: \d+ values/);

		await page.locator('[data-action="opening"]').click();
		await settled(page);
		await expect.poll(async () => [await tried(page, 1), await tried(page, 2)]).toEqual([1, 1]);
		expect(await said()).not.toContain('m = 30');

		const other = await page.context().newPage();
		await other.goto(page.url().replace(/#.*/, ''));
		await other.locator('lambda-lab[data-ready]').waitFor();
		expect(await other.locator('input[name="loss-over"][value="lambda"]').isChecked()).toBe(true);
		expect(errors).toEqual([]);
		await page.context().close();
	});
});
