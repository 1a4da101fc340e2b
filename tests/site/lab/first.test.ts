/** What the Lab shows and takes before it is ready. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { encodeState } from '../../../site/lab/state/link.ts';
import { OPENING_VIEW } from '../../../site/lab/state/view.ts';
import { LANGUAGES } from '../../../site/text/languages.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { partOf } from '../../support/partOf.ts';
import { action, epochSaid, losses, openLab, settled, slider, text } from './openLab.ts';

/** Keeps, at every frame from the first on, the numbers, names and epochs that can be seen. */
const watch = (page: Page) =>
	page.addInitScript(() => {
		const seen = new Set<string>();
		Object.assign(globalThis, { seen });
		const look = () => {
			for (const one of document.querySelectorAll(
				'.run-card :is(.loss b, [data-part="name"], .norm b), .chosen b, .lead > [data-part="says"]',
			))
				if (one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) seen.add(one.textContent ?? '');
			requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	});
const seen = (page: Page) => page.evaluate(() => [...(globalThis as unknown as { seen: Set<string> }).seen]);

/** Has all scripts of the page come late, as over a slow network. */
const slowScripts = (page: Page, milliseconds: number) =>
	page.route('**/_astro/*.js', async (route) => {
		await new Promise((done) => setTimeout(done, milliseconds));
		await route.continue();
	});

const xor: RunSpecInput = {
	data: { kind: 'xor', m: 40, test: { m: 200, seed: 7 } },
	network: { hidden: [16, 8] },
	optimizer: { kind: 'adam', learningRate: 0.01 },
	penalty: { lambda: 0.12 },
	training: { epochs: 600, recordEvery: 10 },
};
const own: RunSpecInput = {
	...xor,
	data: {
		kind: 'inline',
		X: Array.from({ length: 40 }, (_, i) => [Math.sin(i * i), Math.cos(7 * i)]),
		y: Array.from({ length: 40 }, (_, i) => i % 2),
	},
};

inBrowser('the Lab before it is ready', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test.each([
		['of drawn data', xor],
		['of rows of its own', own],
	])('shows nothing of other runs as those of a link %s, at no frame', async (_, spec) => {
		const runs = [1, 2].map((key) => ({ key, spec: { ...spec, penalty: { lambda: 0.12 * (key - 1) } } }));
		const link = await encodeState({ runs, selected: 1 }, { ...OPENING_VIEW, epoch: 300 });
		const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
		const page = await context.newPage();
		await watch(page);
		await slowScripts(page, 150);
		await page.goto(`${inject('serverUrl')}/lab/#${link}`, { waitUntil: 'commit' });
		await page.locator('lambda-lab[data-ready]').waitFor();
		await settled(page);
		const now = await page
			.locator('.run-card :is(.loss b, [data-part="name"], .norm b), .chosen b, .lead > [data-part="says"]')
			.allTextContents();
		expect((await losses(page)).flat()).not.toContain('…');
		expect((await seen(page)).filter((one) => !['…', '–', ...now].includes(one))).toEqual([]);
		await page.reload({ waitUntil: 'commit' }); // from what this tab keeps
		await page.locator('lambda-lab[data-ready]').waitFor();
		await settled(page);
		expect((await seen(page)).filter((one) => !['…', '–', ...now].includes(one))).toEqual([]);
		await context.close();
	});

	test('shows what the build has drawn at first sight where the address brings nothing', async () => {
		const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
		const page = await context.newPage();
		await page.route('**/_astro/*.js', (route) => route.abort());
		await page.goto(`${inject('serverUrl')}/lab/`, { waitUntil: 'domcontentloaded' });
		expect(await page.locator('.run-card .loss b').first().isVisible()).toBe(true);
		expect(await page.locator('.sliders').isVisible()).toBe(true);
		await context.close();
	});

	test('plays once it can where Play was pressed before, and takes a slider, a run and a speed that were chosen', async () => {
		const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
		const page = await context.newPage();
		await slowScripts(page, 400);
		await page.goto(`${inject('serverUrl')}/lab/`, { waitUntil: 'commit' });
		await page.locator('[data-select="3"]').click();
		await page.locator('select[name="speed"]').selectOption('1');
		await page.locator('[data-action="play"]').click();
		expect(await page.locator('lambda-lab[data-ready]').count()).toBe(0); // or nothing is shown by this
		await page.locator('lambda-lab[data-ready]').waitFor();
		await page.locator('lambda-lab[data-playing]').waitFor({ timeout: 5000 });
		expect(await page.locator('.run-card[data-key="3"][data-selected]').count()).toBe(1);
		expect(await page.locator('[data-waiting]').count()).toBe(0);
		await action(page, 'play').click();
		await page.reload({ waitUntil: 'commit' });
		await slider(page, 'lambda').fill('60');
		expect(await page.locator('lambda-lab[data-ready]').count()).toBe(0);
		await page.locator('lambda-lab[data-ready]').waitFor();
		await settled(page);
		expect(await slider(page, 'lambda').inputValue()).toBe('60');
		await context.close();
	});

	test('ends the view of differences with a question, a link and the reset, which it makes possible', async () => {
		const { page, errors } = await openLab(browser, '/lab/', { viewport: { width: 1440, height: 900 } });
		await settled(page);
		const difference = page.locator('input[name="difference"]');
		const compare = async () => {
			await page.locator('.view-menu > summary').click();
			await difference.check();
			await page.keyboard.press('Escape');
		};
		expect(await action(page, 'opening').getAttribute('aria-disabled')).toBe('true');
		await compare();
		await expect.poll(() => action(page, 'opening').getAttribute('aria-disabled')).toBe('false');
		await action(page, 'opening').click();
		expect(await difference.isChecked()).toBe(false);
		await compare();
		await page.locator('[data-preset="tooMuch"]').click();
		await expect.poll(() => difference.isChecked()).toBe(false);
		await settled(page);
		await compare();
		const link = await encodeState({ runs: [{ key: 1, spec: xor }], selected: 1 });
		await page.goto(new URL(`#${link}`, page.url()).href);
		await expect.poll(() => difference.isChecked()).toBe(false);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('says that it trains while the notebook’s six runs are on their way, at one epoch with the scrubber', async () => {
		const { page } = await openLab(browser, '/lab/', { viewport: { width: 1440, height: 900 } });
		await settled(page);
		await page.locator('#lab-preset').selectOption({ index: 4 });
		await page.locator('.run-card').nth(5).waitFor();
		const pattern = new RegExp(text.trainingOf('([\\d,]+)', '30,000').replace('…', '.'));
		await expect.poll(() => epochSaid(page), { timeout: 20_000, interval: 20 }).toMatch(pattern);
		const [said, thumb] = await page.evaluate(() => [
			document.querySelector('[data-part="epoch"]')?.textContent ?? '',
			document.querySelector<HTMLInputElement>('input[name="epoch"]')?.value ?? '',
		]);
		expect(Number(pattern.exec(said ?? '')?.[1]?.replaceAll(',', ''))).toBe(Number(thumb));
		await page.context().close();
	});

	test('ends editing by Escape from wherever the focus is, and has the point in view that keys move', async () => {
		const { page, errors } = await openLab(browser, '/lab/', { viewport: { width: 900, height: 700 } });
		await settled(page);
		await action(page, 'points').scrollIntoViewIfNeeded();
		await page.evaluate(() => scrollTo(0, 900));
		await action(page, 'points').focus();
		await page.evaluate(() => scrollTo(0, 900));
		await page.keyboard.press('Enter');
		await page.locator('.point-grip:focus').waitFor();
		const at = await page.locator('.point-grip').evaluate((grip) => grip.getBoundingClientRect().top);
		expect(at).toBeGreaterThan(100);
		expect(at).toBeLessThan(700);
		await page.keyboard.press('d');
		await action(page, 'undo').focus();
		await page.keyboard.press('Escape');
		expect(await page.locator('[data-editing]').count()).toBe(0);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test.each(
		partOf(
			[
				...[3, 4, 5, 6].map((runs) => [390, runs, LANGUAGES[0]] as const),
				...LANGUAGES.flatMap((language) => [3, 6].map((runs) => [360, runs, language] as const)),
			],
			4,
		),
	)('cuts no held-out loss on a phone of %i pixels with %i runs', async (width, runs, { path }) => {
		const { page } = await openLab(browser, `${path}lab/`, {
			viewport: { width, height: 844 },
			hasTouch: true,
			isMobile: true,
		});
		await settled(page);
		for (let count = 3; count < runs; count++) await action(page, 'add').evaluate((one: HTMLElement) => one.click());
		await expect.poll(() => page.locator('.each-run li:visible').count()).toBe(runs);
		await settled(page);
		// The longest that is written of a loss of these.
		await page.locator('.each-run b:visible').evaluateAll((all) => {
			for (const one of all) one.replaceChildren('0.00188');
		});
		const overlaps = await page.evaluate(() => {
			const boxes = (all: string) =>
				[...document.querySelectorAll<HTMLElement>(all)]
					.filter((one) => one.checkVisibility())
					.map((one) => {
						const range = document.createRange();
						range.selectNodeContents(one);
						return one.matches('button') ? one.getBoundingClientRect() : range.getBoundingClientRect();
					});
			const said = boxes('.each-run :is(b, [data-part="each-name"])');
			const others = boxes('.pinned :is([data-action="play"], output)');
			const touch = (a: DOMRect, b: DOMRect) =>
				a.left < b.right + 1 && b.left < a.right + 1 && a.top < b.bottom && b.top < a.bottom;
			return said.flatMap((one, index) => {
				const isInside = one.left >= 0 && one.right <= innerWidth;
				const isFree = ![...said.slice(index + 1), ...others].some((other) => touch(one, other));
				return isInside && isFree ? [] : [JSON.stringify(one)];
			});
		});
		expect(overlaps).toEqual([]);
		const cuts = await page
			.locator('.each-run, .each-run *')
			.evaluateAll((all) => all.filter((one) => getComputedStyle(one).overflow !== 'visible').length);
		expect(cuts).toBe(0);
		await page.context().close();
	});

	test('has the held-out loss of each run pinned on a phone', async () => {
		const { page } = await openLab(browser, '/lab/', {
			viewport: { width: 390, height: 844 },
			hasTouch: true,
			isMobile: true,
		});
		await settled(page);
		const each = () => page.locator('.each-run li:visible').allInnerTexts();
		const before = await each();
		expect(before.map((one) => one.split(/\s+/).at(-1))).toEqual((await losses(page)).map(([, heldOut]) => heldOut));
		await slider(page, 'lambda').fill('60');
		await settled(page);
		const after = await each();
		expect(after[0]).toBe(before[0]);
		expect(after.slice(1)).not.toEqual(before.slice(1));
		await page.context().close();
	});
});
