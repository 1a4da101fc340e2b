/** What the tests of the Lab share: opening it, and what it says. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { LAB_TEXT } from '../../../site/text/lab/labText.ts';
import { open } from '../startPage.ts';

export const text = LAB_TEXT.en;

export const field = (page: Page, path: string) => page.locator(`[data-path="${path}"]:visible`);
/** The button of the page; a card has its own. */
export const action = (page: Page, name: string) => page.locator(`[data-action="${name}"]:not([data-of])`);
export const slider = (page: Page, name: 'epoch' | 'lambda' | 'rows') => page.locator(`.lab-bar input[name="${name}"]`);
export const statuses = (page: Page) => page.locator('.run-status').allTextContents();
/** The epoch that is looked at, as the bar says it. */
export const epochSaid = (page: Page) => page.locator('[data-part="epoch"]').textContent();
/** The losses of every run as its card says them. */
export const losses = (page: Page) =>
	page.evaluate(() =>
		[...document.querySelectorAll('.run-card')].map((card) =>
			[...card.querySelectorAll('.loss b')].map((number) => number.textContent ?? ''),
		),
	);

/** What is not seen whole of the cards' numbers: one whose end is cut off is another number. */
export const cutNumbers = (page: Page) =>
	page
		.locator('.run-card :is(.losses :is(b, .line), .norm b, [data-part="coefficient"]:not(:empty))')
		.evaluateAll((all) =>
			all.flatMap((one) => {
				const { left, right, width } = one.getBoundingClientRect();
				const room = one.closest('p, header')?.getBoundingClientRect();
				return room && width >= 10 && left >= room.left - 1 && right <= room.right + 1 ? [] : [one.outerHTML];
			}),
		);

/** Opens the Lab and waits for its script; the runs train then. */
export const openLab = (...[browser, path = '/lab/', options]: Parameters<typeof open>) =>
	open(browser, path, { ...options, ready: 'lambda-lab[data-ready]' });

/** Waits until the runs are drawn at an epoch. */
export const at = async (page: Page, epoch: string, epochs = '1,000') => {
	await expect.poll(() => epochSaid(page), { timeout: 30_000 }).toBe(text.epochOf(epoch, epochs));
	await settled(page);
};

/** Waits until no setting trains any more, and the pictures are of the last one. */
export const settled = (page: Page) =>
	page.waitForFunction(
		() => {
			const lab = document.querySelector('lambda-lab');
			return lab?.hasAttribute('data-settled') === true;
		},
		undefined,
		{ timeout: 60_000 },
	);

/** Plays from where the page is to the end. */
export const play = async (page: Page, speed = '3') => {
	await page.locator('select[name="speed"]').selectOption(speed);
	const lab = page.locator('lambda-lab');
	await lab.evaluate((element) => element.removeAttribute('data-frames'));
	await action(page, 'play').click();
	// Playing may be over before anybody looks: that it was is told by the frames it took.
	await page.waitForFunction(
		() => document.querySelector('lambda-lab[data-frames]:not([data-playing])') !== null,
		undefined,
		{ timeout: 60_000 },
	);
	await settled(page);
};

/** Drags the thumb of a slider to a share of its length, in steps as a hand does. */
export async function drag(
	page: Page,
	name: 'epoch' | 'lambda' | 'rows',
	to: number,
	halfway: () => Promise<unknown> = async () => {},
): Promise<void> {
	const input = slider(page, name);
	const box = await input.boundingBox();
	if (!box) throw new Error('the slider is not there');
	const { value, max } = await input.evaluate((one: HTMLInputElement) => ({ value: +one.value, max: +one.max }));
	const thumb = 16;
	const xOf = (share: number) => box.x + thumb / 2 + share * (box.width - thumb);
	const y = box.y + box.height / 2;
	await page.mouse.move(xOf(value / max), y);
	await page.mouse.down();
	await page.mouse.move(xOf((value / max + to) / 2), y, { steps: 6 });
	await halfway();
	await page.mouse.move(xOf(to), y, { steps: 6 });
	await page.mouse.up();
}
