import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PUBLISHED_SHRINK, penalise, type ShrinkState } from '../../../site/figures/shrinkOrCut/model.ts';
import { pointWords, shrinkCaption } from '../../../site/figures/shrinkOrCut/words.ts';
import { ridge } from '../../../src/convex/ridge.ts';
import { drawOrthonormal } from '../../../src/experiments/shared/orthonormalDesign.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { dragBy, holdFigure, settle, swipeBy } from './holdFigure.ts';

const { X, y } = drawOrthonormal(1);
const free = ridge(X, y, 0);
const say = (patch: Partial<ShrinkState>, language: 'en' | 'zh' = 'en') => {
	const state = { ...PUBLISHED_SHRINK, ...patch };
	return shrinkCaption(state, penalise(state), free, language);
};

inBrowser('L2 shrinks, L1 cuts', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test('answers norm, inputs, λ and the grip, each in its pictures and its words', async () => {
		const { page, figure, drawn, caption, slide, errors } = await holdFigure(browser, 'shrink-figure');
		expect(await caption()).toBe(say({}));
		const [before, dots] = [await drawn(), await drawn('dots')];
		await figure.getByText('L2, circle').click();
		await settle(page);
		expect(await caption()).toBe(say({ norm: 'l2' }));
		expect(await drawn('dots')).not.toBe(dots);
		await figure.getByText('correlated').click();
		await slide('lambda', 18);
		expect(await caption()).toBe(say({ norm: 'l2', inputs: 'together', lambda: 100 }));
		const grip = figure.locator('[data-part="grip"]');
		await grip.focus();
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('ArrowLeft');
		await settle(page);
		expect(await grip.getAttribute('aria-valuetext')).toBe(pointWords([1.2, 0.35], 'en'));
		expect(await caption()).toBe(say({ norm: 'l2', inputs: 'together', lambda: 100, b1: 1.2, b2: 0.35 }));
		await dragBy(page, grip, -80, -60);
		expect(await grip.getAttribute('aria-valuetext')).not.toBe(pointWords([1.2, 0.35], 'en'));
		await figure.locator('[data-part="back"]').click();
		await settle(page);
		expect([await drawn(), await drawn('dots')]).toEqual([before, dots]);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('is moved by a finger, in Chinese', async () => {
		const { page, figure, caption } = await holdFigure(browser, 'shrink-figure', {
			path: '/zh/',
			viewport: { width: 390, height: 844 },
			hasTouch: true,
		});
		const grip = figure.locator('[data-part="grip"]');
		await swipeBy(page, grip, -60, -40);
		expect(await grip.getAttribute('aria-valuetext')).not.toBe(pointWords([1.3, 0.25], 'zh'));
		await figure.getByText('L2，圆').tap();
		await expect.poll(caption).toContain('L2');
		await page.context().close();
	});
});
