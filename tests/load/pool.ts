/**
 * How much faster an experiment is computed in a browser when its runs are spread over a worker a core: each experiment is
 * run by one worker and by all in turn, round after round, in one browser with warm workers, and the median of each is
 * printed with their ratio. The numbers of both are held against the committed ones by the page itself.
 *
 * What the machine itself allows stands beside it: as many pages as it has cores, each with one worker, compute the same
 * experiment at the same time; on a machine whose cores are free and share nothing, each takes as long as alone.
 *
 *   npm run pool
 */
import { cpus } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { EXPERIMENT_FIGURE_TEXT } from '../../site/text/experimentFigure/experimentFigureText.ts';
import { launchBrowser } from '../support/chromium.ts';
import { startServer } from '../support/server.ts';

const ROUNDS = 5;
/** A short experiment and a longer one. */
const EXPERIMENTS = ['overfitting', 'early-stopping'];
/** No further round of an experiment begins after this. */
const EXPERIMENT_MS = 45_000;
const PATIENCE_MS = 60_000;

const text = EXPERIMENT_FIGURE_TEXT.en;
const cores = cpus().length;
const server = await startServer();
const browser = await launchBrowser();
try {
	process.stdout.write(`${cores} cores; medians of at most ${ROUNDS} rounds, in seconds from button to verdict\n`);
	for (const name of EXPERIMENTS) await measure(name);
} finally {
	await browser.close();
	await server.stop();
}

async function measure(name: string): Promise<void> {
	const single = await Promise.all(Array.from({ length: cores }, () => open(browser, name, 1)));
	const [one] = single;
	const all = await open(browser, name, cores);
	if (!one) throw new Error('a machine has a core');
	for (const page of [...single, all]) await secondsOf(page, name); // the workers are warm from here on
	const seconds: Record<'one' | 'all' | 'beside', number[]> = { one: [], all: [], beside: [] };
	const until = performance.now() + EXPERIMENT_MS;
	for (let round = 0; round < ROUNDS && (round === 0 || performance.now() < until); round++) {
		seconds.one.push(await secondsOf(one, name));
		seconds.all.push(await secondsOf(all, name));
		seconds.beside.push(Math.max(...(await Promise.all(single.map((page) => secondsOf(page, name))))));
	}
	const [alone, shared, beside] = [median(seconds.one), median(seconds.all), median(seconds.beside)];
	process.stdout.write(
		`${name.padEnd(16)} one worker ${alone.toFixed(2)}, ${cores} workers ${shared.toFixed(2)}: ${(alone / shared).toFixed(2)} times; ` +
			`${cores} pages at once ${beside.toFixed(2)}: the machine allows ${((cores * alone) / beside).toFixed(2)}\n`,
	);
	for (const page of [...single, all]) await page.context().close();
}

/** A page that believes in so many cores, at an experiment of the replication page. */
async function open(browser: Browser, name: string, workers: number): Promise<Page> {
	const page = await (await browser.newContext()).newPage();
	await page.addInitScript((count) => {
		Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => count });
	}, workers);
	await page.goto(`${server.url}/replication/#${name}`, { waitUntil: 'networkidle' });
	return page;
}

/** Seconds between two moments of the page itself. @throws Error where the numbers are not the committed ones */
async function secondsOf(page: Page, name: string): Promise<number> {
	const taken = await page.evaluate(
		async ({ name, patience }) => {
			const row = document.querySelector(`#figure-${name}`);
			const outcome = row?.querySelector('[data-part="outcome"]');
			const button = row?.querySelector<HTMLElement>('[data-part="here"]');
			if (!outcome || !button) throw new Error(`the page has no experiment "${name}"`);
			const from = performance.now();
			button.click(); // clears the outcome
			return new Promise<number>((resolve, reject) => {
				const late = setTimeout(() => reject(new Error(`${name} takes longer than ${patience} ms`)), patience);
				new MutationObserver((_, observer) => {
					if (!outcome.textContent) return;
					observer.disconnect();
					clearTimeout(late);
					resolve((performance.now() - from) / 1000);
				}).observe(outcome, { childList: true, characterData: true, subtree: true });
			});
		},
		{ name, patience: PATIENCE_MS },
	);
	const said = await page.locator(`#figure-${name} [data-part="outcome"]`).textContent();
	if (said !== text.same(text.inBrowser)) throw new Error(`${name}: ${said}`);
	return taken;
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
