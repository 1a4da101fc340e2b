/** A build without any setting, as all tests and a fork have it, and one that is told its address: read as a search engine does. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { FILES_WITH_ORIGIN, OPEN_ORIGIN } from '../../src/openOrigin.ts';
import { launchBrowser } from '../support/chromium.ts';

const execute = promisify(execFile);
const DIST = join(import.meta.dirname, '../../dist');

/** Every page of a build, by its path in it. */
async function readPages(folder: string): Promise<Map<string, string>> {
	const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html'));
	expect(names.length).toBeGreaterThan(40);
	return new Map(
		await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
	);
}

describe.skipIf(inject('serverUrl') === '')('a build without any setting', () => {
	const url = inject('serverUrl');
	const get = async (path: string) => (await fetch(`${url}${path}`)).text();

	test('its site map, feed and robots.txt name the address that they are asked at', async () => {
		const addresses = [...(await get('/sitemap.xml')).matchAll(/(?:<loc>|href=")([^<"]*)/g)].map(([, at]) => at);
		expect(addresses.length).toBeGreaterThan(20);
		for (const at of addresses) expect(at).toMatch(new RegExp(`^${url}/`));
		const feed = await get('/feed.xml');
		for (const [, id] of feed.matchAll(/<id>([^<]*)/g)) expect(id).toMatch(new RegExp(`^${url}/`));
		expect((await fetch(`${url}/feed.xml`)).headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8');
		expect((await fetch(`${url}/.well-known/security.txt`)).status).toBe(404); // nobody has said where to write to
		expect(await get('/robots.txt')).toContain(`Sitemap: ${url}/sitemap.xml\n`);
	});

	test('no page has an address of nobody’s, a relative picture or a link to a placeholder', async () => {
		for (const [page, html] of await readPages(DIST)) {
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
			await page.goto(`${url}/zh/`);
			await expect
				.poll(() => page.textContent('pre:has-text("@misc")'))
				.toContain(`howpublished = {\\url{${url}/zh/}}\n}`);
			await page.goto(`${url}/api/runs/`);
			await expect.poll(() => page.textContent('[data-example=shell]')).toContain(`${url}/api/v1/runs`);
			await page.goto(`${url}/problems/invalid-spec/`);
			await expect.poll(() => page.textContent('pre')).toContain(`${url}/api/v1/`);
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

describe.skipIf(inject('serverUrl') === '')('a build that is told its address', () => {
	const SITE_URL = 'https://lambda.example';
	const FEEDBACK_URL = 'https://github.com/somebody/their-fork/issues';
	let folder: string;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'told '));
		await execute(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent', '--outDir', folder], {
			env: { ...process.env, SITE_URL, FEEDBACK_URL },
		});
	}, 240_000);
	afterAll(() => rm(folder, { recursive: true, force: true }));

	test('names it in its files', async () => {
		for (const file of FILES_WITH_ORIGIN) {
			const text = await readFile(join(folder, file), 'utf8');
			expect(text).toContain(`${SITE_URL}/`);
			expect(text).not.toContain(OPEN_ORIGIN);
		}
	});

	test('says where to report a weakness, for the year to come', async () => {
		const text = await readFile(join(folder, '.well-known/security.txt'), 'utf8');
		expect(text).toMatch(/^Contact: https:\/\/github\.com\/somebody\/their-fork\/security\/advisories\/new$/m);
		const days = (Date.parse(/^Expires: (\S+)$/m.exec(text)?.[1] ?? '') - Date.now()) / 86_400_000;
		expect(days).toBeGreaterThan(360);
		expect(days).toBeLessThan(367);
	});

	test('names each page, and its languages, to search engines', async () => {
		const article = (await readPages(folder)).get('index.html') ?? '';
		const [, canonical] = /<link rel="canonical" href="([^"]*)"/.exec(article) ?? [];
		expect(canonical).toBe(`${SITE_URL}/`);
		const alternates = [...article.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)];
		expect(alternates.map(([, language, address]) => [language, address])).toEqual([
			['en', `${SITE_URL}/`],
			['zh-Hans', `${SITE_URL}/zh/`],
			['x-default', `${SITE_URL}/`],
		]);
		expect(article).toMatch(/<meta property="og:image" content="https:\/\/lambda\.example\/[^"]+\.png"/);
	});
});
