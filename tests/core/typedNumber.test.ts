/** Numbers as people type them into fields: one reading in the converter and the Lab, and what is said of what is none. */
import { describe, expect, test } from 'vitest';
import { answerTo } from '../../site/convert/answer.ts';
import { readBox } from '../../site/convert/codeState.ts';
import { inputOf, OPENING, queryOf } from '../../site/convert/state.ts';
import { newMAt, stopOf, TIMES } from '../../site/convert/timesStops.ts';
import { checkSpec } from '../../site/lab/form/checkSpec.ts';
import { specOf } from '../../site/lab/form/formValues.ts';
import '../../site/lab/form/specReader.ts';
import { OPENING as SWEEP_OPENING, sweepOf } from '../../site/sweeps/axes.ts';
import type { Language } from '../../src/language.ts';

const FIFTY_THOUSAND = [
	'50,000',
	'50 000',
	'50_000',
	'50\u00a0000',
	'50\u202f000',
	"50'000",
	'５０，０００',
	' 50,000 ',
];

describe('a whole number with separators of thousands', () => {
	test.each(FIFTY_THOUSAND)(
		'is %s, as the converter, the fields of a code, its slider and the Lab read it',
		(typed) => {
			const state = { ...OPENING, m: typed, newM: '', batchSize: '1,024' };
			expect(inputOf(state, 'en')).toMatchObject({ m: 50_000, batchSize: 1024 });
			expect(new URLSearchParams(queryOf(state)).get('m')).toBe('50000');
			expect(newMAt(TIMES.indexOf(10), typed)).toBe('500000');
			expect(stopOf('500,000', typed)).toBe(TIMES.indexOf(10));
			expect(readBox('Ridge(alpha=1)', { m: typed }, 'en').answer.sizes.m).toBe(50_000);
			expect(specOf([{ path: 'data.m', kind: 'whole', value: typed }])).toEqual({ data: { m: 50_000 } });
		},
	);

	test.each([
		['1,234,567', 1_234_567],
		['1 234 567', 1_234_567],
		['999', 999],
		['1e3', 1000],
		['5e4', 50_000],
		['50k', 50_000],
		['60 K', 60_000],
		['1.2M', 1_200_000],
		['0.3k', 300],
		['5万', 50_000],
	])('%s is %d', (typed, number) => {
		expect(inputOf({ ...OPENING, m: typed }, 'en').m).toBe(number);
	});

	test.each(['50,00', '0,500', '5000,000', '1,234 567', '50,000,', '50,0000', '1,000.5'])('%s is none', (typed) => {
		expect(inputOf({ ...OPENING, m: typed }, 'en').m).toBe(typed);
	});
});

describe('a whole number with a point before three digits', () => {
	test.each(['50.000', ' ５０.０００ ', '1.234'])('%s is none: it can be read as two', (typed) => {
		const tidy = typed.normalize('NFKC').trim();
		expect(inputOf({ ...OPENING, m: typed }, 'en').m).toBe(tidy);
		expect(specOf([{ path: 'data.m', kind: 'whole', value: typed }])).toEqual({ data: { m: tidy } });
		expect(sweepOf({ ...SWEEP_OPENING, m: typed }).axes.m).toEqual([tidy]);
	});

	test('is told to be written as either', () => {
		const said = (language: Language) => answerTo({ ...OPENING, m: '50.000' }, language);
		expect(said('en')).toEqual({
			ok: false,
			errors: [{ path: 'm', message: '50.000 can be read as two numbers: write 50 or 50,000' }],
		});
		expect(said('zh')).toEqual({
			ok: false,
			errors: [{ path: 'm', message: '“50.000”可以读作两个数：请写作 50 或 50,000' }],
		});
		expect(readBox('Ridge(alpha=1)', { m: '50.000' }, 'en').wrong).toEqual([
			{ path: 'm', message: '50.000 can be read as two numbers: write 50 or 50,000' },
		]);
	});

	test.each([
		['50.0', 50],
		['50.0000', 50],
	])('%s is %d', (typed, number) => {
		expect(inputOf({ ...OPENING, m: typed }, 'en').m).toBe(number);
	});

	test('a strength may have three decimals', () => {
		expect(inputOf({ ...OPENING, value: '1.234' }, 'en').value).toBe(1.234);
	});
});

const SAID: readonly [typed: string, en: string, zh: string][] = [
	['50,000', '"50,000" is not a number: write 50000', '“50,000”不是数：请写作 50000'],
	['0,5', '"0,5" is not a number: write a decimal point, 0.5', '“0,5”不是数：小数点请写作“.”，即 0.5'],
	['0,001', '"0,001" is not a number: write a decimal point, 0.001', '“0,001”不是数：小数点请写作“.”，即 0.001'],
	['1e400', '1e400 is too large', '“1e400”太大'],
	['1'.padEnd(400, '0'), `${'1'.padEnd(57, '0')}… is too large`, `“${'1'.padEnd(57, '0')}…”太大`],
	['Infinity', '"Infinity" is not a number', '“Infinity”不是数'],
	['much', '"much" is not a number', '“much”不是数'],
];

describe.each(['en', 'zh'] as const)('of what is no strength, in %s,', (language: Language) => {
	test.each(SAID)('%s is told how it is written', (typed, en, zh) => {
		const message = language === 'en' ? en : zh;
		const converted = answerTo({ ...OPENING, value: typed }, language);
		expect(converted.ok ? [] : converted.errors).toEqual([{ path: 'value', message }]);
		expect(readBox('SGD(weight_decay=1e-4)', { learningRate: typed }, language).wrong).toEqual([
			{ path: 'learningRate', message },
		]);
		const spec = specOf([
			{ path: 'data.kind', kind: 'variants', value: 'moons' },
			{ path: 'penalty.lambda', kind: 'number', value: typed },
		]);
		const checked = checkSpec(spec, language);
		expect(checked.ok ? [] : checked.errors).toEqual([{ path: 'penalty.lambda', message }]);
	});
});
