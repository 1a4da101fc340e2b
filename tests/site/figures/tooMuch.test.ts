import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SHARE_STOPS } from '../../../site/figures/tooMuch/model.ts';
import { decayCaption } from '../../../site/figures/tooMuch/words.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { dragBy, holdFigure, settle, swipeBy } from './holdFigure.ts';

inBrowser('too much decay', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test('follows its second point: mouse, arrow keys and slider', async () => {
		const { page, figure, drawn, caption, slide, errors } = await holdFigure(browser, 'decay-figure');
		const before = await drawn();
		const grip = figure.locator('[data-part="grip"]');
		await grip.focus();
		await page.keyboard.press('ArrowUp');
		await settle(page);
		expect(await caption()).toBe(decayCaption({ share: 1.75 }, 'en'));
		await slide('share', SHARE_STOPS.indexOf(2.2));
		expect(await caption()).toBe(decayCaption({ share: 2.2 }, 'en'));
		await dragBy(page, grip, 0, -150);
		const share = 1 - Number(await grip.getAttribute('aria-valuenow'));
		expect(share).toBeLessThan(1.5);
		await figure.locator('[data-part="back"]').click();
		await settle(page);
		expect(await drawn()).toBe(before);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('is moved by a finger, in Chinese', async () => {
		const { page, figure, caption } = await holdFigure(browser, 'decay-figure', {
			path: '/zh/',
			viewport: { width: 390, height: 844 },
			hasTouch: true,
		});
		expect(await caption()).toBe(decayCaption({ share: 1.8 }, 'zh'));
		await swipeBy(page, figure.locator('[data-part="grip"]'), 0, -60);
		expect(await caption()).not.toBe(decayCaption({ share: 1.8 }, 'zh'));
		await page.context().close();
	});
});
