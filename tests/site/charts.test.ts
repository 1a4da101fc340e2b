/** One configuration, drawn twice: what the build draws for readers without script is what Chart.js draws on a canvas. */
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { INTERACTIONS } from '../../site/figures/experiment/controls.ts';
import { launchBrowser } from '../support/chromium.ts';
import type { DrawnChart, DrawnText } from '../support/drawnCharts.ts';
import { inBrowser } from '../support/inBrowser.ts';

/** Pixels. */
const CLOSE = 1.5;

inBrowser('a chart of the build and the same chart alive', () => {
	let browser: Browser;
	let page: Page;
	beforeAll(async () => {
		browser = await launchBrowser();
		page = await browser.newPage();
		const { outputFiles } = await build({
			entryPoints: ['tests/support/drawnCharts.ts'],
			bundle: true,
			write: false,
			format: 'iife',
			mainFields: ['browser', 'module', 'main'],
		});
		await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
		const [, style] = /<style is:global>(.*?)<\/style>/s.exec(await readFile('site/charts/Plot.astro', 'utf8')) ?? [];
		if (!style) throw new Error('Plot.astro has no styles');
		await page.addStyleTag({ content: style });
	});
	afterAll(() => browser?.close());

	const drawn = (name: string, language: string, width: number): Promise<DrawnChart[]> =>
		page.evaluate(`drawBothWays(${JSON.stringify(name)}, ${JSON.stringify(language)}, ${width})`);

	const cases = Object.keys(INTERACTIONS).flatMap((name) => [
		{ name, language: 'en', width: 296 },
		{ name, language: 'zh', width: 500 },
		{ name, language: 'en', width: 880 },
	]);
	test.each(cases)('have their plot and every text in the same place: $name, $language, $width', async (one) => {
		for (const { plots, svg, canvas, tooWide } of await drawn(one.name, one.language, one.width)) {
			const [planned, alive] = plots;
			for (const side of ['left', 'top', 'right', 'bottom'] as const) {
				expect(Math.abs((planned?.[side] ?? 0) - (alive?.[side] ?? Number.NaN)), side).toBeLessThanOrEqual(1);
			}
			expect(svg.length).toBeGreaterThan(4);
			expect(svg.map(({ text }) => text).sort()).toEqual(canvas.map(({ text }) => text).sort());
			const inOrder = (texts: DrawnText[]) =>
				[...texts].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.x - b.x || a.y - b.y));
			const alivePlaces = inOrder(canvas);
			for (const [i, { text, x, y }] of inOrder(svg).entries()) {
				const other = alivePlaces[i];
				expect(Math.abs(x - (other?.x ?? Number.NaN)), `across: ${text}`).toBeLessThanOrEqual(CLOSE);
				expect(Math.abs(y - (other?.y ?? Number.NaN)), `down: ${text}`).toBeLessThanOrEqual(CLOSE);
			}
			expect(tooWide).toEqual([]);
		}
	});
});
