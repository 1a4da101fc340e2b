/**
 * How much faster an experiment is computed in a browser when its runs are spread over a worker a core: each experiment is run by
 * one worker and by all in turn, round after round, on one machine in one browser, and the median of each is printed with
 * their ratio. The numbers of both are held against the committed ones by the page itself.
 *
 *   npm run pool
 */
import { cpus } from 'node:os';
import type { Browser } from 'playwright-core';
import { EXPERIMENT_FIGURE_TEXT } from '../../site/text/experimentFigure/experimentFigureText.ts';
import { launchBrowser } from '../support/chromium.ts';
import { startServer } from '../support/server.ts';

const ROUNDS = 3;
const EXPERIMENTS = ['notebook', 'overfitting', 'early-stopping', 'lambda-across-sizes'];
const PATIENCE_MS = 180_000;

const text = EXPERIMENT_FIGURE_TEXT.en;
const cores = cpus().length;
const server = await startServer();
const browser = await launchBrowser();
try {
	process.stdout.write(`${cores} cores; seconds from the press of the button to the verdict, medians of ${ROUNDS}\n`);
	for (const name of EXPERIMENTS) {
		const seconds: Record<'one' | 'all', number[]> = { one: [], all: [] };
		for (let round = 0; round < ROUNDS; round++) {
			seconds.one.push(await secondsOf(browser, name, 1));
			seconds.all.push(await secondsOf(browser, name, cores));
		}
		const [one, all] = [median(seconds.one), median(seconds.all)];
		process.stdout.write(
			`${name.padEnd(22)} one worker ${one.toFixed(2)}, ${cores} workers ${all.toFixed(2)}: ${(one / all).toFixed(2)} times\n`,
		);
	}
} finally {
	await browser.close();
	await server.stop();
}

/** @throws Error where the numbers are not the committed ones */
async function secondsOf(browser: Browser, name: string, workers: number): Promise<number> {
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.addInitScript((count) => {
		Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => count });
	}, workers);
	await page.goto(`${server.url}/replication/#${name}`, { waitUntil: 'networkidle' });
	const row = page.locator(`#figure-${name}`);
	const outcome = row.locator('[data-part="outcome"]:not(:empty)');
	const run = async () => {
		const from = performance.now();
		await row.locator('[data-part="here"]').click();
		await outcome.waitFor({ timeout: PATIENCE_MS });
		return (performance.now() - from) / 1000;
	};
	await run(); // the workers are warm from here on
	const taken = await run();
	const said = await outcome.textContent();
	await context.close();
	if (said !== text.same(text.inBrowser)) throw new Error(`${name} with ${workers} workers: ${said}`);
	return taken;
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
