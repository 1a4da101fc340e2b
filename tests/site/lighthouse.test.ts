/**
 * Lighthouse as a phone sees the pages. Its score for speed is not judged: a shared machine measures itself too.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { BROWSER_ARGUMENTS } from '../support/chromium.ts';
import { partOf } from '../support/partOf.ts';
import { freePort } from '../support/server.ts';

const LEAST = 0.98;
const LARGEST_SHIFT = 0.02;

test
	.skipIf(inject('serverUrl') === '')
	.each(partOf(['/', '/lab/', '/zh/convert/', '/sweeps/', '/zh/replication/', '/api/runs/'], 2))(
	'%s',
	async (path) => {
		const { default: lighthouse } = await import('lighthouse');
		const port = await freePort();
		const profile = await mkdtemp(join(tmpdir(), 'lambda-over-2m-'));
		const browser = await chromium.launchPersistentContext(profile, {
			executablePath: inject('chromium'),
			args: [...BROWSER_ARGUMENTS, `--remote-debugging-port=${port}`],
		});
		try {
			const run = await lighthouse(`${inject('serverUrl')}${path}`, { port, output: 'json', logLevel: 'error' });
			const categories = run?.lhr.categories ?? {};
			const scores = Object.fromEntries(Object.entries(categories).map(([name, { score }]) => [name, score ?? 0]));
			const weak = Object.values(run?.lhr.audits ?? {}).filter(
				({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode === 'binary',
			);
			for (const name of ['accessibility', 'best-practices', 'seo']) {
				expect(
					scores[name],
					JSON.stringify(
						weak.map(({ id, details }) => [
							id,
							JSON.stringify(details ?? '')
								.match(/"snippet":"[^}]{0,160}/g)
								?.slice(0, 4),
						]),
					),
				).toBeGreaterThanOrEqual(LEAST);
			}
			expect(run?.lhr.audits['cumulative-layout-shift']?.numericValue).toBeLessThan(LARGEST_SHIFT);
		} finally {
			await browser.close();
			await rm(profile, { recursive: true, force: true });
		}
	},
	120_000,
);
