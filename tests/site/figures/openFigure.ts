/** What the tests of live figures share. */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { fieldPixels } from '../../../site/pictures/boundary/fieldPixels.ts';
import { open } from '../startPage.ts';

interface OpenedFigure {
	page: Page;
	figure: Locator;
	errors: string[];
}

/** Opens the article at a figure, once its workers are warm. */
export async function openFigure(
	browser: Browser,
	element: string,
	{ path = '/', ...options }: BrowserContextOptions & { path?: string } = {},
): Promise<OpenedFigure> {
	const { page, errors } = await open(browser, path, options);
	const figure = page.locator(element);
	await figure.scrollIntoViewIfNeeded();
	await page.locator(`${element}[data-warm]`).waitFor();
	await figure.evaluate((place) => place.scrollIntoView({ block: 'start' }));
	return { page, figure, errors };
}

export const captionOf = (figure: Locator): Promise<string | null> =>
	figure.locator('[data-part="caption"]').textContent();

/** Waits until the figure says something. */
export const expectCaption = (figure: Locator, caption: string): Promise<void> =>
	expect.poll(() => captionOf(figure), { timeout: 20_000 }).toBe(caption);

/** Compares a live boundary with the pixels that these probabilities have: the hash of all of them. */
export async function expectField(boundary: Locator, probability: Float32Array): Promise<void> {
	const { size, drawn, colours } = await boundary.evaluate(async (place) => {
		const canvas = place.querySelector('canvas') as HTMLCanvasElement; // a live boundary has one
		const probe = document.createElement('canvas').getContext('2d');
		const read = (name: string): [number, number, number] => {
			const element = document.createElement('span');
			element.style.color = `var(${name})`;
			place.append(element);
			if (probe) probe.fillStyle = getComputedStyle(element).color;
			element.remove();
			probe?.fillRect(0, 0, 1, 1);
			const [red = 0, green = 0, blue = 0] = probe?.getImageData(0, 0, 1, 1).data ?? [];
			return [red, green, blue];
		};
		const { width, height } = canvas;
		const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
		return {
			size: width,
			drawn: Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', pixels))),
			colours: { bands: [0, 1, 2, 3, 4, 5, 6].map((band) => read(`--band-${band}`)), line: read('--decision') },
		};
	});
	const pixels = new Uint8ClampedArray(size * size * 4);
	fieldPixels(probability, Math.sqrt(probability.length), size, colours, pixels);
	expect(drawn).toEqual(Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', pixels))));
}
