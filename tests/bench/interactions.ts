/**
 * `npm run interactions`: how long the Lab takes from an input to the next picture, by the browser's own Event Timing
 * (which rounds to 8 ms and counts from 16 on), with six runs of 300 examples, at the whole processor and at a fourth
 * of it, in a real browser against `npm start`. A shared machine measures itself too: run it alone.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { localServer } from '../../scripts/localServer.ts';
import { encodeState } from '../../site/lab/state/link.ts';
import { launchBrowser } from '../support/chromium.ts';
import { freePort } from '../support/server.ts';
import { sixRuns } from './sixRuns.ts';

const SLOWED = [1, 4];
/** Inputs of one kind, one after the other, as a hand makes them. */
const TIMES = 8;
const PAUSE_MS = 120;
/** How long the trainings and pictures of an input may take until the next kind begins. */
const REST_MS = 1500;

type Inputs = (page: Page) => Promise<void>;

const pressed = async (page: Page, key: string) => {
	await page.keyboard.press(key);
	await page.waitForTimeout(PAUSE_MS);
};

const arrows =
	(name: string): Inputs =>
	async (page) => {
		await page.locator(`lambda-lab input[name="${name}"]`).first().focus();
		for (let i = 0; i < TIMES; i++) await pressed(page, i % 4 === 3 ? 'ArrowRight' : 'ArrowLeft');
	};

const clicks =
	(found: (page: Page) => Locator, { every = false, times = 2 } = {}): Inputs =>
	async (page) => {
		const all = await found(page).all();
		for (let i = 0; i < (every ? all.length : times); i++) {
			await all[every ? i : 0]?.click({ force: true }); // a radio lies under its picture
			await page.waitForTimeout(PAUSE_MS * 3);
		}
	};

const action = (name: string): Inputs => clicks((page) => page.locator(`[data-action="${name}"]:visible`).first());

const KINDS: readonly [name: string, inputs: Inputs][] = [
	['λ, by arrow keys', arrows('lambda')],
	['m, by arrow keys', arrows('rows')],
	['epoch, by arrow keys', arrows('epoch')],
	['noise, by arrow keys', arrows('pick-noise')],
	['data sets', clicks((page) => page.locator('lambda-lab input[name="pick-data"]'), { every: true })],
	['networks', clicks((page) => page.locator('lambda-lab input[name="pick-model"]'), { every: true })],
	['play and pause', action('play')],
	['a step', action('step')],
	['another run chosen', clicks((page) => page.locator('[data-select]:visible'), { every: true })],
	['More', clicks((page) => page.locator('lambda-lab summary', { hasText: 'More:' }))],
	['Undo', action('undo')],
	['points edited', action('points')],
	['a question', clicks((page) => page.locator('[data-preset]:visible'), { every: true })],
];

const state = await mkdtemp(join(tmpdir(), 'interactions-'));
const port = await freePort();
const server = await localServer({ port, state });
const browser = await launchBrowser();
try {
	process.stdout.write(
		'| inputs | processor | slowest ms | median ms | inputs counted | longest task ms |\n|---|---|---|---|---|---|\n',
	);
	for (const rate of SLOWED) {
		const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
		await page.addInitScript(watchInputs);
		await page.goto(`http://localhost:${port}/lab/#${await encodeState(sixRuns)}`, { waitUntil: 'networkidle' });
		await page.locator('lambda-lab[data-ready]').waitFor();
		await page.waitForTimeout(REST_MS);
		const session = await page.context().newCDPSession(page);
		await session.send('Emulation.setCPUThrottlingRate', { rate });
		for (const [name, inputs] of KINDS) process.stdout.write(await row(page, name, rate, inputs));
		await page.close();
	}
} finally {
	await browser.close();
	await server.kill();
	await rm(state, { recursive: true, force: true });
}

async function row(page: Page, name: string, rate: number, inputs: Inputs): Promise<string> {
	await page.evaluate(() => (globalThis as unknown as Watched).watched.forget());
	await inputs(page);
	await page.waitForTimeout(REST_MS);
	const { inputs: times, tasks } = await page.evaluate(() => (globalThis as unknown as Watched).watched.told());
	const ascending = times.toSorted((a, b) => a - b);
	const median = ascending[Math.floor(ascending.length / 2)];
	return `| ${name} | 1/${rate} | ${ascending.at(-1) ?? '< 16'} | ${median ?? '< 16'} | ${times.length} | ${Math.round(Math.max(0, ...tasks))} |\n`;
}

interface Watched {
	watched: { forget: () => void; told: () => { inputs: number[]; tasks: number[] } };
}

/** In the page: keeps how long each interaction took, all of its events together, and each long task. */
function watchInputs(): void {
	const inputs = new Map<number, number>();
	const tasks: number[] = [];
	new PerformanceObserver((list) => {
		for (const { interactionId, duration } of list.getEntries() as PerformanceEventTiming[]) {
			if (interactionId) inputs.set(interactionId, Math.max(duration, inputs.get(interactionId) ?? 0));
		}
	}).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit); // lib.dom lacks the threshold
	new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
		type: 'longtask',
	});
	const forget = () => {
		inputs.clear();
		tasks.length = 0;
	};
	Object.assign(globalThis, { watched: { forget, told: () => ({ inputs: [...inputs.values()], tasks }) } });
}
