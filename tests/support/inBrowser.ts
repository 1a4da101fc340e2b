/**
 * `describe` for tests that need a browser: without Chromium they are skipped (and `beforeAll`
 * with them), with `CI=true` their absence has already failed the run (see `globalSetup.ts`).
 *
 *   inBrowser('the start page', () => {
 *   	let browser: Browser;
 *   	beforeAll(async () => {
 *   		browser = await launchBrowser();
 *   	});
 *   	afterAll(() => browser.close());
 *   	test('…', async () => {
 *   		const page = await browser.newPage();
 *   		await page.goto(`${inject('serverUrl')}/`);
 *   	});
 *   });
 */
import { describe, inject } from 'vitest';

export const inBrowser = describe.skipIf(inject('chromium') === '');
