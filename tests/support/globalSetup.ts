/**
 * Runs once before the browser tests: finds Chromium and starts one server for all of them.
 * A test reads what it provides: `inject('serverUrl')`, `inject('chromium')` (both '' without
 * Chromium). `inBrowser.ts` skips by it.
 */
import type { TestProject } from 'vitest/node';
import { findChromium, NO_CHROMIUM } from './chromium.ts';
import { startServer } from './server.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		/** The executable of the browser; '' when there is none. */
		chromium: string;
		/** The origin of the running server, without a slash at its end. */
		serverUrl: string;
	}
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
	const chromium = findChromium() ?? '';
	project.provide('chromium', chromium);
	project.provide('serverUrl', '');
	if (!chromium) {
		if (process.env.CI === 'true') throw new Error(NO_CHROMIUM);
		process.stdout.write(`The browser tests are skipped, ${NO_CHROMIUM}\n`);
		return undefined;
	}
	const server = await startServer();
	project.provide('serverUrl', server.url);
	return server.stop;
}
