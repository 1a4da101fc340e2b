/** The pages of the API: every example on them is run, in every language, and the console sends what it shows. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { EXAMPLE_LANGUAGES, type ExampleLanguage, exampleAddress, exampleIn } from '../../site/reference/examples.ts';
import { RESOURCES } from '../../site/reference/resources.ts';
import { OPERATIONS } from '../../src/contract/routes.ts';
import { launchBrowser } from '../support/chromium.ts';
import { inBrowser } from '../support/inBrowser.ts';
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

// What makes a result comes before what reads it; a sweep is stopped last.
const order = { POST: 0, GET: 1, DELETE: 2 };
const operations = [...OPERATIONS].sort((a, b) => order[a.method] - order[b.method]);

describe.skipIf(url === '')('the examples', () => {
	test.each(operations.map((operation) => ({ operation, name: operation.key })))(
		'of $name give the same in every language',
		async ({ operation }) => {
			const address = await exampleAddress(operation);
			const answers: string[] = [];
			for (const language of LANGUAGES) {
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
		const table = page.locator('.operation').first().locator('table').first();
		for (const field of ['data.m', 'penalty.lambda', 'regularizers.earlyStopping.patience', 'optimizer.beta1']) {
			expect(await table.getByText(field, { exact: true }).count(), field).toBeGreaterThan(0);
		}
		expect(await page.locator('.console').first().isVisible()).toBe(false);
		await page.context().close();
	});

	test('send a request from the console, by keyboard; an error comes with its problem', async () => {
		const { page, errors } = await open(browser, '/api/runs/');
		const operation = page.locator('#postRuns');
		await operation.locator('.console summary').focus();
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
		expect(errors.filter((error) => !error.includes('422'))).toEqual([]);
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
