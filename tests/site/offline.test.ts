/** Without a network: the article and the Lab work, and so does what was visited. */
import type { Browser } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LAB_TEXT } from '../../site/text/lab/labText.ts';
import { LANGUAGES } from '../../site/text/languages.ts';
import { OFFLINE_TEXT } from '../../site/text/offline/offlineText.ts';
import { PROBLEM_TEXTS } from '../../site/text/tables.ts';
import { launchBrowser } from '../support/chromium.ts';
import { inBrowser } from '../support/inBrowser.ts';
import { partOf } from '../support/partOf.ts';
import { open } from './startPage.ts';

const WITH_WORKER = { serviceWorkers: 'allow' } as const;

inBrowser('offline', () => {
	let browser: Browser;
	// One each: a browser whose storage hangs, as was seen once, fails one test and not all.
	beforeEach(async () => {
		browser = await launchBrowser();
	});
	afterEach(() => browser?.close());

	test('article and Lab train without having been visited, and what was visited is there', async () => {
		const { page } = await open(browser, '/convert/?from=keras-l2&value=0.01', WITH_WORKER);
		const { origin } = new URL(page.url());
		await page.evaluate(async () => {
			const { active } = await navigator.serviceWorker.ready;
			if (active?.state !== 'activated')
				await new Promise((resolve) => active?.addEventListener('statechange', resolve));
		});
		await page.reload({ waitUntil: 'networkidle' }); // now through the service worker
		expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
		await page.context().setOffline(true);

		await page.reload();
		expect(await page.locator('[data-library]').count()).toBeGreaterThan(10);

		for (const path of ['/', '/zh/']) {
			await page.goto(`${origin}${path}`);
			const caption = page.locator('hero-figure [data-part="caption"]');
			const before = await caption.textContent();
			await page.locator('hero-figure[data-warm] input[data-handle="m"]').press('ArrowLeft');
			await expect.poll(() => caption.textContent(), { timeout: 10_000 }).not.toBe(before);
		}

		await page.goto(`${origin}/lab/`);
		await page.locator('lambda-lab[data-ready]').waitFor();
		await page.locator('[data-path="data.kind"]').selectOption('diabetes');
		await page.locator('select[name="speed"]').selectOption('3');
		await page.locator('[data-action="play"]').click();
		await expect
			.poll(() => page.locator('[data-part="epoch"]').textContent(), { timeout: 30_000 })
			.toBe(LAB_TEXT.en.epochOf('1,000', '1,000'));
		await page.locator('lambda-lab[data-settled]').waitFor();
		await page.locator('[data-action="edge"]').click();
		await expect
			.poll(() => page.locator('[data-part="edge"]').first().textContent())
			.toContain('The server did not answer');

		const convert = await page.evaluate(
			async () => (await (await caches.match('/convert/', { ignoreSearch: true }))?.text()) ?? '',
		);
		for (const { key, path } of LANGUAGES) {
			const never = await page.goto(`${origin}${path}problems/internal/?never=visited`);
			expect(never?.status()).toBe(503);
			expect(await page.locator('h1').textContent()).toBe(OFFLINE_TEXT[key].title);
			const links = page.locator('kept-pages a');
			await links.first().waitFor();
			const kept = await links.evaluateAll((all) =>
				all.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
			);
			expect(kept).toEqual([path, ...(key === 'en' ? ['/convert/'] : []), `${path}lab/`]);
			if (key === 'en') expect(convert).toContain(`<title>${await links.nth(1).textContent()}</title>`);
		}
		await page.context().setOffline(false); // and it loads anew
		await expect.poll(() => page.title()).toContain(PROBLEM_TEXTS.zh.internal.title);
		expect((await page.goto(`${origin}/problems/internal/`))?.status()).toBe(200);
		await page.context().close();
	});

	// Visited once, before there was a service worker: also what a page fetches only when it is used.
	test.each(
		partOf(
			LANGUAGES.flatMap(({ path }) =>
				['', 'lab/', 'convert/', 'sweeps/', 'replication/', 'api/', 'api/runs/'].map((page) => path + page),
			),
			4,
		),
	)(
		'%s works after one visit',
		async (path) => {
			const { page, errors } = await open(browser, path, WITH_WORKER);
			const title = await page.title();
			await page.evaluate(async (visited) => {
				await navigator.serviceWorker.ready;
				const isKept = async () => (await caches.match(visited)) !== undefined;
				for (let wait = 0; wait < 200 && !(await isKept()); wait++)
					await new Promise((resolve) => setTimeout(resolve, 50));
			}, path);
			await page.context().setOffline(true);
			errors.length = 0;
			await page.reload();
			expect(await page.title()).toBe(title);
			if (path.endsWith('convert/')) {
				await page.locator('input[name="value"]').fill('7');
				await expect
					.poll(() => page.locator('[data-library="pytorch-sgd"] .spelling-value').textContent())
					.toContain('0.007');
			}
			if (path.endsWith('sweeps/')) {
				const said = page.locator('study-browser [data-part="said"]');
				const before = await said.textContent();
				await page.locator('study-browser select[name="task"]').selectOption('wine');
				await expect.poll(() => said.textContent()).not.toBe(before);
			}
			if (path.endsWith('replication/')) {
				await page.locator('#bowl summary').first().click();
				const bowl = page.locator('experiment-figure[data-name="bowl"]');
				await bowl.locator('[data-part="here"]').click();
				await expect.poll(() => bowl.locator('[data-part="outcome"]').textContent(), { timeout: 30_000 }).not.toBe('');
				expect(await bowl.locator('[data-part="error"]').isVisible()).toBe(false);
			}
			// What the pages ask of the API is not there; every file of theirs is.
			expect(errors.filter((error) => !error.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
			await page.context().close();
		},
		60_000,
	);

	test('keeps no answer of the API: its results are not the service worker’s', async () => {
		const { page } = await open(browser, '/', WITH_WORKER);
		await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
		await page.reload({ waitUntil: 'networkidle' });
		await page.evaluate(() => fetch('/api/v1/health').then((response) => response.json()));
		const kept = await page.evaluate(async () => {
			const names = await caches.keys();
			const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
			return requests.flat().map(({ url }) => new URL(url).pathname);
		});
		expect(kept).toContain('/lab/');
		expect(kept).toContain('/');
		expect(kept.filter((path) => path.startsWith('/api/v1/'))).toEqual([]);
		await page.context().close();
	});
});
