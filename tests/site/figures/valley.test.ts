/** Figure 13 in a browser: guess, drag, keys, touch and choices. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureIn } from '../../../site/figures/study/casePictures.ts';
import { PUBLISHED_PICTURES } from '../../../site/figures/study/publishedPictures.ts';
import { PUBLISHED_VALLEY, type ValleyState } from '../../../site/figures/valley/model.ts';
import { sayCell, valleyCaption } from '../../../site/figures/valley/words.ts';
import { unbroken } from '../../../site/html/unbroken.ts';
import { VALLEY_TEXT } from '../../../site/text/figures/valley.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { open } from '../startPage.ts';

const captionOf = (patch: Partial<ValleyState>) => {
	const state = { ...PUBLISHED_VALLEY, ...patch };
	return unbroken(valleyCaption(state, pictureIn(PUBLISHED_PICTURES, state), 'en'));
};

async function openValley(browser: Browser, options: Parameters<typeof open>[2] = {}) {
	const opened = await open(browser, '/', { reducedMotion: 'reduce', ...options });
	await opened.page.locator('valley-figure').scrollIntoViewIfNeeded();
	await opened.page.waitForFunction(() => customElements.get('valley-figure') !== undefined);
	await opened.page.waitForLoadState('networkidle');
	return opened;
}

const part = (page: Page, name: string) => page.locator(`valley-figure [data-part="${name}"]`);
const caption = (page: Page) => part(page, 'caption').textContent();
const isSaid = (page: Page, said: string) =>
	page.waitForFunction(
		(expected) => document.querySelector('valley-figure [data-part="caption"]')?.textContent === expected,
		said,
	);

inBrowser('the valley', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test('asks for a guess once, and scores it', async () => {
		const { page, errors } = await openValley(browser);
		const figure = page.locator('valley-figure');
		expect(await figure.getAttribute('data-game')).toBe('asking');
		expect(await page.locator('valley-figure .over').isVisible()).toBe(false);
		expect(await part(page, 'show').isDisabled()).toBe(false); // that it stays is a guess too
		const mark = page.locator('[data-mark="4"]');
		const before = await mark.getAttribute('aria-valuetext');
		await mark.focus();
		for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowUp');
		expect(await mark.getAttribute('aria-valuetext')).not.toBe(before);
		await page.keyboard.press('ArrowLeft');
		expect(await page.locator('[data-mark="3"]').evaluate((element) => element === document.activeElement)).toBe(true);
		await part(page, 'show').click();
		const score = await part(page, 'said').textContent();
		expect(score).toContain('Within a factor of 2 at');
		expect(await part(page, 'guess-key').isVisible()).toBe(true);
		await part(page, 'area').hover({ position: { x: 20, y: 20 } });
		expect(await part(page, 'said').textContent()).toContain('m = 20');
		await page.mouse.move(0, 0);
		expect(await part(page, 'said').textContent()).toBe(score);
		expect(await page.locator('valley-figure .over').isVisible()).toBe(true);
		await page.reload({ waitUntil: 'networkidle' });
		await figure.scrollIntoViewIfNeeded();
		expect(await figure.getAttribute('data-game')).toBeNull();
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('moves its rules with the point, by mouse and by key, and says its cells', async () => {
		const { page, errors } = await openValley(browser);
		await part(page, 'skip').click();
		expect(await caption(page)).toBe(captionOf({}));
		const drawn = await part(page, 'map').innerHTML();
		const [area, grip] = [await part(page, 'area').boundingBox(), await part(page, 'tuned').boundingBox()];
		if (!area || !grip) throw new Error('the figure has no place');
		await page.mouse.move(grip.x + 22, grip.y + 22);
		await page.mouse.down();
		await page.mouse.move(area.x + 0.5 * area.width, area.y + 100, { steps: 4 });
		await page.mouse.up();
		await isSaid(page, captionOf({ tunedAt: 2 }));
		expect(await part(page, 'map').innerHTML()).not.toBe(drawn);
		await part(page, 'tuned').focus();
		await page.keyboard.press('ArrowLeft');
		await isSaid(page, captionOf({ tunedAt: 1 }));
		await part(page, 'area').focus();
		await page.keyboard.press('ArrowUp');
		expect(await part(page, 'said').textContent()).toContain('m = 63');
		await part(page, 'area').hover({ position: { x: 0.1 * area.width, y: 3 } });
		const picture = pictureIn(PUBLISHED_PICTURES, PUBLISHED_VALLEY);
		expect(await part(page, 'said').textContent()).toBe(sayCell(picture, 0, picture.lambdas.length - 1, 'en'));
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('answers a finger, and a choice of data that one network was not trained on', async () => {
		const { page, errors } = await openValley(browser, { hasTouch: true, viewport: { width: 390, height: 800 } });
		await part(page, 'skip').tap();
		await part(page, 'area').tap({ position: { x: 20, y: 20 } });
		expect(await part(page, 'said').textContent()).toContain('m = 20');
		await page.selectOption('valley-figure [data-handle="model"]', 'tanh-32-32');
		await isSaid(page, captionOf({ model: 'tanh-32-32' }));
		expect(await part(page, 'ghost-key').isVisible()).toBe(true);
		await page.selectOption('valley-figure [data-handle="task"]', 'mnist');
		await isSaid(page, captionOf({ task: 'mnist', model: 'relu-32-32' }));
		expect(await part(page, 'ghost-key').isVisible()).toBe(false); // the published sizes are not those of these data
		expect(await page.locator('valley-figure option[value="relu-16"]').isDisabled()).toBe(true);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
		await part(page, 'back').tap();
		await isSaid(page, captionOf({}));
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('shows its valley without script', async () => {
		const { page } = await open(browser, '/zh/', { javaScriptEnabled: false });
		expect(await page.locator('valley-figure .over').count()).toBe(1);
		expect(await page.locator('valley-figure .figure-title').textContent()).toBe(VALLEY_TEXT.zh.title);
		await page.context().close();
	});
});
