/** The Lab on a phone. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIELD_TEXT } from '../../../site/text/lab/fieldText.ts';
import { LAB_TEXT } from '../../../site/text/lab/labText.ts';
import { LANGUAGES } from '../../../site/text/languages.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { partOf } from '../../support/partOf.ts';
import { action, cutNumbers, field, openLab, settled, slider, text } from './openLab.ts';

inBrowser('the Lab on a phone', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test.each(partOf(LANGUAGES, 1, 6))(
		'never scrolls sideways, and is trained by a finger, in $name',
		async ({ key, path }) => {
			const { page, errors } = await openLab(browser, `${path}lab/`, {
				viewport: { width: 390, height: 844 },
				hasTouch: true,
			});
			for (const width of [320, 390, 768, 1440]) {
				await page.setViewportSize({ width, height: 844 });
				expect(await page.evaluate(() => document.documentElement.scrollWidth), String(width)).toBeLessThanOrEqual(
					width,
				);
			}
			await page.setViewportSize({ width: 390, height: 844 });
			await settled(page);
			const lambda = await slider(page, 'lambda').boundingBox();
			expect((lambda?.y ?? 844) + (lambda?.height ?? 0)).toBeLessThan(844);
			await action(page, 'play').tap();
			await page.waitForFunction(
				() => document.querySelector('lambda-lab[data-frames][data-ended][data-settled]:not([data-playing])') !== null,
				undefined,
				{ timeout: 60_000 },
			);
			expect(await page.locator('[data-part="epoch"]').textContent()).toBe(LAB_TEXT[key].epochOf('1,000', '1,000'));
			await page.locator('[data-key="1"] [data-action="enlarge"]').tap();
			await page.locator('.scope input[value="3"]').tap({ force: true });
			const isWhole = (card: Element) => {
				const { left, right } = card.getBoundingClientRect();
				return left >= 0 && right <= innerWidth;
			};
			await expect.poll(() => page.locator('[data-key="3"]').evaluate(isWhole)).toBe(true);
			await page.locator('.lab-runs').evaluate((runs) => runs.scrollTo({ left: 0 }));
			await expect.poll(() => page.locator('.scope input[value="1"]').isChecked()).toBe(true); // what is in view is chosen
			await field(page, 'data.m').fill('0');
			const label = FIELD_TEXT['data.m']?.label[key] ?? '';
			const place = page.locator('.spec-form .field:visible', { hasText: label }).first().locator('.field-error');
			await expect.poll(() => place.textContent()).toContain(key === 'zh' ? '至少为 1' : 'at least 1');
			expect(errors).toEqual([]);
			await page.context().close();
		},
	);

	test('shows all runs, three beside each other, and one alone at a tap; and says which runs a slider changes', async () => {
		const { page, errors } = await openLab(browser, '/lab/', { viewport: { width: 390, height: 844 }, hasTouch: true });
		await settled(page);
		expect(await page.locator('.scope legend').boundingBox()).toMatchObject({ height: expect.any(Number) });
		expect((await page.locator('.scope legend').boundingBox())?.width).toBeGreaterThan(20);
		const boxes = () =>
			page.locator('.boundary-picture').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
		const areInRows = async () => {
			const [one, two, three] = await boxes();
			expect(Math.abs(one.top - two.top) + Math.abs(one.top - three.top)).toBeLessThan(1);
			expect(one.left >= 0 && one.right < two.left && two.right < three.left && three.right <= 390).toBe(true);
		};
		await areInRows();
		await page.locator('[data-key="3"] [data-action="enlarge"]').tap();
		const [, , alone] = await boxes();
		expect(alone?.width).toBeGreaterThan(280);
		expect(alone?.left >= 0 && alone?.right <= 390).toBe(true);
		await page.locator('[data-key="3"] [data-action="beside"]').tap();
		await areInRows();
		const strip = page.locator('[data-part="each-run"] li:visible b');
		expect(await strip.allTextContents()).toEqual(
			await page.locator('.run-card [data-part="testLoss"]').allTextContents(),
		);
		for (const width of [390, 320]) {
			await page.setViewportSize({ width, height: 844 });
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
			expect(await cutNumbers(page), String(width)).toEqual([]);
		}
		await page.setViewportSize({ width: 390, height: 844 });
		await slider(page, 'lambda').press('End');
		await settled(page);
		const words = page.locator('.picture-words:visible').first();
		await expect.poll(() => words.textContent()).toBe(text.isEven);
		const { height, covered } = await words.evaluate((one) => {
			const { top, bottom } = one.getBoundingClientRect();
			const marks =
				one.closest('.run-card')?.querySelectorAll<SVGPathElement>('[data-part="marks"] > svg > path') ?? [];
			const middles = [...marks].flatMap((path) => {
				const at = path.getScreenCTM();
				return [...(path.getAttribute('d') ?? '').matchAll(/M([\d.-]+) ([\d.-]+)/g)].map(
					([, x, y]) => new DOMPoint(Number(x), Number(y)).matrixTransform(at ?? undefined).y,
				);
			});
			return { height: bottom - top, covered: middles.map((y) => y > top && y < bottom) };
		});
		expect(height).toBeLessThan(24); // one line
		expect(covered).toEqual(Array(30).fill(false));
		await page.reload();
		await page.locator('lambda-lab[data-ready][data-two]').waitFor();
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('pins what is dragged, no more, and says in words what else there is', async () => {
		for (const { key, path } of LANGUAGES) {
			const { page, errors } = await openLab(browser, `${path}lab/`, {
				viewport: { width: 390, height: 844 },
				hasTouch: true,
			});
			await settled(page);
			for (const part of [
				'.lab-head h1',
				'.lead',
				'.run-card[data-selected] .norm',
				'[data-key="3"] .boundary-picture',
			]) {
				const { y = 844, height = 0 } = (await page.locator(part).boundingBox()) ?? {};
				expect(height > 12 && y + height <= 844, part).toBe(true);
			}
			await page.locator('.starting').scrollIntoViewIfNeeded();
			const pinned = await page.evaluate(() =>
				[...document.querySelectorAll('body *')]
					.filter((one) => getComputedStyle(one).position === 'sticky')
					.map((one) => one.getBoundingClientRect())
					.filter(({ top, bottom }) => bottom > 0 && top < innerHeight),
			);
			expect(pinned.length).toBe(1);
			expect(pinned[0]?.top).toBe(0);
			expect(pinned[0]?.height).toBeLessThanOrEqual(140);
			// The losses follow the pictures; whoever chooses data below sees what comes of it: choices and more than half of a picture fit below what is pinned.
			const last = (await page.locator('.run-card').last().boundingBox()) ?? { y: 0, height: 0 };
			const losses = (await page.locator('.loss-chart').boundingBox()) ?? { y: 844 };
			expect(losses.y - last.y - last.height).toBeLessThan(16);
			const picture = (await page.locator('.boundary-picture').last().boundingBox()) ?? { y: 0, height: 0 };
			const top = picture.y + picture.height / 2;
			const { y: choices = 0, height: tall = 844 } = (await page.locator('.picks').boundingBox()) ?? {};
			expect(choices + tall - top).toBeLessThanOrEqual(844 - 140);
			await page.evaluate(() => scrollTo(0, 0));
			await page.locator('.menu-button').tap();
			const small = await page
				.locator(
					':is(.lab-head, .pinned, .bar-tools) :is(button, summary, label:not(.setting, .scrubber), [type="range"])',
				)
				.evaluateAll((all) =>
					all.flatMap((one) => {
						const { width, height } = one.getBoundingClientRect();
						return width === 0 || (height >= 39.5 && width >= 34) ? [] : [`${one.textContent} ${width} ${height}`];
					}),
				);
			expect(small).toEqual([]);
			for (const name of ['opening', 'share', 'edge'] as const) {
				expect(await action(page, name).innerText()).toContain(LAB_TEXT[key][name]);
			}
			await action(page, 'share').tap();
			await expect.poll(() => page.locator('.menu').isVisible()).toBe(false);
			expect(errors).toEqual([]);
			await page.context().close();
		}
	});

	test('moves a slider by a finger that goes sideways or taps, and scrolls by one that goes up', async () => {
		const { page, errors } = await openLab(browser, '/lab/', { viewport: { width: 390, height: 844 }, hasTouch: true });
		await settled(page);
		const hand = await page.context().newCDPSession(page);
		const swipe = async (from: { x: number; y: number }, by: { x: number; y: number }, steps = 12) => {
			const at = (share: number) => [{ x: from.x + share * by.x, y: from.y + share * by.y }];
			await hand.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
			for (let step = 1; step <= steps; step++) {
				await hand.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step / steps) });
				await page.waitForTimeout(16);
			}
			await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
		};
		const values = () =>
			page
				.locator('.lab input[type="range"]:visible')
				.evaluateAll((all) => all.map((one) => [(one as HTMLInputElement).name, (one as HTMLInputElement).value]));
		const scrolled = () => page.evaluate(() => scrollY);
		const before = await values();
		const names = await page.locator('[data-part="name"]').allTextContents();
		expect(before.length).toBeGreaterThan(2);
		for (const [name] of before) {
			const one = page.locator(`.lab input[type="range"][name="${name}"]`);
			await one.scrollIntoViewIfNeeded();
			const { x = 0, y = 0, width = 0, height = 0 } = (await one.boundingBox()) ?? {};
			const top = await scrolled();
			await swipe({ x: x + 0.93 * width, y: y + height / 2 }, { x: 3, y: -150 });
			await expect.poll(scrolled, { message: name ?? '' }).toBeGreaterThan(top + 50);
			await page.evaluate(() => scrollTo(0, 0));
		}
		await settled(page);
		expect(await values()).toEqual(before);
		expect(await page.locator('[data-part="name"]').allTextContents()).toEqual(names);

		const most = await slider(page, 'lambda').getAttribute('max');
		const { x = 0, y = 0, width = 0, height = 0 } = (await slider(page, 'lambda').boundingBox()) ?? {};
		await swipe({ x: x + width / 2, y: y + height / 2 }, { x: width / 2, y: 4 });
		await expect.poll(() => slider(page, 'lambda').inputValue()).toBe(most);
		await page.touchscreen.tap(x + 2, y + height / 2);
		await expect.poll(() => slider(page, 'lambda').inputValue()).toBe('0');
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('leaves a phone that lies on its side to the pictures', async () => {
		const { page } = await openLab(browser, '/lab/', { viewport: { width: 844, height: 390 } });
		await settled(page);
		const { y = 390, height = 0 } = (await page.locator('.boundary-picture').first().boundingBox()) ?? {};
		expect(390 - y).toBeGreaterThan(height / 3); // before anything is scrolled
		await page.locator('.loss-chart').scrollIntoViewIfNeeded();
		const fixed = await page.evaluate(() =>
			[...document.querySelectorAll('body *')]
				.filter((one) => ['sticky', 'fixed'].includes(getComputedStyle(one).position))
				.map((one) => one.getBoundingClientRect().height),
		);
		expect(Math.max(0, ...fixed)).toBeLessThan(60);
		await page.context().close();
	});
});
