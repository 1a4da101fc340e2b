import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { precomputedRun } from '../../site/figures/scaling/precomputed.ts';
import { runFacts } from '../../site/figures/scaling/runFacts.ts';
import { LANGUAGES } from '../../site/text/languages.ts';
import { TEXT } from '../../site/text/tables.ts';
import { figureRuns, LAMBDA_CHOICES } from '../../src/experiments/scalingFigure.ts';
import { launchBrowser } from '../support/chromium.ts';
import { inBrowser } from '../support/inBrowser.ts';
import { inkOfCurves, open, openFigure, PANELS } from './startPage.ts';

const [notebook, same] = LAMBDA_CHOICES;

inBrowser('the figure, without a click', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test.each(LANGUAGES)(
		'shows six boundaries and the curves in $name, with nothing from elsewhere',
		async (language) => {
			const { page, errors, strangers } = await openFigure(browser, language.path);
			const { figure } = TEXT[language.key];
			expect(await page.locator('html').getAttribute('lang')).toBe(language.tag);
			const panels = page.locator(PANELS);
			expect(await panels.count()).toBe(6);
			for (const [index, figureRun] of figureRuns(notebook).entries()) {
				const facts = runFacts(figureRun, precomputedRun(figureRun.key));
				const panel = panels.nth(index);
				expect(await panel.locator('[data-slot="testLine"]').textContent()).toBe(figure.testLine(facts));
				expect(await panel.locator('svg').getAttribute('aria-label')).toBe(figure.boundaryLabel(facts));
				expect(await panel.locator('svg .decision').count()).toBe(1);
				expect(await panel.locator('[data-slot="origin"]').textContent()).toBe(figure.origin.precomputed);
			}
			expect(await inkOfCurves(page)).toBeGreaterThan(5000);
			expect(errors).toEqual([]);
			expect(strangers).toEqual([]);
			await page.context().close();
		},
	);

	test('the other choice of λ shows its own panels, rows and caption', async () => {
		const { page } = await openFigure(browser);
		await page.getByLabel(TEXT.en.figure.choice.same).check();
		const keys = await page
			.locator(PANELS)
			.evaluateAll((panels) => panels.map((panel) => panel.getAttribute('data-run')));
		expect(keys).toEqual(figureRuns(same).map(({ key }) => key));
		expect(await page.locator(`${PANELS} .decision`).count()).toBe(4); // λ/2 has no boundary left
		expect(await page.locator('.figure-caption:visible').count()).toBe(1);
		const label = await page.locator('objective-traces canvas').getAttribute('aria-label');
		expect(label).toContain('0.693');
		await page.context().close();
	});

	test('the table holds the final numbers of the six runs', async () => {
		const { page } = await openFigure(browser);
		await page.locator('details.numbers summary').click();
		const rows = await page.locator('.numbers tbody tr:visible').allInnerTexts();
		expect(rows).toHaveLength(6);
		const { loss, share } = TEXT.en.figure.format;
		for (const [index, { key }] of figureRuns(notebook).entries()) {
			const { dataLoss, penalty, objective, testLoss, testAccuracy } = precomputedRun(key).final;
			for (const number of [dataLoss, penalty, objective, testLoss]) expect(rows[index]).toContain(loss(number));
			expect(rows[index]).toContain(share(testAccuracy));
		}
		await page.context().close();
	});

	test('without JavaScript the panels, the curves, the choice of λ and the table are there, the button is not', async () => {
		const { page } = await open(browser, '/', { javaScriptEnabled: false });
		expect(await page.locator(PANELS).count()).toBe(6);
		await page.getByLabel(TEXT.en.figure.choice.same).check();
		expect(await page.locator('[data-run="half-0.5-30"].panel').isVisible()).toBe(true);
		expect(await page.locator('.numbers tbody tr').count()).toBe(8);
		expect(await page.getByRole('button', { name: TEXT.en.figure.train }).count()).toBe(0);
		const curves = page.locator('objective-traces svg:visible');
		expect(await curves.count()).toBe(1);
		expect(await curves.getAttribute('aria-label')).toContain('0.693');
		await page.context().close();
	});
});
