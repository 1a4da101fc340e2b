/** Published numbers beside ours, and claims that anyone can compute again. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXPERIMENT_FIGURE_TEXT } from '../../site/text/experimentFigure/experimentFigureText.ts';
import { LANGUAGES } from '../../site/text/languages.ts';
import { REPLICATION_TEXT } from '../../site/text/replication/replicationText.ts';
import { expectationsOf } from '../../src/experiments/expectations.ts';
import { EXPERIMENTS } from '../../src/experiments/registry.ts';
import type { ExperimentResult } from '../../src/schema/experimentResult.ts';
import { launchBrowser } from '../support/chromium.ts';
import { inBrowser } from '../support/inBrowser.ts';
import { open } from './startPage.ts';

/** A training takes its time where many tests share the cores. */
const PATIENCE = { timeout: 20_000 };
const text = REPLICATION_TEXT.en;
const figureText = EXPERIMENT_FIGURE_TEXT.en;

inBrowser('the replication', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test.each(LANGUAGES)('shows 66 published values and every claim without script, in $name', async ({ path }) => {
		const { page } = await open(browser, `${path}replication/`, { javaScriptEnabled: false });
		expect(await page.locator('#notebook [data-part="tables"] tbody tr').count()).toBe(66);
		expect(await page.locator('#notebook .chart svg').count()).toBe(6);
		const rows = page.locator('.claims > li');
		expect(await rows.count()).toBe(EXPERIMENTS.length);
		for (const { name } of EXPERIMENTS) {
			const row = page.locator(`#${name}`);
			expect(await row.locator(`#figure-${name} .chart svg`).count(), name).toBeGreaterThan(0);
			expect(await row.locator('.expected tbody tr').count(), name).toBe(expectationsOf(name).length);
			expect((await row.locator('[data-part="setting"]').textContent())?.length, name).toBeGreaterThan(10);
			expect(await page.locator(`.overview a[href="#${name}"]`).count(), name).toBe(1);
		}
		expect(await page.locator('main button:visible').count()).toBe(0);
		for (const width of [320, 390, 768, 1440]) {
			await page.setViewportSize({ width, height: 900 });
			expect(await page.evaluate(() => document.documentElement.scrollWidth), String(width)).toBeLessThanOrEqual(width);
		}
		await page.context().close();
	});

	test('is a page of at most 6,000 elements', async () => {
		const { page } = await open(browser, '/replication/');
		expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThanOrEqual(6000);
		await page.context().close();
	});

	test.each(['#exact-zeros', '#figure-exact-zeros', '#weight-decay'])('opens on %s', async (anchor) => {
		const { page } = await open(browser, `/replication/${anchor}`);
		await expect
			.poll(() => page.locator(anchor).evaluate((node) => node.getBoundingClientRect().top))
			.toBeLessThan(200);
		expect(await page.locator(anchor).evaluate((node) => node.getBoundingClientRect().top)).toBeGreaterThan(-200);
		await page.context().close();
	});

	test('computes a claim again, in the browser and on the edge, to the last digit, and remembers it', async () => {
		const { page, errors } = await open(browser, '/replication/');
		const row = page.locator('#exact-zeros');
		const outcome = row.locator('[data-part="outcome"]');
		const count = page.locator('[data-part="recomputed"]');
		expect(await count.textContent()).toBe(text.none(EXPERIMENTS.length));
		await row.locator('[data-part="here"]').click();
		await expect.poll(() => outcome.textContent(), PATIENCE).toBe(figureText.same(figureText.inBrowser));
		expect(await count.textContent()).toBe(text.allSame(1, EXPERIMENTS.length));
		await row.locator('[data-part="edge"]').focus();
		await page.keyboard.press('Enter');
		await expect.poll(() => outcome.textContent(), PATIENCE).toBe(figureText.same(figureText.onEdge));
		expect(await page.evaluate(() => document.activeElement?.getAttribute('data-part'))).toBe('edge');
		await page.reload();
		await expect.poll(() => count.textContent(), PATIENCE).toBe(text.allSame(1, EXPERIMENTS.length));
		const cell = page.locator('tr[data-name="exact-zeros"] [data-yours]');
		expect(await cell.textContent()).toBe(text.outcome.same);
		await page.locator('[data-part="forget"]').click();
		expect(await count.textContent()).toBe(text.none(EXPERIMENTS.length));
		expect(await cell.textContent()).toBe('');
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('computes those that are left one after the other, until it is stopped, and goes on with the rest', async () => {
		const { page, errors } = await open(browser, '/replication/');
		const total = EXPERIMENTS.length;
		const button = page.locator('[data-part="all"]');
		const computing = page.locator('[data-yours]', { hasText: text.computing });
		const done = page.locator('[data-yours="same"]');
		expect(await button.textContent()).toBe(text.all(total, total));
		await page.locator('#exact-zeros [data-part="here"]').click();
		await expect.poll(() => button.textContent(), PATIENCE).toBe(text.all(total - 1, total));
		await button.click();
		expect(await button.textContent()).toBe(text.stop);
		await expect.poll(() => done.count(), PATIENCE).toBeGreaterThan(1);
		await expect.poll(() => computing.count(), PATIENCE).toBe(1);
		await button.click();
		await expect.poll(() => button.textContent(), PATIENCE).toBe(text.all(total - (await done.count()), total));
		expect(await computing.count()).toBe(0);
		await page.waitForTimeout(1000); // another one would have begun by then
		expect(await computing.count()).toBe(0);
		expect(await page.locator('[data-part="cancel"]:visible').count()).toBe(0);
		expect(await page.locator('[data-yours="failed"]').count()).toBe(0);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('says which numbers came out otherwise, and counts them so', async () => {
		const { page } = await open(browser, '/replication/');
		await page.route('**/api/v1/experiments/gradient-factor', async (route) => {
			const response = await route.fetch();
			const result = (await response.json()) as ExperimentResult;
			const measured = { ...result.measured, worstDeviation: { value: 1 } };
			await route.fulfill({ response, json: { ...result, measured } });
		});
		const row = page.locator('#gradient-factor');
		await row.locator('[data-part="edge"]').click();
		await expect
			.poll(() => row.locator('[data-part="outcome"]').textContent(), PATIENCE)
			.toBe(figureText.other(figureText.onEdge, 'worstDeviation'));
		expect(await page.locator('[data-part="recomputed"]').textContent()).toBe(
			text.mixed(EXPERIMENTS.length, { same: 0, other: 1, failed: 0 }),
		);
		await page.context().close();
	});

	test('another choice is compared with nothing, and counts as nothing', async () => {
		const { page } = await open(browser, '/replication/');
		const row = page.locator('#exact-zeros');
		await row.scrollIntoViewIfNeeded(); // a far figure has no choices yet
		await row.locator('select').selectOption('40');
		await expect
			.poll(() => row.locator('[data-part="outcome"]').textContent(), PATIENCE)
			.toBe(figureText.chosen(figureText.inBrowser));
		expect(await page.locator('[data-part="recomputed"]').textContent()).toBe(text.none(EXPERIMENTS.length));
		await page.context().close();
	});

	test('lists the numbers behind a figure once a reader opens them', async () => {
		const { page } = await open(browser, '/replication/');
		const data = page.locator('#bowl .figure-data');
		expect(await data.locator('tr').count()).toBe(0);
		await data.locator('summary').click();
		await expect.poll(() => data.locator('tbody tr').count(), PATIENCE).toBeGreaterThan(40);
		await page.context().close();
	});

	test('stops a long one at once, and says that the edge does not compute what is too large for a request', async () => {
		const { page } = await open(browser, '/replication/');
		const row = page.locator('#lambda-across-sizes');
		const outcome = row.locator('[data-part="outcome"]');
		await row.locator('[data-part="here"]').click();
		await expect.poll(() => row.locator('[data-part="count"]').textContent(), PATIENCE).toMatch(/^[1-9]\d* of 448/);
		await row.locator('[data-part="cancel"]').click();
		expect(await outcome.textContent()).toBe(figureText.cancelled);
		await row.locator('[data-part="edge"]').click();
		await expect.poll(() => outcome.textContent(), PATIENCE).toBe(figureText.tooMuch);
		await page.context().close();
	});
});
