/**
 * The latest input always has its picture: readers who go on before a slow machine has answered come to what they would
 * have come to had they done only the last of it, and it stays so.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { encodeState } from '../../site/lab/state/link.ts';
import { ofSpecs } from '../../site/lab/state/state.ts';
import type { RunSpecInput } from '../../src/schema/runSpec.ts';
import { launchBrowser } from '../support/chromium.ts';
import { inBrowser } from '../support/inBrowser.ts';
import { partOf } from '../support/partOf.ts';
import { holdFigure } from './figures/holdFigure.ts';
import { losses, openLab, settled } from './lab/openLab.ts';
import { draws, slowAnswers, slowWorkers } from './slowly.ts';
import { open } from './startPage.ts';

const FIGURES = [
	'hero-figure',
	'penalty-figure',
	'witnesses-figure',
	'rows-figure',
	'by-heart-figure',
	'valley-figure',
	'moving-figure',
] as const;
/** Milliseconds between two inputs: none, less than a training, as long as a figure waits before it prepares. */
const PAUSES = [0, 0, 20, 70, 260, 300];
/** Inputs before a picture is waited for. */
const INPUTS = 14;
/** So long that whatever was on its way has come. */
const LATE_MS = 700;

/** Values of handles, by name. */
type Input = Record<string, string>;

/** All that a figure shows of its state: its words, its drawings and the pixels of its canvases. */
const shown = (page: Page, figure: string): Promise<string> =>
	page.locator(figure).evaluate((place) => {
		const said = ['caption', 'own'].map((part) => place.querySelector(`[data-part="${part}"]`)?.textContent);
		const canvases = [...place.querySelectorAll('canvas')].map((one) => one.toDataURL());
		const drawings = [...place.querySelectorAll('[data-part="picture"] svg, [data-part="plot"] svg')];
		return JSON.stringify([said, canvases, drawings.map((one) => one.outerHTML)]);
	});

/** Moves a figure's handles, all at once. @returns whether any of them stood elsewhere */
const set = (page: Page, figure: string, input: Input): Promise<boolean> =>
	page.locator(figure).evaluate((place, values) => {
		let isOther = false;
		for (const [name, value] of Object.entries(values)) {
			const handles = [...place.querySelectorAll<HTMLInputElement>(`[data-handle="${name}"]`)];
			const one = handles.find((handle) => handle.type !== 'radio' || handle.value === value);
			if (!one || (one.type === 'radio' ? one.checked : one.value === value)) continue;
			isOther = true;
			if (one.type === 'radio') one.checked = true;
			else one.value = value;
			one.dispatchEvent(new Event('input', { bubbles: true }));
		}
		return isOther;
	}, input);

/** What the handles of a figure may be set to, and are set to. */
const handles = (page: Page, figure: string) =>
	page.locator(figure).evaluate((place) => {
		const all = [...place.querySelectorAll<HTMLInputElement | HTMLSelectElement>(':is(input, select)[data-handle]')];
		const stops = new Map<string, string[]>();
		const now: Record<string, string> = {};
		for (const one of all) {
			const name = one.dataset.handle ?? '';
			const values =
				one instanceof HTMLSelectElement
					? [...one.options].filter((option) => !option.disabled).map(({ value }) => value)
					: one.type === 'radio'
						? [...(stops.get(name) ?? []), one.value]
						: Array.from({ length: Number(one.max) + 1 }, (_, i) => String(i));
			stops.set(name, values);
			if (one instanceof HTMLSelectElement || one.type !== 'radio' || one.checked) now[name] = one.value;
		}
		return { stops: Object.fromEntries(stops), now };
	});

const press = (page: Page, figure: string, keys: readonly string[]): Promise<void> =>
	page.locator(`${figure} [data-part="point"]`).evaluate((grip, pressed) => {
		for (const key of pressed) grip.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
	}, keys);

/** Of a figure that another one is to look like: resolves once its answer to what `act` does is drawn. */
async function drawn(page: Page, figure: string, act: () => Promise<unknown>): Promise<void> {
	await page.locator(figure).evaluate((place) => {
		place.addEventListener('figure-drawn', () => place.toggleAttribute('data-was-drawn', true), { once: true });
	});
	await act();
	await page.locator(`${figure}[data-was-drawn]`).waitFor();
}

inBrowser('the latest input has its picture', { timeout: 120_000 }, () => {
	let browser: Browser;
	let hasty: Page;
	let calm: Page;
	const errors: string[] = [];
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test.each(partOf(FIGURES, 4))('in %s', async (figure) => {
		const draw = draws(figure);
		if (!hasty) {
			const [first, second] = [await holdFigure(browser, FIGURES[0]), await holdFigure(browser, FIGURES[0])];
			[hasty, calm] = [first.page, second.page];
			for (const { page } of [first, second]) await page.evaluate(() => localStorage.setItem('valley-guessed', '1'));
			await slowWorkers(hasty, [150, 10, 90, 30]);
			first.page.on('pageerror', ({ message }) => errors.push(message));
		}
		for (const page of [hasty, calm]) {
			await page.locator(figure).scrollIntoViewIfNeeded();
			await page.waitForFunction((name) => customElements.get(name) !== undefined, figure);
			await page.locator(`${figure} [data-part="handles"]:not([hidden])`).waitFor();
		}
		const hasPoint = (await hasty.locator(`${figure} [data-part="point"]`).count()) > 0;
		const pressed: string[] = [];
		for (let i = 0; i < INPUTS; i++) {
			const { stops } = await handles(hasty, figure);
			const names = Object.keys(stops);
			const name = names[draw(names.length)] ?? '';
			const values = stops[name] ?? [];
			if (hasPoint && draw(3) > 0) {
				pressed.push('ArrowDown');
				await press(hasty, figure, ['ArrowDown']);
			} else if (draw(6) === 0 && i < INPUTS - 2) {
				pressed.length = 0;
				await hasty.locator(`${figure} [data-part="back"]`).evaluate((button: HTMLElement) => button.click());
			} else await set(hasty, figure, { [name]: values[draw(values.length)] ?? '' });
			await hasty.waitForTimeout(PAUSES[draw(PAUSES.length)] ?? 0);
		}
		const { now } = await handles(hasty, figure);
		await drawn(calm, figure, async () => {
			const isOther = await set(calm, figure, now);
			if (pressed.length > 0) await press(calm, figure, pressed);
			else if (!isOther) await calm.locator(`${figure} [data-part="back"]`).evaluate((one: HTMLElement) => one.click());
		});
		const isAlike = async () => (await shown(hasty, figure)) === (await shown(calm, figure));
		await expect.poll(isAlike).toBe(true);
		await hasty.waitForTimeout(LATE_MS);
		expect(await isAlike()).toBe(true);
		expect(errors).toEqual([]);
	});

	test('in the Lab, whatever is opened, moved and looked at', async () => {
		const { page, errors: ofLab } = await openLab(browser);
		const draw = draws('lab');
		await slowWorkers(page, [120, 5, 40, 200]);
		const spec = (lambda: number, epochs: number): RunSpecInput => ({
			data: { kind: 'moons', m: 20 },
			penalty: { lambda },
			training: { epochs },
		});
		const diverging: RunSpecInput = {
			...spec(1e9, 900),
			penalty: { lambda: 1e9, scaling: 'full' },
			optimizer: { kind: 'sgd', learningRate: 1000 },
		};
		const links = await Promise.all(
			[[spec(1, 1500)], [spec(2, 40), spec(3, 300)], [diverging]].map((specs) => encodeState(ofSpecs(specs))),
		);
		const options = await page
			.locator('#lab-preset option[data-name]')
			.evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
		const inputs: (() => Promise<unknown>)[] = [
			() => page.keyboard.press('ArrowRight'),
			() => page.keyboard.press('Shift+ArrowRight'),
			() => page.keyboard.press(' '),
			() => page.keyboard.press('Control+z'),
			() => page.evaluate((link) => location.replace(`#${link}`), links[draw(3)]),
			() => page.locator('#lab-preset').selectOption(options[draw(options.length)] ?? ''),
			() =>
				page.locator('.lab-bar input[name="lambda"]').evaluate((one: HTMLInputElement, by) => {
					one.stepUp(by);
					one.dispatchEvent(new Event('input', { bubbles: true }));
				}, draw(9) - 4),
			() =>
				page.locator('.lab-bar input[name="epoch"]').evaluate((one: HTMLInputElement, share) => {
					one.value = String(Math.round(share * Number(one.max)));
					one.dispatchEvent(new Event('input', { bubbles: true }));
				}, draw(100) / 100),
		];
		const seen = async () => ({
			losses: await losses(page),
			names: await page.locator('.run-card [data-part="name"]').allTextContents(),
			epoch: await page.locator('[data-part="epoch"]').textContent(),
			pictures: await page
				.locator('.run-card canvas')
				.evaluateAll((all) => all.map((one) => (one as HTMLCanvasElement).toDataURL())),
		});
		for (let round = 0; round < 3; round++) {
			for (let i = 0; i < 10; i++) {
				await page.locator('lambda-lab').evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
				await inputs[draw(inputs.length)]?.();
				await page.waitForTimeout(PAUSES[draw(PAUSES.length)] ?? 0);
			}
			if (await page.locator('lambda-lab[data-playing]').count()) await page.locator('[data-action="play"]').click();
			await settled(page);
			await page.waitForTimeout(LATE_MS); // the address follows
			await settled(page);
			const hastily = await seen();
			await page.reload();
			await page.locator('lambda-lab[data-ready]').waitFor();
			await settled(page);
			expect(await seen()).toEqual(hastily);
			await slowWorkers(page, [60, 5, 240]);
		}
		expect(ofLab).toEqual([]);
		await page.context().close();
	});

	test('on the page of sweeps, where a reader goes back and on before the answers come', async () => {
		const ids: string[] = [];
		for (const lambda of [0.5, 0.6]) {
			const response = await fetch(`${inject('serverUrl')}/api/v1/sweeps`, {
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify({
					base: { data: { kind: 'moons', m: 20 }, training: { epochs: 20 } },
					axes: { lambda: [lambda, 1], m: [20, 30] },
				}),
			});
			ids.push(((await response.json()) as { id: string }).id);
		}
		const { page, errors: ofPage } = await open(browser, `/sweeps/?id=${ids[0]}`);
		const part = (name: string) => page.locator(`sweep-runner [data-part="${name}"]`);
		const lambda = page.locator('sweep-runner input[name="lambda"]');
		await part('over').waitFor();
		await page.evaluate((id) => history.pushState(null, '', `?id=${id}`), ids[1]);
		await page.evaluate(() => history.pushState(null, '', '/sweeps/'));
		const slow = slowAnswers(page, '**/api/v1/sweeps/*', [500, 30]);
		await slow;
		// The second sweep's answer is late: by then the first is gone to, or the form alone.
		await page.evaluate(() => history.go(-1));
		await page.waitForTimeout(60);
		await page.evaluate(() => history.go(-1));
		await expect.poll(() => lambda.inputValue()).toBe('0.5, 1');
		await page.waitForTimeout(LATE_MS);
		expect(await lambda.inputValue()).toBe('0.5, 1');
		expect(new URL(page.url()).search).toBe(`?id=${ids[0]}`);
		await page.evaluate(() => history.go(1));
		await page.waitForTimeout(60);
		await page.evaluate(() => history.go(1));
		await page.waitForTimeout(LATE_MS);
		expect(await part('live').isVisible()).toBe(false);
		// What is typed while a sweep is fetched stays.
		await page.evaluate(() => history.go(-1));
		await page.waitForTimeout(60);
		await lambda.fill('0.25');
		await part('live').waitFor();
		await page.waitForTimeout(LATE_MS);
		expect(await lambda.inputValue()).toBe('0.25');
		expect(await part('stale').isVisible()).toBe(true);
		expect(ofPage).toEqual([]);
		await page.context().close();
	});

	test('in the browser of the study, which is touched before its script has come', async () => {
		const { page, errors: ofPage } = await open(browser, '/convert/');
		await slowAnswers(page, '**/_astro/onDemand*', [600]);
		await page.goto(`${inject('serverUrl')}/sweeps/?task=mnist&model=relu-32-32&optimizer=sgd#study`, {
			waitUntil: 'domcontentloaded',
		});
		const study = page.locator('study-browser');
		await page.waitForFunction(() => customElements.get('study-browser') !== undefined);
		await study.locator('select[name="task"]').selectOption('wine');
		await expect.poll(() => new URL(page.url()).searchParams.get('task')).toBe('wine');
		await page.waitForTimeout(LATE_MS);
		expect(await study.locator('select[name="task"]').inputValue()).toBe('wine');
		expect(ofPage).toEqual([]);
		await page.context().close();
	});
});
