import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BELIEF_STOPS, type BeliefState, PUBLISHED_BELIEF, weigh } from '../../../site/figures/belief/model.ts';
import { beliefCaption } from '../../../site/figures/belief/words.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { dragBy, holdFigure, settle, swipeBy } from './holdFigure.ts';

const say = (patch: Partial<BeliefState>, language: 'en' | 'zh' = 'en') => {
	const state = { ...PUBLISHED_BELIEF, ...patch };
	return beliefCaption(state, weigh(state), language);
};

inBrowser('a belief meets the data', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test('answers m, the kind of the prior, and its width by slider, arrow key and mouse', async () => {
		const { page, figure, drawn, caption, slide, errors } = await holdFigure(browser, 'belief-figure');
		const before = await drawn();
		await slide('m', BELIEF_STOPS.m.indexOf(100));
		expect(await caption()).toBe(say({ m: 100 }));
		expect(await drawn()).not.toBe(before);
		await figure.getByText('Laplace, which is L1').click();
		await settle(page);
		expect(await caption()).toBe(say({ m: 100, prior: 'laplace' }));
		await figure.locator('[data-part="back"]').click();
		await settle(page);
		expect(await drawn()).toBe(before);
		const grip = figure.locator('[data-part="grip"]');
		await grip.focus();
		await page.keyboard.press('ArrowUp');
		await settle(page);
		expect(await grip.getAttribute('aria-valuenow')).toBe('0.6');
		await page.keyboard.press('PageDown');
		await settle(page);
		expect(await grip.getAttribute('aria-valuenow')).toBe('0.1');
		await dragBy(page, grip, 0, -100);
		expect(Number(await grip.getAttribute('aria-valuenow'))).toBeGreaterThan(0.5);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('is moved by a finger, in Chinese', async () => {
		const { page, figure, caption } = await holdFigure(browser, 'belief-figure', {
			path: '/zh/',
			viewport: { width: 390, height: 844 },
			hasTouch: true,
		});
		expect(await caption()).toBe(say({}, 'zh'));
		await swipeBy(page, figure.locator('[data-part="grip"]'), 0, 40);
		expect(Number(await figure.locator('[data-part="grip"]').getAttribute('aria-valuenow'))).toBeLessThan(0.5);
		expect(await caption()).not.toBe(say({}, 'zh'));
		await page.context().close();
	});
});
