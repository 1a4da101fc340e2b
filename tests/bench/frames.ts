/**
 * `npm run frames`: how many pictures a second the Lab draws while six runs of 300 examples play for ten seconds, in a real
 * browser against `npm start`, how many of them are late, and what the page's own thread does for each.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { localServer } from '../../scripts/localServer.ts';
import { encodeState } from '../../site/lab/state/link.ts';
import { launchBrowser } from '../support/chromium.ts';
import { freePort } from '../support/server.ts';
import { sixRuns } from './sixRuns.ts';

const SECONDS = 10;
/** Two frames of a screen: a picture that takes longer after the last one is late. */
const LATE_MS = 2000 / 60;
/** Of the speeds that a reader chooses from: twenty seconds for a training. */
const SPEED = '1';
const state = await mkdtemp(join(tmpdir(), 'frames-'));
const port = await freePort();
const server = process.env.LAB_URL ? null : await localServer({ port, state });
const origin = process.env.LAB_URL ?? `http://localhost:${port}`;
const browser = await launchBrowser();
try {
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	await page.addInitScript(countPictures);
	await page.goto(`${origin}/lab/#${await encodeState(sixRuns)}`, { waitUntil: 'networkidle' });
	await page.locator('lambda-lab[data-ready]').waitFor();
	await page.waitForTimeout(1500); // workers, kernel and charts have come
	const chosen = page.locator('select[name="speed"]');
	if ((await chosen.count()) > 0) await chosen.selectOption(SPEED);
	await page.locator('[data-action="play"]').first().click();
	await page.waitForTimeout(500);
	process.stdout.write(`${JSON.stringify(await measure(page), null, 1)}\n`);
} finally {
	await browser.close();
	await server?.kill();
	await rm(state, { recursive: true, force: true });
}

async function measure(page: Page) {
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable');
	const read = async () => {
		const { metrics } = await session.send('Performance.getMetrics');
		const all = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
		return { all, pictures: await page.evaluate(() => (globalThis as unknown as { pictures: number[] }).pictures) }; // of `countPictures`
	};
	const before = await read();
	await page.waitForTimeout(SECONDS * 1000);
	const after = await read();
	const times = after.pictures.slice(before.pictures.length);
	const gaps = times.slice(1).map((time, i) => time - (times[i] ?? time));
	const spent = (name: string) =>
		Math.round(((((after.all[name] ?? 0) - (before.all[name] ?? 0)) * 1000) / times.length) * 100) / 100;
	return {
		picturesASecond: Math.round((gaps.length / ((times.at(-1) ?? 0) - (times[0] ?? 0))) * 10_000) / 10,
		lateShare: Math.round((gaps.filter((gap) => gap > LATE_MS).length / gaps.length) * 1000) / 1000,
		longestGapMs: Math.round(Math.max(...gaps)),
		millisecondsAPicture: {
			task: spent('TaskDuration'),
			script: spent('ScriptDuration'),
			layout: spent('LayoutDuration'),
			style: spent('RecalcStyleDuration'),
		},
	};
}

/** In the page: notes when frames come in which a canvas is drawn of pixels. */
function countPictures(): void {
	const pictures: number[] = [];
	Object.assign(globalThis, { pictures });
	const draw = CanvasRenderingContext2D.prototype.putImageData;
	let isNoted = false;
	CanvasRenderingContext2D.prototype.putImageData = function (this: CanvasRenderingContext2D, ...given: unknown[]) {
		if (!isNoted) {
			isNoted = true;
			requestAnimationFrame((time) => {
				isNoted = false;
				pictures.push(time);
			});
		}
		return draw.apply(this, given as Parameters<typeof draw>);
	};
}
