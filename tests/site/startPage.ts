/** What the tests of the start page share: opening it, and watching what must never happen. */
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { inject } from 'vitest';

interface Opened {
	page: Page;
	/** Errors of the console and of scripts, policy violations included. */
	errors: string[];
	/** Addresses outside the server that the page asked for. */
	strangers: string[];
}

/**
 * Opens a page of the shared server, or of `origin`, in a context of its own; `isRead` is whether its reader has begun to read,
 * `ready` what a page that says so itself is waited for by: any other until it asks for nothing and its thread is idle.
 * No service worker fetches and keeps the hundred files of the site beside it, unless a test is about that.
 */
export async function open(
	browser: Browser,
	path = '/',
	{
		origin = inject('serverUrl'),
		isRead = true,
		ready,
		...options
	}: BrowserContextOptions & { origin?: string; isRead?: boolean; ready?: string } = {},
): Promise<Opened> {
	// A browser with a window lets a page write to the clipboard where its reader has pressed something; the shell would ask.
	const permissions = ['clipboard-write'];
	const context = await browser.newContext({ serviceWorkers: 'block', permissions, ...options });
	const page = await context.newPage();
	const errors: string[] = [];
	const strangers: string[] = [];
	page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
	page.on('pageerror', (error) => errors.push(error.message));
	page.on('request', (request) => {
		if (new URL(request.url()).origin !== origin) strangers.push(request.url());
	});
	const isIdle = whenIdle(page);
	await page.goto(`${origin}${path}`);
	if (ready !== undefined) await page.locator(ready).waitFor();
	else if (options.javaScriptEnabled !== false) await isIdle(); // without script nothing is asked for once it has loaded
	if (isRead && options.javaScriptEnabled !== false) await layOutWhole(page);
	return { page, errors, strangers };
}

/**
 * Waits until a page asks for nothing and its thread has nothing to do, twice in a row: what idles asks for the next thing at once.
 * (`networkidle` waits for half a second without a request, in each of some hundred openings.)
 */
function whenIdle(page: Page): () => Promise<void> {
	const asked = new Set<Request>();
	let count = 0;
	page.on('request', (request) => asked.add(request) && count++);
	page.on('requestfinished', (request) => asked.delete(request));
	page.on('requestfailed', (request) => asked.delete(request));
	return async () => {
		const deadline = Date.now() + 30_000;
		for (let quiet = 0, before = count; quiet < 2; before = count) {
			await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 })));
			await page.waitForTimeout(50);
			quiet = asked.size === 0 && count === before ? quiet + 1 : 0;
			if (Date.now() > deadline) throw new Error(`${page.url()} still asks for ${[...asked].map((one) => one.url())}`);
		}
	};
}

/**
 * Lays out every section and figure of the article at once, as for a reader who follows a link within it, but goes nowhere;
 * and leaves them so, since what is out of sight has no text to a browser that is asked for it.
 */
async function layOutWhole(page: Page): Promise<void> {
	await page.evaluate(() => {
		const link = document.createElement('a');
		link.href = '#content';
		link.addEventListener('click', (event) => event.preventDefault());
		document.body.append(link);
		link.click();
		link.remove();
	});
	await page.waitForFunction(() =>
		[...document.querySelectorAll<HTMLElement>('.article-section, .article .live-figure')].every(
			({ dataset }) => dataset.laidOut !== undefined,
		),
	);
	await page.evaluate(() => {
		for (const piece of document.querySelectorAll<HTMLElement>('[data-laid-out]'))
			piece.style.contentVisibility = 'visible';
	});
}
