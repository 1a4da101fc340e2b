import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	formatCount,
	formatDecimals,
	formatDuration,
	formatForCode,
	formatInProse,
	formatShortest,
	type ProseFormat,
	roundTo,
} from '../../src/numberFormat.ts';

const ordinary = fc.double({ min: -1e300, max: 1e300, noNaN: true }).filter((value) => Math.abs(value) > 1e-300);

describe('for code', () => {
	test.each([
		[0.1 + 0.2, 12, '0.3'],
		[1 / 3, 3, '0.333'],
		[-1234.5, 3, '-1230'],
		[1e-7, 3, '1e-7'],
	])('%d with %d digits is %s', (value, digits, text) => {
		expect(formatForCode(value, digits)).toBe(text);
		expect(roundTo(value, digits)).toBe(Number(text));
	});

	test.each([
		[0, '0'],
		[0.1 + 0.2, '0.3'],
		[1 / 3, '0.333333333333'],
		[0.00005, '5e-5'],
		[1e9, '1e9'],
		[123456789, '123456789'],
	])('the shortest of %d is %s', (value, text) => {
		expect(formatShortest(value)).toBe(text);
	});

	test('the shortest is within one part in 10¹²', () => {
		fc.assert(
			fc.property(ordinary, (value) => {
				expect(Math.abs(Number(formatShortest(value)) - value)).toBeLessThanOrEqual(1e-12 * Math.abs(value));
			}),
		);
	});
});

describe('in prose', () => {
	test.each<[number, ProseFormat, string]>([
		[0, {}, '0'],
		[0.1 + 0.2, {}, '0.3'],
		[-0.25, {}, '−0.25'],
		[2000, {}, '2000'],
		[2000, { language: 'en' }, '2,000'],
		[2000, { language: 'zh' }, '2,000'],
		[-12345.6, { language: 'en', digits: 2 }, '−12,000'],
		[0.0005, {}, '5·10⁻⁴'],
		[0.0005, { powersBelow: 1e-4 }, '0.0005'],
		[-8.123e-7, {}, '−8.12·10⁻⁷'],
		[-8.123e-7, { mantissaDigits: 2 }, '−8.1·10⁻⁷'],
		[1e6, {}, '10⁶'],
		[9.9996e-5, {}, '10⁻⁴'],
		[3e21, {}, '3·10²¹'],
		[Number.POSITIVE_INFINITY, {}, '∞'],
		[Number.NEGATIVE_INFINITY, {}, '−∞'],
	])('%d with %o is %s', (value, format, text) => {
		expect(formatInProse(value, format)).toBe(text);
	});

	test('no digit is lost but those beyond the third, and no minus is a hyphen', () => {
		fc.assert(
			fc.property(
				ordinary,
				fc.constantFrom<ProseFormat>({}, { language: 'en' }, { language: 'zh' }),
				(value, format) => {
					const text = formatInProse(value, format);
					expect(text).not.toContain('-');
					expect(Math.abs(parse(text) - value)).toBeLessThanOrEqual(0.00501 * Math.abs(value));
				},
			),
		);
	});

	test('decimals keep the zeros at their end', () => {
		expect(formatDecimals(-0.5, 3)).toBe('−0.500');
	});
});

/** The number that a text states. */
function parse(text: string): number {
	const ascii = text
		.replaceAll(',', '')
		.replaceAll('−', '-')
		.replace(/10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/, (_, power: string) => {
			const digits = [...power].map((digit) => (digit === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)));
			return `1e${digits.join('')}`;
		});
	return ascii.split('·').reduce((product, factor) => product * Number(factor), 1);
}

test.each([
	[882, 'en', '882 ms'],
	[882, 'zh', '882 毫秒'],
	[2345, 'zh', '2.3 秒'],
] as const)('a duration of %d ms has a space before its unit (%s)', (milliseconds, language, said) => {
	expect(formatDuration(milliseconds, language)).toBe(said);
});

describe('as the platform writes them', () => {
	test.each(['en', 'zh'] as const)('significant digits and thousands, in %s', (language) => {
		const decimal = fc
			.tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 5 }))
			.map(([digits, places]) => digits / 10 ** places);
		const value = fc.oneof(decimal, fc.double({ min: -999_999, max: 999_999, noNaN: true }));
		fc.assert(
			fc.property(value, fc.integer({ min: 1, max: 6 }), (number, digits) => {
				const platform = new Intl.NumberFormat(language, { maximumSignificantDigits: digits });
				fc.pre(Math.abs(number) >= 1e-3 || number === 0);
				expect(formatInProse(number, { digits, language })).toBe(platform.format(number + 0).replace('-', '−'));
			}),
			{ numRuns: 2000 },
		);
	});

	test('counts', () => {
		fc.assert(
			fc.property(fc.maxSafeInteger(), (count) => {
				expect(formatCount(count, 'en')).toBe(new Intl.NumberFormat('en').format(count + 0));
			}),
		);
	});
});
