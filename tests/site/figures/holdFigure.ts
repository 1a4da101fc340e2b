/** What tests of live figures share: opening one, and taking hold of it as a reader does. */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { open } from '../startPage.ts';

interface Held {
	page: Page;
	figure: Locator;
	errors: string[];
	/** The value of a slider by its place among the stops. */
	slide: (name: string, index: number) => Promise<void>;
	caption: () => Promise<string>;
	/** The picture as its text. */
	drawn: (part?: string) => Promise<string>;
}

/** Figures whose networks are trained in workers, which are warm a while after the figure has come. */
const TRAINED = ['hero-figure', 'by-heart-figure', 'penalty-figure', 'witnesses-figure', 'rows-figure'];

/** Opens the article and goes to a figure, which comes alive when it is near. */
export async function holdFigure(
	browser: Browser,
	element: string,
	{ path = '/', ...options }: BrowserContextOptions & { path?: string } = {},
): Promise<Held> {
	const { page, errors } = await open(browser, path, options);
	const figure = page.locator(element);
	await figure.scrollIntoViewIfNeeded();
	await page.waitForFunction((name) => customElements.get(name) !== undefined, element);
	if (TRAINED.includes(element)) await page.locator(`${element}[data-warm]`).waitFor();
	await figure.evaluate((place) => place.scrollIntoView({ block: 'start' }));
	return {
		page,
		figure,
		errors,
		slide: async (name, index) => {
			const slider = figure.locator(`input[data-handle="${name}"]`);
			await slider.evaluate((input, value) => {
				(input as HTMLInputElement).value = String(value); // the locator names an input
				input.dispatchEvent(new Event('input', { bubbles: true }));
			}, index);
			await settle(page);
		},
		caption: async () => (await captionOf(figure)) ?? '',
		drawn: (part = 'drawing') => figure.locator(`[data-part="${part}"]`).innerHTML(),
	};
}

export const captionOf = (figure: Locator): Promise<string | null> =>
	figure.locator('[data-part="caption"]').textContent();

/** Waits until the figure says something. */
export const expectCaption = (figure: Locator, caption: string): Promise<void> =>
	expect.poll(() => captionOf(figure), { timeout: 20_000 }).toBe(caption);

/** Waits until what an input asked for is drawn: two frames. */
export const settle = (page: Page): Promise<void> =>
	page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** The middle of an element on the screen. */
export async function middleOf(place: Locator): Promise<{ x: number; y: number }> {
	await place.scrollIntoViewIfNeeded();
	const box = await place.boundingBox();
	if (!box) throw new Error('the element is not on the screen');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Drags an element by so many pixels with the mouse. */
export async function dragBy(page: Page, place: Locator, right: number, down: number): Promise<void> {
	const { x, y } = await middleOf(place);
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x + right / 2, y + down / 2);
	await page.mouse.move(x + right, y + down);
	await page.mouse.up();
	await settle(page);
}

/** Drags an element by so many pixels with a finger. */
export async function swipeBy(page: Page, place: Locator, right: number, down: number): Promise<void> {
	const { x, y } = await middleOf(place);
	const session = await page.context().newCDPSession(page);
	const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number) =>
		session.send('Input.dispatchTouchEvent', {
			type,
			touchPoints: type === 'touchEnd' ? [] : [{ x: x + right * share, y: y + down * share }],
		});
	await touch('touchStart', 0);
	await touch('touchMove', 0.5);
	await touch('touchMove', 1);
	await touch('touchEnd', 1);
	await settle(page);
}
