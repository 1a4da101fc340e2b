/** What the tests of the start page share: opening it, and watching what must never happen. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
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
 * `ready` what a page that says so itself is waited for by: of any other, half a second passes without a request.
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
	const context = await browser.newContext({ serviceWorkers: 'block', ...options });
	const page = await context.newPage();
	const errors: string[] = [];
	const strangers: string[] = [];
	page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
	page.on('pageerror', (error) => errors.push(error.message));
	page.on('request', (request) => {
		if (new URL(request.url()).origin !== origin) strangers.push(request.url());
	});
	// Without script nothing is asked for once the page has loaded.
	const isWhole = ready !== undefined || options.javaScriptEnabled === false;
	await page.goto(`${origin}${path}`, { waitUntil: isWhole ? 'load' : 'networkidle' });
	if (ready !== undefined) await page.locator(ready).waitFor();
	if (isRead && options.javaScriptEnabled !== false) await layOutWhole(page);
	return { page, errors, strangers };
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
