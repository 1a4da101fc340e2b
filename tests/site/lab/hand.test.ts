/** The Lab under the hand: what a change acts on, what stays in its place meanwhile, and what a link brings back. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LAB_TEXT } from '../../../site/text/lab/labText.ts';
import { LANGUAGES } from '../../../site/text/languages.ts';
import { findExperiment } from '../../../src/experiments/registry.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { partOf } from '../../support/partOf.ts';
import { action, at, drag, epochSaid, field, openLab, play, settled, slider, text } from './openLab.ts';

const names = (page: Page) => page.locator('[data-part="name"]').allTextContents();
const lambdas = async (page: Page) => (await names(page)).map((name) => Number(/λ = ([\d.]+)/.exec(name)?.[1]));
const words = (page: Page) => page.locator('.picture-words:visible').allTextContents();
const says = (page: Page) => page.locator('[data-part="says"]').textContent();
const choose = async (page: Page, name: string) => {
	const link = await page.locator(`#lab-preset option[data-name="${name}"]`).getAttribute('value');
	await page.locator('#lab-preset').selectOption(link ?? '');
	await page.locator('.lead[data-chosen]').waitFor();
	await settled(page);
};
/** Waits until the address holds another state than it did. */
const addressAfter = async (page: Page, act: () => Promise<unknown>) => {
	const before = page.url();
	await act();
	await expect.poll(() => page.url()).not.toBe(before);
	return page.url();
};

inBrowser('the Lab under the hand', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test('moves λ of all runs by one factor, however long the hand rests, as one step to undo', async () => {
		const { page, errors } = await openLab(browser);
		await settled(page);
		await choose(page, 'tooMuch');
		expect(await lambdas(page)).toEqual([0, 0.1, 0.5, 5]);
		await drag(page, 'lambda', 0.6, () => page.waitForTimeout(1500)); // longer than a step to undo waits for the next key
		await settled(page);
		const [none, first = 0, second = 0, third = 0] = await lambdas(page);
		expect(none).toBe(0);
		expect(first).not.toBe(0.1);
		expect(second / first).toBeCloseTo(5, 6);
		expect(third / first).toBeCloseTo(50, 6);
		await action(page, 'undo').click();
		await expect.poll(() => lambdas(page)).toEqual([0, 0.1, 0.5, 5]);
		await choose(page, 'moreData');
		await slider(page, 'rows').press('ArrowLeft');
		await expect
			.poll(() => names(page))
			.toEqual(
				['÷2m, m = 25', '÷2m, m = 250', '÷2, m = 25', '÷2, m = 250'].map(
					(name, i) => `λ = ${i < 2 ? 0.6 : 0.02}, ${name}`,
				),
			);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('says whose data and network the pictures change, as the bar has it, and changes these', async () => {
		const { page, errors } = await openLab(browser);
		await settled(page);
		const titles = () => page.locator('.pick legend').allTextContents();
		const of = (key: number | null, areMixed = false) => [
			text.pickFor.data(key, areMixed),
			text.pickFor.model(key, false),
		];
		expect(await titles()).toEqual(of(null));
		await page.locator('input[name="pick-data"][value="xor"]').check({ force: true });
		await settled(page);
		for (const key of [1, 3]) {
			await page.locator(`[data-select="${key}"]`).click();
			await expect.poll(() => field(page, 'data.kind').inputValue()).toBe('xor');
		}
		await page.locator('.scope input[value="3"]').check({ force: true });
		await expect.poll(titles).toEqual(of(3));
		await page.locator('input[name="pick-data"][value="circles"]').check({ force: true });
		await settled(page);
		await expect.poll(() => field(page, 'data.kind').inputValue()).toBe('circles');
		await page.locator('[data-select="1"]').click();
		await expect.poll(() => field(page, 'data.kind').inputValue()).toBe('xor');
		await expect.poll(titles).toEqual(of(1));
		// Of all together there is no one data set then: none is marked, and differences say what they are of.
		await page.locator('.scope input[value="all"]').check({ force: true });
		await expect.poll(titles).toEqual(of(null, true));
		expect(await page.locator('[name="pick-data"]:checked').count()).toBe(0);
		expect(await page.locator('[name="pick-model"]:checked').inputValue()).toBe('16, 8');
		await page.locator('.view-menu summary').click();
		await page.locator('input[name="difference"]').check();
		await settled(page);
		const words = page.locator('[data-key="3"] [data-part="words"]');
		await expect.poll(() => words.textContent()).toBe(text.otherData);
		expect(await page.locator('[data-key="2"] [data-part="words"]').textContent()).not.toBe(text.otherData);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('moves nothing when a question is chosen, or points are edited', async () => {
		const { page, errors } = await openLab(browser, '/lab/', { viewport: { width: 1440, height: 900 } });
		for (const width of [1440, 1280, 900, 390]) {
			await page.setViewportSize({ width, height: 900 });
			await settled(page);
			const places = () =>
				page
					.locator(
						`.lab-head, .pinned, .lab-bar, [name="epoch"], [name="lambda"], [name="rows"]${width > 640 ? ', [data-action="points"]' : ''}`,
					)
					.evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
			const top = () => page.locator('.run-card').first().boundingBox();
			const [before, { y: first = 0 } = {}] = [await places(), (await top()) ?? {}];
			await action(page, 'points').click();
			await page.locator('lambda-lab[data-editing]').waitFor();
			if (width > 640) {
				expect(await places(), `${width}, edited`).toEqual(before);
				expect((await top())?.y).toBe(first);
			} else {
				// The tools come to the pictures, in the place of the questions.
				const { y: runs = 0, height = 0 } = (await page.locator('.lab-runs').boundingBox()) ?? {};
				expect(((await page.locator('.bar-tools').boundingBox())?.y ?? 0) - runs - height).toBeLessThan(16);
			}
			await action(page, 'points').click();
			await page.locator('#lab-preset').selectOption({ index: 3 });
			await page.locator('.lead[data-chosen]').waitFor();
			await settled(page);
			if (width > 1200) expect(await places(), `${width}, asked`).toEqual(before);
			await page.evaluate(() => scrollTo(0, 0));
			if (await action(page, 'opening').isVisible()) await action(page, 'opening').click();
			else {
				await page.locator('.menu-button').click();
				await action(page, 'opening').click();
			}
			await page.locator('.lead:not([data-chosen])').waitFor();
		}
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('keeps everything in its place while a slider is dragged from end to end', async () => {
		const { page, errors } = await openLab(browser, '/lab/', { viewport: { width: 1440, height: 900 } });
		await settled(page);
		const parts = [
			'.lab-bar',
			'.scrubber input',
			'.setting input',
			'.chosen',
			'.norm-bar',
			'[data-part="coefficient"]',
			'.losses b',
			'.loss-chart',
			'.start',
			'.more',
		];
		const places = () =>
			page.evaluate(
				(all) =>
					all.flatMap((part) =>
						[...document.querySelectorAll(part)].map((element) => {
							const { x, y, width, height } = element.getBoundingClientRect();
							return [part, ...[x, y, width, height].map(Math.round)].join(' ');
						}),
					),
				parts,
			);
		const before = await places();
		for (const share of [1, 0.15, 0]) {
			await drag(page, 'lambda', share, async () => expect(await places()).toEqual(before));
			await settled(page);
			expect(await places()).toEqual(before);
		}
		await drag(page, 'rows', 0.9);
		await settled(page);
		expect(await places()).toEqual(before);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('says what becomes of λ as it and m are dragged, on one scale of ‖W‖ that grows where it must, and says so', async () => {
		const { page, errors } = await openLab(browser, '/lab/', { viewport: { width: 1440, height: 900 } });
		await settled(page);
		const of = (part: string) => page.locator(`.run-card [data-part="${part}"]`).allTextContents();
		const bars = () =>
			page.locator('[data-part="norm"]').evaluateAll((all) => all.map((one) => Number(one.getAttribute('width'))));
		const norms = async () => (await of('norm-number')).map(Number);
		expect(await of('coefficient')).toEqual(['', 'λ/2m = 0.002', 'λ/2 = 0.06']);
		const ends = await of('norm-end');
		expect(ends).toEqual(Array(3).fill(text.normsScale('20')));
		for (let i = 0; i < 4; i++) {
			await slider(page, 'rows').press('ArrowLeft');
			await settled(page);
			const [all, wide] = [await norms(), await bars()];
			for (const [index, norm] of all.entries()) expect(wide[index]).toBeCloseTo((100 * norm) / 20, 0);
			expect(await of('norm-end')).toEqual(ends);
		}
		expect(await of('coefficient')).toEqual(['', 'λ/2m = 0.00375', 'λ/2 = 0.06']);
		const said: string[] = [];
		await page.exposeFunction('heard', (text: string) => said.push(text));
		await page.evaluate(() =>
			new MutationObserver(() =>
				(globalThis as unknown as { heard: (text: string) => void }).heard(
					document.querySelector('.said')?.textContent ?? '',
				),
			).observe(document.querySelector('.said') as Element, { childList: true, characterData: true, subtree: true }),
		);
		for (let i = 0; i < 4; i++) await slider(page, 'rows').press('ArrowRight');
		await page.locator('input[name="pick-data"][value="spirals"]').check({ force: true });
		await expect.poll(() => of('norm-end')).not.toEqual(ends);
		await settled(page);
		const [grown = ''] = await of('norm-end');
		await expect.poll(() => said).toContain(text.normScaleGrew(grown.replace('0–', '')));
		await page.locator('input[name="pick-data"][value="moons"]').check({ force: true });
		await settled(page);
		expect((await of('norm-end'))[0]).toBe(grown);
		while ((await action(page, 'undo').getAttribute('aria-disabled')) === 'false')
			await action(page, 'undo').click({ force: true });
		await expect.poll(() => of('norm-end')).toEqual(ends);
		await page.locator('input[name="pick-data"][value="spirals"]').check({ force: true });
		await expect.poll(() => of('norm-end')).not.toEqual(ends);
		await action(page, 'opening').click();
		await expect.poll(() => of('norm-end')).toEqual(ends);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('copies rows and moves nothing but what has m in its coefficient, keeps that by link and field, and says where it ends', async () => {
		const { page, errors } = await openLab(browser, '/lab/', { viewport: { width: 1440, height: 900 } });
		await settled(page);
		const of = (part: string) => page.locator(`.run-card [data-part="${part}"]`).allTextContents();
		const pressed = () => page.locator('[data-copies][aria-pressed="true"]').allTextContents();
		const [first, second, third] = await of('norm-number');
		const link = await addressAfter(page, async () => {
			await page.locator('[data-copies="10"]').click();
			await expect.poll(() => of('coefficient')).toEqual(['', 'λ/2m = 2·10⁻⁴', 'λ/2 = 0.06']);
		});
		await settled(page);
		expect(await page.locator('.said').textContent()).toBe(text.copiesSaid(10));
		const copied = await of('norm-number');
		const m = page.locator('.setting [data-part="rows"]');
		expect((await m.textContent())?.replace('\n', ' ')).toBe(text.copies('30', '10', '300'));
		expect(await slider(page, 'rows').getAttribute('aria-valuetext')).toBe(text.copies('30', '10', '300'));
		expect(await slider(page, 'lambda').getAttribute('aria-valuetext')).toBe(text.ofRuns('0.12', ['2', '3']));
		expect([copied[0], copied[2]]).toEqual([first, third]);
		expect(Number(copied[1])).toBeGreaterThan(1.2 * Number(second));
		expect(await slider(page, 'rows').isEnabled()).toBe(true);
		expect(await page.locator('input[name="pick-data"][value="moons"]').isChecked()).toBe(true);
		expect(link.length).toBeLessThan(500);
		await field(page, 'penalty.lambda').fill('1.2');
		await expect.poll(() => of('coefficient')).toEqual(['', 'λ/2m = 0.002', 'λ/2 = 0.06']);
		await page.reload();
		await page.locator('lambda-lab[data-ready]').waitFor();
		await settled(page);
		expect(await pressed()).toEqual(['×10']);
		await page.locator('[data-copies="1"]').click();
		await expect.poll(pressed).toEqual(['×1']);
		await field(page, 'data.m').fill('300');
		await page.locator('[data-copies="100"]').click();
		await expect.poll(() => page.locator('.said').textContent()).toBe(text.tooManyCopies('30,000', '20,000'));
		expect(await pressed()).toEqual(['×1']);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test.each(partOf(LANGUAGES, 1, 8))(
		'says what is to be seen of a claim, and brings it back by its link, with epoch and scope, $name',
		async ({ key, path }) => {
			const { page, errors } = await openLab(browser, `${path}lab/`);
			await settled(page);
			await choose(page, '18');
			expect(await says(page)).toBe(findExperiment('dropout')?.claim[key]);
			await page.locator('.scope input[value="2"]').check({ force: true });
			await page.evaluate(() => (document.activeElement as HTMLElement).blur());
			const link = await addressAfter(page, () => page.keyboard.press('Shift+ArrowLeft'));
			const isBack = async (one: Page) => {
				await one.locator('lambda-lab[data-ready]').waitFor();
				await settled(one);
				expect(await says(one)).toBe(findExperiment('dropout')?.claim[key]);
				expect(await one.locator('.lead[data-changed]').count()).toBe(0);
				expect(await epochSaid(one)).toBe(LAB_TEXT[key].epochOf('1,980', '2,000'));
				expect(await one.locator('.scope input[value="2"]').isChecked()).toBe(true);
			};
			await page.reload();
			await isBack(page);
			const other = await page.context().newPage();
			await other.goto(link);
			await isBack(other);
			await slider(other, 'rows').press('ArrowRight');
			await other.locator('.lead[data-changed]').waitFor();
			await addressAfter(other, () => slider(other, 'rows').press('ArrowRight'));
			await other.reload();
			await other.locator('.lead[data-changed]').waitFor();
			await action(other, 'undo').click(); // both presses of the key
			await other.locator('.lead:not([data-changed])').waitFor();
			expect(errors).toEqual([]);
			await page.context().close();
		},
	);

	test('says on a picture what it does not show: no difference, a run that diverged, a setting that is wrong', async () => {
		const { page, errors } = await openLab(browser);
		await settled(page);
		await page.locator('[data-action="add"][data-of="1"]').click({ force: true });
		await page.locator('.view-menu summary').click();
		await page.locator('input[name="difference"]').check();
		await expect.poll(() => words(page)).toEqual([text.noDifference]);
		await page.locator('input[name="difference"]').uncheck();
		await field(page, 'data.m').fill('0');
		await expect.poll(() => words(page)).toContain(text.pictureBefore);
		await field(page, 'data.m').fill('30');
		await field(page, 'optimizer.kind').selectOption('sgd');
		await field(page, 'optimizer.learningRate').fill('1000');
		await field(page, 'penalty.scaling').selectOption('full');
		await field(page, 'penalty.lambda').fill('1000');
		await play(page);
		const diverged = page.locator('[data-key="4"] .picture-words');
		await expect.poll(() => diverged.textContent()).toMatch(/^Diverged at epoch \d+: the last picture$/);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('goes by one epoch with an arrow, by a hundredth with Shift, as its menu says', async () => {
		const { page, errors } = await openLab(browser);
		await settled(page);
		await page.keyboard.press('ArrowLeft');
		await at(page, '999');
		await page.keyboard.press('Shift+ArrowLeft');
		await at(page, '989');
		await page.locator('.view-menu summary').click();
		expect(await page.locator('.view-menu .panel').textContent()).toContain(text.keys);
		expect(errors).toEqual([]);
		await page.context().close();
	});
});
