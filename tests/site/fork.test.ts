/** A fork as it is without any setting: built without SITE_URL and FEEDBACK_URL, read as a search engine and a reader do. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { OPEN_ORIGIN } from '../../src/openOrigin.ts';
import { launchBrowser } from '../support/chromium.ts';
import { type Server, startServer } from '../support/server.ts';

const execute = promisify(execFile);

describe.skipIf(inject('serverUrl') === '')('a fork without any setting', () => {
	let server: Server;
	let folder: string;
	const get = async (path: string) => (await fetch(`${server.url}${path}`)).text();

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'fork '));
		const { SITE_URL: _, FEEDBACK_URL: __, ...env } = process.env;
		await execute(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent', '--outDir', folder], {
			env,
		});
		server = await startServer({ env: { ASSETS_DIR: folder } });
	}, 240_000);
	afterAll(async () => {
		await server?.stop();
		await rm(folder, { recursive: true, force: true });
	});

	test('its site map, feed and robots.txt name the address that they are asked at', async () => {
		const addresses = [...(await get('/sitemap.xml')).matchAll(/(?:<loc>|href=")([^<"]*)/g)].map(([, at]) => at);
		expect(addresses.length).toBeGreaterThan(20);
		for (const at of addresses) expect(at).toMatch(new RegExp(`^${server.url}/`));
		const feed = await get('/feed.xml');
		for (const [, id] of feed.matchAll(/<id>([^<]*)/g)) expect(id).toMatch(new RegExp(`^${server.url}/`));
		expect(await get('/robots.txt')).toContain(`Sitemap: ${server.url}/sitemap.xml\n`);
	});

	test('no page has an address of nobody’s, a relative picture or a link to a placeholder', async () => {
		const pages = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html'));
		expect(pages.length).toBeGreaterThan(40);
		for (const page of pages) {
			const html = await readFile(join(folder, page), 'utf8');
			expect(html, page).not.toContain('YOUR-NAME');
			expect(html, page).not.toContain(OPEN_ORIGIN);
			expect(html, page).not.toMatch(/<(?:meta[^>]*property="og:(?:image|url)"|link[^>]*rel="canonical")/);
			expect(html, page).not.toContain('\\url{/');
		}
	});

	test('its BibTeX entry and its examples name the address that the reader is at', async () => {
		const browser = await launchBrowser();
		try {
			const page = await browser.newPage();
			await page.goto(`${server.url}/zh/`);
			await expect
				.poll(() => page.textContent('pre:has-text("@misc")'))
				.toContain(`howpublished = {\\url{${server.url}/zh/}}\n}`);
			await page.goto(`${server.url}/api/runs/`);
			await expect.poll(() => page.textContent('[data-example=shell]')).toContain(`${server.url}/api/v1/runs`);
			await page.goto(`${server.url}/problems/invalid-spec/`);
			await expect.poll(() => page.textContent('pre')).toContain(`${server.url}/api/v1/`);
		} finally {
			await browser.close();
		}
	});

	test('a deployment says in one line what is not set, and nothing where all is', async () => {
		const say = async (env: Record<string, string>) =>
			(await execute('node', ['scripts/sayUnset.mjs'], { env: { PATH: process.env.PATH, ...env } })).stdout;
		expect(await say({})).toMatch(
			/^lambda-over-2m: not set: SITE_URL \(.*\), FEEDBACK_URL \(.*\); docs\/deploy\.md\n$/,
		);
		expect(await say({ SITE_URL: 'https://a.example', FEEDBACK_URL: 'https://b.example' })).toBe('');
	});
});

test('what a build is told is on its pages', async () => {
	const at = inject('serverUrl');
	if (at === '') return;
	expect(await (await fetch(`${at}/sitemap.xml`)).text()).not.toContain(OPEN_ORIGIN);
});
