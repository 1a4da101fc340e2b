/** The Lab at first sight, and what happens under the hand: epochs, λ, m, keys, views. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { train } from '../../../scripts/nodeHost.ts';
import { OPENING, OPENING_EPOCH } from '../../../site/lab/state/state.ts';
import { LANGUAGES } from '../../../site/text/languages.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { partOf } from '../../support/partOf.ts';
import { action, at, cutNumbers, drag, epochSaid, losses, openLab, play, settled, slider, text } from './openLab.ts';

/** What a training of its own says at an epoch of the trace. */
async function lossesAt(spec: RunSpecInput, epoch: number): Promise<string[]> {
	const { trace } = await train(canonical(spec));
	const row = trace.epoch.indexOf(epoch);
	return [trace.dataLoss[row], trace.testLoss[row]].map((value) =>
		formatInProse(value ?? Number.NaN, { language: 'en' }),
	);
}

const opening = OPENING.runs.map(({ spec }) => spec);
const shownAt = (epoch: number, specs = opening) => Promise.all(specs.map((spec) => lossesAt(spec, epoch)));

inBrowser('the screen of the Lab', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test.each(partOf(LANGUAGES, 1, 9))(
		'shows trained runs before anything is pressed, all of it without scrolling, %o',
		async ({ path }) => {
			const { page, errors, strangers } = await openLab(browser, `${path}lab/`, {
				viewport: { width: 1440, height: 900 },
			});
			await settled(page);
			expect(await losses(page)).toEqual(await shownAt(OPENING_EPOCH));
			expect(await page.locator('.run-card .picture-words:visible').allTextContents()).toEqual([]);
			const picked = ['input[name="pick-noise"]', 'label:has([name="pick-data"])', 'label:has([name="pick-model"])'];
			const fits = async (height: number, parts: readonly string[]) => {
				for (const part of parts)
					for (const box of await page.locator(part).all()) {
						const { y = height, height: tall = 0 } = (await box.boundingBox()) ?? {};
						expect(y + tall, part).toBeLessThanOrEqual(height);
					}
			};
			const screen = ['.lab-bar', '.run-card', '.loss-chart', ...picked, '.question', '#lab-preset'];
			await fits(900, screen);
			await page.setViewportSize({ width: 1280, height: 800 });
			await fits(800, ['.run-card', '.loss-chart .plot', ...picked]);
			await page.setViewportSize({ width: 1440, height: 900 });
			const picture = await page.locator('.boundary-picture').first().boundingBox();
			expect(picture?.width).toBeGreaterThan(380);
			for (const runs of [4, 5, 6]) {
				await page.locator('[data-action="add"][data-of="2"]').click({ force: true });
				await expect.poll(() => page.locator('.run-card').count()).toBe(runs);
				await settled(page);
				await fits(900, screen);
				for (const width of [1280, 1201, 1150, 1024, 900, 768]) {
					await page.setViewportSize({ width, height: 900 });
					expect(await cutNumbers(page), `${runs} runs at ${width}`).toEqual([]);
				}
				await page.setViewportSize({ width: 1440, height: 900 });
			}
			expect([errors, strangers]).toEqual([[], []]);
			await page.context().close();
		},
	);

	test('goes through time in all runs at once: what is shown is what a training of so many epochs gives', async () => {
		const { page, errors } = await openLab(browser);
		await settled(page);
		await drag(page, 'epoch', 0.1);
		await settled(page);
		const epoch = Number(await slider(page, 'epoch').inputValue());
		expect(epoch).toBeGreaterThan(75);
		expect(epoch).toBeLessThan(125);
		await slider(page, 'epoch').focus();
		for (let i = epoch; i > Math.floor(epoch / 10) * 10; i--) await page.keyboard.press('ArrowLeft');
		await settled(page);
		const round = Math.floor(epoch / 10) * 10;
		expect(Number(await slider(page, 'epoch').inputValue())).toBe(round);
		expect(await losses(page)).toEqual(await shownAt(round));
		await page.keyboard.press('End');
		await at(page, '1,000');
		expect(await losses(page)).toEqual(await shownAt(OPENING_EPOCH));
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('trains again while λ is dragged, from epoch 0 to where the scrubber stands', async () => {
		const { page, errors } = await openLab(browser);
		await settled(page);
		const pictures = new Set<string>();
		const note = async () => pictures.add(JSON.stringify((await losses(page))[1]));
		await note();
		for (const share of [0.4, 0.6, 0.75]) {
			await drag(page, 'lambda', share);
			await settled(page);
			await note();
		}
		expect(pictures.size).toBe(4);
		expect(await epochSaid(page)).toBe(text.epochOf('1,000', '1,000'));
		const lambda = Number(await page.locator('[data-path="penalty.lambda"]:visible').inputValue());
		expect(lambda).toBeGreaterThan(1);
		expect((await losses(page))[1]).toEqual(
			await lossesAt({ ...opening[1], penalty: { lambda } } as RunSpecInput, OPENING_EPOCH),
		);
		await slider(page, 'rows').focus();
		await page.keyboard.press('ArrowRight');
		await settled(page);
		const names = await page.locator('[data-part="name"]').allTextContents();
		// For all: but the one without a penalty keeps none. Alike in m, which is no part of a name then.
		expect(names).toEqual(['λ = 0', `λ = ${lambda}, ÷2m`, `λ = ${lambda}, ÷2`]);
		const m = Number(await page.locator('[data-path="data.m"]:visible').inputValue());
		expect(m).toBe(35);
		expect((await losses(page))[0]).toEqual(
			await lossesAt({ ...opening[0], data: { ...opening[0]?.data, m } } as RunSpecInput, OPENING_EPOCH),
		);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('plays by the space bar, goes through epochs by arrows, and leaves both to what has the focus', async () => {
		const { page, errors } = await openLab(browser);
		await settled(page);
		await page.keyboard.press('Shift+ArrowLeft');
		await at(page, '990');
		await page.keyboard.press('ArrowRight');
		await at(page, '991');
		await slider(page, 'epoch').fill('300'); // far from the end, where playing begins anew
		await at(page, '300');
		await page.locator('select[name="speed"]').selectOption('1');
		await page.evaluate(() => (document.activeElement as HTMLElement).blur());
		await page.keyboard.press('Space');
		await page.locator('lambda-lab[data-playing]').waitFor();
		await page.keyboard.press('Space');
		await page.locator('lambda-lab:not([data-playing])').waitFor();
		const picked = page.locator('label:has([name="pick-data"][value="circles"])');
		await picked.click();
		await settled(page);
		await page.keyboard.press('Space'); // what is picked is picked
		await page.locator('lambda-lab[data-playing]').waitFor();
		await page.keyboard.press('Space');
		await page.locator('lambda-lab:not([data-playing])').waitFor();
		expect(await picked.locator('input').isChecked()).toBe(true);
		await page.locator('[data-path="penalty.lambda"]:visible').focus();
		await page.keyboard.press('Space');
		await page.keyboard.press('ArrowLeft');
		expect(await page.locator('lambda-lab[data-playing]').count()).toBe(0);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('plays to the end with all runs at one epoch, from 0 again when it is there; the server gives the same digits', async () => {
		const { page, errors, strangers } = await openLab(browser);
		await settled(page);
		expect((await action(page, 'play').innerText()).trim()).toBe(text.replay);
		await play(page, '2');
		expect(await epochSaid(page)).toBe(text.epochOf('1,000', '1,000'));
		expect(await losses(page)).toEqual(await shownAt(OPENING_EPOCH));
		expect(Number(await page.locator('lambda-lab').getAttribute('data-frames'))).toBeGreaterThan(0);
		await action(page, 'edge').click();
		const said = page.locator('[data-part="edge"]');
		for (let i = 0; i < 3; i++)
			await expect.poll(() => said.nth(i).textContent(), { timeout: 30_000 }).toContain('The server agrees');
		const verdicts = async () => (await said.allTextContents()).map((one) => one.startsWith('The server agrees'));
		await slider(page, 'lambda').press('ArrowRight');
		await expect.poll(verdicts).toEqual([true, false, false]); // the first one is still what was checked
		await page.locator('.question').first().click();
		await expect.poll(verdicts).toEqual([false, false, false, false]);
		await action(page, 'opening').click();
		await expect.poll(verdicts).toEqual([true, true, true]); // and these are it again
		await settled(page);
		await page.locator('select[name="speed"]').selectOption('1');
		await action(page, 'play').click();
		await expect.poll(async () => Number(await slider(page, 'epoch').inputValue())).toBeLessThan(1000);
		await action(page, 'play').click();
		expect([errors, strangers]).toEqual([[], []]);
		await page.context().close();
	});

	test('says that runs train to their end before the server is asked, and has them there', async () => {
		const { page, errors } = await openLab(browser);
		await settled(page);
		await action(page, 'reset').click();
		await at(page, '0');
		expect((await action(page, 'play').innerText()).trim()).toBe(text.play);
		await action(page, 'edge').click();
		await expect.poll(() => page.locator('.said').textContent()).toBe(text.edgeFirst('1,000'));
		await expect
			.poll(() => page.locator('[data-part="edge"]').first().textContent(), { timeout: 30_000 })
			.toContain('The server agrees');
		await at(page, '1,000');
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('says below another run’s network what is pointed at there, and moves nothing', async () => {
		const { page, errors } = await openLab(browser, '/lab/', { viewport: { width: 1440, height: 900 } });
		await settled(page);
		await page.locator('.more > summary').click();
		const other = page.locator('.inside:not([data-chosen])').first();
		const drawing = other.locator('.network svg');
		await drawing.scrollIntoViewIfNeeded();
		await settled(page);
		const below = () =>
			page
				.locator('.inside :is([data-part="histogram"], [data-part="norms"]), .more .charts')
				.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top + scrollY));
		const before = await below();
		const { x = 0, y = 0, width = 0, height = 0 } = (await drawing.boundingBox()) ?? {};
		expect(width).toBeGreaterThan(200); // a sixth of the page, and more
		await page.mouse.move(x + 0.2 * width, y + 0.45 * height);
		await page.mouse.move(x + 0.22 * width, y + 0.48 * height, { steps: 8 });
		await other.locator('.inspection svg:visible').waitFor();
		expect(await below()).toEqual(before);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('shows where runs differ from the first one, and the held-out examples', async () => {
		const { page, errors } = await openLab(browser);
		await settled(page);
		const pixels = () =>
			page.evaluate(() =>
				[...document.querySelectorAll<HTMLCanvasElement>('.run-card canvas')].map((canvas) => canvas.toDataURL()),
			);
		const before = await pixels();
		await page.locator('.view-menu summary').click();
		for (const [width, height] of [
			[1440, 900],
			[1201, 900],
			[900, 800],
			[390, 844],
		] as const) {
			await page.setViewportSize({ width, height });
			await page.locator('.view-menu').scrollIntoViewIfNeeded();
			const {
				x,
				y,
				width: wide,
				height: tall,
			} = (await page.locator('.view-menu .panel').boundingBox()) ?? { x: -1, y: -1, width, height };
			expect(x >= 0 && y >= 0 && x + wide <= width && y + tall <= height, String(width)).toBe(true);
		}
		await page.setViewportSize({ width: 1440, height: 900 });
		await page.locator('input[name="difference"]').check();
		await expect.poll(async () => (await pixels())[1]).not.toBe(before[1]);
		expect((await pixels())[0]).toBe(before[0]);
		await page.locator('input[name="held-out"]').check();
		await expect.poll(() => page.locator('.run-card .held-out-marks path').count()).toBe(3 * 24); // a thousand of each run: a dozen parts of each class
		await page.locator('input[name="difference"]').uncheck();
		await expect.poll(pixels).toEqual(before);
		await page.keyboard.press('Escape');
		expect(await page.locator('.view-menu[open]').count()).toBe(0);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('copies and removes a run at its card, and leads from a claim to how it is measured', async () => {
		const { page, errors } = await openLab(browser);
		await settled(page);
		const ofRun = (name: string, key: number) => page.locator(`[data-action="${name}"][data-of="${key}"]`);
		await page.locator('.run-card[data-key="3"] canvas').click({ force: true });
		await expect.poll(() => page.locator('.run-card[data-selected]').getAttribute('data-key')).toBe('3'); // wherever it is clicked
		await page.locator('.run-card[data-key="1"]').hover();
		await ofRun('add', 1).click();
		await expect.poll(() => page.locator('.run-card').count()).toBe(4);
		await expect.poll(() => page.locator('.run-card[data-selected]').getAttribute('data-key')).toBe('4');
		expect(await page.locator('[data-key="4"] [data-part="name"]').textContent()).toBe('λ = 0');
		await page.locator('.run-card[data-key="1"]').hover();
		await ofRun('remove', 1).click();
		await expect.poll(() => page.locator('.run-card').count()).toBe(3);
		expect(await page.locator('.run-card[data-selected]').getAttribute('data-key')).toBe('4');
		await page.locator('.lead[data-changed] .changed:visible').waitFor(); // what it says of runs 2 and 3 is of others
		for (const _ of ['the copy', 'the removal']) await action(page, 'undo').click();
		await page.locator('.lead:not([data-changed])').waitFor();

		const list = page.locator('#lab-preset');
		await list.selectOption({ label: 'Dropout, alone and beside L2 (claim 18)' });
		await expect.poll(() => page.locator('[data-part="measured"]').getAttribute('href')).toBe('/replication/#dropout');
		expect(await list.inputValue()).not.toBe('');
		await slider(page, 'rows').press('ArrowRight');
		await expect.poll(() => list.inputValue()).toBe(''); // these are its runs no more
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('answers a question by its runs, and remembers what is folded', async () => {
		const { page, errors } = await openLab(browser);
		await settled(page);
		await page.locator('.question').first().click();
		await expect.poll(() => page.locator('.run-card').count()).toBe(4);
		await settled(page);
		expect(await page.locator('[data-part="says"]').textContent()).toBe(text.questions.moreData.see);
		expect(await epochSaid(page)).toBe(text.epochOf('2,000', '2,000'));
		expect(await page.locator('[data-part="name"]').allTextContents()).toEqual([
			'λ = 0.6, ÷2m, m = 30',
			'λ = 0.6, ÷2m, m = 300',
			'λ = 0.02, ÷2, m = 30',
			'λ = 0.02, ÷2, m = 300',
		]);
		const boxes = (part: string) =>
			page.locator(part).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
		const [first, ...others] = await boxes('.boundary-picture');
		expect(others.map(({ top }) => top)).toEqual(Array(3).fill(first.top)); // whatever their names are
		for (const { bottom } of await boxes('.of-run')) expect(bottom).toBeLessThanOrEqual(first.top); // and nothing lies on them
		expect(await page.locator('.start[open]').count()).toBe(1); // the next question is at hand
		await page.locator('.start > summary').click();
		expect(await page.locator('.more[open]').count()).toBe(0);
		await page.locator('.more > summary').click();
		await expect.poll(() => page.locator('.inside svg').count()).toBe(12);
		await page.reload();
		await page.locator('lambda-lab[data-ready]').waitFor();
		expect(await page.locator('.start[open]').count()).toBe(0);
		expect(await page.locator('.more[open]').count()).toBe(1);
		await settled(page);
		const norms = await page
			.locator('.inside .norms-svg')
			.evaluateAll((svgs) =>
				svgs.map((svg) =>
					[...svg.querySelectorAll('.bars')].map((bar) => Number(/h([\d.]+)v/.exec(bar.getAttribute('d') ?? '')?.[1])),
				),
			);
		expect(Math.max(...(norms[1] ?? []))).toBeGreaterThan(1.5 * Math.max(...(norms[0] ?? []))); // on one scale
		// The chosen run's network has the room; what a unit responds to is shown beside it, and in the run's picture while it is pointed at.
		const chosen = page.locator('.inside[data-chosen]');
		const drawing = chosen.locator('.network svg');
		await drawing.scrollIntoViewIfNeeded();
		const { width: row = 0 } = (await page.locator('.insides').boundingBox()) ?? {};
		expect((await drawing.boundingBox())?.width).toBeGreaterThan(0.7 * row);
		const card = page.locator('.run-card[data-selected]');
		const paintedOn = (canvas: ReturnType<typeof card.locator>) =>
			canvas.evaluate((one) => (one as HTMLCanvasElement).toDataURL());
		const own = await paintedOn(card.locator('.boundary-picture canvas'));
		const point = async (x: number, y: number) => {
			const { x: left = 0, y: top = 0, width = 0 } = (await drawing.boundingBox()) ?? {};
			const [, , units = 1] = ((await drawing.getAttribute('viewBox')) ?? '').split(' ').map(Number);
			await page.mouse.move(left + (x * width) / units, top + (y * width) / units);
		};
		const places = await drawing
			.locator('circle')
			.evaluateAll((all) => all.map((one) => [Number(one.getAttribute('cx')), Number(one.getAttribute('cy'))]));
		const [input = [], , unit = []] = places;
		await point(unit[0] ?? 0, unit[1] ?? 0);
		const response = chosen.locator('.inspection canvas');
		await response.waitFor();
		expect((await response.boundingBox())?.width).toBeGreaterThanOrEqual(200);
		await expect.poll(() => paintedOn(card.locator('.boundary-picture canvas'))).toBe(await paintedOn(response));
		expect(await paintedOn(response)).not.toBe(own);
		expect(await card.locator('[data-part="words"]').textContent()).toBe(text.inspect.unit(1, 1));
		await page.mouse.move(5, 5);
		await expect.poll(() => paintedOn(card.locator('.boundary-picture canvas'))).toBe(own);
		expect(await card.locator('[data-part="words"]').textContent()).toBe('');
		await point((2 * (input[0] ?? 0) + (unit[0] ?? 0)) / 3, (2 * (input[1] ?? 0) + (unit[1] ?? 0)) / 3);
		await expect.poll(() => chosen.locator('.over-time text').allTextContents()).toContain(text.epoch);
		await page.locator('input[name="own-scales"]').check();
		await expect
			.poll(() => page.locator('.inside .norms-svg').first().locator('.bars').first().getAttribute('d'))
			.toBeTruthy();
		expect(errors).toEqual([]);
		await page.context().close();
	});
});
