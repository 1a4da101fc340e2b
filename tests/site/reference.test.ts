/** The pages of the API: every example on them is run, in every language, and the console sends what it shows. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { EXAMPLE_LANGUAGES, type ExampleLanguage, exampleAddress, exampleIn } from '../../site/reference/examples.ts';
import { RESOURCES } from '../../site/reference/resources.ts';
import { OPERATIONS } from '../../src/contract/routes.ts';
import { launchBrowser } from '../support/chromium.ts';
import { inBrowser } from '../support/inBrowser.ts';
import { partOf } from '../support/partOf.ts';
import { open } from './startPage.ts';

const execute = promisify(execFile);
const url = inject('serverUrl');
/** With the token of the example's sweep, once it is begun. */
const env = { ...process.env };
const run: Record<ExampleLanguage, (code: string) => Promise<{ stdout: string }>> = {
	shell: (code) => execute('sh', ['-c', `${code} -s --fail-with-body`], { maxBuffer: 1e8, env }),
	typescript: (code) =>
		execute(process.execPath, ['--input-type=module-typescript', '-e', code], { maxBuffer: 1e8, env }),
	python: (code) => execute('python3', ['-c', code], { maxBuffer: 1e8, env }),
};
const LANGUAGES = Object.keys(EXAMPLE_LANGUAGES) as ExampleLanguage[];

test('every operation stands on the page of a resource', () => {
	expect(RESOURCES.flatMap(({ operations }) => operations).length).toBe(OPERATIONS.length);
});

// A sweep is stopped by the token of who began it, so its example comes last; the others work in any order: backwards here.
const operations = [...OPERATIONS]
	.reverse()
	.sort((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'));

describe.skipIf(url === '')('the examples', () => {
	test.each(operations.map((operation) => ({ operation, name: operation.key })))(
		'of $name give the same in every language',
		async ({ operation }) => {
			const address = await exampleAddress(operation);
			const answers: string[] = [];
			for (const language of partOf(LANGUAGES, 2)) {
				const { stdout } = await run[language](exampleIn(language, operation, url, address));
				expect(stdout.length, language).toBeGreaterThan(10);
				if (operation.key === 'POST /sweeps') env.STOP_TOKEN = JSON.parse(stdout).stopToken;
				answers.push(stdout.trim());
			}
			// A sweep goes on while its examples run.
			if (!operation.path.startsWith('/sweeps')) expect(new Set(answers).size).toBe(1);
		},
		60_000,
	);
});

inBrowser('the pages of the API', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test('show every resource and every field of a spec, without script', async () => {
		const { page } = await open(browser, '/api/', { javaScriptEnabled: false });
		expect(await page.locator('.resources a').count()).toBe(RESOURCES.length);
		await page.goto(`${url}/api/runs/`);
		const table = page.locator('#postRuns > details').first();
		for (const field of ['data.m', 'penalty.lambda', 'regularizers.earlyStopping.patience', 'optimizer.beta1']) {
			expect(await table.getByText(field, { exact: true }).count(), field).toBeGreaterThan(0);
		}
		expect(await page.locator('.console').first().isVisible()).toBe(false);
		await page.context().close();
	});

	test('send a request from the console, by keyboard; an error comes with its problem', async () => {
		const { page, errors } = await open(browser, '/api/runs/');
		const operation = page.locator('#postRuns');
		await operation.locator('.console > summary').focus();
		await page.keyboard.press('Enter');
		const area = operation.locator('textarea');
		await area.fill('{ "data": { "kind": "moons" }, "training": { "epochs": 50 } }');
		await page.keyboard.press('ControlOrMeta+Enter');
		const status = operation.locator('[data-part="status"]');
		await expect.poll(() => status.textContent()).toContain('200');
		expect(await operation.locator('[data-part="headers"]').textContent()).toMatch(/etag: "[0-9a-f]{40}"/);
		expect(await operation.locator('[data-part="body"]').textContent()).toContain('"objective"');
		await area.fill('{ "data": { "kind": "moons", "m": -1 } }');
		await operation.locator('[data-send]').click();
		await expect.poll(() => status.textContent()).toContain('422');
		expect(await operation.locator('[data-part="body"]').textContent()).toContain('-1 is not allowed: at least 1');
		expect(await status.textContent()).toContain('refused');
		expect(errors.filter((error) => !error.includes('422'))).toEqual([]);
		await page.context().close();
	});

	test('show events line by line as they come, each with its time', async () => {
		const { page, errors } = await open(browser, '/api/runs/');
		const operation = page.locator('#postRuns');
		await operation.locator('.console > summary').click();
		await operation.locator('[data-long]').click();
		expect(await operation.locator('[data-events]').isChecked()).toBe(true);
		await operation.locator('[data-send]').click();
		const lines = operation.locator('[data-part="events"] li');
		// Progress stands there before the result has come.
		await expect.poll(() => lines.count(), { timeout: 20_000 }).toBeGreaterThan(0);
		expect(await lines.last().textContent()).toContain('progress');
		await expect.poll(() => lines.last().textContent(), { timeout: 60_000 }).toContain('result');
		// Each is whole, the result below them.
		const held = await lines.evaluateAll((all) =>
			all.slice(0, -1).map((line) => line.lastElementChild?.textContent ?? ''),
		);
		let shown = 0;
		for (const data of held) {
			const { epochs, trace } = JSON.parse(data);
			expect(epochs).toBe(60_000);
			if (trace.dataLoss.length > 0) shown += 1;
		}
		expect(shown).toBeGreaterThan(0.8 * held.length); // all, but for a machine that is slow for a moment
		const result = JSON.parse((await operation.locator('[data-part="body"]').textContent()) ?? '');
		expect(result.trace.epoch.at(-1)).toBe(60_000);
		const times = await lines.evaluateAll((all) => all.map((line) => line.firstElementChild?.textContent ?? ''));
		expect(times.length).toBeGreaterThan(1);
		for (const time of times) expect(time).toMatch(/^[\d.,]+ ?m?s/);
		expect(await operation.locator('[data-part="status"]').textContent()).toContain('200');
		expect(errors).toEqual([]);
		await page.context().close();
	}, 90_000);

	test('show an answer whole before its folded headers, good news and bad in colors of their own', async () => {
		const { page } = await open(browser, '/zh/api/datasets/');
		const operation = page.locator('#getDatasetsKind');
		await operation.locator('.console > summary').click();
		const address = operation.locator('[name="address"]');
		await address.fill('/datasets/moons?m=3000');
		await operation.locator('[data-send]').click();
		const status = operation.locator('[data-part="status"]');
		await expect.poll(() => status.textContent()).toContain('200');
		const answer = await (await fetch(`${url}/api/v1/datasets/moons?m=3000`)).json();
		const body = operation.locator('[data-part="body"]');
		expect(JSON.parse((await body.textContent()) ?? '')).toEqual(answer);
		const headers = operation.locator('[data-part="headers"]');
		const count = await operation
			.locator('[data-part="header-lines"]')
			.evaluate((lines) => lines.textContent?.split('\n').length);
		expect(await headers.locator('summary').textContent()).toContain(String(count));
		expect(await headers.evaluate((details) => (details as HTMLDetailsElement).open)).toBe(false);
		const [above, below] = [await body.boundingBox(), await headers.boundingBox()];
		expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
		const colour = () => status.evaluate((element) => getComputedStyle(element).color);
		const good = await colour();
		// Completed in the field: without its slash it was part of the base's last word.
		await address.fill('datasets/moons?m=-3');
		await address.press('Enter');
		await expect.poll(() => status.textContent()).toContain('422');
		expect(await address.inputValue()).toBe('/datasets/moons?m=-3');
		expect(await colour()).not.toBe(good);
		expect(await operation.locator('[data-part="problem"]').textContent()).toContain('英文');
		await page.context().close();
	});

	test('stop what they sent: the stream ends with it', async () => {
		const { page, errors } = await open(browser, '/api/runs/');
		const operation = page.locator('#postRuns');
		await operation.locator('.console > summary').click();
		await operation.locator('[data-long]').click();
		const button = operation.locator('[data-send]');
		const failed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/api/v1/runs'));
		await button.click();
		const lines = operation.locator('[data-part="events"] li');
		await expect.poll(() => lines.count()).toBeGreaterThan(0);
		expect(await button.textContent()).toBe('Stop');
		await button.click();
		await failed;
		await expect.poll(() => button.textContent()).toBe('Send');
		expect(await operation.locator('[data-part="status"]').textContent()).toContain('Stopped');
		expect(await lines.last().textContent()).toContain('progress');
		expect(errors).toEqual([]);
		await page.context().close();
	}, 90_000);

	test('make what an example reads, and say so', async () => {
		const { page } = await open(browser, '/zh/api/runs/');
		const operation = page.locator('#getRunsId');
		await operation.locator('.console > summary').click();
		// A result of the deployment may be there already: the first answer is a 404 here in any case.
		let asked = 0;
		const requests: string[] = [];
		await page.route('**/api/v1/runs**', (route) => {
			requests.push(route.request().method());
			const isFirst = route.request().method() === 'GET' && asked++ === 0;
			return isFirst
				? route.fulfill({ status: 404, contentType: 'application/problem+json', body: '{}' })
				: route.continue();
		});
		await operation.locator('[data-send]').click();
		await expect.poll(() => operation.locator('[data-part="status"]').textContent()).toContain('200');
		expect(requests).toEqual(['GET', 'POST', 'GET']);
		await page.context().close();
	});

	test('remember the language of the examples', async () => {
		const { page } = await open(browser, '/api/explain/');
		await page.locator('summary', { hasText: 'Python' }).click();
		await page.goto(`${url}/api/convert/`);
		await expect.poll(() => page.locator('[data-example="python"]').first().isVisible()).toBe(true);
		await expect.poll(() => page.locator('[data-example="shell"]').first().isVisible()).toBe(false);
		await page.context().close();
	});

	test.each(['/api/runs/', '/zh/api/runs/', '/zh/api/convert/'])(
		'%s shows every field whole on a phone',
		async (path) => {
			const { page } = await open(browser, path, { javaScriptEnabled: false });
			for (const width of [320, 390, 768]) {
				await page.setViewportSize({ width, height: 900 });
				const rows = await page.locator('.schema').evaluateAll((tables) =>
					tables.flatMap((table) => {
						for (let fold = table.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
							fold.open = true;
						const { scrollWidth, clientWidth, scrollHeight, clientHeight } = table;
						const scrolls = scrollWidth > clientWidth || scrollHeight > clientHeight;
						return [...table.querySelectorAll('tbody tr')].map((row) => {
							const boxes = [...row.children].map((cell) => cell.getBoundingClientRect());
							const [name, type, , , meaning] = boxes;
							return {
								field: row.firstElementChild?.textContent,
								scrolls,
								isInside: boxes.every(({ left, right }) => left >= 0 && right <= innerWidth),
								isBelow:
									boxes.length === 1 || (meaning?.top ?? 0) >= Math.max(name?.bottom ?? 0, type?.bottom ?? 0) - 4,
							};
						});
					}),
				);
				expect(rows.length).toBeGreaterThan(30);
				const bad = rows.filter(({ scrolls, isInside, isBelow }) => scrolls || !isInside || !isBelow);
				expect(bad, String(width)).toEqual([]);
			}
			await page.context().close();
		},
	);

	test('fold the fields of a run on a phone, open for a link, and have them open where there is room', async () => {
		const parts = (page: Page) => page.locator('.schema-part');
		const openOnes = (page: Page) =>
			parts(page).evaluateAll((all) => all.filter((part) => (part as HTMLDetailsElement).open).length);
		const patience = 'regularizers.earlyStopping.patience';
		const phone = { width: 390, height: 844 };
		for (const javaScriptEnabled of [true, false]) {
			const { page } = await open(browser, '/zh/api/runs/', { viewport: phone, javaScriptEnabled });
			expect(await parts(page).count()).toBeGreaterThan(6);
			expect(await openOnes(page)).toBe(0);
			expect(await page.locator('#postRuns').evaluate(({ clientHeight }) => clientHeight)).toBeLessThan(2000);
			await parts(page).first().locator('summary').click();
			expect(await page.getByText('data.m', { exact: true }).first().isVisible()).toBe(true);
			await page.goto(`${url}/zh/api/runs/#RunSpec-regularizers`);
			expect(await page.getByText(patience, { exact: true }).isVisible()).toBe(true);
			await page.context().close();
		}
		for (const javaScriptEnabled of [true, false]) {
			const viewport = { width: 1440, height: 900 };
			const { page, errors } = await open(browser, '/api/runs/', { viewport, javaScriptEnabled });
			if (javaScriptEnabled) expect(await openOnes(page)).toBe(await parts(page).count());
			expect(await page.getByText(patience, { exact: true }).isVisible()).toBe(true);
			expect(errors).toEqual([]);
			await page.context().close();
		}
	});

	test.each(['/api/', '/api/runs/', '/zh/api/sweeps/'])('%s never scrolls sideways', async (path) => {
		const { page, errors } = await open(browser, path);
		for (const width of [320, 390, 768, 1440]) {
			await page.setViewportSize({ width, height: 900 });
			expect(await page.evaluate(() => document.documentElement.scrollWidth), String(width)).toBeLessThanOrEqual(width);
		}
		expect(errors).toEqual([]);
		await page.context().close();
	});
});
