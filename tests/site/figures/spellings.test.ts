import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PUBLISHED_SPELLINGS, SPELLINGS_STOPS } from '../../../site/figures/spellings/model.ts';
import { spellingsWords } from '../../../site/figures/spellings/words.ts';
import { unbroken } from '../../../site/html/unbroken.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { holdFigure, middleOf, settle } from './holdFigure.ts';

inBrowser('one λ, six spellings', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test('answers m, λ and the scale by slider, mouse and arrow key', async () => {
		const { page, figure, drawn, caption, slide, errors } = await holdFigure(browser, 'spellings-figure');
		const before = await drawn();
		await slide('m', SPELLINGS_STOPS.m.indexOf(1000));
		expect(await caption()).toBe(unbroken(spellingsWords({ ...PUBLISHED_SPELLINGS, m: 1000 }, 'en').caption));
		expect(await drawn()).toContain('too short to see');
		await slide('zoom', SPELLINGS_STOPS.zoom.indexOf(100));
		expect(await drawn()).toContain('goes on beyond the picture');
		const lambda = figure.locator('input[data-handle="lambda"]');
		await lambda.focus();
		await page.keyboard.press('ArrowRight');
		await settle(page);
		expect(await caption()).toContain('λ = 0.7');
		await figure.locator('[data-part="back"]').click();
		await settle(page);
		expect(await drawn()).toBe(before);
		const { x, y } = await middleOf(lambda);
		await page.mouse.click(x, y);
		await settle(page);
		expect(await drawn()).not.toBe(before);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('is moved by a finger, in Chinese', async () => {
		const { page, figure, caption } = await holdFigure(browser, 'spellings-figure', {
			path: '/zh/',
			viewport: { width: 390, height: 844 },
			hasTouch: true,
		});
		expect(await caption()).toBe(unbroken(spellingsWords(PUBLISHED_SPELLINGS, 'zh').caption));
		await figure.locator('input[data-handle="m"]').tap();
		await expect.poll(caption).not.toBe(unbroken(spellingsWords(PUBLISHED_SPELLINGS, 'zh').caption));
		await page.context().close();
	});
});
