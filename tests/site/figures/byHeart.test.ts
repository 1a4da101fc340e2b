import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { host } from '../../../scripts/nodeHost.ts';
import { byHeartTask } from '../../../site/figures/byHeart/tasks.ts';
import { byHeartCaption } from '../../../site/figures/byHeart/words.ts';
import { WINDOW } from '../../../site/figures/thirtyMoons.ts';
import { LiveTrainer } from '../../../site/training/live/LiveTrainer.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { expectField } from './expectField.ts';
import { captionOf, expectCaption, holdFigure, settle } from './holdFigure.ts';

const FIGURE = 'by-heart-figure';
const trainer = new LiveTrainer(host);

/** Where a place of the plane is on the page. */
async function onPage(figure: Locator, [x, y]: readonly [number, number]): Promise<[number, number]> {
	const box = await figure.locator('[data-part="plane"]').boundingBox();
	if (!box) throw new Error('the plane is not drawn');
	const {
		x: [left, right],
		y: [bottom, top],
	} = WINDOW;
	return [box.x + ((x - left) / (right - left)) * box.width, box.y + ((top - y) / (top - bottom)) * box.height];
}

/** The caption and the picture are those of a fresh training on the points as they lie in the figure. */
async function expectTrained(figure: Locator, moved: Record<number, readonly [number, number]>, epoch: number) {
	const { trace, looks } = await trainer.train(byHeartTask(moved, [epoch]));
	await expectCaption(figure, byHeartCaption(trace, epoch, 'en'));
	await expectField(figure.locator('[data-part="boundary"]'), looks[0]?.probability ?? new Float32Array());
}

/** What the grip says of its point: its place in the sample, and where it lies. */
async function heldPoint(figure: Locator): Promise<{ index: number; at: [number, number] }> {
	const said = (await figure.locator('[data-part="point"]').getAttribute('aria-valuetext')) ?? '';
	const [, index = '', x = '', y = ''] = /point (\d+) .* at ([−\d.]+), ([−\d.]+)/.exec(said) ?? [];
	const [a = 0, b = 0] = [x, y].map((value) => Number(value.replace('−', '-')));
	return { index: Number(index) - 1, at: [a, b] };
}

inBrowser('thirty points learned by heart', { timeout: 120_000 }, () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test('the epoch is moved along the slider, and along the chart by mouse and arrow keys', async () => {
		const { page, figure, errors } = await holdFigure(browser, FIGURE);
		const published = await captionOf(figure);
		await figure.locator('input[data-handle="epoch"]').focus();
		for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
		await expectTrained(figure, {}, 550);
		const mark = figure.locator('[data-part="mark"]');
		await mark.focus();
		for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowLeft');
		await expectTrained(figure, {}, 530);
		const box = await mark.boundingBox();
		if (!box) throw new Error('the mark is not drawn');
		await page.mouse.move(box.x + 22, box.y + 22);
		await page.mouse.down();
		await page.mouse.move(box.x - 100, box.y + 22, { steps: 4 });
		await page.mouse.up();
		const epoch = Number(await figure.locator('output').textContent());
		expect(epoch).toBeLessThan(500);
		await expectTrained(figure, {}, epoch);
		await figure.locator('[data-part="back"]').click();
		await expectCaption(figure, published ?? '');
		expect(errors).toEqual([]);
	});

	test('a point is dragged with the mouse and moved by keys, and the network learns again', async () => {
		const { page, figure, errors } = await holdFigure(browser, FIGURE);
		await page.mouse.move(...(await onPage(figure, [0.93, 0.33])));
		await page.mouse.down();
		await page.mouse.move(...(await onPage(figure, [1.2, -0.4])), { steps: 5 });
		await page.mouse.up();
		const first = await heldPoint(figure);
		expect(Math.hypot(first.at[0] - 1.2, first.at[1] + 0.4)).toBeLessThan(0.05);
		await expectTrained(figure, { [first.index]: first.at }, 600);
		await page.keyboard.press(']');
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('Shift+ArrowLeft');
		const next = (first.index + 1) % 30;
		await expect.poll(async () => (await heldPoint(figure)).index).toBe(next);
		await settle(page); // the grip follows in the next frame
		const second = await heldPoint(figure);
		await expectTrained(figure, { [first.index]: first.at, [second.index]: second.at }, 600);
		expect(errors).toEqual([]);
	});

	test('the last of many moves has its picture where trainings are slow and the film of a pause comes between', async () => {
		const { page, figure, errors } = await holdFigure(browser, FIGURE);
		await page.evaluate((delay) => {
			const post = Worker.prototype.postMessage;
			Worker.prototype.postMessage = function (this: Worker, ...message: [unknown]) {
				setTimeout(() => post.apply(this, message), delay);
			};
		}, 150);
		await figure.locator('[data-part="point"]').focus();
		// The film begins a quarter of a second after a picture: in one of these rounds while the last one is waited for.
		for (const pause of [260, 280, 300, 320]) {
			for (const wait of [60, pause, 30, 0]) {
				await page.keyboard.press('ArrowDown');
				await page.waitForTimeout(wait);
			}
			await settle(page);
			const { index, at } = await heldPoint(figure);
			await expectTrained(figure, { [index]: at }, 600);
		}
		expect(errors).toEqual([]);
	});

	test('a finger on a point drags it', async () => {
		const options = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };
		const { page, figure, errors } = await holdFigure(browser, FIGURE, options);
		const touch = await page.context().newCDPSession(page);
		const send = async (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: readonly [number, number]) => {
			const [x, y] = at ? await onPage(figure, at) : [0, 0];
			await touch.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [{ x, y }] : [] });
		};
		await send('touchStart', [1.27, -0.33]);
		await send('touchMove', [1.0, 0]);
		await send('touchMove', [0.6, 0.9]);
		await send('touchEnd');
		const { index, at } = await heldPoint(figure);
		expect(Math.hypot(at[0] - 0.6, at[1] - 0.9)).toBeLessThan(0.1);
		await expectTrained(figure, { [index]: at }, 600);
		expect(errors).toEqual([]);
	});
});
