/** The article as a reader uses it: whole without script, alive in the hand, true to its limits. */
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { host } from '../../scripts/nodeHost.ts';
import { HERO_STOPS, heroTask, PUBLISHED_HERO } from '../../site/figures/hero/tasks.ts';
import { heroCaption, isFlatField } from '../../site/figures/hero/words.ts';
import { REFERENCES } from '../../site/text/article/references.ts';
import { LANGUAGES } from '../../site/text/languages.ts';
import { LiveTrainer } from '../../site/training/live/LiveTrainer.ts';
import { launchBrowser } from '../support/chromium.ts';
import { inBrowser } from '../support/inBrowser.ts';
import { partOf } from '../support/partOf.ts';
import { open } from './startPage.ts';

const FIGURES = [
	'same-lambda-more-data',
	'by-heart',
	'a-penalty',
	'early-stopping',
	'shrink-or-cut',
	'belief-meets-data',
	'six-spellings',
	'too-much-decay',
	'the-bowl',
	'ten-million-witnesses',
	'new-or-same-rows',
	'the-valley',
	'cost-of-moving',
	'derivation',
];
const MOST_WORDS = 5000;
const MOST_ELEMENTS = 6000;
const MOST_PIXELS = 26_000;
const MOST_PAGES = 20;
const MOST_SCRIPT_BYTES = 60_000;
const MOST_WORKER_BYTES = 90_000;

/** What stands on the page for a reader: without references and BibTeX. */
const textOf = async (page: Page) =>
	(await page.locator('.lead, .hero, .article-section[data-number]').allInnerTexts()).join('\n');

inBrowser('the article', { timeout: 60_000 }, () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	describe.each(partOf(LANGUAGES, 1, 16))('in $name', ({ path }) => {
		let plain: Page; // without script; what is read of it does not change it
		beforeAll(async () => {
			({ page: plain } = await open(browser, path, { javaScriptEnabled: false }));
		});
		afterAll(() => plain?.context().close());

		test('shows every figure without script: a picture, a caption, and nothing to press', async () => {
			const page = plain;
			expect(
				await page.locator('.live-figure').evaluateAll((all) => all.map(({ id }) => id.replace('figure-', ''))),
			).toEqual(FIGURES);
			for (const name of FIGURES) {
				const figure = page.locator(`#figure-${name}`);
				expect((await figure.locator('[data-part="caption"]').textContent())?.length, name).toBeGreaterThan(10);
				expect(await figure.locator('[data-part="picture"]').innerText(), name).not.toMatch(/undefined|NaN/);
				expect((await figure.locator('[data-part="picture"]').boundingBox())?.height, name).toBeGreaterThan(100);
				expect(await figure.locator('[data-part="handles"]').isVisible(), name).toBe(false);
			}
			for (const key of Object.keys(REFERENCES)) expect(await page.locator(`#reference-${key}`).count(), key).toBe(1);
		});

		test('leads nowhere that is not there', async () => {
			const targets = await plain
				.locator('main a')
				.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href)); // the locator names links
			const own = [...new Set(targets)]
				.map((href) => new URL(href))
				.filter(({ origin }) => origin === inject('serverUrl'));
			const pages = new Map<string, string>();
			for (const { pathname, hash } of own) {
				const html = pages.get(pathname) ?? (await (await fetch(`${inject('serverUrl')}${pathname}`)).text());
				pages.set(pathname, html);
				if (hash) expect(html, `${pathname}${hash}`).toMatch(new RegExp(`\\bid="?${hash.slice(1)}["\\s>]`));
			}
			expect(own.length).toBeGreaterThan(20);
		});

		test('holds no code name', async () => {
			const { page } = await open(browser, path);
			expect(await textOf(page)).not.toMatch(
				/over-2sqrt|over-2m|over-m\b|over-2b|breast-cancer|linear-teacher|network-teacher|relu-\d|tanh-\d|half-squared|axes\.|\bundefined\b|(?<!turns to |变成 )NaN/,
			);
			await page.context().close();
		});

		test(`has at most ${MOST_ELEMENTS} elements, ${MOST_PIXELS} pixels, ${MOST_PAGES} printed pages`, async () => {
			const { page } = await open(browser, path, { viewport: { width: 1440, height: 900 } });
			expect(await page.locator('*').count()).toBeLessThanOrEqual(MOST_ELEMENTS);
			expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(MOST_PIXELS);
			const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
			expect(pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(5);
			expect(pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeLessThanOrEqual(MOST_PAGES);
			await page.context().close();
		});

		test('sends at most 60 kB of script, compressed, before anything is scrolled', async () => {
			const { page, strangers, errors } = await open(browser, path, { isRead: false });
			const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
			const bytesOf = async (addresses: readonly string[]) => {
				const files = await Promise.all(addresses.map(async (address) => (await fetch(address)).arrayBuffer()));
				return files.reduce((sum, file) => sum + gzipSync(file).byteLength, 0);
			};
			const scripts = names.filter((name) => name.endsWith('.js') && !name.includes('liveWorker'));
			const worker = names.filter((name) => name.includes('liveWorker') || name.endsWith('.wasm'));
			expect(await bytesOf(scripts)).toBeGreaterThan(1000);
			expect(await bytesOf(scripts)).toBeLessThanOrEqual(MOST_SCRIPT_BYTES);
			expect(worker.some((name) => name.endsWith('.wasm'))).toBe(true);
			expect(await bytesOf([...new Set(worker)])).toBeLessThanOrEqual(MOST_WORKER_BYTES);
			expect([errors, strangers]).toEqual([[], []]);
			await page.context().close();
		});
	});

	test('sets exponents smaller, as the font says, and formulas of as few elements as they have parts', async () => {
		const { page } = await open(browser, '/', { javaScriptEnabled: false });
		const sizes = await page
			.locator('.article-section math msup > mn')
			.evaluateAll((powers) =>
				powers.map(
					(power) =>
						Number.parseFloat(getComputedStyle(power).fontSize) /
						Number.parseFloat(getComputedStyle(power.closest('math') ?? power).fontSize),
				),
			);
		expect(sizes.length).toBeGreaterThan(3);
		for (const size of sizes) expect(size).toBeCloseTo(0.7, 2);
		const inText = await page.locator('.article-section > p').locator('math, math *').count();
		expect(inText / (await page.locator('.article-section > p math').count())).toBeLessThan(4);
		await page.context().close();
	});

	test.each(partOf(LANGUAGES, 1, 17))(
		'lets a formula scroll in its box on a phone, and never the page, in $name',
		async ({ path }) => {
			const { page } = await open(browser, path, { viewport: { width: 320, height: 800 }, javaScriptEnabled: false });
			const displays = page.locator('.display-formula');
			expect(await displays.count()).toBeGreaterThan(4);
			for (const display of await displays.all()) {
				const { x, width } = (await display.boundingBox()) ?? { x: 0, width: 0 };
				expect(x + width).toBeLessThanOrEqual(320);
				expect(await display.evaluate((box) => getComputedStyle(box).overflowX)).toMatch(/auto|visible/);
			}
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
			await page.context().close();
		},
	);

	test(`is told in at most ${MOST_WORDS} words of English`, async () => {
		const { page } = await open(browser);
		const words = (await textOf(page)).match(/(?<!\p{L})(?:\p{L}[\p{L}’-]+|[aAI])(?!\p{L})/gu) ?? []; // symbols are none
		expect(words.length).toBeGreaterThan(2000);
		expect(words.length).toBeLessThanOrEqual(MOST_WORDS);
		await page.context().close();
	});

	test('is Chinese where it is Chinese', async () => {
		const { page } = await open(browser, '/zh/');
		const foreign = await page.locator('main').evaluate((main) => {
			for (const list of main.querySelectorAll('template')) list.replaceWith(list.content);
			const isLeft = (element: Element | null) =>
				element?.closest('[lang="en"], code, pre, math, .references, .by') != null;
			const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
			const texts: string[] = [];
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				const { parentElement } = node;
				if (parentElement?.closest('script, style') || isLeft(parentElement)) continue;
				texts.push(node.textContent ?? '');
			}
			const labels = [...main.querySelectorAll('[aria-label], [aria-valuetext], [title]')].filter(
				(one) => !isLeft(one),
			);
			for (const label of labels) {
				for (const name of ['aria-label', 'aria-valuetext', 'title']) texts.push(label.getAttribute(name) ?? '');
			}
			return texts.join('\n');
		});
		const names =
			/^(?:[Dd]ropout|bootstrap|sigmoid|lasso|MLE|Adam|AdamW|SGD|SGDW|ReLU|tanh|MAP|KKT|Lab|JSON|CSV|PNG|BibTeX|API|MNIST|NaN|PyTorch|Keras|scikit|learn|LogisticRegression|Ridge|MLPClassifier|Lasso|ElasticNet|Source|Serif|STIX|Two|Math|SIL|Open|Font|License|MIT|Palachy|Cross|Validated|grez|Plaut|Nowlan|Hinton|Hanson|Pratt|Krogh|Hertz|Loshchilov|Hutter|Xie|Wang|Aitchison|Goodfellow|Bengio|Courville|Hornik|Leshno|Montúfar|Tikhonov|Hoerl|Kennard|Tibshirani|Srivastava|Bishop|MacKay|Keng|Kingma|van|Laarhoven|Kosson|Angelo|Ali|Kolter|Hernández|García|König|Tim|Roughgarden|Andrew|FLOP|Hugging|Face|TensorFlow|JAX|optax)$/u;
		const words = (foreign.match(/[A-Za-zÀ-ÿ]{3,}/gu) ?? []).filter((word) => !names.test(word));
		expect([...new Set(words)]).toEqual([]);
		expect(foreign).not.toMatch(/您/);
		expect(foreign).not.toMatch(/[\u4e00-\u9fff][,;:?!]/); // full-width beside Chinese
		await page.context().close();
	});

	test('the hero trains what its handles say, and a fresh training gives the same numbers', async () => {
		const { page, errors } = await open(browser, '/', { viewport: { width: 1440, height: 900 } });
		const hero = page.locator('hero-figure[data-warm]');
		const caption = hero.locator('[data-part="caption"]');
		const published = await caption.textContent();
		const slider = hero.locator('input[data-handle="m"]');
		const box = await slider.boundingBox();
		if (!box) throw new Error('the slider is there');
		await page.mouse.move(
			box.x + (box.width * HERO_STOPS.m.indexOf(300)) / (HERO_STOPS.m.length - 1),
			box.y + box.height / 2,
		);
		await page.mouse.down();
		await page.mouse.move(box.x + box.width / 3, box.y + box.height / 2, { steps: 12 });
		await page.mouse.up();
		await hero.locator('input[data-handle="lambda"]').press('ArrowLeft');
		await expect.poll(() => caption.textContent()).not.toBe(published);
		const stop = Number(await slider.inputValue());
		const state = {
			...PUBLISHED_HERO,
			m: HERO_STOPS.m[stop] ?? 0,
			lambda: HERO_STOPS.lambda[HERO_STOPS.lambda.indexOf(0.5) - 1] ?? 0,
		};
		const trainer = new LiveTrainer(host);
		const [undivided, divided] = [
			await trainer.train(heroTask('undivided', state)),
			await trainer.train(heroTask('divided', state)),
		].map(({ final, looks }) => ({ final, isFlat: isFlatField(looks[0]?.probability ?? []) }));
		if (!undivided || !divided) throw new Error('two were trained');
		await expect.poll(() => caption.textContent()).toBe(heroCaption(state, { undivided, divided }, 'en'));
		expect(await hero.locator('.ghost:visible').count()).toBe(2);
		await hero.locator('[data-part="back"]').click();
		await expect.poll(() => caption.textContent()).toBe(published);
		expect(await hero.locator('.ghost:visible').count()).toBe(0);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('the λ, the 2 and the m of Eq 1 move the hero, by mouse, keyboard and touch', async () => {
		const { page } = await open(browser, '/', { viewport: { width: 1440, height: 900 }, hasTouch: true });
		await page.locator('hero-figure[data-warm]').waitFor();
		const state = (name: string) =>
			page.locator(`hero-figure input[data-handle="${name}"]`).getAttribute('aria-valuetext');
		const handle = (name: string) => page.locator(`.equation-handle[data-equation-handle="${name}"]`);
		await handle('m').focus();
		await page.keyboard.press('ArrowRight');
		expect(await state('m')).toBe('360');
		await handle('lambda').hover();
		await page.mouse.down();
		const box = await handle('lambda').boundingBox();
		await page.mouse.move((box?.x ?? 0) - 40, box?.y ?? 0, { steps: 4 });
		await page.mouse.up();
		expect(Number(await state('lambda'))).toBeLessThan(0.5);
		await handle('two').tap();
		await expect.poll(() => handle('two').getAttribute('aria-checked')).toBe('false');
		await expect.poll(() => page.locator('[data-part="formula-divided"]').textContent()).toBe('λ/m · ‖W‖²');
		await page.context().close();
	});

	test('the server trains what the hero shows, tells of it, and comes to the same numbers', async () => {
		const { page, errors } = await open(browser);
		await page.locator('hero-figure[data-warm] [data-part="edge"]').click();
		await expect
			.poll(() => page.locator('[data-part="edge-said"]').textContent(), { timeout: 30_000 })
			.toContain('exactly the same numbers');
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('every figure opens in the Lab in its present state', async () => {
		const { page, errors } = await open(browser, '/lab/');
		for (const name of partOf(FIGURES, 6)) {
			await page.goto(`${inject('serverUrl')}/#figure-${name}`); // its menu is waited for
			const figure = page.locator(`#figure-${name}`);
			await figure.scrollIntoViewIfNeeded();
			if (name === 'the-valley') await figure.locator('[data-part="skip"]').click();
			await figure.locator('[data-part="menu"]:not([hidden])').waitFor();
			await figure.locator('.figure-menu summary').click();
			await figure.locator('[data-action="lab"]').click();
			await page.locator('lambda-lab[data-ready]').waitFor();
			expect(await page.locator('.run-card').count(), name).toBeGreaterThan(0);
			expect(await page.locator('.run-card[data-wrong]').count(), name).toBe(0);
		}
		expect(errors).toEqual([]);
		await page.context().close();
	}, 120_000);

	test('has a picture, a feed and a site map', async () => {
		const get = async (path: string) => (await fetch(`${inject('serverUrl')}${path}`)).headers.get('content-type');
		expect(await get('/social.png')).toBe('image/png');
		expect(await get('/feed.xml')).toMatch('xml');
		expect(await get('/sitemap.xml')).toMatch('xml');
	});
});
