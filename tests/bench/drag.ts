/**
 * `npm run drag`: how long each handle of the article's figures takes from the reader's input to the new picture, in a
 * real browser against `npm start`. Every slider is moved by arrow keys, every grip by the mouse, sixty times a second;
 * where a figure has an m, its other handles are tried at the stops nearest to 30 and to 300.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { localServer } from '../../scripts/localServer.ts';
import { launchBrowser } from '../support/chromium.ts';
import { freePort } from '../support/server.ts';

const MOVES = 40;
const FRAME_MS = 1000 / 60;
/** How long the last picture may take to come. */
const REST_MS = 700;
const SIZES = [30, 300];

const state = await mkdtemp(join(tmpdir(), 'drag-'));
const port = await freePort();
const server = await localServer({ port, state });
const browser = await launchBrowser();
try {
	const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
	await page.goto(`http://localhost:${port}/`, { waitUntil: 'networkidle' });
	await watch(page);
	process.stdout.write(
		'| figure | handle | m | pictures | median ms | slowest ms | longest task ms |\n|---|---|---|---|---|---|---|\n',
	);
	for (const figure of await page.locator('.live-figure').all()) await measureFigure(page, figure);
} finally {
	await browser.close();
	await server.kill();
	await rm(state, { recursive: true, force: true });
}

async function measureFigure(page: Page, figure: Locator): Promise<void> {
	const name = ((await figure.getAttribute('id')) ?? '').replace('figure-', '');
	await figure.scrollIntoViewIfNeeded();
	await page.waitForTimeout(1500); // workers, kernel and charts have come
	const guess = figure.locator('[data-part="skip"]:visible');
	if ((await guess.count()) > 0) await guess.click();
	const sliders = await figure.locator('input[type="range"][data-handle]:visible:enabled').all();
	const m = figure.locator('input[type="range"][data-handle="m"]:enabled');
	const sizes = (await m.count()) > 0 ? SIZES : [null];
	for (const size of sizes) {
		for (const slider of sliders) {
			if (size !== null) await goTo(m, size);
			const handle = (await slider.getAttribute('data-handle')) ?? '';
			await measure(page, [name, handle, size], () => pressArrows(page, slider));
		}
		for (const grip of await figure.locator('.grip:visible').all()) {
			if (size !== null) await goTo(m, size);
			const label = (await grip.getAttribute('aria-label')) ?? 'grip';
			await measure(page, [name, label, size], () => dragAbout(page, grip));
		}
	}
}

async function measure(page: Page, [name, handle, size]: [string, string, number | null], move: () => Promise<void>) {
	await page.waitForTimeout(REST_MS);
	await page.evaluate(() => Object.assign(globalThis, { pictures: [], tasks: [] }));
	await move();
	await page.waitForTimeout(REST_MS);
	const noted = await page.evaluate(() => {
		const { pictures, tasks } = globalThis as unknown as { pictures: number[]; tasks: number[] }; // `watch` made them
		return { pictures, tasks };
	});
	const pictures = noted.pictures.sort((a, b) => a - b);
	const show = (value: number | undefined) => (value === undefined ? '–' : String(Math.round(value)));
	const median = show(pictures[Math.floor(pictures.length / 2)]);
	const cells = [
		name,
		handle,
		size ?? '',
		pictures.length,
		median,
		show(pictures.at(-1)),
		show(Math.max(0, ...noted.tasks)),
	];
	process.stdout.write(`| ${cells.join(' | ')} |\n`);
}

/** Puts a slider at the stop nearest to a value. */
async function goTo(slider: Locator, value: number): Promise<void> {
	await slider.evaluate((element, wanted) => {
		const input = element as HTMLInputElement; // the locator names one
		const stops = JSON.parse(input.dataset.values ?? '[]') as number[]; // Handle.astro wrote them
		const distances = stops.map((stop) => Math.abs(Math.log(stop / wanted)));
		input.value = String(distances.indexOf(Math.min(...distances)));
		input.dispatchEvent(new Event('input', { bubbles: true }));
	}, value);
}

async function pressArrows(page: Page, slider: Locator): Promise<void> {
	await slider.focus();
	const stops = Number(await slider.getAttribute('max'));
	const half = Math.min(MOVES / 4, Math.max(1, Math.floor(stops / 2)));
	for (let i = 0; i < MOVES; i++) {
		await page.keyboard.press(Math.floor(i / half) % 2 === 0 ? 'ArrowLeft' : 'ArrowRight');
		await page.waitForTimeout(FRAME_MS);
	}
}

async function dragAbout(page: Page, grip: Locator): Promise<void> {
	const box = await grip.boundingBox();
	if (!box) return;
	const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
	await page.mouse.move(x, y);
	await page.mouse.down();
	for (let i = 1; i <= MOVES; i++) {
		const turn = (2 * Math.PI * i) / MOVES;
		await page.mouse.move(x + 30 * Math.sin(turn), y + 20 * (1 - Math.cos(turn)));
		await page.waitForTimeout(FRAME_MS);
	}
	await page.mouse.up();
}

/** Notes how long each picture took: from the input to the first task after the frame that holds it. */
async function watch(page: Page): Promise<void> {
	await page.evaluate(() => {
		const noted = { pictures: [] as number[], tasks: [] as number[] };
		Object.assign(globalThis, noted);
		const now = globalThis as unknown as typeof noted; // what was just assigned
		document.addEventListener('figure-drawn', (event) => {
			const { inputAt } = (event as CustomEvent<{ inputAt: number }>).detail;
			requestAnimationFrame(() => {
				const channel = new MessageChannel();
				channel.port1.onmessage = () => now.pictures.push(performance.now() - inputAt);
				channel.port2.postMessage(null);
			});
		});
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) now.tasks.push(duration);
		}).observe({ type: 'longtask' });
	});
}
