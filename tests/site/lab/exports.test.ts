/** What the Lab gives out: files, programs, and what it sends itself. */
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { train } from '../../../scripts/nodeHost.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import { pythonWith, runPython } from '../../core/export/python.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { field, openLab, play, settled, text } from './openLab.ts';

const SCRIPT_KILOBYTES = 150;

inBrowser('the Lab’s exports', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test('gives every export; its PyTorch program trains to the same losses in PyTorch', async () => {
		const { page } = await openLab(browser);
		await page.locator('[data-select="2"]').click();
		await field(page, 'data.test.m').fill('200');
		await settled(page);
		await play(page);
		await page.getByText(text.exportTitle, { exact: true }).click();
		const saved = async (format: string) => {
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				page.locator(`[data-exports="${format}"]`).click(),
			]);
			return readFile(await download.path(), 'utf8');
		};
		const { runs } = JSON.parse(await saved('json'));
		expect(runs.map((run: { result: { status: string } }) => run.result.status)).toEqual(Array(3).fill('ok'));
		const csv = (await saved('csv')).trimEnd().split('\n');
		expect(csv[0]).toBe('run,epoch,dataLoss,penalty,objective,testLoss,trainAccuracy,testAccuracy,weightNorm');
		expect(csv.length).toBe(1 + 3 * 101);
		expect((await saved('png')).startsWith('\uFFFDPNG')).toBe(true);
		for (const format of ['keras', 'scikit-learn'] as const) expect(await saved(format)).toContain('import');
		const program = await saved('pytorch');
		const python = pythonWith('torch');
		if (python) {
			const theirs = JSON.parse(runPython(python, [program])[0] ?? '');
			const ours = await train(canonical(runs[1].spec));
			expect(theirs.objective.at(-1)).toBeCloseTo(ours.final.objective ?? Number.NaN, 4);
		}
		await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
		await page.locator('[data-exports="curl"]').click();
		await expect.poll(() => page.locator('[data-part="said"]').textContent()).toBe(text.copied('curl'));
		const command = await page.evaluate(() => navigator.clipboard.readText());
		expect(command).toContain('/api/v1/runs');
		await page.context().close();
	});

	test('refuses an export that would be another run, with its reason', async () => {
		const { page } = await openLab(browser);
		await page.getByText('Other regularizers', { exact: true }).click();
		await field(page, 'regularizers.dropout').fill('0.2');
		await page.getByText(text.exportTitle, { exact: true }).click();
		await page.locator('[data-exports="pytorch"]').click();
		await expect
			.poll(() => page.locator('[data-part="said"]').textContent())
			.toContain('cannot express this run: dropout: ');
		await page.context().close();
	});

	test(`sends at most ${SCRIPT_KILOBYTES} kB of script, compressed, with its worker`, async () => {
		const context = await browser.newContext();
		const page = await context.newPage();
		const sizes = new Map<string, Promise<number>>(); // by address: what a second worker takes from the cache is not sent
		context.on('response', (response) => {
			const address = new URL(response.url()).pathname;
			if (/\.(js|wasm)$/.test(address) && !sizes.has(address)) {
				sizes.set(
					address,
					response.body().then(
						(body) => gzipSync(body).length,
						() => 0, // the browser closed before it was read
					),
				);
			}
		});
		const { page: opened } = await openLab(browser);
		const address = opened.url();
		await opened.context().close();
		await page.goto(address, { waitUntil: 'networkidle' });
		await page.locator('lambda-lab[data-settled]').waitFor();
		const bytes = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
		expect(bytes).toBeGreaterThan(50_000);
		expect(bytes).toBeLessThanOrEqual(SCRIPT_KILOBYTES * 1000);
		await context.close();
	});
});
