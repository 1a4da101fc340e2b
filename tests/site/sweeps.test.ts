/** The page of sweeps: a grid started, left, come back to, stopped; its numbers are those of the same runs one by one. */
import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { train } from '../../scripts/nodeHost.ts';
import { HEAT_STEPS } from '../../site/charts/colours.ts';
import { layOutChart } from '../../site/charts/layOutChart.ts';
import { LANGUAGES } from '../../site/text/languages.ts';
import { taskName } from '../../site/text/study/studyNames.ts';
import { RECOUNT_TEXT } from '../../site/text/sweeps/recountText.ts';
import { SWEEPS_TEXT } from '../../site/text/sweeps/sweepsText.ts';
import { AXES } from '../../src/experiments/figure.ts';
import { canonical } from '../../src/schema/canonical.ts';
import { launchBrowser } from '../support/chromium.ts';
import { inBrowser } from '../support/inBrowser.ts';
import { partOf } from '../support/partOf.ts';
import { open } from './startPage.ts';

const text = SWEEPS_TEXT.en;
const said = (page: Page) => page.locator('sweep-runner [data-part="said"]');
const fill = async (page: Page, lambda: string, m: string, seeds: string) => {
	await page.locator('input[name="lambda"]').fill(lambda);
	await page.locator('input[name="m"]').fill(m);
	await page.locator('input[name="seeds"]').fill(seeds);
};

/** How many cells of the maps are painted, looked for where the layout has their corners. */
async function cellsDrawn(page: Page, { m, lambda }: { m: number[]; lambda: number[] }): Promise<number> {
	let count = 0;
	for (const map of await page.locator('[data-part="map"] .chart').all()) {
		const width = await map.evaluate((box) => box.clientWidth);
		const values = lambda.map(() => m.map(() => 1));
		const axes = { x: { title: AXES.m.label.en, values: m }, y: { title: 'λ', values: lambda } };
		const chart = { kind: 'heat-map', title: 'λ', ...axes, z: '', values, formatNumber: String } as const;
		const { plot } = layOutChart(chart, { width });
		const [cellWidth, cellHeight] = [(plot.right - plot.left) / m.length, (plot.bottom - plot.top) / lambda.length];
		const corners = m.flatMap((_, column) =>
			lambda.map((_, row) => [plot.left + column * cellWidth + 4, plot.top + row * cellHeight + 4]),
		);
		count += await map.locator('canvas').evaluate(
			(canvas, all) =>
				all.filter(([x = 0, y = 0]) => {
					const context = (canvas as HTMLCanvasElement).getContext('2d'); // the locator names a canvas
					return (context?.getImageData(x, y, 1, 1).data[3] ?? 0) > 0;
				}).length,
			corners,
		);
	}
	return count;
}

inBrowser('the page of sweeps', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test('says what a grid costs, or what is wrong with it, before anything is sent', async () => {
		const { page, errors } = await open(browser, '/sweeps/');
		const cost = page.locator('[data-part="cost"]');
		await expect.poll(() => cost.textContent()).toMatch(/^[\d,]+ cells, [\d.,]+ GFLOP\. This deployment allows/);
		const lambda = page.locator('input[name="lambda"]');
		const wrong = page.locator('#wrong-lambda');
		await fill(page, '0.1, x', '30', '2');
		await expect.poll(() => wrong.textContent()).toBe('"x" is not a number.');
		expect(await lambda.getAttribute('aria-invalid')).toBe('true');
		expect(await cost.textContent()).toBe(text.wrong);
		await fill(page, '0.1, 0.1', '30', '2');
		await expect.poll(() => wrong.textContent()).toContain('stands on this axis twice');
		await fill(page, '', '30', '2');
		await page.locator('[data-part="start"]').click();
		await expect.poll(() => wrong.textContent()).toBe(text.noValue);
		expect(await lambda.evaluate((field) => field === document.activeElement)).toBe(true);
		await fill(page, '0.1', '30', '2');
		await expect.poll(() => lambda.getAttribute('aria-invalid')).toBe(null);
		await fill(page, '0.1, 1', '20000', '900');
		await expect.poll(() => cost.textContent()).toContain(text.tooLarge);
		await page.locator('[data-part="start"]').click();
		expect(new URL(page.url()).search).toBe('');
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('fills in as cells come, survives a reload in the middle, and ends in the numbers of the runs one by one', async () => {
		const { page, errors } = await open(browser, '/sweeps/');
		await fill(page, '0, 0.1, 1', '30, 100', '30');
		await page.locator('[data-part="start"]').click();
		await page.waitForURL('**/sweeps/?id=*');
		await expect.poll(() => said(page).textContent(), { timeout: 30_000 }).toMatch(/of 360 cells/);
		await page.reload();
		await expect.poll(() => said(page).textContent(), { timeout: 60_000 }).toMatch(/^Done: 360 cells/);
		await expect.poll(() => page.locator('[data-part="analysis"] section').count()).toBe(2);
		await expect.poll(() => cellsDrawn(page, { m: [30, 100], lambda: [0, 0.1, 1] })).toBe(2 * 2 * 3);
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.locator('sweep-runner [data-action="csv"]').click(),
		]);
		const csv = Papa.parse<Record<string, string>>(await readFile(await download.path(), 'utf8'), {
			header: true,
			skipEmptyLines: true,
		});
		expect(csv.data.length).toBe(360);
		const stale = page.locator('[data-part="stale"]');
		expect(await stale.isVisible()).toBe(false);
		await page.locator('input[name="lambda"]').fill('0, 0.1, 2');
		await expect.poll(() => stale.isVisible()).toBe(true);
		await page.locator('input[name="lambda"]').fill('0, 0.1, 1');
		await expect.poll(() => stale.isVisible()).toBe(false);
		const base = JSON.parse(await page.locator('textarea[name="base"]').inputValue());
		for (const row of csv.data.filter((_, index) => index % 60 === 5)) {
			const seed = Number(row.seed);
			const run = await train(
				canonical({
					...base,
					data: { ...base.data, m: Number(row.m), seed },
					init: { kind: 'lecun-normal', seed },
					penalty: { lambda: Number(row.lambda), scaling: row.scaling },
				}),
			);
			expect(Number(row.testLoss)).toBe(run.final.testLoss);
		}
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('stops, and says so of a sweep that is not here', async () => {
		const { page } = await open(browser, '/sweeps/');
		await fill(page, '0.02, 0.2, 2', '31, 101, 301', '200');
		await page.locator('[data-part="start"]').focus();
		await page.keyboard.press('Enter');
		await page.waitForURL('**/sweeps/?id=*');
		await page.locator('[data-part="stop"]').click();
		await expect.poll(() => said(page).textContent()).toMatch(/^Stopped after [\d,]+ of 3,600 cells/);
		const lambda = page.locator('input[name="lambda"]');
		await page.goBack();
		await expect.poll(() => page.locator('[data-part="live"]').isVisible()).toBe(false);
		await page.goForward();
		await expect.poll(() => said(page).textContent()).toMatch(/^Stopped after/);
		expect(await lambda.inputValue()).toBe('0.02, 0.2, 2');
		await page.goto(new URL(`/sweeps/?id=${'0'.repeat(40)}`, page.url()).href);
		await expect.poll(() => said(page).textContent()).toBe(text.gone);
		await page.context().close();
	});

	test.each(['/sweeps/', '/zh/sweeps/'])(
		'%s shows the grids of the article without script, and never scrolls sideways',
		async (path) => {
			const { page } = await open(browser, path, { javaScriptEnabled: false });
			const cells = await page
				.locator('experiment-figure svg path[fill*="--heat-"]')
				.evaluateAll((paths) => paths.map((path) => path.getAttribute('d')?.match(/z/g)?.length ?? 0));
			expect(cells.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(100);
			const swatches = await page
				.locator('experiment-figure .heat-scale > rect')
				.evaluateAll((all) => all.map((one) => getComputedStyle(one).fill));
			expect(swatches).toHaveLength(HEAT_STEPS);
			expect(new Set(swatches).size).toBe(HEAT_STEPS);
			expect(await page.locator('sweep-runner').isVisible()).toBe(false);
			await page.context().close();
			const { page: live } = await open(browser, path);
			for (const width of [320, 390, 768, 1440]) {
				await live.setViewportSize({ width, height: 900 });
				expect(await live.evaluate(() => document.documentElement.scrollWidth), String(width)).toBeLessThanOrEqual(
					width,
				);
			}
			await live.context().close();
		},
	);

	test.each(partOf(LANGUAGES, 1, 18))(
		'shows the case of the study that is chosen, and keeps it in the address, in $name',
		async ({ path, key }) => {
			const { page, errors } = await open(
				browser,
				`${path}sweeps/?task=mnist&model=tanh-32-32&optimizer=full-batch#study`,
			);
			const study = page.locator('study-browser');
			const choice = (name: string) => study.locator(`select[name="${name}"]`);
			const words = study.locator('[data-part="said"]');
			// What was not trained gives way to what was.
			await expect.poll(() => choice('task').inputValue()).toBe('mnist');
			expect(await choice('model').inputValue()).toBe('relu-32-32');
			expect(await choice('optimizer').inputValue()).toBe('sgd');
			expect(await choice('model').locator('option:disabled').count()).toBe(2);
			await expect.poll(() => words.textContent()).toContain('MNIST');
			await choice('task').focus();
			await choice('task').selectOption('wine');
			await choice('optimizer').selectOption('adamw');
			await expect.poll(() => words.textContent()).toContain(taskName('wine', key));
			await expect
				.poll(() => Object.fromEntries(new URL(page.url()).searchParams))
				.toEqual({ task: 'wine', model: 'relu-32-32', optimizer: 'adamw' });
			expect(await choice('optimizer').inputValue()).toBe('adamw');
			expect(await study.locator('canvas').count()).toBe(3);
			// Back and forth go through the cases that were chosen, on this page.
			await page.goBack();
			await expect.poll(() => choice('optimizer').inputValue()).toBe('sgd');
			expect(await choice('task').inputValue()).toBe('wine');
			await page.goBack();
			await expect.poll(() => words.textContent()).toContain('MNIST');
			expect(await choice('task').inputValue()).toBe('mnist');
			await page.goForward();
			await page.goForward();
			await expect.poll(() => choice('optimizer').inputValue()).toBe('adamw');
			await expect.poll(() => words.textContent()).toContain(taskName('wine', key));
			const before = await words.textContent();
			await page.reload();
			await expect.poll(() => words.textContent()).toBe(before);
			// A first press computes the numbers of the case that the build has drawn, with nothing fetched before it.
			await page.goto(new URL(`${path}sweeps/`, page.url()).href);
			await study.locator('[data-part="recount"]').click();
			const rows = study.locator('[data-part="recounted-numbers"] tbody tr');
			await expect.poll(() => rows.count(), { timeout: 30_000 }).toBeGreaterThan(0);
			const said = RECOUNT_TEXT[key].said(await rows.count(), 0);
			await expect.poll(() => study.locator('[data-part="recounted"]').textContent()).toBe(said);
			expect(errors).toEqual([]);
			await page.context().close();
		},
	);

	test('has maps whose cells speak: to the mouse, to a finger, to the arrow keys', async () => {
		const { page, errors } = await open(browser, '/sweeps/', { hasTouch: true });
		const figure = page.locator('experiment-figure[data-name="lambda-size-map"]');
		await figure.scrollIntoViewIfNeeded();
		const cells = figure.locator('.cells').first();
		await cells.waitFor();
		const bubble = cells.locator('.cell-bubble');
		const words = figure.locator('[role="status"].visually-hidden');
		expect(await bubble.isVisible()).toBe(false);
		const box = await cells.boundingBox();
		if (!box) throw new Error('the cells have no box');
		await cells.hover({ position: { x: 5, y: box.height - 5 } });
		await expect.poll(() => bubble.textContent()).toMatch(/^λ = [\d.]+, training examples m = 20: /);
		const lowest = await bubble.textContent();
		await page.mouse.move(0, 0);
		await expect.poll(() => bubble.isVisible()).toBe(false);
		await cells.tap({ position: { x: box.width - 5, y: 5 } });
		await expect.poll(() => bubble.textContent()).toContain('m = 2,000');
		await cells.evaluate((area) => (area as HTMLElement).blur());
		await figure.locator('.cells').first().focus();
		await page.keyboard.press('ArrowRight');
		const first = await bubble.textContent();
		expect(first).not.toBe(lowest);
		expect(await words.textContent()).toBe(first);
		await page.keyboard.press('ArrowDown');
		await expect.poll(() => words.textContent()).not.toBe(first);
		await page.keyboard.press('Escape');
		expect(await bubble.isVisible()).toBe(false);
		expect(errors).toEqual([]);
		await page.context().close();
	});
});
