/** The converter as a reader meets it: without script, by keyboard, from a link, on a small telephone. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { CODE_TEXT } from '../../site/text/converter/codeText.ts';
import { CONVERTER_TEXT } from '../../site/text/converter/converterText.ts';
import { LANGUAGES } from '../../site/text/languages.ts';
import { libraries } from '../../src/convert/libraries.ts';
import { LIBRARY_IDS } from '../../src/schema/libraryIds.ts';
import { launchBrowser } from '../support/chromium.ts';
import { inBrowser } from '../support/inBrowser.ts';
import { partOf } from '../support/partOf.ts';
import { open } from './startPage.ts';

const text = CONVERTER_TEXT.en;
const row = (page: Page, id: string) => page.locator(`[data-library="${id}"]`);
const spelled = (page: Page, id: string) => row(page, id).locator('.spelling-value').textContent();
/** λ of no library, with 1,000 examples. */
const LAMBDA_ALONE = '?from=lambda&value=1&m=1000&batchSize=32&learningRate=0.01';
/** Another network’s code is other code: what was entered beside one is not for it. */
const adamW = (network: string) => `opt = torch.optim.AdamW(${network}.parameters(), lr=3e-4, weight_decay=0.1)`;
const box = (page: Page) => page.locator('code-box textarea');
/** Whose numbers the form says that it holds. */
const originSaid = (page: Page) => page.locator('.origin span:visible').allTextContents();
const values = (page: Page) => page.locator('[data-library] .spelling-value').allTextContents();

/** Enters beside code what it leaves out. */
const enter = (page: Page, name: string, value: string) => page.locator(`[data-field="${name}"] input`).fill(value);
const field = (page: Page, name: string) => page.locator(`form.converter [name="${name}"]`);
const summary = (page: Page) => page.locator('.converter-summary').textContent();
/** The bold λ of the code’s answer, as far as it can be seen. */
const lambdaSaid = (page: Page) => page.locator('.code-lambda strong:visible').allTextContents();

/** With every row open, no width scrolls sideways, and everything that is touched is 44 px high. */
async function expectToFit(page: Page): Promise<void> {
	await page.evaluate(() => {
		for (const one of document.querySelectorAll('lambda-converter details')) one.setAttribute('open', '');
	});
	for (const width of [320, 390, 768, 1440]) {
		await page.setViewportSize({ width, height: 640 });
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
	}
	const low = await page
		.locator('lambda-converter :is(input, select, summary, button):visible')
		.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height).filter((height) => height < 44));
	expect(low).toEqual([]);
	await page.evaluate(() => {
		for (const one of document.querySelectorAll('lambda-converter details')) one.removeAttribute('open');
	});
	await page.setViewportSize({ width: 1280, height: 720 });
}

/** How many steps of a slider are lost that come while the page still answers those before, between any two of its tasks. */
async function stepsLost(slider: SVGElement | HTMLElement): Promise<number> {
	if (!(slider instanceof HTMLInputElement)) return Number.NaN;
	const task = () =>
		new Promise((resolve) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = resolve;
			port2.postMessage(null);
		});
	let lost = 0;
	for (let round = 0; round < 12; round++) {
		const by = round % 2 === 0 ? 1 : -1;
		const wanted = slider.valueAsNumber + by;
		slider.stepUp(by);
		slider.dispatchEvent(new Event('input', { bubbles: true }));
		for (let wait = 0; wait < Math.floor(round / 2); wait++) await (round % 3 === 0 ? Promise.resolve() : task());
		if (slider.valueAsNumber !== wanted) lost++;
	}
	return lost;
}

/** Options of a list that are longer than it is wide, its arrow left out. */
function cutOptions(select: SVGElement | HTMLElement): string[] {
	if (!(select instanceof HTMLSelectElement)) return ['no list'];
	const { fontWeight, fontSize, fontFamily, paddingLeft, paddingRight } = getComputedStyle(select);
	const context = document.createElement('canvas').getContext('2d');
	if (!context) return ['no canvas'];
	context.font = `${fontWeight} ${fontSize} ${fontFamily}`;
	const room = select.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - 16;
	return [...select.options].map(({ text }) => text).filter((text) => context.measureText(text).width > room);
}

inBrowser('the converter', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	describe.each(partOf(LANGUAGES, 1, 1))('on one page in $name', ({ path, key }) => {
		const text = CONVERTER_TEXT[key];
		const said = CODE_TEXT[key];
		let page: Page;
		let errors: string[];
		let strangers: string[];
		const sent: string[] = [];
		beforeAll(async () => {
			({ page, errors, strangers } = await open(browser, `${path}convert/`));
			page.on('request', (request) => {
				if (request.method() !== 'GET' || request.url().includes('weight')) sent.push(request.url());
			});
		});
		afterEach(() => expect({ errors, strangers, sent }).toEqual({ errors: [], strangers: [], sent: [] }));
		afterAll(() => page?.context().close());

		test('opens with form and table as the code in its box is read, without a script for it', async () => {
			expect(await lambdaSaid(page)).toEqual(['λ = 25']);
			expect(await page.locator('.own .spelling-value').textContent()).toBe('λ = 25');
			expect(await page.locator('.spelling.asked').getAttribute('data-library')).toBe('pytorch-sgd');
			expect(await page.locator('.spelling.asked .spelling-asked').textContent()).toBe(text.asked);
			expect(await spelled(page, 'pytorch-sgd')).toBe('weight_decay = 0.0005');
			const fields = await page
				.locator('form.converter')
				.evaluate((form) => (form instanceof HTMLFormElement ? Object.fromEntries(new FormData(form)) : {}));
			expect(fields).toMatchObject({
				...{ from: 'pytorch-sgd', value: '0.0005', m: '50000' },
				...{ batchSize: '128', learningRate: '0.1', momentum: '0.9', loss: 'softmax-cross-entropy' },
			});
			expect(await page.locator('[data-part="further"]').textContent()).toBe(
				`μ = 0.9 · ${text.losses['softmax-cross-entropy']}`,
			); // folded, and said
			expect(await originSaid(page)).toEqual([text.origin.code]);
		});

		test.each([
			{ width: 390, height: 844, shown: ['code-box textarea', '.code-derivation', '.code-findings li'] },
			{ width: 1440, height: 900, shown: ['.code-answer', 'form.converter', '[data-library="pytorch-sgd"]'] },
		])(
			'has the box for code and its answer on the first screen of $width × $height',
			async ({ shown, ...viewport }) => {
				await page.setViewportSize(viewport);
				for (const where of shown) {
					const foot = await page
						.locator(where)
						.first()
						.evaluate((element) => element.getBoundingClientRect().bottom);
					expect(foot).toBeLessThan(viewport.height);
				}
				expect(await page.locator('select[name="from"]').evaluate(cutOptions)).toEqual([]);
				await page.setViewportSize({ width: 1280, height: 720 });
			},
		);

		test('folds the answer of the code beside a reader’s own numbers, and takes the code’s again', async () => {
			await page.setViewportSize({ width: 390, height: 844 });
			const value = field(page, 'value');
			await field(page, 'from').selectOption('sklearn-ridge');
			await value.fill('2');
			const top = () => value.evaluate((element) => element.getBoundingClientRect().top);
			await expect.poll(() => summary(page)).toMatch(/λ\u00a0=\u00a02[,，]/);
			expect(await originSaid(page)).toEqual([text.origin.hand]);
			expect(await lambdaSaid(page)).toEqual([]); // one answer at a time
			expect(await top()).toBeLessThan(844); // what has folded away above has not taken it along
			expect(await top()).toBeGreaterThan(0);
			const unfold = page.getByRole('button', { name: said.stale });
			expect((await unfold.boundingBox())?.height).toBeLessThan(52); // a line
			await unfold.click();
			expect(await unfold.getAttribute('aria-expanded')).toBe('true');
			expect(await lambdaSaid(page)).toEqual(['λ = 25']);
			const [pale, ink] = await page.evaluate(() =>
				['.code-lambda strong', 'h1'].map(
					(where) => getComputedStyle(document.querySelector(where) ?? document.body).color,
				),
			);
			expect(pale).not.toBe(ink);
			await page.getByRole('button', { name: said.restore }).click();
			await expect.poll(() => field(page, 'from').inputValue()).toBe('pytorch-sgd');
			await expect.poll(() => summary(page)).toMatch(/λ\u00a0=\u00a025[,，]/);
			expect(await originSaid(page)).toEqual([text.origin.code]);
			expect(await unfold.isVisible()).toBe(false);
			await value.fill('0.3');
			expect(await lambdaSaid(page)).toEqual([]);
			await value.fill('5e-4'); // the code’s own, in other words
			expect(await originSaid(page)).toEqual([text.origin.code]);
			expect(await lambdaSaid(page)).toEqual(['λ = 25']);
			await page.setViewportSize({ width: 1280, height: 720 });
		});

		test('says what a field allows beside its label, and covers no other', async () => {
			for (const width of [320, 390, 1440]) {
				await page.setViewportSize({ width, height: 844 });
				for (const name of ['value', 'm', 'batchSize', 'learningRate', 'newM']) {
					await field(page, name).focus();
					const covered = await page.locator(`#converter-${name}-hint`).evaluate((hint) => {
						const box = (element: Element) => element.getBoundingClientRect();
						const [{ left, right, top, bottom }, line] = [box(hint), box(hint.parentElement ?? hint)];
						if (top >= line.bottom) return []; // cut off
						return [...document.querySelectorAll('form.converter :is(label, input, output)')]
							.map((one) => ({ one, at: box(one) }))
							.filter(({ at }) => at.left < right && at.right > left && at.top < bottom - 1 && at.bottom > top + 1)
							.map(({ one }) => one.textContent || one.id);
					});
					expect(covered, `${name} at ${width}`).toEqual([]);
				}
			}
			expect(
				await page.locator('#converter-batchSize-hint').evaluate((hint) => getComputedStyle(hint).visibility),
			).toBe('hidden');
			await page.setViewportSize({ width: 1280, height: 720 });
		});

		test('reads pasted code at once, asks for what it leaves out, fills the converter, and sends nothing', async () => {
			const lambda = page.locator('.code-lambda strong');
			await box(page).fill('opt = torch.optim.SGD(net.parameters(), lr=0.5, weight_decay=0.002)');
			await expect.poll(() => page.locator('[data-field]:visible').count()).toBe(2);
			expect(await lambda.count()).toBe(0);
			expect(await page.locator('.code-lambda').textContent()).toContain('λ = 0.002·m');
			await enter(page, 'm', '500');
			await expect.poll(() => lambda.textContent()).toBe('λ = 1');
			await enter(page, 'batchSize', '50');
			await expect.poll(() => page.locator('.code-lambda').textContent()).toContain(said.timescale('100'));
			expect(await field(page, 'from').inputValue()).toBe('pytorch-sgd');
			await expect.poll(() => spelled(page, 'keras-l2')).toBe('l2 = 0.001');
			const ownCode = row(page, 'pytorch-sgd').locator('pre');
			expect(await ownCode.textContent()).toMatch(
				/^# .*\ntorch\.optim\.SGD\(net\.parameters\(\), lr=0\.5, weight_decay=0\.002\)$/,
			);
			await field(page, 'newM').fill('1,000');
			const later = 'torch.optim.SGD(net.parameters(), lr=0.5, weight_decay=0.001)';
			await expect.poll(() => ownCode.textContent()).toContain(`\n${later}`);
			await expect.poll(() => new URL(page.url()).searchParams.get('m')).toBe('500');
			await row(page, 'sklearn-mlp').locator('summary').click();
			await row(page, 'sklearn-mlp').locator('[data-prove]').click();
			await row(page, 'sklearn-mlp').locator('.proof table').waitFor();
			await expectToFit(page);
		});

		test('has every paste in form and table: own library, own number, momentum, and no m of the paste before', async () => {
			const keras = 'keras.optimizers.SGD(0.1, momentum=0.9, weight_decay=5e-4)';
			await box(page).fill(`${keras}\nmodel.fit(x_train, y_train, batch_size=128, epochs=20)`);
			const asked = page.locator('.spelling.asked');
			await expect.poll(() => asked.getAttribute('data-library')).toBe('keras-weight-decay');
			expect(await spelled(page, 'keras-weight-decay')).toBe('weight_decay = 0.0005');
			expect(await row(page, 'keras-weight-decay').textContent()).toContain(text.besideMomentum('0.9'));
			expect(await row(page, 'keras-weight-decay').locator('pre').textContent()).toContain(
				`\n${keras.replace('5e-4', '0.0005')}`,
			);
			expect(await field(page, 'momentum').inputValue()).toBe('0.9');
			expect(await field(page, 'm').inputValue()).toBe('');
			expect(await originSaid(page)).toEqual([text.origin.code]);
			expect(await summary(page)).toContain('5e-5·m');
			await enter(page, 'm', '60000');
			await expect.poll(() => lambdaSaid(page)).toEqual(['λ = 3']);
			await expect.poll(() => summary(page)).toMatch(/λ\u00a0=\u00a03[,，]/);
			await box(page).fill('reg = ElasticNet(alpha=0.1)');
			await expect.poll(() => field(page, 'from').inputValue()).toBe('lambda-over-2');
			expect(await field(page, 'value').inputValue()).toBe('0.05'); // d of its L2 part
			await expect.poll(() => summary(page)).toContain('0.05·m');
			expect(await originSaid(page)).toEqual([text.origin.code]);
			await box(page).fill('reg = Ridge(alpha=strength)');
			const waits = said.waits([said.fields.value]);
			await expect.poll(() => originSaid(page)).toEqual([waits]);
			expect(await page.locator('[data-library]:visible').count()).toBe(0);
			await enter(page, 'value', '10');
			await expect.poll(() => field(page, 'from').inputValue()).toBe('sklearn-ridge');
			await expect.poll(() => lambdaSaid(page)).toEqual(['λ = 10']);
			expect(await page.locator('.code-lambda').textContent()).toContain(said.besideNoise);
			expect(await originSaid(page)).toEqual([text.origin.code]);
			await field(page, 'from').selectOption('stan');
			await expect.poll(() => page.locator('.own .spelling-value').textContent()).toBe('λ = 0.01'); // 1/sd²
			expect(await page.getByText(text.besideNoise, { exact: true }).filter({ visible: true }).count()).toBe(0);
			await page.locator('[data-part="more"] summary').click();
			await field(page, 'loss').selectOption('half-squared-error');
			await expect.poll(() => page.locator('[data-part="noise"]').isVisible()).toBe(true);
			await expect.poll(() => row(page, 'stan').textContent()).toContain(text.besideNoise);
			await page.locator('[data-part="more"] summary').click();
		});

		test('says λ that needs no m in bold, and asks for m beneath it', async () => {
			for (const [code, lambda] of [
				['clf = LogisticRegression(C=0.5, max_iter=1000)', 'λ = 2'],
				['clf = SVC(C=2, kernel="linear")', 'λ = 0.5'],
			] as const) {
				await box(page).fill(code);
				await expect.poll(() => lambdaSaid(page)).toEqual([lambda]);
				expect(await page.locator('[data-part="asked"]').textContent()).toBe(said.enter.mBeside);
				const [answer, asked] = await page
					.locator('.code-answer, .code-missing')
					.evaluateAll((both) => both.map((one) => [one.className, one.getBoundingClientRect().top] as const))
					.then((both) => ['code-answer', 'code-missing'].map((name) => both.find(([one]) => one === name)?.[1] ?? 0));
				expect(answer).toBeLessThan(asked ?? 0);
			}
			await enter(page, 'm', '100');
			await expect.poll(() => page.locator('.code-lambda').textContent()).toContain('d = 0.005');
			await box(page).fill('opt = torch.optim.SGD(other.parameters(), lr=0.5, weight_decay=0.002)');
			await expect.poll(() => page.locator('[data-part="asked"]').textContent()).toBe(said.enter.m);
			expect(await page.locator('.code-missing + *').getAttribute('class')).toBe('code-stale'); // before the answer again
		});

		test('keeps a field changed by hand until code is pasted anew, and says whose numbers they are', async () => {
			const { origin } = text;
			const code = adamW('kept');
			await box(page).fill(code);
			await enter(page, 'm', '500');
			await expect.poll(() => field(page, 'm').inputValue()).toBe('500');
			expect(await originSaid(page)).toEqual([origin.code]);
			await field(page, 'value').fill('0.3');
			await expect.poll(() => spelled(page, 'pytorch-adamw')).toBe('weight_decay = 0.3');
			expect(await originSaid(page)).toEqual([origin.hand]);
			await enter(page, 'batchSize', '50'); // no code: the 0.3 stays
			await expect.poll(() => field(page, 'batchSize').inputValue()).toBe('50');
			expect(await field(page, 'value').inputValue()).toBe('0.3');
			expect(await originSaid(page)).toEqual([origin.hand]);
			await box(page).fill(code.replace('0.1', '0.2'));
			await expect.poll(() => field(page, 'value').inputValue()).toBe('0.2');
			expect(await originSaid(page)).toEqual([origin.code]);
			await field(page, 'm').fill('800'); // asked of the code too: one number
			await expect.poll(() => page.locator('[data-field="m"] input').inputValue()).toBe('800');
			await expect.poll(() => page.locator('.code-derivation').textContent()).toContain('160'); // 800·0.2
			expect(await originSaid(page)).toEqual([origin.code]);
			await page.locator('[data-part="times"]').focus();
			await page.keyboard.press('ArrowRight');
			await expect.poll(() => field(page, 'newM').inputValue()).toBe('1600');
			expect(await originSaid(page)).toEqual([origin.code]); // what comes later changes none of its numbers
			await box(page).fill('print("hello")');
			await expect.poll(() => originSaid(page)).toEqual([origin.other]);
			expect(await page.locator('.spelling-asked:visible').count()).toBe(0);
			expect(await page.locator('.converter-head').textContent()).toContain(origin.other);
			await box(page).fill(`data = CIFAR10(root, train=True)\n${code}`);
			await expect.poll(() => field(page, 'm').inputValue()).toBe('50000'); // the 800 was for another code
			expect(await page.locator('[data-field="m"]').isVisible()).toBe(false);
		});

		test('says of code without m what to enter first, and converts as far as that goes', async () => {
			await page.setViewportSize({ width: 390, height: 844 });
			const code = adamW('without');
			await box(page).fill(code);
			const asked = page.locator('[data-part="asked"]');
			await expect.poll(() => asked.textContent()).toBe(said.enter.mOfStep);
			const entered = page.locator('[data-field="m"] input');
			for (const place of [asked, entered]) {
				expect(await place.evaluate((element) => element.getBoundingClientRect().bottom)).toBeLessThan(844);
			}
			await expect.poll(() => page.locator('.spelling.asked').getAttribute('data-library')).toBe('pytorch-adamw');
			expect(await page.locator('.converter-summary').textContent()).toContain(text.withoutM);
			expect(await spelled(page, 'pytorch-adamw')).toBe('weight_decay = 0.1');
			expect(await spelled(page, 'keras-l2')).toBe('l2 = 0.05');
			expect(await page.locator('.own .spelling-value').textContent()).toBe(text.asFastAs('0.1·m'));
			await row(page, 'liblinear').locator('summary').click();
			expect(await spelled(page, 'liblinear')).toBe('-c = 10/m');
			expect(await row(page, 'liblinear').locator('.spelling-body').textContent()).toContain(text.needsM);
			expect(await row(page, 'liblinear').locator('pre').count()).toBe(0);
			await box(page).fill(code.replace('AdamW', 'SGD'));
			await expect.poll(() => asked.textContent()).toBe(said.enter.m);
			await entered.fill('500');
			await expect.poll(() => page.locator('.own .spelling-value').textContent()).toBe('λ = 50');
			expect(await asked.textContent()).toBe(said.missing([said.fields.batchSize]));
			await expectToFit(page);
		});

		test('takes what is entered off the list of what is left out, and says what epochs change', async () => {
			const { missing, entered, fields } = said;
			const asked = page.locator('[data-part="asked"]');
			await box(page).fill('torch.optim.AdamW(entered.parameters(), lr=3e-4, weight_decay=0.01)');
			await enter(page, 'm', '12000');
			await expect.poll(() => asked.textContent()).toBe(missing([fields.batchSize, fields.epochs]));
			await enter(page, 'batchSize', '64');
			await expect.poll(() => asked.textContent()).toBe(missing([fields.epochs]));
			const found = page.locator('.code-findings');
			expect(await found.textContent()).not.toMatch(/30 (epochs are|轮是)/);
			await enter(page, 'epochs', '30');
			await expect.poll(() => asked.textContent()).toBe(entered);
			expect(await found.textContent()).toMatch(/30 (epochs are|轮是).*1\.7%/);
			await enter(page, 'epochs', '3000');
			await expect.poll(() => found.textContent()).toMatch(/82%/);
		});

		test('folds the table of before away when code gives no number, and brings it back on request', async () => {
			await box(page).fill('optimizer:\n  type: AdamW\n  lr: 0.001\n  weight_decay: 0.05\ntrain:\n  batch_size: 256');
			await expect.poll(() => spelled(page, 'pytorch-adamw')).toBe('weight_decay = 0.05');
			expect(await page.locator('.code-name').textContent()).toContain(said.line(4));
			await box(page).fill('hello world, dear diary');
			await expect.poll(() => originSaid(page)).toEqual([text.origin.other]);
			const rows = page.locator('[data-library]:visible');
			expect(await rows.count()).toBe(0);
			const unfold = page.getByRole('button', { name: text.unfold });
			expect(await unfold.getAttribute('aria-expanded')).toBe('false');
			const [note, button] = [await page.locator('.code-told').boundingBox(), await unfold.boundingBox()];
			expect((button?.y ?? 0) - (note?.y ?? 0) - (note?.height ?? 0)).toBeLessThan(30); // one follows the other
			await unfold.click();
			expect(await rows.count()).toBe(LIBRARY_IDS.length);
			expect(await unfold.getAttribute('aria-expanded')).toBe('true');
			await box(page).fill(adamW('folded')); // a number again: its table is there
			await expect.poll(() => rows.count()).toBe(LIBRARY_IDS.length);
			await box(page).fill('dear diary');
			await expect.poll(() => rows.count()).toBe(0);
			expect(await unfold.getAttribute('aria-expanded')).toBe('false');
			await page.locator('form.converter input[name="value"]').fill('0.07'); // the reader’s own
			await expect.poll(() => rows.count()).toBe(LIBRARY_IDS.length);
		});

		test('lets a reader choose among several decays, and says which is shown', async () => {
			const { shown, show, ofSeveral } = said;
			const layer = (l2: string) => `layers.Dense(64, kernel_regularizer=keras.regularizers.l2(${l2}))`;
			await box(page).fill(`from tensorflow import keras\n${layer('1e-3')}\n${layer('1e-4')}`);
			await expect.poll(() => spelled(page, 'keras-l2')).toBe('l2 = 0.001');
			const which = page.locator('.converter-which');
			expect(await which.textContent()).toBe(ofSeveral(2, 'Dense(kernel_regularizer), l2 = 0.001'));
			expect(await page.locator('[data-choose]').allTextContents()).toEqual([shown, show]);
			await page.getByRole('button', { name: show }).press('Enter');
			await expect.poll(() => spelled(page, 'keras-l2')).toBe('l2 = 0.0001');
			expect(await which.textContent()).toBe(ofSeveral(3, 'Dense(kernel_regularizer), l2 = 0.0001'));
			expect(await page.evaluate(() => document.activeElement?.getAttribute('data-choose'))).toBe('1');
			await page.locator('[data-field="m"] input').fill('1000'); // the choice stays
			await expect.poll(() => page.locator('.own .spelling-value').textContent()).toBe('λ = 0.2');
			await expectToFit(page);
			await box(page).fill(adamW('chosen'));
			await expect.poll(() => page.locator('[data-choose]').count()).toBe(0);
			expect(await which.isVisible()).toBe(false);
		});

		test('says at a field that the code leaves out what is wrong with it', async () => {
			await page.setViewportSize({ width: 390, height: 844 });
			await box(page).fill(adamW('wrong'));
			const entered = page.locator('[data-field="m"] input');
			for (const [typed, message] of [
				['abc', key === 'en' ? '"abc" is not a number' : '“abc”不是数'],
				['-5', key === 'en' ? '-5 is not allowed: at least 1' : '至少为 1'],
			] as const) {
				await entered.fill(typed);
				await expect.poll(() => page.locator('#code-m-error').textContent()).toContain(message);
				expect(await entered.getAttribute('aria-invalid')).toBe('true');
				expect(await entered.getAttribute('aria-describedby')).toBe('code-m-error');
				expect(await page.locator('#code-m-error').isVisible()).toBe(true);
				expect(await page.locator('.own .spelling-value').textContent()).toBe(text.asFastAs('0.1·m')); // and no λ of another m
			}
			await entered.fill('500');
			await expect.poll(() => entered.getAttribute('aria-invalid')).toBe(null);
			expect(await page.locator('#code-m-error').isVisible()).toBe(false);
			await page.setViewportSize({ width: 1280, height: 720 });
		});

		test('says at a field of the form what is wrong with it', async () => {
			await field(page, 'm').fill('1000');
			const size = field(page, 'batchSize');
			const before = await page.locator('[data-library]').count();
			expect(before).toBeGreaterThan(20);
			await size.fill('2000');
			await expect.poll(() => size.getAttribute('aria-invalid')).toBe('true');
			const described = await size.evaluate((input) =>
				(input.getAttribute('aria-describedby') ?? '')
					.split(' ')
					.map((id) => document.getElementById(id)?.textContent)
					.join(' '),
			);
			expect(described).toMatch(key === 'en' ? /2,000 is more than the 1,000 training examples/ : /2,000/);
			expect(await summary(page)).toBe(text.invalid);
			const colorOf = (where: string) =>
				page
					.locator(where)
					.first()
					.evaluate((element) => getComputedStyle(element).color);
			expect(await colorOf('.spelling-value')).not.toBe(await colorOf('h1')); // the rows are of before
			expect(await page.locator('[data-library]').count()).toBe(before);
			await size.fill('20');
			await expect.poll(() => size.getAttribute('aria-invalid')).toBe(null);
			expect(await page.locator('.field-error:visible').count()).toBe(0);
		});

		test('asks anew beside other code, and takes no answer of the code before for it', async () => {
			const entered = (name: string) => page.locator(`[data-field="${name}"] :is(input, select)`);
			await box(page).fill('glmnet(x, y, alpha = 0, lambda = 0.5)');
			await entered('m').fill('32');
			await entered('targetDeviation').fill('6.03');
			await expect.poll(() => spelled(page, 'sklearn-ridge')).toContain('2.65');
			await box(page).fill('glmnet(x, y, alpha = 0, lambda = 0.25)');
			await expect.poll(() => spelled(page, 'sklearn-ridge')).toContain('1.32');
			await box(page).fill('MLPClassifier(alpha=1e-3, batch_size=64)');
			await expect.poll(() => entered('m').inputValue()).toBe('');
			expect(await entered('targetDeviation').isVisible()).toBe(false);
			await entered('m').fill('32');
			await expect.poll(() => page.locator('code-box').textContent()).toContain(said.wholeBatch('64', '32'));
			expect(await page.locator('form [aria-invalid="true"]').count()).toBe(0);
		});
	});

	test('choosing a row that does not train on the loss of the form brings its own', async () => {
		const { page, errors } = await open(browser, '/convert/');
		const loss = () => field(page, 'loss').inputValue();
		await field(page, 'from').selectOption('keras-l2');
		await expect.poll(() => page.locator('.spelling.asked').getAttribute('data-library')).toBe('keras-l2');
		expect(await loss()).toBe('softmax-cross-entropy'); // which it can have
		await field(page, 'from').selectOption('sklearn-ridge');
		await expect.poll(() => page.locator('.spelling.asked').getAttribute('data-library')).toBe('sklearn-ridge');
		expect(await loss()).toBe('');
		expect(await page.locator('[data-part="further"]').textContent()).not.toContain('softmax');
		expect(await page.locator('form.converter [aria-invalid="true"]').count()).toBe(0);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test.each(partOf(LANGUAGES, 1, 2))('says all spellings without script in $name', async ({ path, key }) => {
		const { page } = await open(browser, `${path}convert/`, { javaScriptEnabled: false });
		const shown = await page
			.locator('[data-library]')
			.evaluateAll((all) => all.map((one) => one.getAttribute('data-library')));
		const others = LIBRARY_IDS.filter((id) => !shown.includes(id)).map((id) => libraries[id].name);
		const note = await page.locator('.spellings-omitted').textContent();
		expect(note).toBe(CONVERTER_TEXT[key].notTrained(others)); // on the loss of the example
		expect(shown).toContain('sklearn-logistic-regression');
		expect(await spelled(page, 'keras-l2')).toBe('l2 = 0.00025'); // half of the 5e-4 of the code that the page opens on
		expect(await page.locator('form.converter').isVisible()).toBe(false);
		expect(await page.locator('lambda-converter button:visible').count()).toBe(0);
		await page.context().close();
	});

	test('is worked by the keyboard: a value typed changes all rows and the address', async () => {
		const { page, errors, strangers } = await open(browser, `/convert/${LAMBDA_ALONE}`);
		await expect.poll(() => spelled(page, 'pytorch-sgd')).toBe('weight_decay = 0.001');
		const before = await values(page);
		await page.locator('select[name="from"]').focus();
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('value');
		await page.keyboard.press('ControlOrMeta+A');
		await page.keyboard.type('7');
		await expect.poll(() => spelled(page, 'pytorch-sgd')).toBe('weight_decay = 0.007');
		const after = await values(page);
		expect(after.length).toBe(LIBRARY_IDS.length);
		for (const [index, value] of after.entries()) expect(value).not.toBe(before[index]);
		await expect
			.poll(() => new URL(page.url()).search)
			.toBe('?from=lambda&value=7&m=1000&batchSize=32&learningRate=0.01');
		await row(page, 'caffe').locator('summary').focus();
		await page.keyboard.press('Enter');
		expect(await row(page, 'caffe').locator('pre').isVisible()).toBe(true);
		await page.locator('input[name="m"]').fill('700');
		await expect.poll(() => spelled(page, 'caffe')).toBe('weight_decay = 0.01');
		expect(await row(page, 'caffe').locator('pre').isVisible()).toBe(true); // an open row stays open
		expect(errors).toEqual([]);
		expect(strangers).toEqual([]);
		await page.context().close();
	});

	test.each(partOf(LANGUAGES, 1, 3))(
		'shows and copies the code of the later m, with cards for what can be kept, in $name',
		async ({ path, key }) => {
			const { page, errors } = await open(browser, `${path}convert/?from=pytorch-adamw&value=0.1&m=50000&newM=500000`, {
				permissions: ['clipboard-read', 'clipboard-write'],
				viewport: { width: 390, height: 844 },
			});
			const { moved, copy, copied } = CONVERTER_TEXT[key];
			const adamw = row(page, 'pytorch-adamw');
			await expect.poll(() => adamw.locator('.spelling-later').textContent()).toBe(moved.becomes('0.01'));
			await adamw.locator('summary').click();
			expect(await adamw.locator('.spelling-for').textContent()).toBe(moved.codeFor('500,000'));
			await adamw.getByRole('button', { name: copy }).click();
			await expect.poll(() => adamw.locator('.spelling-said').textContent()).toBe(copied);
			expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('weight_decay=0.01)');
			expect(await page.locator('.keep').textContent()).not.toContain('λ');
			expect(await page.locator('[data-part="measured"]').textContent()).toBe(moved.measured(moved.models(false)));
			await page.locator('input[name="keep"][value="keep-over-m"]').check({ force: true });
			await expect.poll(() => adamw.locator('pre').textContent()).toContain('weight_decay=0.1)');
			await page.locator('select[name="from"]').selectOption('pytorch-sgd');
			await expect.poll(() => page.locator('.keep').textContent()).toContain('λ/√m');
			await page.locator('input[name="newM"]').fill('7');
			await expect
				.poll(() => page.locator('[data-part="measured"]').textContent())
				.toBe(moved.notMeasured(moved.models(false), 'm/7,140'));
			for (const width of [320, 390, 768, 1440]) {
				await page.setViewportSize({ width, height: 844 });
				const [label, times] = await page
					.locator('.times > *')
					.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
				if (!label || !times) throw new Error('the slider has no label');
				expect(label.right <= times.left || label.bottom <= times.top, `at ${width}`).toBe(true);
			}
			expect(errors).toEqual([]);
			await page.context().close();
		},
	);

	test('has what a link states and not the example, whose box is empty then, and moves nothing for it', async () => {
		const { page, errors } = await open(browser, `/convert/${LAMBDA_ALONE}`, { viewport: { width: 390, height: 844 } });
		const shift = await page.evaluate(
			() =>
				new Promise<number>((resolve) => {
					new PerformanceObserver((list) => {
						resolve(list.getEntries().reduce((sum, entry) => sum + ((entry as { value?: number }).value ?? 0), 0));
					}).observe({ type: 'layout-shift', buffered: true });
					setTimeout(() => resolve(0), 1000); // nothing has moved
				}),
		);
		expect(shift).toBeLessThan(0.02);
		expect(errors).toEqual([]); // the policy of scripts allows it
		expect(await box(page).inputValue()).toBe('');
		expect(await page.locator('.code-answer').textContent()).toBe('');
		expect(await originSaid(page)).toEqual([text.origin.hand]);
		await expect.poll(() => page.locator('.own .spelling-value').textContent()).toBe('λ = 1');
		await page.context().close();
	});

	test('opens the state of a link', async () => {
		const { page, errors } = await open(browser, '/convert/?from=keras-l2&value=0.01&m=500&loss=squared-error');
		await expect.poll(() => page.locator('.own .spelling-value').textContent()).toBe('λ = 10');
		expect(await page.locator('select[name="from"]').inputValue()).toBe('keras-l2');
		expect(await page.locator('input[name="batchSize"]').inputValue()).toBe('');
		expect(await page.locator('.spelling.asked').getAttribute('data-library')).toBe('keras-l2');
		expect(await spelled(page, 'sklearn-ridge')).toBe('alpha = 5');
		expect(await page.locator('.spellings-omitted').textContent()).toContain('LIBLINEAR');
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test.each(partOf(LANGUAGES, 1, 4))(
		'says by the slider of m which libraries’ numbers change, by the keyboard, and keeps it in the link, in $name',
		async ({ path, key }) => {
			const { page, errors } = await open(browser, `${path}convert/?from=pytorch-sgd&value=0.005&m=1000`, {
				viewport: { width: 320, height: 640 },
			});
			const { moved } = CONVERTER_TEXT[key];
			const changes = (id: string) => row(page, id).locator('.spelling-later').getAttribute('data-stays');
			const slider = page.getByRole('slider', { name: moved.title });
			await slider.focus();
			for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight');
			await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe(moved.times('10'));
			expect(await slider.evaluate(stepsLost)).toBe(0);
			const newM = page.getByLabel(CONVERTER_TEXT[key].newM, { exact: true });
			expect(await newM.inputValue()).toBe('10000');
			await expect.poll(() => page.locator('[data-part="counted"]').textContent()).toContain('10,000');
			expect(await changes('pytorch-sgd')).toBe('false');
			expect(await changes('sklearn-logistic-regression')).toBe('true');
			await page.locator('input[name="keep"]').first().focus();
			await page.keyboard.press('ArrowRight');
			await page.keyboard.press('ArrowRight');
			await expect.poll(() => changes('pytorch-sgd')).toBe('true');
			expect(await changes('sklearn-logistic-regression')).toBe('false');
			await expect.poll(() => new URL(page.url()).searchParams.get('newM')).toBe('10000');
			await expect.poll(() => new URL(page.url()).searchParams.get('keep')).toBe('keep-over-m');
			await expectToFit(page);
			await page.reload();
			await expect.poll(() => changes('pytorch-sgd')).toBe('true');
			expect(await slider.getAttribute('aria-valuetext')).toBe(moved.times('10'));
			await newM.fill('');
			await expect.poll(() => page.locator('.spelling-later').count()).toBe(0);
			expect(await page.locator('[data-part="moved"]').isVisible()).toBe(false);
			expect(errors).toEqual([]);
			await page.context().close();
		},
	);

	describe('on one page as it opens', () => {
		let page: Page;
		let errors: string[];
		beforeAll(async () => {
			({ page, errors } = await open(browser, '/convert/', { permissions: ['clipboard-read', 'clipboard-write'] }));
		});
		afterEach(() => expect(errors).toEqual([]));
		afterAll(() => page?.context().close());

		test('asks for neither the libraries nor zod before it is used', async () => {
			const scripts = () =>
				page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).length);
			const before = await scripts();
			await page.locator('input[name="value"]').focus();
			await expect.poll(scripts).toBeGreaterThan(before);
			expect(new URL(page.url()).search).toBe('');
		});

		test('says that it reads for as long as its reader comes, and that nothing is of that code yet', async () => {
			const context = await browser.newContext({ serviceWorkers: 'block' });
			const slow = await context.newPage();
			let goOn = () => {};
			const gate = new Promise<void>((resolve) => {
				goOn = resolve;
			});
			await slow.route(/codeOnDemand.*\.js/, async (route) => {
				await gate;
				await route.continue();
			});
			await slow.goto(`${inject('serverUrl')}/convert/`);
			const [said, origin] = [slow.locator('.code-reading'), slow.locator('.origin')];
			const ink = () => slow.locator('.code-lambda strong').evaluate((one) => getComputedStyle(one).color);
			const before = await ink();
			expect(await said.isVisible()).toBe(false);
			await box(slow).fill('Ridge(alpha=3)');
			expect(await said.isVisible()).toBe(true);
			expect(await origin.innerText()).toBe(await said.innerText());
			expect(await ink()).not.toBe(before);
			goOn();
			await said.waitFor({ state: 'hidden' });
			expect(await origin.innerText()).toBe(text.origin.code);
			expect(await ink()).toBe(before);
			expect(await slow.locator('.code-lambda strong').textContent()).toBe('λ = 3');
			await context.close();
		});

		test('finds a library by its name, and copies its code', async () => {
			await page.getByLabel(text.filter).fill('TORCH adamw');
			expect(await page.locator('[data-library]:visible').count()).toBe(1);
			await expect.poll(() => page.locator('[data-part="filtered"]').textContent()).toBe(text.filtered(1));
			await row(page, 'pytorch-adamw').locator('summary').click();
			await row(page, 'pytorch-adamw').getByRole('button', { name: text.copy }).click();
			await expect.poll(() => row(page, 'pytorch-adamw').locator('.spelling-said').textContent()).toBe(text.copied);
			expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('torch.optim.AdamW(');
			await row(page, 'pytorch-adamw').locator('summary').click();
			await page.getByLabel(text.filter).fill('');
		});

		test('proves a row by training, and says why another cannot be', async () => {
			const prove = async (id: string) => {
				await row(page, id).locator('summary').click();
				await row(page, id).getByRole('button', { name: text.prove }).click();
				return row(page, id).locator('.proof');
			};
			const proof = await prove('pytorch-sgd');
			await proof.locator('table').waitFor();
			expect(await proof.textContent()).toContain(text.sameWeights);
			const weights = await proof
				.locator('tbody tr')
				.evaluateAll((rows) => rows.map((one) => [...one.querySelectorAll('td')].map((cell) => cell.textContent)));
			expect(weights.length).toBe(6);
			for (const [one, other] of weights) expect(one).toBe(other);
			const tree = await prove('xgboost-gbtree');
			await expect.poll(() => tree.textContent()).toContain(text.notExpressible.trim());
		});

		test('leads from each language to the other', async () => {
			await page.locator('.languages a[hreflang="zh-Hans"]').click();
			await page.waitForURL(`${inject('serverUrl')}/zh/convert/`);
			expect(await page.locator('h1').textContent()).toBe('你的库里的 λ');
		});
	});
});
