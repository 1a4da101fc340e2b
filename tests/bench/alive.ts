/**
 * `npm run alive`: when the hero of the article may be dragged, counted from the request for the page, and when the page
 * is first painted; as a phone of 390 px, at a processor four times slower and over Lighthouse's slow 4G.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { localServer } from '../../scripts/localServer.ts';
import { launchBrowser } from '../support/chromium.ts';
import { freePort } from '../support/server.ts';

const ROUNDS = 5;
/** Lighthouse's: 1.6 Mbit/s down, 750 kbit/s up, 150 ms a round trip. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const PROFILES = [
	{ name: 'processor ÷ 4', slowdown: 4, network: null },
	{ name: 'slow 4G', slowdown: 1, network: SLOW_4G },
	{ name: 'processor ÷ 4, slow 4G', slowdown: 4, network: SLOW_4G },
];

const state = await mkdtemp(join(tmpdir(), 'alive-'));
const port = await freePort();
const server = await localServer({ port, state });
const browser = await launchBrowser();
try {
	process.stdout.write('| profile | first paint ms | alive ms | of |\n|---|---|---|---|\n');
	for (const profile of PROFILES) {
		const rounds = [];
		for (let i = 0; i < ROUNDS; i++) rounds.push(await openAs(browser, profile));
		const painted = median(rounds.map((round) => round.painted));
		const alive = median(rounds.map((round) => round.alive));
		process.stdout.write(
			`| ${profile.name} | ${painted} | ${alive} | ${rounds.map((round) => round.alive).join(', ')} |\n`,
		);
	}
} finally {
	await browser.close();
	await server.kill();
	await rm(state, { recursive: true, force: true });
}

async function openAs(browser: Browser, { slowdown, network }: (typeof PROFILES)[number]) {
	const context = await browser.newContext({
		viewport: { width: 390, height: 844 },
		deviceScaleFactor: 2,
		isMobile: true,
		hasTouch: true,
	});
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	await session.send('Network.enable');
	if (network) await session.send('Network.emulateNetworkConditions', network);
	await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
	await page.addInitScript(() => {
		const watched = new MutationObserver(() => {
			if (!document.querySelector('hero-figure[data-warm]')) return;
			watched.disconnect();
			performance.mark('alive');
		});
		watched.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-warm'] });
	});
	await page.goto(`http://localhost:${port}/`, { waitUntil: 'commit' });
	const at = (name: string) =>
		page.waitForFunction((name) => performance.getEntriesByName(name)[0]?.startTime, name).then((at) => at.jsonValue());
	const [painted = 0, alive = 0] = [await at('first-contentful-paint'), await at('alive')].map((at) =>
		Math.round(at ?? 0),
	);
	await context.close();
	return { painted, alive };
}

function median(values: number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
