/**
 * Finds and starts the Chromium that the browser tests use.
 *
 *   const browser = await launchBrowser();
 *   const page = await browser.newPage();
 *   …
 *   await browser.close();
 *
 * `CHROMIUM_PATH` names the executable; otherwise the usual places are tried.
 */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** What a person without Chromium is told; also the reason of the skipped tests. */
export const NO_CHROMIUM =
	'no Chromium found: install chromium or google-chrome, or set CHROMIUM_PATH to the executable';

/** The shell first: the same engine without the window around a page, which is a page of its own and takes two thirds of the time. */
const NAMES = [
	'chromium-headless-shell',
	'chromium',
	'chromium-browser',
	'google-chrome-stable',
	'google-chrome',
	'microsoft-edge',
];

const PLACES = [
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The tests need none of the services that a browser calls on its own; root (CI) has no sandbox. */
const FLAGS = [
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** What every Chromium of the tests is started with; root has no sandbox. */
export const BROWSER_ARGUMENTS: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox', ...FLAGS] : FLAGS;

/** The path of a Chromium, or `undefined`. Throws when `CHROMIUM_PATH` names nothing that can run. */
export function findChromium(): string | undefined {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		if (!isExecutable(named)) throw new Error(`CHROMIUM_PATH is ${named}, which is not an executable file`);
		return named;
	}
	const folders = ['/usr/bin', '/usr/local/bin', ...(process.env.PATH ?? '').split(delimiter).filter(Boolean)];
	return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES].find(isExecutable);
}

/** Starts a headless Chromium; the caller closes it. Throws when there is none. */
export function launchBrowser(): Promise<Browser> {
	const executablePath = findChromium();
	if (!executablePath) throw new Error(NO_CHROMIUM);
	return chromium.launch({ executablePath, args: [...BROWSER_ARGUMENTS] });
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
