import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { TEXT } from '../../site/text/tables.ts';
import { launchBrowser } from '../support/chromium.ts';
import { inBrowser } from '../support/inBrowser.ts';
import { startServer } from '../support/server.ts';
import { BUTTON, ERROR, inkOfCurves, OUTCOME, openFigure, PANELS } from './startPage.ts';

const RUNS = '**/api/v1/runs';
const { figure } = TEXT.en;

const origins = (page: Page) =>
	page.locator(PANELS).evaluateAll((panels) => panels.map((panel) => panel.getAttribute('data-origin')));

/** Six runs on a machine that does other things besides. */
const TRAINING = { timeout: 100_000 };

/** Starts to write down every progress that the page announces; the function returned reads them. */
async function recordedCounts(page: Page): Promise<() => Promise<string[]>> {
	const recorder = await page.locator('[data-part="training-count"]').evaluateHandle((count) => {
		const texts: string[] = [];
		new MutationObserver(() => texts.push(count.textContent ?? '')).observe(count, { childList: true });
		return texts;
	});
	return () => recorder.jsonValue();
}

/** Whatever failed: words about it, the figure still there, the button ready. */
async function expectFigureWithError(page: Page, words: string) {
	await page.locator(ERROR).waitFor();
	expect(await page.locator(ERROR).textContent()).toContain(words);
	expect(await page.locator(`${PANELS} svg .decision`).count()).toBe(6);
	expect(await inkOfCurves(page)).toBeGreaterThan(5000);
	expect(await page.locator(BUTTON).textContent()).toBe(figure.train);
	expect(await page.locator('input[name="lambda-choice"]').first().isEnabled()).toBe(true);
}

inBrowser('the button', { timeout: 120_000 }, () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test('trains the six runs on the edge, and answers from the cache the second time', async () => {
		const { page, errors } = await openFigure(browser);
		const counts = await recordedCounts(page);
		await page.locator(BUTTON).click();
		expect(await page.getByRole('progressbar').isVisible()).toBe(true);
		expect(await page.locator(BUTTON).textContent()).toBe(figure.cancel);
		await page.locator(`${OUTCOME} p`).first().waitFor(TRAINING);
		expect(await counts()).toEqual([0, 1, 2, 3, 4, 5, 6].map((done) => figure.progress(done, 6)));
		expect(await origins(page)).toEqual(Array(6).fill('computed'));
		expect(await page.locator(OUTCOME).textContent()).toContain('6 computed');
		expect(await page.locator(OUTCOME).textContent()).toContain(figure.sameAsPrecomputed);
		expect(await page.locator(`${PANELS} svg .decision`).count()).toBe(6);

		await page.locator(BUTTON).click();
		await page.locator(`${OUTCOME} p`).first().waitFor(TRAINING);
		expect(await origins(page)).toEqual(Array(6).fill('cached'));

		const links = await page
			.locator(`${PANELS} [data-slot="link"] a`)
			.evaluateAll((all) => all.map((a) => a.getAttribute('href')));
		expect(new Set(links).size).toBe(6);
		const answer = await fetch(`${inject('serverUrl')}${links[5]}`);
		expect(await answer.json()).toMatchObject({
			spec: { data: { m: 300 }, penalty: { lambda: 0.5, scaling: 'over-2m' } },
		});
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('cancels, and keeps what had arrived', async () => {
		const { page } = await openFigure(browser);
		let asked = 0;
		await page.route(RUNS, (route) => (++asked > 2 ? undefined : route.continue()));
		await page.locator(BUTTON).click();
		await expect.poll(() => page.locator('[data-part="training-count"]').textContent()).toBe(figure.progress(2, 6));
		await page.locator(BUTTON).click();
		await page.getByText(figure.cancelled(2, 6)).waitFor();
		expect(await page.locator(BUTTON).textContent()).toBe(figure.train);
		expect((await origins(page)).slice(2)).toEqual([null, null, null, null]);
		expect(await page.locator(ERROR).isHidden()).toBe(true);
		await page.context().close();
	});

	test.each([
		{
			name: 'a refused run is explained in the API’s own words',
			answer: { status: 422, contentType: 'application/problem+json', body: '{"detail":"over the budget"}' },
			words: figure.failure({ kind: 'refused', status: 422, detail: 'over the budget' }),
		},
		{
			name: 'a server that fails is blamed',
			answer: { status: 500, contentType: 'application/problem+json', body: '{}' },
			words: figure.failure({ kind: 'broken', status: 500 }),
		},
		{
			name: 'a host without the API is named',
			answer: { status: 200, contentType: 'text/html', body: '<h1>hello</h1>' },
			words: figure.failure({ kind: 'unreadable', status: 200 }),
		},
		{
			name: 'too many requests say when to come back',
			answer: { status: 429, headers: { 'retry-after': '30' } },
			words: figure.failure({ kind: 'busy', retryAfterSeconds: 30 }),
		},
	])('$name', async ({ answer, words }) => {
		const { page } = await openFigure(browser);
		await page.route(RUNS, (route) => route.fulfill(answer));
		await page.locator(BUTTON).click();
		await expectFigureWithError(page, words);
		await page.context().close();
	});

	test('with the server stopped the error is shown, the figure stays, and the button works once it is back', async () => {
		const server = await startServer();
		const { page } = await openFigure(browser, '/', { origin: server.url });
		await server.stop();
		await page.locator(BUTTON).click();
		await expectFigureWithError(page, figure.failure({ kind: 'unreachable' }));

		await page.route(RUNS, async (route) => {
			const url = `${inject('serverUrl')}/api/v1/runs`;
			await route.fulfill({ response: await route.fetch({ url }) });
		});
		await page.locator(BUTTON).click();
		await page.locator(`${OUTCOME} p`).first().waitFor(TRAINING);
		expect(await page.locator(ERROR).isHidden()).toBe(true);
		await page.context().close();
	});
});
