/** The Lab as people use it: by keyboard, by touch, with their own data, interrupted, offline. */
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { train } from '../../scripts/nodeHost.ts';
import { encodeState } from '../../site/lab/state/link.ts';
import { ofSpecs } from '../../site/lab/state/state.ts';
import { FIELD_TEXT } from '../../site/text/lab/fieldText.ts';
import { LAB_TEXT } from '../../site/text/lab/labText.ts';
import { LANGUAGES } from '../../site/text/languages.ts';
import { canonical } from '../../src/schema/canonical.ts';
import type { RunSpecInput } from '../../src/schema/runSpec.ts';
import { pythonWith, runPython } from '../core/export/python.ts';
import { launchBrowser } from '../support/chromium.ts';
import { inBrowser } from '../support/inBrowser.ts';
import { open } from './startPage.ts';

const text = LAB_TEXT.en;
const SCRIPT_KILOBYTES = 180;

const field = (page: Page, path: string) => page.locator(`[data-path="${path}"]:visible`);
const action = (page: Page, name: string) => page.locator(`[data-action="${name}"]`);
const statuses = (page: Page) => page.locator('.run-status').allTextContents();
const openLab = async (...[browser, path = '/lab/', options]: Parameters<typeof open>) => {
	const opened = await open(browser, path, options);
	await opened.page.locator('lambda-lab[data-ready]').waitFor();
	return opened;
};
const trained = (page: Page) =>
	page.waitForFunction(
		() => {
			const lab = document.querySelector('lambda-lab');
			return lab?.hasAttribute('data-frames') && !lab.hasAttribute('data-playing');
		},
		undefined,
		{ timeout: 60_000 },
	);
const play = async (page: Page, speed = '3') => {
	await page.locator('select[name="speed"]').selectOption(speed);
	await action(page, 'play').click();
	await trained(page);
};

inBrowser('the Lab', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test('trains its runs side by side; the edge gives the same digits', async () => {
		const { page, errors, strangers } = await openLab(browser);
		expect(await page.locator('.run-card').count()).toBe(4);
		await play(page, '2');
		expect(await statuses(page)).toEqual(Array(4).fill(text.over('2,000')));
		expect(Number(await page.locator('lambda-lab').getAttribute('data-frames'))).toBeGreaterThan(0);
		await action(page, 'edge').click();
		const said = page.locator('[data-part="edge"]');
		for (let i = 0; i < 4; i++) await expect.poll(() => said.nth(i).textContent()).toContain('The edge agrees');
		const rows = await page.locator('.lab-traces tbody tr').allTextContents();
		expect(new Set(rows).size).toBe(4);
		expect([errors, strangers]).toEqual([[], []]);
		await page.context().close();
	});

	test.each(LANGUAGES)(
		'says of a link that it cannot be read, and shows what is wrong in one that can, %o',
		async ({ key, path }) => {
			const { page, errors } = await openLab(browser, `${path}lab/#${'A'.repeat(259_000)}`);
			const said = page.locator('[data-part="said"]');
			expect(await said.textContent()).toBe(LAB_TEXT[key].notALink);
			expect(await page.locator('.run-card').count()).toBe(4);
			const wrong = { data: { kind: 'moons' }, training: 'x' } as unknown as RunSpecInput; // as no Lab writes it
			await page.goto(new URL(`#${await encodeState(ofSpecs([wrong]))}`, page.url()).href);
			await page.locator('.run-card[data-wrong]').waitFor();
			expect(await page.locator('.run-card').count()).toBe(1);
			expect(await page.locator('[data-part="findings"]').textContent()).toContain('x');
			expect(errors).toEqual([]);
			await page.context().close();
		},
	);

	test('is worked by the keyboard alone: steps, an epoch across all runs, undo', async () => {
		const { page, errors } = await openLab(browser);
		await action(page, 'step').focus();
		for (let i = 1; i <= 3; i++) {
			await page.keyboard.press('Enter');
			await expect.poll(async () => (await statuses(page))[0]).toBe(text.progress(String(i), '2,000'));
		}
		await action(page, 'reset').focus();
		await page.keyboard.press('Enter');
		await expect.poll(async () => (await statuses(page))[0]).toBe(text.waiting);
		await play(page);
		await page.locator('.epoch input').focus();
		await page.keyboard.press('Home');
		const atStart = await page.locator('.lab-traces tbody').textContent();
		for (let i = 0; i < 15; i++) await page.keyboard.press('ArrowRight');
		expect(await page.locator('.epoch output').textContent()).toBe('15');
		expect(await page.locator('.lab-traces tbody tr td').first().textContent()).toBe('10');
		expect(await page.locator('.lab-traces tbody').textContent()).not.toBe(atStart);
		await expect.poll(() => page.locator('.plot .chart[data-cursor="15"] canvas').count()).toBe(5);
		await page.locator('[data-select="2"]').focus();
		await page.keyboard.press('Enter');
		expect(await field(page, 'penalty.lambda').inputValue()).toBe('0.5');
		await field(page, 'penalty.lambda').focus();
		await page.keyboard.press('ControlOrMeta+A');
		await page.keyboard.type('12');
		await expect.poll(() => page.locator('[data-key="2"] .difference').textContent()).toContain('λ 12 instead of 0');
		await action(page, 'undo').focus();
		await page.keyboard.press('Enter');
		expect(await field(page, 'penalty.lambda').inputValue()).toBe('0.5'); // the number, not its last digit
		await action(page, 'redo').focus();
		await page.keyboard.press('Enter');
		expect(await field(page, 'penalty.lambda').inputValue()).toBe('12');
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('says at the field what is wrong, and before anything trains what a spec implies', async () => {
		const { page, errors } = await openLab(browser);
		await field(page, 'data.m').fill('0');
		const message = page.locator('.field', { has: field(page, 'data.m') }).locator('.field-error');
		await expect.poll(() => message.textContent()).toBe('0 is not allowed: at least 1');
		expect(await field(page, 'data.m').getAttribute('aria-invalid')).toBe('true');
		expect((await statuses(page))[0]).toContain('data.m: 0 is not allowed');
		await field(page, 'data.m').fill('3０'); // a digit of a Chinese keyboard
		await expect.poll(() => message.textContent()).toBe('');
		const changes = await page.evaluate(() => {
			const input = document.querySelector<HTMLInputElement>('[data-path="penalty.lambda"]');
			const findings = document.querySelector('[data-part="findings"]');
			let changes = 0;
			for (let i = 1; i <= 20 && input && findings; i++) {
				const before = findings.innerHTML;
				input.value = String(i / 7);
				input.dispatchEvent(new InputEvent('input', { bubbles: true }));
				if (findings.innerHTML !== before) changes += 1;
			}
			return changes;
		});
		expect(changes).toBe(20); // each within its own keystroke
		await field(page, 'penalty.scaling').selectOption('full');
		await expect.poll(() => page.locator('[data-code="l2-with-adam"]').count()).toBe(1);
		await expect.poll(() => page.locator('[data-code="scaling-ignores-m"]').count()).toBe(1);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('explains a run that diverged: no bare NaN', async () => {
		const { page } = await openLab(browser);
		const claim20 = page.locator('#lab-preset option', { hasText: '20:' });
		await page.locator('#lab-preset').selectOption((await claim20.getAttribute('value')) ?? '');
		await expect.poll(() => page.locator('.run-card').count()).toBe(5);
		await play(page);
		const [, , , , last] = await statuses(page);
		expect(last).toMatch(/^Diverged at epoch \d+: .* would be NaN from here on\. ηd = 3 is above 2/);
		expect(await page.locator('lambda-lab').textContent()).not.toMatch(/NaN(?! from)/);
		await page.context().close();
	});

	test('takes a reader’s own CSV, and names what is wrong in it by row and column', async () => {
		const { page, errors } = await openLab(browser);
		await page.getByText(text.ownTitle, { exact: true }).click();
		const said = page.locator('[data-part="own-said"]');
		await page.locator('textarea[name="csv"]').fill('height,weight,kind\n1.5,2,cat\n2.5,heavy,dog\n');
		expect(await said.textContent()).toContain('row 3, column weight: “heavy” is not a number');
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
		expect(await field(page, 'data.kind').inputValue()).toBe('inline');
		await play(page);
		expect((await statuses(page))[0]).toBe(text.over('2,000'));
		expect(await page.locator('[data-key="1"] canvas').isVisible()).toBe(true);
		await page.reload();
		await page.locator('lambda-lab[data-ready]').waitFor();
		expect(await field(page, 'data.kind').inputValue()).toBe('inline');
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('loses nothing by reload or by going back; a link opens the same runs; two tabs are apart', async () => {
		const { page, errors } = await openLab(browser);
		await field(page, 'penalty.lambda').fill('7');
		await action(page, 'add').click();
		await field(page, 'data.m').fill('77');
		await expect.poll(() => new URL(page.url()).hash.length).toBeGreaterThan(20);
		await page.waitForTimeout(500);
		await page.reload();
		await page.locator('lambda-lab[data-ready]').waitFor();
		expect(await page.locator('.run-card').count()).toBe(5);
		expect(await field(page, 'data.m').inputValue()).toBe('77');
		await action(page, 'undo').click();
		await action(page, 'undo').click();
		expect(await page.locator('.run-card').count()).toBe(4);
		await action(page, 'redo').click();
		await page.waitForTimeout(500);
		const link = page.url();
		await page.locator('.site-header a', { hasText: 'Converter' }).click();
		await page.waitForURL('**/convert/');
		await page.goBack();
		await page.locator('lambda-lab[data-ready]').waitFor();
		expect(await page.locator('.run-card').count()).toBe(5);

		const other = await page.context().newPage();
		await other.goto(link);
		await other.locator('lambda-lab[data-ready]').waitFor();
		expect(await other.locator('.run-card').count()).toBe(5);
		expect(await field(other, 'penalty.lambda').inputValue()).toBe('7');
		await field(other, 'penalty.lambda').fill('3');
		await page.bringToFront();
		await page.reload();
		await page.locator('lambda-lab[data-ready]').waitFor();
		expect(await field(page, 'penalty.lambda').inputValue()).toBe('7');
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('trains without the API, and says that the edge does not answer', async () => {
		const { page } = await openLab(browser);
		await page.route('**/api/**', (route) => route.abort());
		await play(page);
		expect(await statuses(page)).toEqual(Array(4).fill(text.over('2,000')));
		await action(page, 'edge').click();
		await expect
			.poll(() => page.locator('[data-part="edge"]').first().textContent())
			.toContain('The edge did not answer');
		await page.context().close();
	});

	test('gives every export; its PyTorch program trains to the same losses in PyTorch', async () => {
		const { page } = await openLab(browser);
		await page.locator('[data-select="2"]').click();
		await field(page, 'data.test.m').fill('200');
		await play(page);
		await page.getByText(text.exportTitle, { exact: true }).click();
		const saved = async (format: string) => {
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				page.locator(`[data-exports="${format}"]`).click(),
			]);
			return readFile(await download.path(), 'utf8');
		};
		const { runs } = JSON.parse(await saved('json'));
		expect(runs.map((run: { result: { status: string } }) => run.result.status)).toEqual(Array(4).fill('ok'));
		const csv = (await saved('csv')).trimEnd().split('\n');
		expect(csv[0]).toBe('run,epoch,dataLoss,penalty,objective,testLoss,trainAccuracy,testAccuracy,weightNorm');
		expect(csv.length).toBe(1 + 4 * 201);
		expect((await saved('png')).startsWith('\uFFFDPNG')).toBe(true);
		for (const format of ['keras', 'scikit-learn'] as const) expect(await saved(format)).toContain('import');
		const program = await saved('pytorch');
		const python = pythonWith('torch');
		if (python) {
			const theirs = JSON.parse(runPython(python, [program])[0] ?? '');
			const ours = await train(canonical(runs[1].spec));
			expect(theirs.objective.at(-1)).toBeCloseTo(ours.final.objective ?? Number.NaN, 4);
		}
		await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
		await page.locator('[data-exports="curl"]').click();
		await expect.poll(() => page.locator('[data-part="said"]').textContent()).toBe(text.copied('curl'));
		const command = await page.evaluate(() => navigator.clipboard.readText());
		expect(command).toContain('/api/v1/runs');
		await page.context().close();
	});

	test('refuses an export that would be another run, with its reason', async () => {
		const { page } = await openLab(browser);
		await page.getByText('Other regularizers', { exact: true }).click();
		await field(page, 'regularizers.dropout').fill('0.2');
		await page.getByText(text.exportTitle, { exact: true }).click();
		await page.locator('[data-exports="pytorch"]').click();
		await expect
			.poll(() => page.locator('[data-part="said"]').textContent())
			.toContain('cannot express this run: regularizers.dropout');
		await page.context().close();
	});

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
		await page.locator('select[name="speed"]').selectOption('3');
		await action(page, 'play').tap();
		await trained(page);
		expect((await statuses(page))[0]).toBe(LAB_TEXT[key].over('2,000'));
		await field(page, 'data.m').fill('0');
		const label = FIELD_TEXT['data.m']?.label[key] ?? '';
		const place = page.locator('.spec-form .field:visible', { hasText: label }).first().locator('.field-error');
		await expect.poll(() => place.textContent()).toContain(key === 'zh' ? '至少为 1' : 'at least 1');
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test(`sends at most ${SCRIPT_KILOBYTES} kB of script, compressed, with its worker`, async () => {
		const context = await browser.newContext();
		const page = await context.newPage();
		let bytes = 0;
		const sizes: Promise<void>[] = [];
		context.on('response', (response) => {
			if (!/\.(js|wasm)$/.test(new URL(response.url()).pathname)) return;
			sizes.push(
				response.body().then((body) => {
					bytes += gzipSync(body).length;
				}),
			);
		});
		const { page: opened } = await openLab(browser);
		const address = opened.url();
		await opened.context().close();
		await page.goto(address, { waitUntil: 'networkidle' });
		await play(page);
		await Promise.all(sizes);
		expect(bytes).toBeGreaterThan(50_000);
		expect(bytes).toBeLessThanOrEqual(SCRIPT_KILOBYTES * 1000);
		await context.close();
	});
});
