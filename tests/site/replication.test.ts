/** Published numbers beside ours, and claims that anyone can compute again. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { host, train } from '../../scripts/nodeHost.ts';
import { formatInterval, formatMeasured, formatWhole } from '../../site/figures/experiment/measuredWords.ts';
import { decodeState } from '../../site/lab/state/link.ts';
import { EXPERIMENT_FIGURE_TEXT } from '../../site/text/experimentFigure/experimentFigureText.ts';
import { LANGUAGES } from '../../site/text/languages.ts';
import { REPLICATION_TEXT } from '../../site/text/replication/replicationText.ts';
import { at } from '../../src/at.ts';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { committedResult } from '../../src/experiments/committed.ts';
import { expectationsOf } from '../../src/experiments/expectations.ts';
import {
	controlVerdicts,
	countVerdicts,
	isJudgedWith,
	judgeAll,
	judgeClaim,
	ownVerdicts,
} from '../../src/experiments/judge.ts';
import { EXPERIMENTS, findExperiment } from '../../src/experiments/registry.ts';
import { runExperiment } from '../../src/experiments/runExperiment.ts';
import { formatInProse } from '../../src/numberFormat.ts';
import { canonical } from '../../src/schema/canonical.ts';
import type { ExperimentResult } from '../../src/schema/experimentResult.ts';
import { SCALINGS } from '../../src/schema/objective.ts';
import { launchBrowser } from '../support/chromium.ts';
import { inBrowser } from '../support/inBrowser.ts';
import { partOf } from '../support/partOf.ts';
import { open } from './startPage.ts';

/** A training takes its time where many tests share the cores. */
const PATIENCE = { timeout: 20_000 };
const text = REPLICATION_TEXT.en;
const figureText = EXPERIMENT_FIGURE_TEXT.en;
/** One was computed again. */
const SAME = { same: 1, other: 0, failed: 0, recounted: 0 };

/** A number of three digits or more: fewer stand in names and formulas too. */
const NUMBER = /\d[\d,.]*\d(?:·10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?/g;

/** The numbers that a result shows, as the figure writes them: measured, intervals, in its sentence, its parameters. */
function numbersOf(result: ExperimentResult | null | undefined): string[] {
	const { measured = {}, sentence, parameters = {} } = result ?? {};
	const table = Object.values(measured).map((one) => formatWhole(one, 'en'));
	const own = Object.values(parameters).map((value) => formatInProse(value, { language: 'en' }));
	const all = [...table, sentence?.en ?? '', ...own].join(' ').match(NUMBER) ?? [];
	return all.filter((number) => number.replaceAll(/\D/g, '').replace(/^0+/, '').length >= 3);
}

/** Opens every claim, as one who reads all does. */
const openAll = (page: Page) =>
	page.evaluate(() => {
		for (const claim of document.querySelectorAll<HTMLDetailsElement>('details.claim')) claim.open = true;
	});

inBrowser('the replication', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await launchBrowser();
	});
	afterAll(() => browser?.close());

	test.each(partOf(LANGUAGES, 1, 5))(
		'shows 66 published values and every claim without script, in $name',
		async ({ path, key: language }) => {
			const { page } = await open(browser, `${path}replication/`, { javaScriptEnabled: false });
			expect(await page.locator('#notebook [data-part="tables"] tbody tr').count()).toBe(66);
			expect(await page.locator('#notebook .chart svg').count()).toBe(6);
			const rows = page.locator('.claims > li');
			expect(await rows.count()).toBe(EXPERIMENTS.length);
			for (const { name } of EXPERIMENTS) {
				const row = page.locator(`#${name}`);
				expect(await row.locator(`#figure-${name} .chart svg`).count(), name).toBeGreaterThan(0);
				expect(await row.locator('.expected [data-judged]').count(), name).toBe(expectationsOf(name).length);
				const verdicts = judgeAll(expectationsOf(name), committedResult(name)?.measured ?? {});
				const counts = countVerdicts(verdicts);
				for (const [verdict, count] of Object.entries(counts))
					expect(await row.locator(`.expected [data-verdict="${verdict}"]`).count(), `${name}: ${verdict}`).toBe(count);
				const words = REPLICATION_TEXT[language];
				const own = countVerdicts(ownVerdicts(expectationsOf(name), verdicts));
				const passing = words.passing(own, countVerdicts(controlVerdicts(expectationsOf(name), verdicts)));
				expect(await row.locator('summary > [data-passing]').textContent(), name).toBe(passing);
				const verdict = judgeClaim(expectationsOf(name), verdicts);
				expect(await row.locator('summary > .verdict').textContent(), name).toBe(words.badge(verdict, own));
				expect((await row.locator('[data-part="setting"]').textContent())?.length, name).toBeGreaterThan(10);
			}
			expect(await page.locator('main button:visible').count()).toBe(0);
			await openAll(page);
			for (const width of [320, 390, 768, 1440]) {
				await page.setViewportSize({ width, height: 900 });
				expect(await page.evaluate(() => document.documentElement.scrollWidth), String(width)).toBeLessThanOrEqual(
					width,
				);
			}
			await page.context().close();
		},
	);

	test.each([320, 390, 768, 1440])('shows every number and every name whole, %i pixels wide', async (width) => {
		const { page } = await open(browser, '/zh/replication/', { viewport: { width, height: 900 } });
		await openAll(page);
		const cut = await page.locator('.expected').evaluateAll(
			(tables, right) =>
				tables.flatMap((table) => {
					const frame = table.querySelector('.table-scroll');
					const isWider = frame && frame.scrollWidth > frame.clientWidth;
					const parts = [
						...table.querySelectorAll(
							'tbody :is([data-passes]:not(:has(span)), [data-passes] > span, [data-measured], [data-interval], .field)',
						),
					];
					const isBroken = (part: Element) => {
						const words = document.createRange();
						words.selectNodeContents(part);
						return words.getClientRects().length > 1 || part.getBoundingClientRect().right > right;
					};
					return [...(isWider ? [table] : []), ...parts.filter(isBroken)].map((part) => part.textContent);
				}),
			width,
		);
		expect(cut).toEqual([]);
		await page.context().close();
	});

	test('leaves no large blank beside a figure', async () => {
		const { page } = await open(browser, '/replication/', { viewport: { width: 1440, height: 900 } });
		await openAll(page);
		const blanks = await page.locator('.experiment-figure:not(:has(.chart + .chart))').evaluateAll((figures) =>
			figures.map((figure) => {
				const bottomOf = (part: string) => figure.querySelector(part)?.getBoundingClientRect().bottom ?? 0;
				return Math.abs(bottomOf('.plot') - bottomOf('.figure-setting'));
			}),
		);
		expect(blanks.length).toBeGreaterThan(10);
		expect(Math.max(...blanks)).toBeLessThan(350);
		await page.context().close();
	});

	test('is a page of at most 6,000 elements', async () => {
		const { page } = await open(browser, '/replication/');
		expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThanOrEqual(6000);
		await page.context().close();
	});

	test.each([
		['#exact-zeros', ['exact-zeros']],
		['#figure-exact-zeros', ['exact-zeros']],
		['#weight-decay', []],
	])('opens on %s, and has all other claims closed', async (anchor, opened) => {
		const { page } = await open(browser, `/replication/${anchor}`);
		const top = () => page.locator(anchor).evaluate((node) => node.getBoundingClientRect().top);
		await expect.poll(top).toBeLessThan(200);
		expect(await top()).toBeGreaterThan(-200);
		const claims = page.locator('details.claim[open]');
		await expect
			.poll(() => claims.evaluateAll((all) => all.map((one) => one.getAttribute('data-name'))))
			.toEqual(opened);
		// An address that is followed on the page opens what it names too; paper has all of them.
		await page.evaluate(() => location.assign('#bowl'));
		await expect.poll(() => claims.count()).toBe(opened.length + 1);
		// So does one that names a row by its field, or a claim by its number.
		const ofClaim = EXPERIMENTS.filter(({ claims: numbers }) => numbers.includes(24)).length;
		expect(ofClaim).toBeGreaterThan(1);
		for (const [named, more] of [
			['#moonsDecayGainBeside', 2],
			['#claim-24', 2 + ofClaim],
			['#claim-99', 2 + ofClaim],
		] as const) {
			await page.evaluate((address) => location.assign(address), named);
			await expect.poll(() => claims.count()).toBe(opened.length + more);
			await expect
				.poll(() => page.locator('[data-part="unknown"]').textContent())
				.toBe(named === '#claim-99' ? text.unknown('claim-99') : '');
		}
		await page.emulateMedia({ media: 'print' });
		expect(await page.locator('main button:visible, main progress:visible').count()).toBe(0);
		expect(await page.locator('.rules li').first().isVisible()).toBe(true);
		const hidden = page.locator('.claim:not([open]) .expected');
		expect(
			await hidden.evaluateAll(
				(all) => all.filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length,
			),
		).toBe(0);
		await page.context().close();
	});

	test('computes a claim again, in the browser and on the edge, to the last digit, and remembers it', async () => {
		const { page, errors } = await open(browser, '/replication/#exact-zeros');
		const row = page.locator('#exact-zeros');
		const outcome = row.locator('[data-part="outcome"]');
		const count = page.locator('[data-part="recomputed"]');
		expect(await count.textContent()).toBe(text.none(EXPERIMENTS.length));
		await row.locator('[data-part="here"]').click();
		await expect.poll(() => outcome.textContent(), PATIENCE).toBe(figureText.same(figureText.inBrowser));
		expect(await count.textContent()).toBe(text.done(EXPERIMENTS.length, SAME));
		await row.locator('[data-part="edge"]').focus();
		await page.keyboard.press('Enter');
		await expect.poll(() => outcome.textContent(), PATIENCE).toBe(figureText.same(figureText.onEdge));
		expect(await page.evaluate(() => document.activeElement?.getAttribute('data-part'))).toBe('edge');
		await page.reload();
		await expect.poll(() => count.textContent(), PATIENCE).toBe(text.done(EXPERIMENTS.length, SAME));
		const cell = row.locator('[data-yours]');
		const rows = expectationsOf('exact-zeros').length;
		expect(await cell.textContent()).toBe(text.outcomeWith(text.outcome.same, rows, rows));
		await page.locator('[data-part="forget"]').click();
		expect(await count.textContent()).toBe(text.none(EXPERIMENTS.length));
		expect(await cell.textContent()).toBe('');
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('computes those that are left one after the other, until it is stopped, and goes on with the rest', async () => {
		const { page, errors } = await open(browser, '/replication/#exact-zeros');
		const total = EXPERIMENTS.length;
		const button = page.locator('[data-part="all"]');
		const computing = page.locator('[data-yours]', { hasText: text.computing });
		const done = page.locator('[data-yours="same"]');
		expect(await button.textContent()).toBe(text.all(total, total));
		await page.locator('#exact-zeros [data-part="here"]').click();
		await expect.poll(() => button.textContent(), PATIENCE).toBe(text.all(total - 1, total));
		await button.click();
		expect(await button.textContent()).toBe(text.stop);
		await expect.poll(() => done.count(), PATIENCE).toBeGreaterThan(1);
		await expect.poll(() => computing.count(), PATIENCE).toBe(1);
		await button.click();
		await expect.poll(() => button.textContent(), PATIENCE).toBe(text.all(total - (await done.count()), total));
		expect(await computing.count()).toBe(0);
		await page.waitForTimeout(1000); // another one would have begun by then
		expect(await computing.count()).toBe(0);
		expect(await page.locator('[data-part="cancel"]:visible').count()).toBe(0);
		expect(await page.locator('[data-yours="failed"]').count()).toBe(0);
		expect(errors).toEqual([]);
		await page.context().close();
	});

	test('says which numbers came out otherwise, and counts them so', async () => {
		const { page } = await open(browser, '/replication/#gradient-factor');
		await page.route('**/api/v1/experiments/gradient-factor', async (route) => {
			const response = await route.fetch();
			const result = (await response.json()) as ExperimentResult;
			const measured = { ...result.measured, worstDeviation: { value: 1 } };
			await route.fulfill({ response, json: { ...result, measured } });
		});
		const row = page.locator('#gradient-factor');
		const verdict = row.locator('.expected [data-verdict]');
		expect(await verdict.textContent()).toContain(figureText.verdict.passes);
		await row.locator('[data-part="edge"]').click();
		await expect
			.poll(() => row.locator('[data-part="outcome"]').textContent(), PATIENCE)
			.toBe(figureText.other(figureText.onEdge, 'worstDeviation'));
		expect(await verdict.textContent()).toBe(figureText.verdict.fails);
		expect(await page.locator('[data-part="recomputed"]').textContent()).toBe(
			text.done(EXPERIMENTS.length, { same: 0, other: 1, failed: 0, recounted: 0 }),
		);
		await page.context().close();
	});

	test('opens in the Lab what was computed, with the chosen parameters', async () => {
		const { page } = await open(browser, '/replication/#gradient-factor');
		const row = page.locator('#gradient-factor');
		const link = row.locator('[data-part="lab"]');
		const opened = async () => {
			const fragment = (await link.getAttribute('href'))?.split('#')[1] ?? '';
			return (await decodeState(fragment))?.runs.map(({ spec: { data, penalty } }) => [
				Object(data).m,
				penalty?.lambda,
				penalty?.scaling ?? 'over-2m',
			]);
		};
		const runs = (m: number, lambda: number) => SCALINGS.map((scaling) => [m, lambda, scaling]);
		expect(await opened()).toEqual(runs(50, 0.6));
		await row.scrollIntoViewIfNeeded(); // a far figure has no choices yet
		await row.locator('select[data-parameter="m"]').selectOption('300');
		await expect.poll(opened, PATIENCE).toEqual(runs(300, 0.6));
		await row.locator('[data-part="reset"]').click();
		await expect.poll(opened, PATIENCE).toEqual(runs(50, 0.6));
		await page.context().close();
	});

	test('another choice is compared with nothing, and counts as nothing', async () => {
		const { page } = await open(browser, '/replication/#exact-zeros');
		const row = page.locator('#exact-zeros');
		await row.scrollIntoViewIfNeeded(); // a far figure has no choices yet
		await row.locator('select[data-parameter="lambda"]').selectOption('40');
		await expect
			.poll(() => row.locator('[data-part="outcome"]').textContent(), PATIENCE)
			.toBe(figureText.chosen(figureText.inBrowser));
		expect(await page.locator('[data-part="recomputed"]').textContent()).toBe(text.none(EXPERIMENTS.length));
		await page.context().close();
	});

	/** Parameters other than the published ones, by the figure's choices. */
	test.each([
		['prior-sets-lambda', { teacherStandardDeviation: 0.25, draws: 300 }, 'here'],
		['noise-is-ridge', { m: 20, copies: 1000 }, 'here'],
		['noise-is-ridge', { m: 20 }, 'edge'],
		['per-example-decay', { m: 10, lambda: 8 }, 'here'],
		['momentum-decay', { lambda: 50 }, 'here'],
	] as const)(
		'has no published number left once %s is computed with %j, %s, but marked ones',
		async (name, chosen, where) => {
			const experiment = findExperiment(name);
			if (!experiment) throw new Error(`no experiment ${name}`);
			const published = committedResult(name);
			const fresh = await runExperiment(
				experiment,
				experiment.parameters.parse(chosen),
				{ train: (spec) => train(canonical(spec)), tables: host.tables },
				ENGINE_VERSION,
			);
			const { page } = await open(browser, `/replication/#${name}`);
			const row = page.locator(`#${name}`);
			const table = row.locator('[data-part="expected"]');
			await row.scrollIntoViewIfNeeded(); // a far figure has no choices yet
			for (const [parameter, value] of Object.entries(chosen))
				await row.locator(`select[data-parameter="${parameter}"]`).selectOption(String(value));
			await row.locator(`[data-part="${where}"]`).click();
			const outcome = figureText.chosen(where === 'here' ? figureText.inBrowser : figureText.onEdge);
			await expect.poll(() => row.locator('[data-part="outcome"]').textContent(), { timeout: 60_000 }).toBe(outcome);
			await expect.poll(() => row.locator('[data-part="caption"]').textContent()).toBe(fresh.sentence.en);
			const expectNumbers = async (measured: ExperimentResult['measured']) => {
				for (const [field, estimate] of Object.entries(measured)) {
					const [value, interval, further] = await Promise.all(
						['measured', 'interval', 'further'].map((part) =>
							table.locator(`[data-${part}="${field}"]`).allTextContents(),
						),
					);
					if (further?.length) expect(further, field).toEqual([formatWhole(estimate, 'en')]);
					else expect(value, field).toEqual([formatMeasured(estimate, 'en')]);
					if (interval?.length) expect(interval, field).toEqual([formatInterval(estimate, 'en')]);
				}
			};
			await expectNumbers(fresh.measured);
			// What was expected, and where that passes, is of the published parameters and says so.
			const heads = table.locator('thead th');
			expect((await heads.allTextContents()).slice(0, 2)).toEqual([text.expectedPublished, text.passesPublished]);
			const verdicts = table.locator('[data-judged]');
			const byField = (words: readonly string[]) =>
				Object.fromEntries(expectationsOf(name).map(({ measured }, i) => [measured, words[i]]));
			const said = judgeAll(expectationsOf(name), fresh.measured).map((verdict, i) =>
				isJudgedWith(at(expectationsOf(name), i), Object.keys(chosen))
					? figureText.verdict[verdict]
					: figureText.notJudged,
			);
			const shown = () =>
				verdicts.evaluateAll((cells) =>
					Object.fromEntries(cells.map((cell) => [cell.getAttribute('data-field'), cell.textContent?.trim()])),
				);
			expect(await shown()).toEqual(byField(said));
			const line = row.locator('summary > [data-passing]');
			const withChoice = judgeAll(expectationsOf(name), fresh.measured).map((verdict, i) =>
				said[i] === figureText.notJudged ? null : verdict,
			);
			const count = (some: typeof withChoice) => {
				const decided = some.filter((verdict) => verdict !== null);
				return { ...countVerdicts(decided), none: some.length - decided.length };
			};
			const own = count(ownVerdicts(expectationsOf(name), withChoice));
			const counted = text.passing(own, count(controlVerdicts(expectationsOf(name), withChoice)));
			const committed = judgeAll(expectationsOf(name), committedResult(name)?.measured ?? {});
			expect(await line.textContent()).toBe(
				text.withChoice(
					counted,
					text.badge(
						judgeClaim(expectationsOf(name), committed),
						countVerdicts(ownVerdicts(expectationsOf(name), committed)),
					),
				),
			);
			const claimVerdict = judgeClaim(expectationsOf(name), judgeAll(expectationsOf(name), fresh.measured));
			expect(await row.locator('summary > .verdict').textContent()).toBe(
				own.none === 0 ? text.badge(claimVerdict, own) : figureText.notJudged,
			);
			const note = (await table.locator('[data-part="of-published"]').textContent()) ?? '';
			expect(note).toContain('published parameters only');
			const words = (await row.locator('.experiment-figure').evaluate((figure) => {
				const copy = figure.cloneNode(true) as HTMLElement;
				const markedParts = '[data-part="of-published"], tbody > tr > th, tbody > tr > [data-passes]';
				for (const part of copy.querySelectorAll(`.expected :is(${markedParts}), .figure-title, select, svg`))
					part.remove();
				return copy.innerText;
			})) as string;
			const numbers = new Set(words.match(NUMBER) ?? []);
			const ofFresh = new Set(numbersOf(fresh));
			const left = numbersOf(published).filter((number) => !ofFresh.has(number) && numbers.has(number));
			expect(left).toEqual([]);
			await row.locator('[data-part="reset"]').click();
			await expect.poll(() => table.getAttribute('data-chosen')).toBe(null);
			await expectNumbers(published?.measured ?? {});
			expect((await heads.allTextContents()).slice(0, 2)).toEqual([text.expected, text.passes]);
			expect(await table.locator('[data-part="of-published"]').isVisible()).toBe(false);
			const judged = judgeAll(expectationsOf(name), published?.measured ?? {}).map(
				(verdict) => figureText.verdict[verdict],
			);
			expect(await shown()).toEqual(byField(judged));
			await page.context().close();
		},
	);

	test('stops a long one at once, and says before it is pressed that the server does not compute what is too large', async () => {
		const { page } = await open(browser, '/replication/#lambda-across-sizes');
		const row = page.locator('#lambda-across-sizes');
		const outcome = row.locator('[data-part="outcome"]');
		await row.locator('[data-part="here"]').click();
		await expect.poll(() => row.locator('[data-part="count"]').textContent(), PATIENCE).toMatch(/^[1-9]\d* of 448/);
		await row.locator('[data-part="cancel"]').click();
		expect(await outcome.textContent()).toBe(figureText.cancelled);
		expect(await row.locator('[data-part="edge"]').isDisabled()).toBe(true);
		expect(await row.locator('[data-part="edge-reason"]').textContent()).toBe(figureText.tooMuchToAsk(675, 120));
		await row.locator('select[data-parameter="seeds"]').selectOption('4');
		expect(await row.locator('[data-part="edge-reason"]').textContent()).toBe(figureText.tooMuchToAsk(169, 120));
		await page.context().close();
	});
});
