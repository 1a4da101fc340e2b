import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { host } from '../../../scripts/nodeHost.ts';
import { type CurvePoint, LAMBDAS, penaltyTask } from '../../../site/figures/penalty/tasks.ts';
import { ownLoss, penaltyCaption } from '../../../site/figures/penalty/words.ts';
import { PENALTY_TEXT } from '../../../site/text/figures/penalty.ts';
import { LiveTrainer } from '../../../site/training/live/LiveTrainer.ts';
import { publishedCurve } from '../../../site/training/live/publishedOutcome.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { expectField } from './expectField.ts';
import { captionOf, expectCaption, holdFigure } from './holdFigure.ts';

const FIGURE = 'penalty-figure';
const trainer = new LiveTrainer(host);
const curve = publishedCurve<CurvePoint>('penalty');

/** The caption is that of the curve at λ, the picture that of a fresh training there. */
async function expectTrained(figure: Locator, lambda: number) {
	const { final, looks } = await trainer.train(penaltyTask({ lambda }));
	await expectCaption(figure, penaltyCaption(curve, lambda, 'en'));
	await expect
		.poll(() => figure.locator('[data-part="own"]').textContent(), { timeout: 20_000 })
		.toBe(ownLoss(final.testLoss, 'en'));
	await expectField(figure.locator('[data-part="boundary"]'), looks[0]?.probability ?? new Float32Array());
}

inBrowser('a penalty', { timeout: 120_000 }, () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test('λ is moved by the slider, by arrow keys on the curve and by dragging the mark along it', async () => {
		const { page, figure, errors } = await holdFigure(browser, FIGURE);
		const published = await captionOf(figure);
		const opened = LAMBDAS.indexOf(0.2);
		await figure.locator('input[data-handle="lambda"]').focus();
		for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
		await expectTrained(figure, LAMBDAS[opened + 3] ?? 0);
		const mark = figure.locator('[data-part="mark"]');
		await mark.focus();
		await page.keyboard.press('ArrowLeft');
		await expectTrained(figure, LAMBDAS[opened + 2] ?? 0);
		const box = await mark.boundingBox();
		if (!box) throw new Error('the mark is not drawn');
		await page.mouse.move(box.x + 22, box.y + 22);
		await page.mouse.down();
		await page.mouse.move(box.x - 90, box.y + 60, { steps: 5 });
		await page.mouse.up();
		const index = Number(await mark.getAttribute('aria-valuenow'));
		expect(index).toBeLessThan(opened);
		await expectTrained(figure, LAMBDAS[index] ?? 0);
		await figure.locator('[data-part="back"]').click();
		await expectCaption(figure, published ?? '');
		expect(errors).toEqual([]);
	});

	test('a tap on the slider moves λ', async () => {
		const options = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };
		const { figure, errors } = await holdFigure(browser, FIGURE, options);
		const slider = figure.locator('input[data-handle="lambda"]');
		const box = await slider.boundingBox();
		await slider.tap({ position: { x: 0.9 * (box?.width ?? 0), y: 0.5 * (box?.height ?? 0) } });
		const lambda = LAMBDAS[Number(await slider.inputValue())] ?? 0;
		expect(lambda).toBeGreaterThan(1);
		await expectTrained(figure, lambda);
		expect(errors).toEqual([]);
	});

	test('the whole curve is trained here, can be stopped, and comes to the same digits', {
		timeout: 180_000,
	}, async () => {
		const { figure, errors } = await holdFigure(browser, FIGURE);
		const text = PENALTY_TEXT.en;
		const button = figure.locator('[data-part="whole"]');
		const said = figure.locator('[data-part="whole-said"]');
		await button.click();
		await expect.poll(() => said.textContent(), { timeout: 60_000 }).toContain('of 400');
		expect(await button.textContent()).toBe(text.stop);
		await button.click();
		await expect.poll(() => said.textContent(), { timeout: 20_000 }).toContain('Stopped after');
		await button.click();
		await expect.poll(() => said.textContent(), { timeout: 150_000 }).toContain('the same curve, to the last digit');
		expect(errors).toEqual([]);
	});
});
