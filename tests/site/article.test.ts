/** The article as a reader uses it: every figure is there without script, comes alive near the screen, and trains. */
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { INTERACTIONS } from '../../site/figures/experiment/controls.ts';
import { REFERENCES } from '../../site/text/article/references.ts';
import { LANGUAGES } from '../../site/text/languages.ts';
import { EXPERIMENTS } from '../../src/experiments/registry.ts';
import { launchBrowser } from '../support/chromium.ts';
import { inBrowser } from '../support/inBrowser.ts';
import { open } from './startPage.ts';

inBrowser('the article', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test.each(LANGUAGES)('carries its experiments as drawings without script, in $name', async ({ path }) => {
		const { page } = await open(browser, path, { javaScriptEnabled: false });
		for (const { name } of EXPERIMENTS) {
			const figure = page.locator(`experiment-figure #figure-${name}`);
			if ((await figure.count()) === 0) continue; // a live figure shows it, or the replication page
			const drawings = figure.locator('svg.chart-svg:visible');
			expect(await drawings.count(), name).toBeGreaterThan(0);
			expect(await drawings.first().locator('path').count(), name).toBeGreaterThan(2);
			expect((await figure.locator('figcaption').textContent())?.length, name).toBeGreaterThan(20);
			expect(await figure.locator('[data-part="controls"]').isVisible(), name).toBe(false);
		}
		for (const key of Object.keys(REFERENCES)) expect(await page.locator(`#reference-${key}`).count()).toBe(1);
		await page.context().close();
	});

	test.each(LANGUAGES)('leads nowhere that is not there, in $name', async ({ path }) => {
		const { page } = await open(browser, path, { javaScriptEnabled: false });
		const targets = await page
			.locator('a[href^="#"]')
			.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
		const missing = await page.evaluate(
			(all) => all.filter((target) => !document.getElementById((target ?? '').slice(1))),
			[...new Set(targets)],
		);
		expect(missing).toEqual([]);
		await page.context().close();
	});

	test('sets formulas with the style sheet of the version that wrote them', async () => {
		const { page } = await open(browser, '/', { javaScriptEnabled: false });
		const sizes = await page
			.locator('.article-section > table .katex .msupsub .mord')
			.evaluateAll((powers) =>
				powers.map(
					(power) =>
						Number.parseFloat(getComputedStyle(power).fontSize) /
						Number.parseFloat(getComputedStyle(power.closest('.katex') ?? power).fontSize),
				),
			);
		expect(sizes.length).toBeGreaterThan(3);
		for (const size of sizes) expect(size).toBeCloseTo(0.7, 2);
		await page.context().close();
	});

	test('draws a figure with Chart.js once it comes near, without moving the page', async () => {
		const { page, errors, strangers } = await open(browser);
		const figure = page.locator('#figure-capacity');
		const before = (await figure.boundingBox())?.height;
		await figure.scrollIntoViewIfNeeded();
		await figure.locator('canvas').waitFor();
		expect(Math.abs(((await figure.boundingBox())?.height ?? 0) - (before ?? 0))).toBeLessThan(60); // the legend goes where lines are named
		expect([errors, strangers]).toEqual([[], []]);
		await page.context().close();
	});

	test('runs an experiment in the browser: the committed numbers, to the digit; another choice, other ones', async () => {
		const { page, errors } = await open(browser);
		const figure = page.locator('#figure-exact-zeros');
		await figure.scrollIntoViewIfNeeded();
		await figure.locator('[data-part="here"]').click();
		await expect
			.poll(() => figure.locator('[data-part="outcome"]').textContent(), { timeout: 20_000 })
			.toContain('same numbers');
		const committed = await figure.locator('figcaption').textContent();
		await figure.locator('select').selectOption('40');
		await expect.poll(() => figure.locator('figcaption').textContent(), { timeout: 20_000 }).not.toBe(committed);
		await figure.locator('[data-part="reset"]').click();
		await expect.poll(() => figure.locator('figcaption').textContent()).toBe(committed);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test.each(LANGUAGES)('says below every figure of an experiment what was trained, in $name', async ({ path }) => {
		const { page } = await open(browser, path, { javaScriptEnabled: false });
		const lines = await page.locator('experiment-figure [data-part="setting"]').allTextContents();
		expect(lines.length).toBe(await page.locator('experiment-figure').count());
		for (const line of lines) expect(line).toMatch(/^(Trained|Computed in float64|训练设置|双精度计算)[:：]/);
		await page.context().close();
	});

	test('says what was trained when a reader runs it on fewer seeds', async () => {
		const { page } = await open(browser);
		const figure = page.locator('#figure-overfitting');
		const setting = figure.locator('[data-part="setting"]');
		expect(await setting.textContent()).toContain('16 seeds; 96 runs');
		await figure.locator('[data-parameter="seeds"]').selectOption('4');
		await figure.locator('[data-part="here"]').click();
		await expect.poll(() => setting.textContent(), { timeout: 20_000 }).toContain('4 seeds; 24 runs');
		await figure.locator('[data-part="reset"]').click();
		await expect.poll(() => setting.textContent()).toContain('16 seeds; 96 runs');
		await page.context().close();
	});

	test('opens the Lab on the claim of a figure', async () => {
		const { page, errors } = await open(browser);
		await page.locator('#figure-unstable-decay .lab-link').click();
		await page.locator('lambda-lab[data-ready]').waitFor();
		expect(await page.locator('.run-card').count()).toBe(5);
		expect(await page.locator('[data-key="5"] .difference').textContent()).toContain('λ 3 instead of 0.5');
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('cancels a long experiment at once', async () => {
		const { page } = await open(browser);
		const figure = page.locator('#figure-lambda-across-sizes');
		await figure.scrollIntoViewIfNeeded();
		await figure.locator('[data-part="here"]').click();
		await expect
			.poll(() => figure.locator('[data-part="progress"]').textContent(), { timeout: 20_000 })
			.toMatch(/\d+ of \d+/);
		await figure.locator('[data-part="cancel"]').click();
		await expect.poll(() => figure.locator('[data-part="outcome"]').textContent()).toBe('Cancelled.');
		await page.context().close();
	});

	test('sends at most 60 kB of script, compressed, before anything is looked at', async () => {
		const { page } = await open(browser);
		const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
		let bytes = 0;
		for (const name of names.filter((one) => one.endsWith('.js'))) {
			bytes += gzipSync(await (await fetch(name)).arrayBuffer()).byteLength;
		}
		expect(bytes).toBeGreaterThan(1000);
		expect(bytes).toBeLessThanOrEqual(60_000);
		await page.context().close();
	});

	test('every experiment of the register has a figure', () => {
		expect(Object.keys(INTERACTIONS).sort()).toEqual(EXPERIMENTS.map(({ name }) => name).sort());
	});

	test('has a picture, a feed and a site map', async () => {
		const get = async (path: string) => (await fetch(`${inject('serverUrl')}${path}`)).headers.get('content-type');
		expect(await get('/social.png')).toBe('image/png');
		expect(await get('/feed.xml')).toMatch('xml');
		expect(await get('/sitemap.xml')).toMatch('xml');
	});
});
