/** Published numbers beside ours, and claims that anyone can compute again. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LANGUAGES } from '../../site/text/languages.ts';
import { REPLICATION_TEXT } from '../../site/text/replication/replicationText.ts';
import { EXPERIMENTS } from '../../src/experiments/registry.ts';
import { launchBrowser } from '../support/chromium.ts';
import { inBrowser } from '../support/inBrowser.ts';
import { open } from './startPage.ts';

const text = REPLICATION_TEXT.en;

inBrowser('the replication', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test.each(LANGUAGES)('shows 66 published values and every claim without script, in $name', async ({ path }) => {
		const { page } = await open(browser, `${path}replication/`, { javaScriptEnabled: false });
		expect(await page.locator('.published tbody tr').count()).toBe(66);
		expect(await page.locator('claim-row').count()).toBe(EXPERIMENTS.length);
		expect(await page.locator('claim-row .setting').count()).toBe(EXPERIMENTS.length);
		expect(await page.locator('claim-row button:visible').count()).toBe(0);
		for (const width of [320, 390, 768, 1440]) {
			await page.setViewportSize({ width, height: 900 });
			expect(await page.evaluate(() => document.documentElement.scrollWidth), String(width)).toBeLessThanOrEqual(width);
		}
		await page.context().close();
	});

	test('computes a claim again, in the browser and on the edge, to the last digit', async () => {
		const { page, errors } = await open(browser, '/replication/');
		const row = page.locator('#exact-zeros');
		await row.locator('[data-where="browser"]').click();
		await expect.poll(() => row.locator('.claim-outcome').textContent()).toBe(text.same(text.inBrowser));
		await row.locator('[data-where="edge"]').focus();
		await page.keyboard.press('Enter');
		await expect.poll(() => row.locator('.claim-outcome').textContent()).toBe(text.same(text.onEdge));
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('stops a long one at once, and says that the edge does not compute what is too large for a request', async () => {
		const { page } = await open(browser, '/replication/');
		const row = page.locator('#lambda-across-sizes');
		await row.locator('[data-where="browser"]').click();
		await expect
			.poll(() => row.locator('.claim-outcome').textContent(), { timeout: 20_000 })
			.toMatch(/^[1-9]\d* of 448/);
		await row.locator('[data-stop]').click();
		expect(await row.locator('.claim-outcome').textContent()).toBe(text.stopped);
		await row.locator('[data-where="edge"]').click();
		await expect.poll(() => row.locator('.claim-outcome').textContent()).toBe(text.committed);
		await page.context().close();
	});
});
