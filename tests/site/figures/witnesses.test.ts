import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { host } from '../../../scripts/nodeHost.ts';
import {
	PUBLISHED_WITNESSES,
	WITNESSES_STOPS,
	type WitnessesState,
	witnessesTask,
} from '../../../site/figures/witnesses/tasks.ts';
import { weigh } from '../../../site/figures/witnesses/weigh.ts';
import { balanceLabel, witnessesCaption } from '../../../site/figures/witnesses/words.ts';
import { LiveTrainer } from '../../../site/training/live/LiveTrainer.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { captionOf, expectCaption, holdFigure } from './holdFigure.ts';

const FIGURE = 'witnesses-figure';
const trainer = new LiveTrainer(host);

/** Caption and balances are those of a fresh training in this state. */
async function expectWeighed(figure: Locator, state: WitnessesState) {
	const { looks, sample } = await trainer.train(witnessesTask(state));
	const weights = looks[0]?.weights;
	if (!weights) throw new Error('the task asks for weights');
	const weighed = weigh({ weights, sample }, state);
	await expectCaption(figure, witnessesCaption(state, weighed, 'en'));
	const labels = await figure
		.locator('svg.balance')
		.evaluateAll((drawings) => drawings.map((drawing) => drawing.getAttribute('aria-label')));
	expect(labels).toEqual((['divided', 'undivided'] as const).map((scale) => balanceLabel(scale, weighed, state, 'en')));
}

const beamsOf = (figure: Locator) =>
	figure.locator('.balance-beam').evaluateAll((beams) => beams.map((beam) => beam.getAttribute('d')));

inBrowser('ten million witnesses', { timeout: 120_000 }, () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test('m is moved by keys and mouse: the balance under λ/2m turns, the one under λ/2 hardly moves', async () => {
		const { page, figure, errors } = await holdFigure(browser, FIGURE);
		const [published, opened] = [await captionOf(figure), await beamsOf(figure)];
		const slider = figure.locator('input[data-handle="m"]');
		await slider.focus();
		for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowLeft');
		await expectWeighed(figure, { ...PUBLISHED_WITNESSES, m: 5_000_000 });
		const box = await slider.boundingBox();
		if (!box) throw new Error('the slider is not drawn');
		await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2);
		await page.mouse.down();
		await page.mouse.move(box.x + 12, box.y + box.height / 2, { steps: 6 });
		await page.mouse.up();
		const m = WITNESSES_STOPS.m[Number(await slider.inputValue())] ?? 0;
		expect(m).toBeLessThan(100);
		await expectWeighed(figure, { ...PUBLISHED_WITNESSES, m });
		expect((await beamsOf(figure))[0]).not.toBe(opened[0]);
		await figure.locator('[data-part="back"]').click();
		await expectCaption(figure, published ?? '');
		expect(await beamsOf(figure)).toEqual(opened);
		expect(errors).toEqual([]);
	});

	test('a tap on the slider sets λ', async () => {
		const options = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };
		const { page, figure, errors } = await holdFigure(browser, FIGURE, options);
		const slider = figure.locator('input[data-handle="lambda"]');
		await slider.scrollIntoViewIfNeeded();
		const box = await slider.boundingBox();
		if (!box) throw new Error('the slider is not drawn');
		await page.touchscreen.tap(box.x + 14, box.y + box.height / 2);
		const lambda = WITNESSES_STOPS.lambda[Number(await slider.inputValue())] ?? 0;
		expect(lambda).toBeLessThan(0.05);
		await expectWeighed(figure, { ...PUBLISHED_WITNESSES, lambda });
		expect(errors).toEqual([]);
	});
});
