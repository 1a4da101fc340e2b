/** What the tests of the start page share: opening it, and watching what must never happen. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';

export const PANELS = '.panel:visible';
export const BUTTON = '[data-part="training-button"]';
export const ERROR = '[data-part="training-error"]';
export const OUTCOME = '[data-part="training-outcome"]';

interface Opened {
	page: Page;
	/** Errors of the console and of scripts, policy violations included. */
	errors: string[];
	/** Addresses outside the server that the page asked for. */
	strangers: string[];
}

/** Opens a page of the shared server, or of `origin`, in a context of its own. */
export async function open(
	browser: Browser,
	path = '/',
	{ origin = inject('serverUrl'), ...options }: BrowserContextOptions & { origin?: string } = {},
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
	return { page, errors, strangers };
}

/** Opens a page and goes to its figure of six runs, which comes alive when it is near. */
export async function openFigure(...asked: Parameters<typeof open>): Promise<Opened> {
	const opened = await open(...asked);
	await opened.page.locator('scaling-figure').scrollIntoViewIfNeeded();
	await opened.page.waitForFunction(() => customElements.get('scaling-figure') !== undefined);
	await opened.page.waitForLoadState('networkidle');
	return opened;
}

/** How many pixels of the curves are drawn on. */
export function inkOfCurves(page: Page): Promise<number> {
	return page.locator('objective-traces canvas').evaluate((canvas) => {
		const { width, height } = canvas as HTMLCanvasElement; // the locator names a canvas
		const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
		return pixels.filter((value, index) => index % 4 === 3 && value > 0).length;
	});
}
