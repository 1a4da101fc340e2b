import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { STEP_STOPS } from '../../../site/figures/stopping/model.ts';
import { stoppingWords } from '../../../site/figures/stopping/words.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { dragBy, holdFigure, settle, swipeBy } from './holdFigure.ts';

inBrowser('early stopping', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test('stops where the mouse, an arrow key or the slider puts it, and ridge goes along', async () => {
		const { page, figure, drawn, caption, slide, errors } = await holdFigure(browser, 'stopping-figure');
		const [before, risk] = [await drawn(), await drawn('risk')];
		const grip = figure.locator('[data-part="grip"]');
		await grip.focus();
		await page.keyboard.press('ArrowLeft');
		await settle(page);
		expect(await grip.getAttribute('aria-valuenow')).toBe('80');
		expect(await caption()).toBe(stoppingWords({ steps: 80 }, 'en').caption);
		await slide('steps', STEP_STOPS.indexOf(10));
		expect(await caption()).toBe(stoppingWords({ steps: 10 }, 'en').caption);
		expect(await figure.locator('[data-part="says-ridge"]').textContent()).toContain('40');
		expect(await drawn('risk')).not.toBe(risk);
		await dragBy(page, grip, 120, -20);
		expect(Number(await grip.getAttribute('aria-valuenow'))).toBeGreaterThan(20);
		await figure.locator('[data-part="back"]').click();
		await settle(page);
		expect([await drawn(), await drawn('risk')]).toEqual([before, risk]);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('is moved by a finger, in Chinese', async () => {
		const { page, figure, caption } = await holdFigure(browser, 'stopping-figure', {
			path: '/zh/',
			viewport: { width: 390, height: 844 },
			hasTouch: true,
		});
		const grip = figure.locator('[data-part="grip"]');
		await swipeBy(page, grip, -60, 60);
		const steps = Number(await grip.getAttribute('aria-valuenow'));
		expect(steps).toBeLessThan(90);
		expect(await caption()).toBe(stoppingWords({ steps }, 'zh').caption);
		await page.context().close();
	});
});
