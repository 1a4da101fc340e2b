import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { host } from '../../../scripts/nodeHost.ts';
import { PANELS, PUBLISHED_ROWS, ROWS_STOPS, type RowsState, rowsTask } from '../../../site/figures/rows/tasks.ts';
import { rowsCaption } from '../../../site/figures/rows/words.ts';
import { LiveTrainer } from '../../../site/training/live/LiveTrainer.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { expectField } from './expectField.ts';
import { expectCaption, holdFigure } from './holdFigure.ts';

const FIGURE = 'rows-figure';
const trainer = new LiveTrainer(host);

/** The caption is that of fresh trainings in this state, and so is each picture that is drawn live. */
async function expectTrained(figure: Locator, state: RowsState) {
	const outcomes = [];
	for (const panel of PANELS) outcomes.push(await trainer.train(rowsTask(panel, state)));
	const [few, copied, fresh] = outcomes;
	if (!few || !copied || !fresh) throw new Error('three panels are trained');
	await expectCaption(figure, rowsCaption(state, { few: few.final, copied: copied.final, fresh: fresh.final }, 'en'));
	for (const [i, panel] of PANELS.entries()) {
		const probability = outcomes[i]?.looks[0]?.probability ?? new Float32Array();
		await expectField(figure.locator(`[data-part="boundary-${panel}"]`), probability);
	}
}

/** How many trainings the page has handed to its workers since it was asked last. */
const countTrainings = (page: Page): Promise<number> =>
	page.evaluate(() => {
		const counted = window as unknown as { trainings?: number };
		const count = counted.trainings ?? 0;
		counted.trainings = 0;
		return count;
	});

async function watchTrainings(page: Page): Promise<void> {
	await page.evaluate(() => {
		const counted = window as unknown as { trainings?: number };
		counted.trainings = 0;
		const { postMessage } = Worker.prototype;
		Worker.prototype.postMessage = function (this: Worker, message: { kind?: string }) {
			if (message.kind === 'task') counted.trainings = (counted.trainings ?? 0) + 1;
			postMessage.call(this, message);
		};
	});
}

inBrowser('new rows or the same rows', { timeout: 120_000 }, () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test('a control trains again those panels that it changes, and they show what they learned', async () => {
		const { page, figure, errors } = await holdFigure(browser, FIGURE);
		await watchTrainings(page);
		await figure.locator('input[data-handle="lambda"]').focus();
		await page.keyboard.press('ArrowRight');
		const lambda = ROWS_STOPS.lambda[ROWS_STOPS.lambda.indexOf(0.2) + 1] ?? 0;
		await expectTrained(figure, { ...PUBLISHED_ROWS, lambda });
		expect(await countTrainings(page)).toBe(3);
		await figure.locator('input[data-handle="jitter"]').focus();
		await page.keyboard.press('ArrowRight');
		const jitter = ROWS_STOPS.jitter[1];
		await expectTrained(figure, { ...PUBLISHED_ROWS, lambda, jitter });
		expect(await countTrainings(page)).toBe(1);
		await figure.locator('input[data-handle="copies"]').focus();
		await page.keyboard.press('ArrowLeft');
		await expectTrained(figure, { lambda, jitter, copies: 9 });
		expect(await countTrainings(page)).toBe(2);
		expect(errors).toEqual([]);
	});

	const phone = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };
	test.each([
		['dragged with the mouse', {}],
		['set by a tap', phone],
	] as const)('copies are %s', async (_, device) => {
		const { page, figure, errors } = await holdFigure(browser, FIGURE, device);
		await figure.locator('input[data-handle="lambda"]').focus();
		await page.keyboard.press('ArrowLeft');
		const slider = figure.locator('input[data-handle="copies"]');
		await slider.scrollIntoViewIfNeeded();
		const box = await slider.boundingBox();
		if (!box) throw new Error('the slider is not drawn');
		const y = box.y + box.height / 2;
		if (device === phone) await page.touchscreen.tap(box.x + box.width / 3, y);
		else {
			await page.mouse.move(box.x + box.width - 8, y);
			await page.mouse.down();
			await page.mouse.move(box.x + box.width / 3, y, { steps: 6 });
			await page.mouse.up();
		}
		const copies = Number(await slider.inputValue()) + 1;
		expect(copies).toBeLessThan(6);
		await expectTrained(figure, { lambda: 0.15, copies, jitter: 0 });
		expect(errors).toEqual([]);
	});
});
