/** The Lab’s settings as text: by keyboard, wrong ones, a reader’s own data, without the server. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../support/chromium.ts';
import { inBrowser } from '../../support/inBrowser.ts';
import { action, at, field, losses, openLab, play, settled, slider, statuses, text } from './openLab.ts';

inBrowser('the Lab’s settings', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test('is worked by the keyboard alone: steps, starting over, a run of its own, undo', async () => {
		const { page, errors } = await openLab(browser);
		await settled(page);
		await action(page, 'reset').focus();
		await page.keyboard.press('Enter');
		await at(page, '0');
		await action(page, 'step').focus();
		for (let i = 1; i <= 3; i++) {
			await page.keyboard.press('Enter');
			await at(page, String(i));
		}
		await page.locator('.more > summary').focus();
		await page.keyboard.press('Enter');
		await slider(page, 'epoch').focus();
		for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight');
		await at(page, '15');
		expect(await page.locator('.more tbody tr td').first().textContent()).toBe('15'); // as the bar says, between two rows of the trace
		await page.keyboard.press('ArrowLeft');
		await expect.poll(() => page.locator('.plot .chart[data-cursor="14"] canvas').count()).toBe(5);
		await page.locator('[data-select="1"]').focus();
		await page.keyboard.press('Enter');
		await expect.poll(() => field(page, 'penalty.lambda').inputValue()).toBe('0');
		await page.locator('[data-select="2"]').focus();
		await page.keyboard.press('Enter');
		await expect.poll(() => field(page, 'penalty.lambda').inputValue()).toBe('0.12');
		await field(page, 'penalty.lambda').focus();
		await page.keyboard.press('ControlOrMeta+A');
		await page.keyboard.type('12');
		await expect.poll(() => page.locator('[data-key="2"] [data-part="name"]').textContent()).toBe('λ = 12, ÷2m');
		await expect.poll(() => page.locator('.difference').textContent()).toContain('λ 12 instead of 0');
		await action(page, 'undo').focus();
		await page.keyboard.press('Enter');
		await expect.poll(() => field(page, 'penalty.lambda').inputValue()).toBe('0.12'); // the number, not its last digit
		await action(page, 'redo').focus();
		await page.keyboard.press('Enter');
		await expect.poll(() => field(page, 'penalty.lambda').inputValue()).toBe('12');
		await settled(page);
		expect(await action(page, 'redo').isDisabled()).toBe(true);
		expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.action)).toBe('redo'); // the focus stays
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('says at the field what is wrong, and before anything trains what a spec implies', async () => {
		const { page, errors } = await openLab(browser);
		await field(page, 'data.m').fill('0');
		const message = page.locator('.field', { has: field(page, 'data.m') }).locator('.field-error');
		await expect.poll(() => message.textContent()).toBe('0 is not allowed: at least 1');
		expect(await field(page, 'data.m').getAttribute('aria-invalid')).toBe('true');
		await expect.poll(async () => (await statuses(page))[1]).toContain('training examples m: 0 is not allowed');
		const strength = page.locator('.field', { has: field(page, 'penalty.lambda') }).locator('.field-error');
		await field(page, 'penalty.lambda').fill('');
		await expect.poll(() => strength.textContent()).toBe('is required'); // not 0
		await field(page, 'penalty.lambda').fill('0,5');
		await expect.poll(() => strength.textContent()).toContain('write a decimal point, 0.5');
		await field(page, 'penalty.lambda').fill('0.5');
		await expect.poll(() => strength.textContent()).toBe('');
		await field(page, 'data.m').fill('3０'); // a digit of a Chinese keyboard
		await expect.poll(() => message.textContent()).toBe('');
		const changes = await page.evaluate(async () => {
			const input = document.querySelector<HTMLInputElement>('[data-path="penalty.lambda"]');
			const findings = document.querySelector('[data-part="findings"]');
			let changes = 0;
			for (let i = 1; i <= 20 && input && findings; i++) {
				const said = new Promise((done) => new MutationObserver(done).observe(findings, { childList: true }));
				const before = findings.innerHTML;
				input.value = String(i / 7);
				input.dispatchEvent(new InputEvent('input', { bubbles: true }));
				await said;
				if (findings.innerHTML !== before) changes += 1;
			}
			return changes;
		});
		expect(changes).toBe(20); // at each keystroke
		await field(page, 'penalty.scaling').selectOption('full');
		await expect.poll(() => page.locator('[data-code="l2-with-adam"]').count()).toBe(1);
		await expect.poll(() => page.locator('[data-code="scaling-ignores-m"]').count()).toBe(1);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('explains a run that diverged: no bare NaN', async () => {
		const { page } = await openLab(browser);
		const claim20 = page.locator('#lab-preset option', { hasText: '(claim 20)' });
		await page.locator('#lab-preset').selectOption((await claim20.getAttribute('value')) ?? '');
		await expect.poll(() => page.locator('.run-card').count()).toBe(5);
		await settled(page);
		// Five runs of own rows: nothing in the bar lies under anything.
		for (const width of [1440, 1100]) {
			await page.setViewportSize({ width, height: 900 });
			const lying = await page
				.locator(
					'.lab-bar :is(button, select, summary, output, [type="range"], legend, .scope label, .badge, .loss):visible',
				)
				.evaluateAll((all) => {
					const boxes = all.map((one) => [one.outerHTML, one.getBoundingClientRect()] as const);
					return boxes.flatMap(([name, one], i) => [
						...(one.left < 0 || one.right > innerWidth ? [name] : []),
						...boxes.slice(i + 1).flatMap(([other, { left, right, top, bottom }]) => {
							const isApart =
								right <= one.left + 1 || left >= one.right - 1 || bottom <= one.top + 1 || top >= one.bottom - 1;
							return isApart ? [] : [`${name} and ${other}`];
						}),
					]);
				});
			expect(lying, String(width)).toEqual([]);
		}
		await play(page);
		const [, , , , last] = await statuses(page);
		expect(last).toMatch(/^Diverged at epoch \d+: .* would be NaN from here on\. ηd = 3 is above 2/);
		expect(await page.locator('lambda-lab').textContent()).not.toMatch(/NaN(?! from)/);
		// What the claim is of is seen: shrinking runs go down, those above 2 go up, whatever the diverged one has come to.
		const ends = await page.locator('.weights-svg .size').evaluateAll((all) =>
			all.map((path) => {
				const heights = [...(path.getAttribute('d') ?? '').matchAll(/ ([\d.]+)/g)].map(([, y]) => Number(y));
				return Math.sign((heights.at(-1) ?? 0) - (heights[0] ?? 0));
			}),
		);
		expect(ends).toEqual([1, 1, 1, -1, -1]);
		await page.context().close();
	});

	test('takes a reader’s own CSV, and names what is wrong in it by row and column', async () => {
		const { page, errors } = await openLab(browser);
		await page.getByText(text.ownTitle, { exact: true }).click();
		const said = page.locator('[data-part="own-said"]');
		await page.locator('textarea[name="csv"]').fill('height,weight,kind\n1.5,2,cat\n2.5,heavy,dog\n');
		await expect.poll(() => said.textContent()).toContain('row 3, column weight: “heavy” is not a number');
		expect(await action(page, 'use-own').isDisabled()).toBe(true);
		const rows = Array.from({ length: 60 }, (_, i) => `${Math.sin(i)},${Math.cos(i * 2)},${i % 3 ? 'cat' : 'dog'}`);
		const file = {
			name: 'own.csv',
			mimeType: 'text/csv',
			buffer: Buffer.from(`height,weight,kind\n${rows.join('\n')}\n`),
		};
		await page.locator('input[type="file"]').setInputFiles(file);
		await expect.poll(() => said.textContent()).toContain('42 rows train and 18 are held out; 2 features');
		expect(await said.textContent()).toContain('0 = cat, 1 = dog');
		await action(page, 'use-own').click();
		await settled(page);
		expect(await field(page, 'data.kind').inputValue()).toBe('inline');
		expect((await losses(page))[1]?.join()).toMatch(/^[\d.]+,[\d.]+$/);
		expect(await page.locator('[data-key="2"] canvas').isVisible()).toBe(true);
		await page.reload();
		await page.locator('lambda-lab[data-ready]').waitFor();
		expect(await field(page, 'data.kind').inputValue()).toBe('inline');
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('reads the columns of a table anew at every paste, and is for all runs, or the chosen one', async () => {
		const { page, errors } = await openLab(browser);
		const own = page.locator('[data-part="own"]');
		const said = own.locator('[data-part="own-said"]');
		const target = own.locator('select[name="target"]');
		const paste = (csv: string) => own.locator('textarea').fill(csv);
		const columns = () => target.locator('option').allTextContents();
		const kinds = () => page.locator('[data-part="name"]').allTextContents();
		await page.getByText(text.ownTitle, { exact: true }).click();
		const plane = Array.from({ length: 20 }, (_, i) => `${i},${i * i},${i % 2}`);
		await paste(`x1,x2,y\n${plane.join('\n')}`);
		await expect.poll(columns).toEqual(['x1', 'x2', 'y']);
		// Words in a column that is not the last: the table says so, and can be told which one is the target.
		const flowers = Array.from({ length: 30 }, (_, i) => `${i % 3 ? 'setosa' : 'virginica'},${i},${i % 7},${i / 3}`);
		await paste(`species,sl,sw,pl\n${flowers.join('\n')}`);
		await expect.poll(() => said.textContent()).toContain('“virginica” is not a number');
		expect(await columns()).toEqual(['species', 'sl', 'sw', 'pl']);
		expect(await target.inputValue()).toBe('3');
		await target.selectOption('species');
		await expect.poll(() => said.textContent()).toContain('0 = setosa, 1 = virginica');
		// What was chosen stays chosen where there is such a column.
		await paste(`sl,species\n${flowers.map((row) => row.split(',').slice(0, 2).reverse().join(',')).join('\n')}`);
		await expect.poll(columns).toEqual(['sl', 'species']);
		await expect.poll(() => said.textContent()).toContain('1 feature');
		expect(await target.inputValue()).toBe('1');
		await paste('');
		await expect.poll(columns).toEqual([]);

		await paste(`x1,x2,y\n${plane.join('\n')}`);
		expect(await own.locator('select[name="for"]').inputValue()).toBe('all');
		await action(page, 'use-own').click();
		await settled(page);
		expect(new Set((await losses(page)).map((one) => one.length))).toEqual(new Set([2]));
		for (const name of await kinds()) expect(name).not.toContain('rows');
		for (const key of ['1', '3', '2']) {
			await page.locator(`[data-select="${key}"]`).click();
			await expect.poll(() => field(page, 'data.kind').inputValue()).toBe('inline');
		}
		await action(page, 'undo').click();
		await expect.poll(() => field(page, 'data.kind').inputValue()).toBe('moons');
		await page.locator('.lab-bar .scope input[value="2"]').check({ force: true });
		await expect.poll(() => own.locator('select[name="for"]').inputValue()).toBe('one');
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('trains without the API, and says that the server does not answer', async () => {
		const { page } = await openLab(browser);
		await page.route('**/api/**', (route) => route.abort());
		await settled(page);
		await play(page);
		await at(page, '1,000');
		await action(page, 'edge').click();
		await expect
			.poll(() => page.locator('[data-part="edge"]').first().textContent())
			.toContain('The server did not answer');
		await page.context().close();
	});
});
