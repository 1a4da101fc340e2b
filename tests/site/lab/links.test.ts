/** The Lab’s state in links, in a tab, and in its history. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeState } from '../../../site/lab/state/link.ts';
import { ofSpecs } from '../../../site/lab/state/state.ts';
import { LAB_TEXT } from '../../../site/text/lab/labText.ts';
import { LANGUAGES } from '../../../site/text/languages.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { partOf } from '../../support/partOf.ts';
import { action, field, openLab, settled, text } from './openLab.ts';

inBrowser('the Lab’s links', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test.each(partOf(LANGUAGES, 1, 7))(
		'says of a link that it cannot be read, and shows what is wrong in one that can, %o',
		async ({ key, path }) => {
			const { page, errors } = await openLab(browser, `${path}lab/#${'A'.repeat(259_000)}`);
			const said = page.locator('[data-part="said"]');
			expect(await said.textContent()).toBe(LAB_TEXT[key].notALink);
			expect(await page.locator('.run-card').count()).toBe(3);
			const wrong = { data: { kind: 'moons' }, training: 'x' } as unknown as RunSpecInput; // as no Lab writes it
			await page.goto(new URL(`#${await encodeState(ofSpecs([wrong]))}`, page.url()).href);
			await page.locator('.run-card[data-wrong]').waitFor();
			expect(await page.locator('.run-card').count()).toBe(1);
			await expect.poll(() => page.locator('[data-part="findings"]').textContent()).toContain('x');
			expect(errors).toEqual([]);
			await page.context().close();
		},
	);

	test('holds points that were drawn, and says in both tabs of rows that are too many for it', async () => {
		const { page, errors } = await openLab(browser);
		await settled(page);
		const said = (one: Page) => one.locator('[data-part="said"]').textContent();
		await action(page, 'points').click();
		await page.locator('.point-grip:focus').waitFor();
		await page.keyboard.press('d');
		await expect.poll(() => said(page)).toBe(text.points.count(31));
		await settled(page);
		await action(page, 'share').click();
		await expect.poll(() => said(page)).toContain(text.shared);
		expect(new URL(page.url()).hash.length).toBeLessThan(450); // of 1,031 rows
		const opened = async (link: string) => {
			const other = await page.context().newPage();
			await other.goto(link);
			await other.locator('lambda-lab[data-ready]').waitFor();
			return other;
		};
		const drawn = await opened(page.url());
		expect(await drawn.locator('[data-part="own-count"]').textContent()).toBe(text.ownRows('31', []));
		expect(await said(drawn)).toBe('');
		await action(drawn, 'points').click();
		await drawn.locator('.point-grip:focus').waitFor();
		await drawn.keyboard.press('f');
		await settled(drawn);
		await action(drawn, 'share').click();
		await expect.poll(() => said(drawn)).toContain(text.shared);
		expect(new URL(drawn.url()).hash.length).toBeLessThan(480); // what they were made of is known of the link

		const many = Array.from({ length: 6000 }, (_, i) => `${Math.sin(i * i)},${Math.cos(7 * i * i)},${i % 2}`);
		await page.getByText(text.ownTitle, { exact: true }).click();
		const buffer = Buffer.from(`a,b,kind\n${many.join('\n')}\n`);
		await page.locator('input[type="file"]').setInputFiles({ name: 'own.csv', mimeType: 'text/csv', buffer });
		await expect.poll(() => page.locator('[data-part="own-said"]').textContent()).toContain('rows train');
		await action(page, 'use-own').click();
		await settled(page);
		await action(page, 'share').click();
		await expect.poll(() => said(page)).toContain('more than the Lab reads');
		const without = await opened(page.url());
		await expect.poll(() => said(without)).toBe(text.rowsLeftOut);
		expect(await field(without, 'data.kind').inputValue()).toBe('moons');
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('is a step of the browser’s history for each question, and holds what is drawn over λ and the differences', async () => {
		const { page, errors } = await openLab(browser);
		await settled(page);
		const names = () => page.locator('.run-card [data-part="name"]').allTextContents();
		const opening = await names();
		const length = () => page.evaluate(() => history.length);
		const before = await length();
		const choose = async (name: string) => {
			await page.locator(`[data-preset="${name}"]`).click();
			await page.locator(`[data-preset="${name}"][aria-current]`).waitFor();
			await settled(page);
		};
		await choose('moreData');
		const ofMoreData = await names();
		await choose('tooMuch');
		expect(await length()).toBe(before + 2);
		await page.goBack();
		await expect.poll(names).toEqual(ofMoreData);
		await expect.poll(() => page.locator('[data-part="says"]').textContent()).toBe(text.questions.moreData.see);
		await settled(page);
		await page.goBack();
		await expect.poll(names).toEqual(opening);
		await expect.poll(() => page.locator('[data-part="says"]').textContent()).toBe(text.lead);
		await page.goForward();
		await expect.poll(names).toEqual(ofMoreData);
		await settled(page);

		await page.locator('input[name="loss-over"][value="lambda"]').check({ force: true });
		await page.locator('.view-menu summary').click();
		await page.locator('input[name="difference"]').check();
		await settled(page);
		await action(page, 'share').click();
		await expect.poll(() => page.locator('[data-part="said"]').textContent()).toContain(text.shared);
		const other = await (await browser.newContext()).newPage(); // which remembers nothing
		await other.goto(page.url());
		await other.locator('lambda-lab[data-ready]').waitFor();
		await expect.poll(() => other.locator('input[name="difference"]').isChecked()).toBe(true);
		expect(await other.locator('[data-over]').getAttribute('data-over')).toBe('lambda');
		expect(await other.locator('[data-part="difference-key"]').isVisible()).toBe(true);
		expect(errors).toEqual([]);
		await other.context().close();
		await page.context().close();
	});

	test('loses nothing by reload or by going back; a link opens the same runs; two tabs are apart', async () => {
		const { page, errors } = await openLab(browser);
		await field(page, 'penalty.lambda').fill('7');
		await action(page, 'add').click();
		await settled(page);
		await field(page, 'data.m').fill('77');
		await expect.poll(() => new URL(page.url()).hash.length).toBeGreaterThan(20);
		await page.waitForTimeout(500);
		await page.reload();
		await page.locator('lambda-lab[data-ready]').waitFor();
		expect(await page.locator('.run-card').count()).toBe(4);
		expect(await field(page, 'data.m').inputValue()).toBe('77');
		await action(page, 'undo').click();
		await action(page, 'undo').click();
		await expect.poll(() => page.locator('.run-card').count()).toBe(3);
		await action(page, 'redo').click();
		await page.waitForTimeout(500);
		const link = page.url();
		await page.locator('.site-header a', { hasText: 'Converter' }).click();
		await page.waitForURL('**/convert/');
		await page.goBack();
		await page.locator('lambda-lab[data-ready]').waitFor();
		expect(await page.locator('.run-card').count()).toBe(4);

		const other = await page.context().newPage();
		await other.goto(link);
		await other.locator('lambda-lab[data-ready]').waitFor();
		expect(await other.locator('.run-card').count()).toBe(4);
		expect(await field(other, 'penalty.lambda').inputValue()).toBe('7');
		await field(other, 'penalty.lambda').fill('3');
		await page.bringToFront();
		await page.reload();
		await page.locator('lambda-lab[data-ready]').waitFor();
		expect(await field(page, 'penalty.lambda').inputValue()).toBe('7');
		expect(errors).toEqual([]);
		await page.context().close();
	});
});
