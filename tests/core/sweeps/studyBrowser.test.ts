/** The study's browser without a page: its address, its charts, its sentence, held against the committed study. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { host } from '../../../scripts/nodeHost.ts';
import { chartSvg } from '../../../site/charts/build/chartSvg.ts';
import { chartsOfFigure } from '../../../site/figures/experiment/chartsOfFigure.ts';
import { PUBLISHED_PICTURES } from '../../../site/figures/study/publishedPictures.ts';
import { placeErrors } from '../../../site/sweeps/placeErrors.ts';
import { bestFigure, lossCharts, lossFigure, movesFigure } from '../../../site/sweeps/study/caseFigures.ts';
import { analyseCells } from '../../../site/sweeps/study/recount/analyseCells.ts';
import { comparedHtml, compareNumbers } from '../../../site/sweeps/study/recount/compareNumbers.ts';
import { cheapestOf, costTableHtml, sayCase } from '../../../site/sweeps/study/sayCase.ts';
import { studyFacts, trainingOf } from '../../../site/sweeps/study/studyFacts.ts';
import { caseOf, OPENING_CASE, settleCase, withCase } from '../../../site/sweeps/study/studyState.ts';
import { STUDY_METHOD_TEXT } from '../../../site/text/sweeps/studyMethodText.ts';
import { LANGUAGES } from '../../../src/language.ts';
import { REAL_DATA } from '../../../src/schema/realData.ts';
import { ruleOutcomes } from '../../../src/study/advice.ts';
import type { CaseCells } from '../../../src/study/cells.ts';
import { sharedRows } from '../../../src/study/counts.ts';
import { nameOf, OPTIMIZERS, SEEDS, studyCases, TASKS, type TaskName } from '../../../src/study/design.ts';
import { readStudy } from '../../../src/study/readStudy.ts';
import { RULES } from '../../../src/study/rules.ts';
import { partOf } from '../../support/partOf.ts';

const { cases } = await readStudy(host.tables);

describe('an address', () => {
	test.each(studyCases())('says $task $model $optimizer there and back', (one) => {
		expect(caseOf(withCase('?id=7', one))).toEqual(one);
		expect(new URLSearchParams(withCase('?id=7', one)).get('id')).toBe('7');
	});

	test('of nothing, or of what was not trained, is a case that was', () => {
		expect(caseOf('')).toEqual(OPENING_CASE);
		expect(caseOf('?task=toString&model=x')).toEqual(OPENING_CASE);
		expect(settleCase({ task: 'mnist', model: 'relu-16', optimizer: 'full-batch' })).toEqual({
			task: 'mnist',
			model: 'relu-32-32',
			optimizer: 'sgd',
		});
	});
});

describe.each(PUBLISHED_PICTURES)('$task $model $optimizer', (picture) => {
	test('has a line for each m that touches 0 at its best λ, and every move by every rule', () => {
		const loss = lossFigure(picture);
		const lines = loss.series.filter(({ draw }) => draw === 'line');
		const none = loss.series.filter(({ label }) => label.en.endsWith(', λ = 0'));
		expect(lines).toHaveLength(TASKS[picture.task].sizes.length);
		for (const [i, { y }] of lines.entries())
			expect(Math.min(...[...y, ...(none[i]?.y ?? [])].flatMap((value) => value ?? []))).toBe(0);
		const moves = movesFigure(picture);
		const [beyond] = moves.series.slice(RULES.length);
		const past = picture.moves.flatMap(({ cost }) => RULES.map((rule) => Math.round(100 * cost[rule][0])));
		if (beyond)
			expect(beyond.label.en.match(/\d+/g)?.map(Number).sort()).toEqual(
				past
					.filter((value) => value > 100)
					.map(Number)
					.sort(),
			);
		else expect(Math.max(...past)).toBeLessThanOrEqual(200);
		for (const { x } of moves.series.slice(0, RULES.length)) expect(x).toHaveLength(10);
		for (const [m, cost] of picture.moves.entries()) {
			for (const [i, rule] of RULES.entries()) {
				const whole = cost.cost[rule].map((share) => Number((100 * share).toFixed(2)));
				const { y = [], low = [], high = [] } = moves.series[i] ?? {};
				expect([y[m], low[m], high[m]]).toEqual(whole); // as it is, wherever the chart ends
			}
		}
		// Every m has its tick and its mark: 0, where no penalty is best, at the end of the axis.
		const { x, series } = bestFigure(picture);
		expect([x.scale, series[0]?.x.length]).toEqual(['category', TASKS[picture.task].sizes.length]);
		expect(series[0]?.y).toEqual(picture.best.map(([value]) => value));
		expect(series[0]?.low).toEqual(picture.best.map(([, low]) => low));
	});

	test.each(LANGUAGES)('is said in %s with numbers only, λ of AdamW with what it is', (language) => {
		const said = sayCase(picture, language);
		expect(said).not.toMatch(/NaN|undefined|null|Infinity|［/);
		expect(said.includes('λ/m') && said.includes('weight_decay')).toBe(picture.optimizer === 'adamw');
		for (const [i, [value]] of picture.best.entries()) {
			if (value > 0) continue;
			const m = TASKS[picture.task].sizes[i]?.toLocaleString('en');
			expect(said).toMatch(new RegExp(`m = ${m}(: no penalty| 时不加惩罚)`));
		}
	});
});

const pictureOf = (task: string, model: string, optimizer: string) => {
	const found = PUBLISHED_PICTURES.find(
		(one) => one.task === task && one.model === model && one.optimizer === optimizer,
	);
	if (!found) throw new Error('the study has no such case');
	return found;
};

test('the λ of the words stands on its curve, at the nearest of the grid, and the words name the part that chose it', () => {
	const picture = pictureOf('diamonds', 'relu-32-32', 'sgd'); // where the test loss is least elsewhere
	const marks = lossFigure(picture).series.filter(({ label }) => label.en.endsWith(', best λ'));
	expect(marks.map(({ x }) => x)).toEqual([['3.16'], ['3.16'], ['3.16'], ['3.16'], ['1']]);
	expect(marks.at(-1)?.y).toEqual([1.13]);
	const [chart] = chartsOfFigure(lossFigure(picture), 'en');
	const drawn = chart?.kind === 'curves' ? chart.series.filter(({ mark }) => mark?.shape === 'rectRot') : [];
	expect(drawn.length).toBeGreaterThanOrEqual(marks.length);
	expect(STUDY_METHOD_TEXT.en.introHtml).toContain('least mean <em>validation</em> loss');
});

test('no penalty has a full mark only at the m where it is the best', () => {
	for (const language of LANGUAGES) {
		for (const picture of PUBLISHED_PICTURES) {
			const [chart] = lossCharts(picture, language);
			if (chart?.kind !== 'curves') throw new Error('no curves');
			const marks = chart.series.filter(({ name }) => name.endsWith('λ = 0')).map(({ mark }) => mark?.isOpen);
			expect(marks).toEqual(picture.best.map(([value]) => value > 0));
		}
	}
});

test('a case that one draw moves says which, and what is left without it', () => {
	const said = sayCase(pictureOf('digits', 'relu-32-32', 'sgd'), 'en');
	expect(said).toContain(
		'without draw 7 the costs of keeping are λ 1.3%, λ/√m 9.8%, λ/m 81%, and the cheapest to keep is λ, not λ/√m',
	);
	expect(sayCase(pictureOf('digits', 'relu-32-32', 'sgd'), 'zh')).toContain('去掉第 7 次');
	expect(sayCase(pictureOf('moons', 'relu-32-32', 'sgd'), 'en')).not.toContain('One draw');
});

test('what is said of all cases is counted from them', () => {
	const facts = studyFacts(cases, PUBLISHED_PICTURES);
	expect(facts.totals).toEqual({
		all: { cheaper: 21, dearer: 24, open: 26 },
		notSmall: { cheaper: 21, dearer: 10, open: 13 },
		generated: { cheaper: 15, dearer: 3, open: 9 },
	});
	expect(facts.converged.map(({ cheaper, dearer }) => [cheaper, dearer])).toEqual([
		[14, 18],
		[26, 2],
		[41, 0],
	]);
	for (const optimizer of OPTIMIZERS) expect(ruleOutcomes(optimizer).best).toBe('keep-over-sqrt-m'); // as the advice says
	const [{ cost } = expect.unreachable('SGD is the first')] = facts.medians;
	const [lambda, root, overM] = RULES.map((rule) => cost['by-draw'][rule]);
	expect(cost['by-mean']['keep-lambda'].value).toBeGreaterThan(cost['by-mean']['keep-over-sqrt-m'].value);
	expect(lambda?.value).toBeLessThan(root?.value ?? Number.NaN); // "the first two change places", says claim 23
	expect(overM?.low).toBeLessThan(0);
	const { found, noPenalty, atEdge, wideSteps } = facts.exponents;
	expect(found + noPenalty + atEdge + wideSteps).toBe(facts.networks);
	const brackets = STUDY_METHOD_TEXT.en.bracketsHtml(facts);
	expect(brackets).toContain('297 comparisons of two rules (213 of networks): at 5% some 15 (11)');
	for (const language of LANGUAGES) {
		const { adviceHtml, bracketsHtml, caveatsHtml, exponentHtml, gridHtml, withoutSmallHtml } =
			STUDY_METHOD_TEXT[language];
		const said = [adviceHtml, bracketsHtml, caveatsHtml, exponentHtml, gridHtml, withoutSmallHtml];
		expect(said.map((say) => say(facts)).join(' ')).not.toMatch(/NaN|undefined/);
	}
	for (const task of Object.keys(TASKS) as (keyof typeof TASKS)[])
		expect(Object.values(trainingOf(task))).not.toContain(Number.NaN);
});

test('a cost that is the mean of several moves has them beside it, and one of a single move is named by it', () => {
	const rowsOf = (html: string) =>
		[...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
			[...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell),
		);
	const [head, keep, root] = rowsOf(costTableHtml(pictureOf('moons', 'relu-32-32', 'sgd'), 'en'));
	expect(head?.slice(1)).toEqual([
		'mean of the moves',
		'95%, draws resampled',
		'more than keeping λ/√m, points [95%]',
		'20 → 200',
		'63 → 632',
		'200 → 2,000',
	]);
	expect(keep).toEqual([
		'keep λ',
		'4.2',
		'[3.1, 5.6]',
		expect.stringMatching(/^4.[12] \[2.6, 5.3\]$/),
		'9.5',
		'2.7',
		expect.stringMatching(/^0.4/),
	]);
	expect(root?.[3]).toBe('–'); // it is the cheapest
	expect(rowsOf(costTableHtml(pictureOf('wine', 'relu-32-32', 'sgd'), 'en'))[0]?.[1]).toBe('16 → 120');
	expect(costTableHtml(pictureOf('moons', 'linear', 'sgd'), 'en')).toBe(''); // no λ to move
});

test('what did not converge and what is not finite is said, and has its mark', () => {
	expect(sayCase(pictureOf('spirals', 'relu-32-32', 'sgd'), 'en')).toContain('28% were still learning');
	const lost = pictureOf('diabetes', 'relu-16', 'sgd');
	expect(sayCase(lost, 'en')).toContain('at m = 34 and λ = 0, 0.01, 0.0316, 0.1 some run ended in no finite number');
	const marks = lossFigure(lost).series.filter(({ label }) => label.en.startsWith('a run not finite'));
	expect(marks.map(({ x }) => x)).toEqual([['0', '0.01', '0.0316', '0.1', '1000']]);
	expect(sayCase(pictureOf('moons', 'relu-32-32', 'sgd'), 'en')).not.toMatch(/learning|finite/);
});

test('every rule has a mark of its own, and costs their unit', () => {
	const [chart] = chartsOfFigure(movesFigure(pictureOf('moons', 'relu-32-32', 'sgd')), 'en');
	if (chart?.kind !== 'curves') throw new Error('no curves');
	expect(new Set(chart.series.map(({ mark }) => mark?.shape)).size).toBe(RULES.length);
	expect(chart.y).toMatchObject({ unit: '%' });
});

describe('what a chart cuts', () => {
	test('is whole in its tooltips, ends in an arrow, and is noted at the axis', () => {
		const [chart] = chartsOfFigure(movesFigure(pictureOf('wine', 'relu-32-32', 'full-batch')), 'en');
		if (chart?.kind !== 'curves' || chart.y.scale === 'category' || !chart.y.range) throw new Error('not cut');
		const [from, to] = chart.y.range;
		const ends = chart.series.flatMap(({ points }) => points.flatMap(({ interval }) => interval ?? []));
		expect(Math.min(...ends)).toBeLessThan(from);
		expect(chart.y.title).toContain('arrow: the interval goes on');
		const arrows = ends.filter((end) => end < from || end > to).length;
		const drawn = [...chartSvg(chart, 600, '', '').matchAll(/fill="var\(--[^"]*" d="([^"]*)"/g)].flatMap(
			([, path = '']) => path.match(/-8 0z|8 0z|l-4 -?7 8 0z/g) ?? [],
		);
		expect(drawn.length).toBeGreaterThanOrEqual(arrows);
	});
	test('is nothing where all has room', () => {
		const narrow = PUBLISHED_PICTURES.map((one) => chartsOfFigure(movesFigure(one), 'en')[0]).filter(
			(chart) => chart?.kind === 'curves' && !('range' in chart.y),
		);
		expect(narrow.length).toBeGreaterThan(0);
		for (const chart of narrow) expect(chart?.kind === 'curves' && chart.y.title).not.toContain('arrow');
	});
	test('leaves room for the valley: 5% is an eighth of the chart or more', () => {
		for (const one of PUBLISHED_PICTURES) {
			const { range = [0, 40] } = lossFigure(one).y;
			expect(range[1] - range[0]).toBeLessThanOrEqual(63);
		}
		const { y } = lossFigure(pictureOf('diamonds', 'relu-32-32', 'adamw'));
		// Its last tick is 40; the title stands above that.
		expect(y.range?.[1]).toBeGreaterThan(40);
		expect(y.range?.[1]).toBeLessThan(42);
	});
	test('a λ of 0 on a logarithmic axis is a triangle at its end, and its interval of a better one goes to it', () => {
		const [chart] = chartsOfFigure(bestFigure(pictureOf('linear-teacher', 'linear', 'adamw')), 'en');
		if (chart?.kind !== 'curves') throw new Error('no curves');
		const zeros = chart.series[0]?.points.filter(({ y }) => y === 0).length ?? 0;
		expect(zeros).toBe(2);
		expect(chart.y.title).toContain('no penalty');
		expect(chartSvg(chart, 600, '', '')).not.toMatch(/NaN|Infinity/);
	});
});

test('a rule is surely the cheapest only where both of its differences leave out 0', () => {
	expect(
		cheapestOf([
			[-1, -2, -0.1],
			[-1, -2, -0.1],
			[0, -1, 1],
		]),
	).toBe('keep-lambda');
	expect(
		cheapestOf([
			[-1, -2, 0.1],
			[-1, -2, -0.1],
			[0, -1, 1],
		]),
	).toBeNull();
	expect(
		cheapestOf([
			[1, 0.1, 2],
			[0, -1, 1],
			[-1, -2, -0.1],
		]),
	).toBe('keep-over-sqrt-m');
	expect(
		cheapestOf([
			[0, -1, 1],
			[1, 0.1, 2],
			[1, 0.1, 2],
		]),
	).toBe('keep-over-m');
});

test.each([
	['axes.lambda.1', 'lambda', '', ''],
	['axes.m.0', 'm', '', ''],
	['axes.scaling', 'scaling', '', ''],
	['axes.seed', 'seeds', '', ''],
	['base.network.activation', 'base', 'activation', '激活函数'],
	['training.epochs', 'base', 'epochs', '轮数'],
	['base.nonsense', 'base', 'nonsense', 'nonsense'],
	['base', 'base', '', ''],
	['', null, '', ''],
	['axes', null, '', ''],
])('an error at "%s" stands at the field %s, as “%s”', (path, field, en, zh) => {
	expect(placeErrors([{ path, message: '' }], 'en')).toEqual([{ field, label: en, message: '' }]);
	expect(placeErrors([{ path, message: '' }], 'zh')[0]?.label).toBe(zh);
});

/** A few: each is a second or two of resampling. */
test.each(partOf(PUBLISHED_PICTURES, 2))(
	'$task $model $optimizer comes out of the published losses as it is committed',
	async (picture) => {
		const losses = JSON.parse(await readFile('docs/study/cells.json', 'utf8')) as CaseCells[]; // `npm run study` wrote it
		const { exponent } =
			cases.find((one) => nameOf(one) === nameOf(picture)) ?? expect.unreachable('the study has no such case');
		const committed = { picture, exponent };
		const compared = compareNumbers(committed, analyseCells(losses, picture), 'en');
		expect(compared).toHaveLength(2 + TASKS[picture.task].sizes.length + 2 * RULES.length);
		for (const one of compared) expect(one.recounted, one.name).toBe(one.committed);
		const ends = { low: 8, high: 10 };
		const other = { ...committed, exponent: { value: 9, low: 8, high: 10, drawsAlone: ends, predicted: ends } };
		expect(comparedHtml(compareNumbers(committed, other, 'en'), 'en').split('different')).toHaveLength(3); // with the grid, and by the draws alone
	},
	30_000,
);

test('draws share rows from the m on at which all together take more than there are', () => {
	expect(sharedRows().map(({ task }) => task)).toEqual(
		(Object.keys(TASKS) as TaskName[]).filter((task) => TASKS[task].data.kind in REAL_DATA),
	);
	for (const { task, rows, from, largest } of sharedRows()) {
		expect(SEEDS.length * from).toBeGreaterThan(rows);
		for (const m of TASKS[task].sizes.filter((m) => m < from)) expect(SEEDS.length * m).toBeLessThanOrEqual(rows);
		expect(largest).toBeLessThan(rows);
	}
});
