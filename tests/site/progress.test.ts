/** The bar of a training: it advances, it vanishes, nothing moves for it; who cancels ends the training on the server. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LAB_TEXT } from '../../site/text/lab/labText.ts';
import type { RunSpecInput } from '../../src/schema/runSpec.ts';
import { launchBrowser } from '../support/chromium.ts';
import { inBrowser } from '../support/inBrowser.ts';
import { open } from './startPage.ts';

/** Has the page ask for other runs than it means to; the list has what was sent. */
async function asking(page: Page, change: (spec: RunSpecInput) => RunSpecInput): Promise<RunSpecInput[]> {
	const sent: RunSpecInput[] = [];
	await page.route('**/api/v1/runs', (route) => {
		const spec = change(route.request().postDataJSON());
		sent.push(spec);
		return route.continue({ postData: JSON.stringify(spec) });
	});
	return sent;
}

/** Of another sample, which nobody has trained before. */
const fresh =
	(seed: number, epochs?: number, m?: number) =>
	(spec: RunSpecInput): RunSpecInput =>
		({
			...spec,
			data: { ...spec.data, seed, ...(m && { m }) },
			training: { ...spec.training, ...(epochs && { epochs, recordEvery: epochs }) },
		}) as RunSpecInput; // the figure's runs are moons, trained for epochs

/** What the bar shows whenever it shows something else, while it is seen. */
async function recorded(bar: Locator): Promise<() => Promise<number[]>> {
	const recorder = await bar.evaluateHandle((host) => {
		const values: number[] = [];
		const look = () => {
			const value = host.querySelector('progress')?.value ?? Number.NaN;
			if (getComputedStyle(host).visibility === 'visible' && value !== values.at(-1)) values.push(value);
			requestAnimationFrame(look);
		};
		look();
		return values;
	});
	return () => recorder.jsonValue();
}

function expectAdvance(values: readonly number[], atLeast: number) {
	expect(values.length).toBeGreaterThan(atLeast);
	expect(values).toEqual([...values].sort((a, b) => a - b));
	expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
}

/** How far one element stands below another. */
const distance = async (upper: Locator, lower: Locator) =>
	(await lower.evaluate((node) => node.getBoundingClientRect().top + scrollY)) -
	(await upper.evaluate((node) => node.getBoundingClientRect().top + scrollY));

inBrowser('the bar', { timeout: 90_000 }, () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test('of an experiment in the browser advances, and nothing moves for it', async () => {
		const { page } = await open(browser, '/replication/#lambda-across-sizes');
		const figure = page.locator('#figure-lambda-across-sizes');
		await figure.scrollIntoViewIfNeeded();
		const bar = figure.locator('progress-bar');
		const parts = [figure, figure.locator('.figure-data')] as const;
		const values = await recorded(bar);
		const before = await distance(...parts);
		await figure.locator('[data-part="here"]').click();
		await bar.locator('visible=true').first().waitFor();
		await expect.poll(async () => (await values()).length, { timeout: 20_000 }).toBeGreaterThan(5);
		expect(await distance(...parts)).toBe(before);
		await figure.locator('[data-part="cancel"]').click();
		await expect.poll(() => bar.isVisible()).toBe(false);
		expectAdvance(await values(), 5);
		await page.context().close();
	});

	test.each([
		{ path: '/lab/', text: LAB_TEXT.en },
		{ path: '/zh/lab/', text: LAB_TEXT.zh },
	])('of the check at $path is named, advances and gives way to the verdict', async ({ path, text }) => {
		const { page, errors } = await open(browser, path);
		await page.locator('lambda-lab[data-ready]').waitFor();
		await page.locator('select[name="speed"]').selectOption('3');
		await page.locator('[data-action="play"]').click();
		await page.waitForFunction(() => {
			const lab = document.querySelector('lambda-lab');
			return lab?.hasAttribute('data-frames') && !lab.hasAttribute('data-playing');
		});
		await asking(page, fresh(path.length, 400_000));
		const card = page.locator('.run-card').first();
		const values = await recorded(card.locator('progress-bar'));
		await page.locator('[data-action="edge"]').click();
		await card.getByRole('progressbar', { name: text.edgeLabel }).waitFor();
		await expect
			.poll(() => card.locator('[data-part="edge"]').textContent(), { timeout: 20_000 })
			.toMatch(/differs|不同/);
		expectAdvance(await values(), 3);
		expect(await card.locator('progress-bar').isVisible()).toBe(false);
		expect(errors).toEqual([]);
		await page.context().close();
	});
});
