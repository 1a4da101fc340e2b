import { describe, expect, test } from 'vitest';
import { host, train } from '../../../scripts/nodeHost.ts';
import { INTERACTIONS } from '../../../site/figures/experiment/controls.ts';
import { formatInterval, formatMeasured } from '../../../site/figures/experiment/measuredWords.ts';
import { claimedChapters } from '../../../site/replication/claims.ts';
import { countRows } from '../../../site/replication/countRows.ts';
import { formatRange } from '../../../site/replication/formatRange.ts';
import { REPLICATION_TEXT } from '../../../site/text/replication/replicationText.ts';
import { ENGINE_VERSION } from '../../../src/engine/version.ts';
import { committedResult } from '../../../src/experiments/committed.ts';
import { expectationsOf } from '../../../src/experiments/expectations.ts';
import {
	countVerdicts,
	decidingRange,
	isJudgedWith,
	isWithin,
	type Judged,
	judgeAll,
	judgeClaim,
	ruleOf,
	SEEDS,
} from '../../../src/experiments/judge.ts';
import { EXPERIMENTS } from '../../../src/experiments/registry.ts';
import { runExperiment } from '../../../src/experiments/runExperiment.ts';
import { canonical } from '../../../src/schema/canonical.ts';
import type { ClaimVerdict, Verdict } from '../../../src/schema/judged.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import type { Estimate } from '../../../src/statistics.ts';
import { partOf } from '../../support/partOf.ts';

const rows = EXPERIMENTS.flatMap(({ name }) =>
	expectationsOf(name).map((expectation) => {
		const estimate = committedResult(name)?.measured[expectation.measured];
		if (!estimate) throw new Error(`${name} does not measure ${expectation.measured}`);
		return { name, expectation, estimate };
	}),
);

describe('a number passes', () => {
	test.each<[string, Judged, Estimate | undefined, Verdict]>([
		['at either end of its range', { from: 9.99, to: 10.01 }, { value: 10.01 }, 'passes'],
		['rounded as it is committed', { from: 9.99, to: 10.01 }, { value: 10.0100004 }, 'passes'],
		['not beyond it', { from: 9.99, to: 10.01 }, { value: 10.011 }, 'fails'],
		['not where nothing was measured', { from: 0, to: 1 }, undefined, 'fails'],
		['not where what was measured is no number', { from: 0, to: 1 }, { value: Number.NaN }, 'fails'],
		[
			'where its interval reaches into the range',
			{ from: 0, to: 0, of: 'interval' },
			{ value: 1, low: -1, high: 3 },
			'passes',
		],
		['not beside it', { from: 0, to: 0, of: 'interval' }, { value: 1, low: 0.1, high: 3 }, 'fails'],
		['without an interval by itself', { from: 0, to: 0, of: 'interval' }, { value: 1 }, 'fails'],
		[
			'not where only what tests allow holds',
			{ from: 0, to: 2, strictly: { from: 0, to: 1 } },
			{ value: 1.5 },
			'fails',
		],
		[
			'not where only the stricter range holds',
			{ from: 0, to: 1, strictly: { from: 0, to: 2 } },
			{ value: 1.5 },
			'fails',
		],
		[
			'where all of its interval lies in the range',
			{ from: -1, to: 0.5, of: 'whole' },
			{ value: 0.3, low: 0, high: 0.5 },
			'passes',
		],
		['or is open', { from: -1, to: 0.5, of: 'whole' }, { value: 0.3, low: 0, high: 0.501 }, 'open'],
		['not beyond it', { from: -1, to: 0.5, of: 'whole' }, { value: 0.7, low: 0.51, high: 0.8 }, 'fails'],
		[
			'not where noise alone reaches down to no help',
			{ from: -1, to: 0.01, of: 'whole', reaches: 0 },
			{ value: 0.05, low: -0.1, high: 0.2 },
			'open',
		],
		[
			'nor where help is small and clear',
			{ from: -1, to: 0.01, of: 'whole', reaches: 0, isEarlier: true },
			{ value: 0.003, low: 0.002, high: 0.005 },
			'not-replicated',
		],
		['or is not replicated', { from: 0.3, to: 0.3, isEarlier: true }, { value: 1 }, 'not-replicated'],
	])('%s', (_, judged, estimate, verdict) => {
		const carried = JSON.parse(JSON.stringify(judged)) as Judged; // by a page
		for (const one of [judged, carried])
			expect(judgeAll([{ ...one, measured: 'a' }], estimate ? { a: estimate } : {})).toEqual([verdict]);
	});

	test('or not, and is counted so', () => {
		const expectations = [
			{ measured: 'a', from: 0, to: 1 },
			{ measured: 'b', from: 0, to: 1 },
			{ measured: 'c', from: 0, to: 1, isEarlier: true as const },
		];
		const verdicts = judgeAll(expectations, { a: { value: 1 }, b: { value: 2 }, c: { value: 2 } });
		expect(countVerdicts(verdicts)).toEqual({ passes: 1, fails: 1, 'not-replicated': 1, open: 0, 'control-failed': 0 });
	});

	test('or has no verdict where its control fails, whether it would pass or not', () => {
		const expectations = [
			{ measured: 'a', from: 0, to: 1, control: 'control' },
			{ measured: 'b', from: 0, to: 1, control: 'control', isEarlier: true as const },
			{ measured: 'control', from: 0, to: 1 },
		];
		const judged = (control: number) =>
			judgeAll(expectations, { a: { value: 1 }, b: { value: 2 }, control: { value: control } });
		expect(judged(1)).toEqual(['passes', 'not-replicated', 'passes']);
		expect(judged(2)).toEqual(['control-failed', 'control-failed', 'fails']);
	});

	test.each<[ClaimVerdict, Verdict[]]>([
		['held', ['passes', 'passes', 'fails']],
		['in-part', ['passes', 'not-replicated', 'passes']],
		['in-part', ['passes', 'open', 'passes']],
		['not', ['fails', 'open', 'passes']],
		['open', ['control-failed', 'open', 'fails']],
	])('and its claim is %s by rows that say %j, of which the last is a control', (verdict, verdicts) => {
		expect(judgeClaim([{}, {}, { isControl: true }], verdicts)).toBe(verdict);
	});

	test('with another seed as with the published one, and with another parameter where it changes nothing', () => {
		const identity: Judged = { from: 0, to: 1, holdsForEvery: ['lambda'] };
		for (const seed of SEEDS) expect(isJudgedWith({ from: 0, to: 1 }, [seed])).toBe(true);
		expect(isJudgedWith({ from: 0, to: 1 }, ['firstSeed', 'seeds'])).toBe(false);
		expect(isJudgedWith(identity, ['lambda', 'firstSeed'])).toBe(true);
		expect(isJudgedWith(identity, ['lambda', 'm'])).toBe(false);
	});
});

/** What is marked to hold for every value of a parameter, at each that a reader may choose in its figure. */
const chosen = EXPERIMENTS.flatMap((experiment) =>
	(INTERACTIONS[experiment.name]?.controls ?? []).flatMap(({ parameter, values }) => {
		const marked = expectationsOf(experiment.name).filter((one) => isJudgedWith(one, [parameter]));
		if (SEEDS.has(parameter) || marked.length === 0) return [];
		return values.map((value) => ({ experiment, name: experiment.name, parameter, value, marked }));
	}),
);

test.each(partOf(chosen, 6))(
	'$name comes out at $parameter = $value as published, wherever that is said to change nothing',
	async ({ experiment, parameter, value, marked }) => {
		const given = { train: (spec: RunSpecInput) => train(canonical(spec)), tables: host.tables };
		const { measured } = await runExperiment(
			experiment,
			experiment.parameters.parse({ [parameter]: value }),
			given,
			ENGINE_VERSION,
		);
		expect(judgeAll(marked, measured)).toEqual(judgeAll(marked, committedResult(experiment.name)?.measured ?? {}));
	},
	60_000,
);

test.each([
	[30_000, 'fails'],
	[60_000, 'passes'],
])('what AdamW has left on draw 101 is for want of steps: after %i it %s', async (steps, verdict) => {
	const [experiment] = EXPERIMENTS.filter(({ name }) => name === 'decay-under-adam');
	if (!experiment) throw new Error('there is no decay-under-adam');
	const given = { train: (spec: RunSpecInput) => train(canonical(spec)), tables: host.tables };
	const parameters = experiment.parameters.parse({ seed: 101, steps });
	const { measured } = await runExperiment(experiment, parameters, given, ENGINE_VERSION);
	const expectations = expectationsOf(experiment.name);
	const verdicts = judgeAll(expectations, measured);
	expect(verdicts).toEqual(expectations.map(({ measured: field }) => (field === 'adamWToFree' ? verdict : 'passes')));
});

test('a marked parameter is one that the experiment has', () => {
	for (const { name, expectation } of rows)
		for (const parameter of expectation.holdsForEvery ?? [])
			expect(Object.keys(committedResult(name)?.parameters ?? {}), name).toContain(parameter);
});

/** A number as it was printed: `−1.5·10⁻⁶`. */
function parse(printed: string): number {
	const [mantissa = '', power] = printed.replaceAll(',', '').replaceAll('−', '-').split('·10');
	const digits = (text: string) =>
		text.replaceAll(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => '-0123456789'.charAt('⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)));
	if (power !== undefined) return Number(mantissa) * 10 ** Number(digits(power));
	const alone = /^(-?)10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/.exec(mantissa);
	return alone ? Number(`${alone[1]}1e${digits(alone[2] ?? '')}`) : Number(mantissa);
}

test('who reads only the printed numbers comes to the same verdict, on every row', () => {
	for (const { name, expectation, estimate } of rows) {
		const deciding = decidingRange(expectation);
		const [range = ''] = formatRange({ from: deciding.from, to: deciding.to }, 'en');
		const [from = '', to = from] = range.split(' to ');
		const [low, high] = formatInterval(estimate, 'en').split(' – ');
		const printed = {
			value: parse(formatMeasured(estimate, 'en')),
			...(low && high && { low: parse(low), high: parse(high) }),
		};
		const said = { ...deciding, from: parse(from), to: parse(to) };
		expect(isWithin(said, printed), `${name}: ${expectation.measured}`).toBe(isWithin(deciding, estimate));
	}
});

/** Nobody may make one of these pass by another range, or another row fail, without saying so here. */
test('these rows do not pass, and no others', () => {
	const others = EXPERIMENTS.flatMap(({ name }) => {
		const verdicts = judgeAll(expectationsOf(name), committedResult(name)?.measured ?? {});
		return expectationsOf(name).flatMap(({ measured }, i) =>
			verdicts[i] === 'passes' ? [] : [`${name}: ${measured} ${verdicts[i]}`],
		);
	});
	expect(others.sort()).toEqual([
		'augmentation: digitsDecayGainBeside not-replicated',
		'augmentation: digitsDecayGainBeyond control-failed',
		'augmentation: digitsDropoutGainBeside not-replicated',
		'augmentation: digitsDropoutGainBeyond control-failed',
		'augmentation: digitsLambdaChange control-failed',
		'augmentation: digitsLambdaChangeBeside not-replicated',
		'augmentation: digitsLossRiseBeyond fails',
		'augmentation: moonsDecayGainBeside not-replicated',
		'augmentation: moonsDecayGainBeyond control-failed',
		'augmentation: moonsDropoutGainBeyond control-failed',
		'augmentation: moonsLambdaChange control-failed',
		'augmentation: moonsLossRiseBeyond fails',
		'capacity: largestDeepOverShallow fails',
		'capacity: largestRise fails',
		'capacity: largestRiseLonger open',
		'duplicated-data: gapClosedByCopies not-replicated',
		'lambda-across-sizes: bestLossAt300 not-replicated',
		'lambda-across-sizes: coefficientMinusLambda not-replicated',
		'lambda-across-sizes: exponent open',
		'lambda-across-sizes: noPenaltyAt300 not-replicated',
		'lambda-across-sizes: sameCoefficientAt300 not-replicated',
		'lambda-across-sizes: sameLambdaAt300 not-replicated',
		'lambda-size-map: middle open',
		'weight-of-one-example: trainedExponentOver2m open',
	]);
});

test('what has an interval is judged by it, or is one value that came out again', () => {
	for (const { name, expectation, estimate } of rows)
		if (estimate.low !== undefined) expect(ruleOf(expectation), `${name}: ${expectation.measured}`).not.toBe('number');
});

test('a stricter range lies within what tests hold', () => {
	for (const { name, expectation } of rows) {
		const { from, to, strictly } = expectation;
		expect(from, `${name}: ${expectation.measured}`).toBeLessThanOrEqual(to);
		if (!strictly || strictly.of === 'interval') continue;
		expect(strictly.from).toBeGreaterThanOrEqual(from);
		expect(strictly.to).toBeLessThanOrEqual(to);
	}
});

test('a control is itself expected', () => {
	for (const { name, expectation } of rows) {
		if (expectation.control === undefined) continue;
		const control = expectationsOf(name).find(({ measured }) => measured === expectation.control);
		expect(control, `${name}: ${expectation.measured}`).toBeDefined();
		expect(control?.control).toBeUndefined();
		expect(control?.isControl).toBe(true);
	}
	for (const { name, expectation } of rows)
		expect(/control/.test(expectation.text.en), `${name}: ${expectation.measured}`).toBe(
			expectation.isControl ?? false,
		);
});

test('identities are counted apart from results to be replicated, and all rows by when their range was set', () => {
	const { bySource, before, after, all, controls } = countRows(claimedChapters().flatMap(({ claims }) => claims));
	expect(controls.rows).toBe(rows.filter(({ expectation }) => expectation.isControl).length);
	expect(all.rows + controls.rows).toBe(rows.length);
	expect(before.rows + after.rows).toBe(all.rows);
	expect(bySource.reduce((sum, { counts }) => sum + counts.rows, 0)).toBe(all.rows);
	for (const { rows: total, passes, fails, ...others } of [...bySource.map(({ counts }) => counts), before, after])
		expect(passes + fails + others['not-replicated'] + others.open + others['control-failed']).toBe(total);
	const found = bySource.find(({ kind }) => kind === 'found')?.counts;
	expect(found?.['not-replicated']).toBe(all['not-replicated']);
	expect(rows.filter(({ expectation }) => expectation.isEarlier).length).toBeLessThanOrEqual(found?.rows ?? 0);
});

test.each<[Partial<Judged>, ReturnType<typeof ruleOf>]>([
	[{ from: 0, to: 1 }, 'number'],
	[{ from: 0.3, to: 0.3 }, 'same'],
	[{ from: 0.2, to: 0.4, strictly: { from: 0.3, to: 0.3, of: 'interval' } }, 'interval'],
	[{ from: 0, to: 1, of: 'whole' }, 'whole'],
])('%j is judged by the rule of %s', (range, rule) => {
	expect(ruleOf({ from: 0, to: 0, ...range })).toBe(rule);
});

describe.each(['en', 'zh'] as const)('in %s', (language) => {
	const { counted, tallyOfRows, passing, badge } = REPLICATION_TEXT[language];
	const digits = (said: string) => said.match(/\d+/g)?.sort();
	const none = { passes: 0, fails: 0, 'not-replicated': 0, open: 0, 'control-failed': 0 };

	test('all counts are said', () => {
		expect(digits(counted(51, 7, 27, 24))).toEqual(['24', '27', '51', '7']);
		const counts = { rows: 29, passes: 8, fails: 1, 'not-replicated': 9, open: 5, 'control-failed': 6 };
		const before = { ...counts, rows: 33, passes: 32 };
		expect(tallyOfRows(counts, before, { ...before, rows: 24 }, counts).map(digits)).toEqual([
			['18', '8'],
			['24', '32', '33'],
			['5'],
			['6'],
		]);
	});

	test.each<[Parameters<typeof passing>, string[]]>([
		[
			[{ ...none, passes: 7 }, none],
			['7', '7'],
		],
		[
			[
				{ ...none, passes: 9 },
				{ ...none, passes: 1 },
			],
			['1', '1', '9', '9'],
		],
		[
			[
				{ ...none, passes: 2, 'not-replicated': 4, 'control-failed': 6 },
				{ ...none, fails: 2 },
			],
			['0', '2', '2', '4', '6', '6'],
		],
		[
			[{ ...none, passes: 2, fails: 1, open: 5, none: 8 }, none],
			['1', '2', '3', '5', '8'],
		],
	])('rows without a verdict are out of the denominator, and controls apart: %j', (counts, said) => {
		expect(digits(passing(...counts))).toEqual(said);
	});

	test.each<[ClaimVerdict, Partial<typeof none>, string[] | undefined]>([
		['held', { passes: 3 }, undefined],
		['in-part', { passes: 2, fails: 4, 'control-failed': 6 }, ['2', '6']],
		['in-part', { passes: 2, open: 1 }, ['1', '2', '2']],
	])('a claim that is %s by %j has its count on its badge', (verdict, counts, said) => {
		expect(digits(badge(verdict, { ...none, ...counts }))).toEqual(said);
	});
});
