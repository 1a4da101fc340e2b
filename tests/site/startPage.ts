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

/** Opens a page of the shared server, or of `origin`, in a context of its own; `isRead` is whether its reader has begun to read. */
export async function open(
	browser: Browser,
	path = '/',
	{
		origin = inject('serverUrl'),
		isRead = true,
		...options
	}: BrowserContextOptions & { origin?: string; isRead?: boolean } = {},
): Promise<Opened> {
	const context = await browser.newContext(options);
	const page = await context.newPage();
	const errors: string[] = [];
	const strangers: string[] = [];
	page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
	page.on('pageerror', (error) => errors.push(error.message));
	page.on('request', (request) => {
		if (new URL(request.url()).origin !== origin) strangers.push(request.url());
	});
	await page.goto(`${origin}${path}`, { waitUntil: 'networkidle' });
	if (isRead && options.javaScriptEnabled !== false) await layOutWhole(page);
	return { page, errors, strangers };
}

/** Lays out every section and figure of the article, as for a reader who has begun to read: a key does not scroll. */
async function layOutWhole(page: Page): Promise<void> {
	await page.keyboard.press('Shift');
	await page.waitForFunction(() =>
		[...document.querySelectorAll<HTMLElement>('.article-section, .article .live-figure')].every(
			({ style }) => style.contentVisibility === 'visible',
		),
	);
}
