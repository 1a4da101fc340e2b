/**
 * `npm run lighthouse [runs] [paths…]`: Lighthouse's score for speed of each page, as a phone sees it, several times, in a
 * real browser against `npm start`. A shared machine measures itself too: run it alone.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { localServer } from '../../scripts/localServer.ts';
import { BROWSER_ARGUMENTS, findChromium, NO_CHROMIUM } from '../support/chromium.ts';
import { freePort } from '../support/server.ts';

const PATHS = ['/', '/zh/', '/lab/', '/convert/', '/sweeps/', '/replication/', '/api/'];
const [runs = '3', ...named] = process.argv.slice(2);
const METRICS = [
	'first-contentful-paint',
	'largest-contentful-paint',
	'total-blocking-time',
	'cumulative-layout-shift',
];

const state = await mkdtemp(join(tmpdir(), 'lighthouse-'));
const port = await freePort();
const server = await localServer({ port, state });
try {
	process.stdout.write(`| page | speed | ${METRICS.join(' | ')} |\n|---|---|---|---|---|---|\n`);
	for (const path of named.length > 0 ? named : PATHS) {
		for (let run = 0; run < Number(runs); run++) process.stdout.write(`${await row(path)}\n`);
	}
} finally {
	await server.kill();
	await rm(state, { recursive: true, force: true });
}

/** One run in a browser of its own, whose caches are empty. */
async function row(path: string): Promise<string> {
	const executablePath = findChromium();
	if (!executablePath) throw new Error(NO_CHROMIUM);
	const { default: lighthouse } = await import('lighthouse');
	const debugging = await freePort();
	const profile = await mkdtemp(join(tmpdir(), 'lighthouse-'));
	const browser = await chromium.launchPersistentContext(profile, {
		executablePath,
		args: [...BROWSER_ARGUMENTS, `--remote-debugging-port=${debugging}`],
	});
	try {
		const url = `http://localhost:${port}${path}`;
		const result = await lighthouse(url, { port: debugging, logLevel: 'error', onlyCategories: ['performance'] });
		const audits = result?.lhr.audits ?? {};
		const metrics = METRICS.map((name) =>
			(audits[name]?.numericValue ?? Number.NaN).toFixed(name.endsWith('shift') ? 3 : 0),
		);
		return `| ${path} | ${100 * (result?.lhr.categories.performance?.score ?? 0)} | ${metrics.join(' | ')} |`;
	} finally {
		await browser.close();
		await rm(profile, { recursive: true, force: true });
	}
}
