/** The bar, the head and the cards at every width: nothing lies on another, nothing is cut, and no card shows two trainings. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LAB_TEXT } from '../../../site/text/lab/labText.ts';
import { LANGUAGES } from '../../../site/text/languages.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { partOf } from '../../support/partOf.ts';
import { action, drag, field, losses, openLab, settled, slider, text } from './openLab.ts';

const WIDTHS = partOf([320, 390, 768, 1024, 1201, 1280, 1440], 3);

const choose = async (page: Page, name: string) => {
	const option = page.locator(`#lab-preset option[data-name="${name}"]`);
	const says = await option.getAttribute('data-says');
	await page.locator('#lab-preset').selectOption((await option.getAttribute('value')) ?? '');
	await expect.poll(() => page.locator('[data-part="says"]').textContent()).toBe(says); // before, what was chosen before is settled
	await settled(page);
};
const edit = async (page: Page) => {
	await action(page, 'points').click();
	await page.locator('lambda-lab[data-editing]').waitFor();
};
const tool = (page: Page, name: string) => page.locator(`input[name="tool"][value="${name}"]`).check({ force: true });
const copyTo = async (page: Page, runs: number) => {
	while ((await page.locator('.run-card').count()) < runs) {
		const before = await page.locator('.run-card').count();
		await page.locator('[data-action="add"][data-of="2"]').click({ force: true });
		await expect.poll(() => page.locator('.run-card').count()).toBe(before + 1);
	}
	await settled(page);
};
const pictureOf = async (page: Page, key: number) => {
	const box = await page.locator(`[data-key="${key}"] .boundary-picture`).boundingBox();
	if (!box) throw new Error('the card has no picture');
	return box;
};

/** Which of the bar's controls lie on one another, or off the screen. */
const overlaps = (page: Page) =>
	page.evaluate(() => {
		const all = [
			...document.querySelectorAll<HTMLElement>(
				'.pinned :is(button, label, output, [data-part="own-count"]), .bar-tools :is(button, summary, label, legend, .beside, .chosen)',
			),
		].filter((one) => one.checkVisibility());
		const boxOf = (one: HTMLElement) => {
			const { left, right, top, bottom } = one.getBoundingClientRect();
			return { left, right, top, bottom };
		};
		const seen = all.map((one) => ({ one, ...boxOf(one) })).filter(({ left, right }) => right > left);
		const name = (one: HTMLElement) => `“${one.textContent?.trim().slice(0, 24)}”`;
		return seen.flatMap((a, index) => [
			...(a.left < -1 || a.right > innerWidth + 1 ? [`${name(a.one)} is off the screen`] : []),
			...seen
				.slice(index + 1)
				.filter(
					(b) =>
						!a.one.contains(b.one) &&
						!b.one.contains(a.one) &&
						Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
						Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1,
				)
				.map((b) => `${name(a.one)} and ${name(b.one)}`),
		]);
	});
const beyond = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

inBrowser('the bar of the Lab', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test.each(partOf(LANGUAGES, 1, 10))(
		'has no control on another, with drawn rows or own ones, edited or not, of three runs or six, $name',
		async ({ path }) => {
			const { page, errors } = await openLab(browser, `${path}lab/`, { viewport: { width: 1440, height: 900 } });
			await settled(page);
			const look = async (state: string) => {
				for (const width of WIDTHS) {
					await page.setViewportSize({ width, height: 900 });
					expect(await overlaps(page), `${state}, ${width}`).toEqual([]);
					expect(await beyond(page), `${state}, ${width}`).toBeLessThanOrEqual(0);
				}
				await page.setViewportSize({ width: 1440, height: 900 });
			};
			await look('drawn');
			await edit(page);
			await look('drawn, edited');
			await tool(page, 'add0');
			const { x, y } = await pictureOf(page, 2);
			await page.mouse.click(x + 30, y + 30);
			await page.locator('.own-rows').waitFor();
			await look('own, edited');
			await copyTo(page, 6);
			await look('six, own, edited');
			await action(page, 'points').click();
			await look('six, own');
			await page.locator('.view-menu summary').click();
			await page.locator('input[name="difference"]').check();
			await page.keyboard.press('Escape');
			await page.locator('.difference-key').waitFor();
			await look('six, own, differences');
			expect(errors).toEqual([]);
			await page.context().close();
		},
	);

	test.each(partOf(LANGUAGES, 1, 11))(
		'opens every menu within the screen, and cuts no words and no norm, $name',
		async ({ key, path }) => {
			const { page, errors } = await openLab(browser, `${path}lab/`, { viewport: { width: 1440, height: 900 } });
			await settled(page);
			const folded = page.locator('.lab details:not([open], .view-menu)');
			await folded.evaluateAll((all) => all.forEach((one) => void one.toggleAttribute('data-folded', true)));
			const unfold = (isOpen: boolean) =>
				page
					.locator('[data-folded]')
					.evaluateAll((all, open) => all.forEach((one) => void one.toggleAttribute('open', open)), isOpen);
			await unfold(true);
			for (const width of WIDTHS) {
				await page.setViewportSize({ width, height: 900 });
				expect(await beyond(page), `all unfolded, ${width}`).toBeLessThanOrEqual(0);
			}
			await unfold(false);
			for (const width of WIDTHS) {
				await page.setViewportSize({ width, height: 900 });
				for (const menu of ['.view-menu > summary', '.menu-button']) {
					if (!(await page.locator(menu).isVisible())) continue;
					await page.locator(menu).click();
					expect(await beyond(page), `${menu}, ${width}`).toBeLessThanOrEqual(0);
					await page.keyboard.press('Escape');
				}
			}
			await page.setViewportSize({ width: 1440, height: 900 });
			await slider(page, 'lambda').press('End');
			for (const runs of [3, 4, 6]) {
				await copyTo(page, runs);
				for (const width of WIDTHS) {
					await page.setViewportSize({ width, height: 900 });
					const cut = await page.locator('.run-card .norm').evaluateAll((all) =>
						all.flatMap((norm) => {
							const words = norm.querySelector('.picture-words');
							const number = norm.querySelector('b');
							if (!words?.textContent || !number) return [];
							const [line, said, value] = [norm, words, number].map((one) => one.getBoundingClientRect());
							if (!line || !said || !value) return [];
							const isBeside = value.left >= said.right - 1 || value.bottom <= said.top + 1; // or above them
							const isWhole = isBeside && value.right <= line.right + 1 && value.bottom <= line.bottom + 1;
							const areWhole = words.scrollWidth <= words.clientWidth + 1 && said.bottom <= line.bottom + 1;
							const bar = norm.querySelector('.norm-bar')?.getBoundingClientRect();
							const isFree = !bar || bar.top >= said.top + 14; // a bar through words is a stroke
							return areWhole && isWhole && isFree ? [] : [`${words.textContent} ${number.textContent}`];
						}),
					);
					expect(cut, `${runs} runs, ${width}`).toEqual([]);
				}
				await page.setViewportSize({ width: 1440, height: 900 });
				expect(await page.locator('.picture-words').allTextContents()).toContain(LAB_TEXT[key].isEven);
			}
			expect(errors).toEqual([]);
			await page.context().close();
		},
	);

	test.each(partOf(LANGUAGES, 1, 12))(
		'moves nothing at the first change of what a question asks, $name',
		async ({ path }) => {
			const { page, errors } = await openLab(browser, `${path}lab/`, { viewport: { width: 1280, height: 900 } });
			await settled(page);
			for (const name of ['moreData', 'otherOptimizer', 'tooMuch']) {
				await choose(page, name);
				const tops = () =>
					page.evaluate(() =>
						[document.querySelector('.pinned'), document.querySelector('.lab-runs')].map((one) =>
							Math.round((one?.getBoundingClientRect().top ?? 0) + scrollY),
						),
					);
				const before = new Map<number, number[]>();
				for (const width of WIDTHS) {
					await page.setViewportSize({ width, height: 900 });
					before.set(width, await tops());
				}
				await slider(page, 'lambda').press('ArrowRight');
				await page.locator('.lead[data-changed]').waitFor();
				for (const width of WIDTHS) {
					await page.setViewportSize({ width, height: 900 });
					expect(await tops(), `${name}, ${width}`).toEqual(before.get(width));
				}
				await settled(page);
			}
			expect(errors).toEqual([]);
			await page.context().close();
		},
	);

	test('says the range of what it moves, and changes points of the runs that the switch names', async () => {
		const { page, errors } = await openLab(browser, '/lab/', { viewport: { width: 1440, height: 900 } });
		await settled(page);
		const said = (name: string) => page.locator(`.setting [data-part="${name}"]`).textContent();
		const whose = () => page.locator('[data-part="edited-runs"]').textContent();
		expect([await said('lambda'), await said('rows')]).toEqual(['0.12', '30']);
		await choose(page, 'moreData');
		expect([await said('lambda'), await said('rows')]).toEqual([text.range('0.02', '0.6'), text.range('30', '300')]);
		await page.locator('.scope input[value="4"]').check({ force: true });
		await expect.poll(() => said('rows')).toBe('300');
		await page.locator('.scope input[value="all"]').check({ force: true });
		await page.locator('[data-select="1"]').click();
		await edit(page);
		expect(await whose()).toBe(text.points.changes(['1', '3'], false)); // the others have other points
		expect(await page.locator('.said').textContent()).toBe(await whose());
		await tool(page, 'add1');
		const { x, y } = await pictureOf(page, 1);
		await page.mouse.move(x + 40, y + 30);
		await page.mouse.down();
		await page.mouse.move(x + 160, y + 30, { steps: 12 });
		await page.mouse.up();
		await settled(page);
		const kinds = async () => {
			const all: string[] = [];
			for (const key of [1, 2, 3, 4]) {
				await page.locator(`[data-select="${key}"]`).click();
				await settled(page);
				all.push(await field(page, 'data.kind').inputValue());
			}
			return all;
		};
		expect(await kinds()).toEqual(['inline', 'moons', 'inline', 'moons']);
		await page.locator('[data-select="1"]').click();
		const count = Number(/\d+/.exec((await page.locator('[data-part="own-count"]').textContent()) ?? '')?.[0]);
		expect(count).toBeGreaterThanOrEqual(33); // several, and one step to undo
		await action(page, 'undo').click();
		expect(await kinds()).toEqual(['moons', 'moons', 'moons', 'moons']);
		await page.locator('.scope input[value="2"]').check({ force: true });
		await expect.poll(whose).toBe(text.points.changes(['2'], false));
		await tool(page, 'remove');
		const { x: left, y: top, width, height } = await pictureOf(page, 2);
		await page.mouse.click(left + width / 2, top + height / 2);
		await settled(page);
		expect(await kinds()).toEqual(['moons', 'inline', 'moons', 'moons']);
		await action(page, 'points').click();
		await action(page, 'opening').click();
		await expect.poll(() => page.locator('.scope input[value="all"]').isChecked()).toBe(true);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('says which runs have rows of their own, and of which it moves m or the points', async () => {
		const { page, errors } = await openLab(browser, '/lab/', { viewport: { width: 1440, height: 900 } });
		await settled(page);
		const kept = () => page.locator('[data-part="kept"]').textContent();
		await choose(page, 'moreData');
		expect(await kept()).toBe(text.ratiosKept);
		await edit(page);
		await expect.poll(kept).toBe(text.onlyOf.points(['1', '3']));
		await tool(page, 'add1');
		const { x, y } = await pictureOf(page, 1);
		await page.mouse.click(x + 40, y + 30);
		await page.locator('.own-rows').waitFor();
		await settled(page);
		await page.keyboard.press('Escape');
		await page.locator('lambda-lab:not([data-editing])').waitFor();
		await expect.poll(kept).toBe(text.onlyOf.rows(['2', '4']));
		expect(await page.locator('[data-part="own-count"]').textContent()).toBe(text.ownRows('31', ['1', '3']));
		expect(await page.locator('[data-key="1"] [data-part="name"]').textContent()).toContain(text.namedRows('31'));
		await page.locator('.scope input[value="1"]').check({ force: true });
		await expect.poll(() => page.locator('[data-part="own-count"]').textContent()).toBe(text.ownRows('31', []));
		await edit(page);
		expect(await page.locator('input[name="tool"][value="move"]').isChecked()).toBe(true); // and not what deletes
		await action(page, 'points').click();
		await choose(page, '10'); // ten copies of each
		expect(await page.locator('[data-key="2"] [data-part="name"]').textContent()).toContain(
			text.namedRows(text.copies('30', '10', '300')),
		);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test.each(partOf(LANGUAGES, 1, 13))(
		'the questions stay where they are when one is chosen, which is marked, $name',
		async ({ path }) => {
			const { page, errors } = await openLab(browser, `${path}lab/`, { viewport: { width: 1440, height: 900 } });
			for (const width of [1440, 1280, 1024]) {
				await page.setViewportSize({ width, height: 900 });
				await settled(page);
				const top = () => page.locator('.starting').evaluate((one) => one.getBoundingClientRect().top + scrollY);
				const marked = () =>
					page
						.locator('.question[aria-current="true"]')
						.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.preset));
				const before = await top();
				expect(await marked()).toEqual([]);
				for (const name of ['moreData', 'tooMuch']) {
					await page.locator(`.question[data-preset="${name}"]`).click();
					await expect.poll(marked).toEqual([name]);
					await settled(page);
					expect(Math.abs((await top()) - before), `${name}, ${width}`).toBeLessThan(2);
				}
				await slider(page, 'lambda').press('ArrowRight');
				await expect.poll(marked).toEqual([]); // its runs no more
				await action(page, 'opening').click();
				await page.locator('.lead:not([data-chosen])').waitFor();
				await page.evaluate(() => scrollTo(0, 0));
			}
			expect(errors).toEqual([]);
			await page.context().close();
		},
	);

	test('a card shows picture and numbers of one training, pale and with its progress while another one takes long', async () => {
		const { page, errors } = await openLab(browser, '/lab/', { viewport: { width: 1440, height: 900 } });
		await settled(page);
		await choose(page, 'moreData'); // of 30 and of 300 examples: some are there long before others
		await page.evaluate(() => {
			const seen: string[] = [];
			const look = () => {
				for (const card of document.querySelectorAll('.run-card')) {
					const picture = card.querySelector('canvas')?.toDataURL() ?? '';
					const numbers = [...card.querySelectorAll('.loss b, .norm b')].map((one) => one.textContent).join(' ');
					seen.push(JSON.stringify([card.getAttribute('data-key'), picture, numbers]));
				}
				requestAnimationFrame(look);
			};
			requestAnimationFrame(look);
			Object.assign(globalThis, { seen });
		});
		await drag(page, 'lambda', 0.35);
		await settled(page);
		const seen = await page.evaluate(() => [...new Set((globalThis as unknown as { seen: string[] }).seen)]);
		for (const key of ['1', '2', '3', '4']) {
			const ofRun = seen.map((one) => JSON.parse(one)).filter(([of]) => of === key);
			expect(ofRun.length).toBeGreaterThan(1);
			expect(new Set(ofRun.map(([, , numbers]) => numbers)).size).toBe(ofRun.length); // no numbers of the picture before
		}
		await page.locator('[data-select="1"]').click();
		const before = await losses(page);
		await field(page, 'data.m').fill('20000');
		await expect
			.poll(() => page.locator('[data-key="1"] .picture-words').textContent(), { timeout: 30_000 })
			.toMatch(/^Training … \d+ %$/);
		expect(await losses(page)).toEqual(before);
		const opacity = (part: string) => page.locator(part).evaluate((one) => Number(getComputedStyle(one).opacity));
		for (const part of ['[data-key="1"] .losses', '[data-part="epoch"]', '.chosen', '.loss-chart .plot'])
			await expect.poll(() => opacity(part), { message: part }).toBeLessThan(0.6);
		expect(await opacity('[data-key="2"] .losses')).toBe(1);
		await action(page, 'undo').click();
		await settled(page);
		expect(await losses(page)).toEqual(before);
		for (const part of ['[data-key="1"] .losses', '[data-part="epoch"]']) expect(await opacity(part)).toBe(1);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('a card has one picture whatever comes after what, says once what went wrong, and hands on the focus', async () => {
		const { page, errors } = await openLab(browser, '/lab/', { viewport: { width: 1440, height: 900 } });
		await settled(page);
		await page.evaluate(() => {
			const most = { pictures: 0 };
			const look = () => {
				for (const card of document.querySelectorAll('.run-card'))
					most.pictures = Math.max(
						most.pictures,
						card.querySelectorAll(':is(.boundary-picture, .weights-picture):not([hidden])').length,
					);
				requestAnimationFrame(look);
			};
			requestAnimationFrame(look);
			Object.assign(globalThis, { most });
		});
		await choose(page, '20');
		const tops = () => page.locator('.lab-below').evaluate((one) => one.getBoundingClientRect().top);
		expect(await page.locator('.run-card[data-diverged]').count()).toBeGreaterThan(0);
		const diverged = page.locator('.run-card[data-diverged]').first();
		expect(await diverged.locator('.picture-words').isVisible()).toBe(false);
		const [said, picture] = [
			await diverged.locator('.run-status').boundingBox(),
			await diverged.locator('.weights-picture').boundingBox(),
		];
		expect(Math.abs((said?.height ?? 0) - (picture?.height ?? 1))).toBeLessThan(1);
		await choose(page, '22');
		expect(await page.evaluate(() => (globalThis as unknown as { most: { pictures: number } }).most.pictures)).toBe(1);
		const top = await tops();
		await page.locator('.view-menu summary').click();
		await page.locator('input[name="difference"]').check();
		await page.locator('.difference-key').waitFor();
		expect(await tops()).toBe(top);
		await page.keyboard.press('Escape');
		const remove = page.locator('[data-action="remove"][data-of="2"]');
		await remove.focus();
		await page.keyboard.press('Enter');
		await expect
			.poll(() => page.locator('[data-select="3"]').evaluate((one) => one === document.activeElement))
			.toBe(true);
		expect(errors).toEqual([]);
		await page.context().close();
	});
});
