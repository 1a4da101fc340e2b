/** The Lab on a phone. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FIELD_TEXT } from '../../../site/text/lab/fieldText.ts';
import { LAB_TEXT } from '../../../site/text/lab/labText.ts';
import { LANGUAGES } from '../../../site/text/languages.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { action, field, openLab, settled, slider } from './openLab.ts';

inBrowser('the Lab on a phone', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test.each(LANGUAGES)('never scrolls sideways, and is trained by a finger, in $name', async ({ key, path }) => {
		const { page, errors } = await openLab(browser, `${path}lab/`, {
			viewport: { width: 390, height: 844 },
			hasTouch: true,
		});
		for (const width of [320, 390, 768, 1440]) {
			await page.setViewportSize({ width, height: 844 });
			expect(await page.evaluate(() => document.documentElement.scrollWidth), String(width)).toBeLessThanOrEqual(width);
		}
		await page.setViewportSize({ width: 390, height: 844 });
		await settled(page);
		const lambda = await slider(page, 'lambda').boundingBox();
		expect((lambda?.y ?? 844) + (lambda?.height ?? 0)).toBeLessThan(844);
		await action(page, 'play').tap();
		await page.waitForFunction(
			() => document.querySelector<HTMLInputElement>('.lab-bar input[name="epoch"]')?.value === '2000',
			undefined,
			{ timeout: 60_000 },
		);
		expect(await page.locator('[data-part="epoch"]').textContent()).toBe(LAB_TEXT[key].epochOf('2,000', '2,000'));
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
	});
});
