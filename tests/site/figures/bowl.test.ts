import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BowlState, PUBLISHED_BOWL, WAYS, walkAll } from '../../../site/figures/bowl/model.ts';
import { bowlAway, bowlCaption, bowlStart } from '../../../site/figures/bowl/words.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { open } from '../startPage.ts';
import { dragBy, holdFigure, settle, swipeBy } from './holdFigure.ts';

const say = (patch: Partial<BowlState>, language: 'en' | 'zh' = 'en') => {
	const state = { ...PUBLISHED_BOWL, ...patch };
	return bowlCaption(state, walkAll(state), language);
};

inBrowser('the bowl', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test('stands without script, with its caption', async () => {
		const { page } = await open(browser, '/zh/', { javaScriptEnabled: false });
		expect(await page.locator('bowl-figure svg .path').count()).toBe(2 * WAYS.length);
		expect(await page.locator('bowl-figure [data-part="caption"]').textContent()).toBe(say({}, 'zh'));
		expect(await page.locator('bowl-figure .figure-handles').isVisible()).toBe(false);
		await page.context().close();
	});

	test('walks from where the mouse puts its start, and by arrow keys', async () => {
		const { page, figure, drawn, caption, errors, slide } = await holdFigure(browser, 'bowl-figure');
		const grip = figure.locator('[data-part="grip"]');
		const before = await drawn();
		await dragBy(page, grip, 60, 120);
		const said = await grip.getAttribute('aria-valuetext');
		expect(said).not.toBe(bowlStart(PUBLISHED_BOWL, 'en'));
		expect(await drawn()).not.toBe(before);
		await figure.locator('[data-part="back"]').click();
		await settle(page);
		expect(await drawn()).toBe(before);
		await grip.focus();
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('Shift+ArrowDown');
		await settle(page);
		const moved = { w1: -1.4, w2: 0.8 };
		expect(await grip.getAttribute('aria-valuetext')).toBe(bowlStart({ ...PUBLISHED_BOWL, ...moved }, 'en'));
		await slide('decay', 4);
		expect(await caption()).toBe(say({ ...moved, decay: 0.2 }));
		const walked = walkAll({ ...PUBLISHED_BOWL, ...moved, decay: 0.2 });
		for (const way of WAYS) {
			expect(await figure.locator(`[data-part="away-${way}"]`).textContent()).toBe(bowlAway(way, walked, 'en'));
		}
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('follows another optimizer, plays, and is moved by a finger', async () => {
		const { page, figure, caption } = await holdFigure(browser, 'bowl-figure', {
			path: '/zh/',
			viewport: { width: 390, height: 844 },
			hasTouch: true,
		});
		await figure.getByText('SGD + L2').last().tap();
		await expect.poll(caption).toBe(say({ way: 'sgd-l2' }, 'zh'));
		await figure.locator('[data-part="play"]').tap();
		await expect.poll(() => figure.locator('[data-part="play"]').textContent()).toBe('暂停');
		await expect.poll(caption, { timeout: 20_000 }).toBe(say({ way: 'sgd-l2' }, 'zh'));
		const grip = figure.locator('[data-part="grip"]');
		await swipeBy(page, grip, 40, 40);
		expect(await grip.getAttribute('aria-valuetext')).not.toBe(bowlStart(PUBLISHED_BOWL, 'zh'));
		await page.context().close();
	});

	test('does not play for those who want nothing to move', async () => {
		const { page, figure } = await holdFigure(browser, 'bowl-figure', { path: '/', reducedMotion: 'reduce' });
		expect(await figure.locator('[data-part="play"]').isVisible()).toBe(false);
		await page.context().close();
	});
});
