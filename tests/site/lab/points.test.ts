/** Examples on the Lab's pictures, under pointer and keys; data sets and networks chosen by their pictures. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeState } from '../../../site/lab/state/link.ts';
import { ofSpecs } from '../../../site/lab/state/state.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { action, epochSaid, field, losses, openLab, settled, text } from './openLab.ts';

const tool = (page: Page, name: string) => page.locator(`input[name="tool"][value="${name}"]`);
const grip = (page: Page) => page.locator('.point-grip');
const said = (page: Page) => page.locator('[data-part="said"]').textContent();
/** The data of the selected run, as its JSON has them. */
const rows = async (page: Page) => {
	await settled(page);
	await page.locator('details:has(textarea[name="json"])').evaluate((details: HTMLDetailsElement) => {
		details.open = true;
	});
	await expect.poll(() => page.locator('textarea[name="json"]').inputValue()).not.toBe('');
	return JSON.parse(await page.locator('textarea[name="json"]').inputValue()).data;
};
const middleOf = async (page: Page) => {
	const box = await grip(page).boundingBox();
	if (!box) throw new Error('the grip lies on no point');
	return [box.x + box.width / 2, box.y + box.height / 2] as const;
};

inBrowser('points on the pictures of the Lab', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test('trains on one class alone where no example of the other is left, and says which to add', async () => {
		const { page, errors } = await openLab(browser);
		await settled(page);
		await action(page, 'points').click();
		await page.locator('.point-grip:focus').waitFor();
		let saidLast: string | null = null; // it goes after a while: read at once
		for (let left = 30, kept = 0; kept < 15; left--) {
			const isTriangle = ((await grip(page).getAttribute('aria-valuetext')) ?? '').includes('class 1');
			await page.keyboard.press(isTriangle ? 'Delete' : ']');
			if (isTriangle) saidLast = await said(page);
			else kept += 1;
			expect(left).toBeGreaterThan(0);
		}
		await settled(page);
		expect(saidLast).toBe(text.points.nothingLeft(1));
		expect(await page.locator('.run-card[data-wrong]').count()).toBe(0);
		expect(await epochSaid(page)).toBe(text.epochOf('1,000', '1,000'));
		expect((await losses(page)).flat().filter((loss) => !/\d/.test(loss))).toEqual([]);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('are dragged, flipped, duplicated, deleted and added, in all runs of the same data', async () => {
		const { page, errors } = await openLab(browser, '/lab/', { viewport: { width: 1440, height: 900 } });
		await settled(page);
		expect(await grip(page).count()).toBe(0);
		await action(page, 'points').click();
		const before = await losses(page);
		const [x, y] = await middleOf(page);
		await page.mouse.move(x, y);
		await page.mouse.down();
		await page.mouse.move(x - 60, y + 40, { steps: 6 });
		await page.mouse.up();
		await settled(page);
		const moved = await losses(page);
		expect(moved[0]).not.toEqual(before[0]);
		expect(moved[1]).not.toEqual(before[1]);
		const [toX, toY] = await middleOf(page);
		expect(Math.hypot(toX - (x - 60), toY - (y + 40))).toBeLessThan(4);
		expect((await rows(page)).X.length).toBe(30);
		await tool(page, 'duplicate').check({ force: true });
		await page.mouse.click(toX, toY);
		await expect.poll(() => said(page)).toBe(text.points.count(31));
		await tool(page, 'remove').check({ force: true });
		await page.mouse.click(toX, toY);
		await expect.poll(() => said(page)).toBe(text.points.count(30));
		await tool(page, 'add1').check({ force: true });
		const picture = await page.locator('[data-key="2"] .boundary-picture').boundingBox();
		await page.mouse.click((picture?.x ?? 0) + 30, (picture?.y ?? 0) + 30);
		await expect.poll(() => said(page)).toBe(text.points.count(31));
		expect((await rows(page)).y.at(-1)).toBe(1);
		await page.locator('[data-copies="10"]').click();
		await expect.poll(() => page.locator('[data-key="2"] [data-part="coefficient"]').textContent()).toMatch(/·10⁻⁴$/);
		await expect.poll(async () => (await rows(page)).X.length).toBe(310); // written out
		await action(page, 'undo').click();
		await expect.poll(async () => (await rows(page)).X.length).toBe(31);
		await action(page, 'points').click();
		expect(await grip(page).count()).toBe(0);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('stay under the hand: the plane lies still while they are edited, and is fitted to them when that ends', async () => {
		const { page, errors } = await openLab(browser, '/lab/', { viewport: { width: 1440, height: 900 } });
		await settled(page);
		/** Where the examples of the class that none is added to are drawn, in units of the drawing. */
		const placesOf = async () => {
			const path = page.locator('[data-key="2"] [data-part="marks"] > svg > .class-0');
			return [...((await path.getAttribute('d')) ?? '').matchAll(/M(\S+) ([\d.]+)/g)].flatMap(([, a, b]) => [
				Number(a),
				Number(b),
			]);
		};
		const moved = async () =>
			Math.max(...(await placesOf()).map((place, i) => Math.abs(place - (before[i] ?? Number.NaN))));
		const before = await placesOf();
		await action(page, 'points').click();
		await page.locator('lambda-lab[data-editing]').waitFor();
		await tool(page, 'add1').check({ force: true });
		const picture = await page.locator('[data-key="2"] .boundary-picture').boundingBox();
		if (!picture) throw new Error('the run has no picture');
		const [x, y] = [picture.x + picture.width - 8, picture.y + picture.height - 8];
		await page.mouse.click(x, y);
		await expect.poll(() => said(page)).toBe(text.points.count(31));
		await settled(page);
		expect(before.length).toBe(30);
		expect(await moved()).toBeLessThan(0.3); // rows of a reader's own are rounded
		const [atX, atY] = await middleOf(page);
		expect(Math.hypot(atX - x, atY - y)).toBeLessThan(8);
		await action(page, 'points').click();
		await expect.poll(moved).toBeGreaterThan(3);
		await settled(page);
		await action(page, 'points').click();
		await expect.poll(() => grip(page).count()).toBe(1);
		const [seenX, seenY] = await middleOf(page);
		expect(picture.x + picture.width - seenX).toBeGreaterThan(16); // with a margin now
		expect(picture.y + picture.height - seenY).toBeGreaterThan(16);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('are edited no longer once other runs have come', async () => {
		const { page, errors } = await openLab(browser, '/lab/', { viewport: { width: 1440, height: 900 } });
		await settled(page);
		const link = `#${await encodeState(ofSpecs([{ data: { kind: 'circles' } }]))}`;
		const others: (() => Promise<unknown>)[] = [
			() => page.locator('button[data-preset]').first().click(),
			() => page.locator('select[name="preset"]').selectOption({ index: 3 }),
			() => action(page, 'opening').click(),
			() => page.evaluate((hash) => location.assign(hash), link),
		];
		for (const come of others) {
			await action(page, 'points').click();
			await page.locator('lambda-lab[data-editing]').waitFor();
			await tool(page, 'remove').check({ force: true });
			await come();
			await page.locator('lambda-lab:not([data-editing])').waitFor();
			expect(await action(page, 'points').getAttribute('aria-pressed')).toBe('false');
			expect(await grip(page).count()).toBe(0);
			expect(await tool(page, 'move').isChecked()).toBe(true);
			await settled(page);
		}
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('are moved, flipped and deleted by keys', async () => {
		const { page, errors } = await openLab(browser);
		await settled(page);
		await action(page, 'points').focus();
		await page.keyboard.press('Enter');
		await expect.poll(() => grip(page).evaluate((one) => one === document.activeElement)).toBe(true);
		await page.keyboard.press(']');
		expect(await grip(page).getAttribute('aria-valuenow')).toBe('2');
		await page.keyboard.press('f');
		const [, flipped] = (await rows(page)).y;
		await page.keyboard.press('f');
		expect((await rows(page)).y[1]).toBe(1 - flipped);
		const [x] = (await rows(page)).X[1];
		await page.keyboard.press('Shift+ArrowRight');
		expect((await rows(page)).X[1][0]).toBeCloseTo(x + 0.5, 1);
		await page.keyboard.press('Delete');
		expect((await rows(page)).X.length).toBe(29);
		await grip(page).focus();
		await page.keyboard.press('Escape');
		await page.locator('lambda-lab:not([data-editing])').waitFor();
		expect(await action(page, 'points').evaluate((one) => one === document.activeElement)).toBe(true);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('a finger moves them, and scrolls the page when they are not edited', async () => {
		const { page, errors } = await openLab(browser, '/lab/', { viewport: { width: 390, height: 844 }, hasTouch: true });
		await settled(page);
		await action(page, 'points').tap();
		await page.locator('lambda-lab[data-editing]').waitFor();
		await tool(page, 'add0').check({ force: true });
		const picture = await page.locator('[data-key="2"] .boundary-picture').boundingBox();
		await page.touchscreen.tap((picture?.x ?? 0) + 100, (picture?.y ?? 0) + 60);
		await expect.poll(async () => (await rows(page)).X.length).toBe(31);
		const touched = () =>
			page
				.locator('.boundary-picture')
				.first()
				.evaluate((one) => getComputedStyle(one).touchAction);
		expect(await touched()).toBe('none');
		await action(page, 'points').tap();
		expect(await touched()).toBe('auto');
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('data set, network and noise are chosen by pictures and a slider', async () => {
		const { page, errors } = await openLab(browser);
		await settled(page);
		await page.locator('.scope input[value="2"]').check({ force: true });
		await page.locator('input[name="pick-data"][value="circles"]').check({ force: true });
		await expect.poll(() => field(page, 'data.kind').inputValue()).toBe('circles');
		await page.locator('input[name="pick-model"][value=""]').check({ force: true });
		expect(await field(page, 'network.hidden').count()).toBeLessThanOrEqual(1);
		await page.locator('input[name="pick-noise"]').focus();
		await page.keyboard.press('End');
		await expect.poll(() => field(page, 'data.noise').inputValue()).toBe('1');
		await expect.poll(() => page.locator('[data-key="2"] [data-part="name"]').textContent()).toContain('two circles');
		expect(errors).toEqual([]);
		await page.context().close();
	});
});
