import { describe, expect, test } from 'vitest';
import { readTable } from '../../../site/lab/ownData/csv.ts';
import { ownData } from '../../../site/lab/ownData/ownData.ts';
import { LAB_TEXT } from '../../../site/text/lab/labText.ts';
import { canonical } from '../../../src/schema/canonical.ts';

const words = LAB_TEXT.en.ownProblems;
const choice = { target: null, heldOut: 0, standardize: false };
const read = (csv: string, other: Partial<typeof choice> = {}) => {
	const table = readTable(csv, words);
	return table.ok ? ownData(table.value, { ...choice, ...other }, words) : table;
};
const tableOf = (csv: string, other: Partial<typeof choice> = {}) => {
	const outcome = read(csv, other);
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	return outcome.value;
};
const rows = (count: number, line: (i: number) => string) =>
	Array.from({ length: count }, (_, i) => line(i)).join('\n');

describe('a table', () => {
	test.each([
		['commas and a header', 'height,weight,kind\n1,2,cat\n3,4,dog\n5,6,cat'],
		['semicolons', 'height;weight;kind\n1;2;cat\n3;4;dog\n5;6;cat'],
		['tabs', 'height\tweight\tkind\n1\t2\tcat\n3\t4\tdog\n5\t6\tcat'],
		[
			'quotes, spaces, empty lines, a byte order mark, Windows line ends',
			'\uFEFF"height", weight ,kind\r\n\r\n1,2,"cat"\r\n3, 4,dog\r\n5,6,cat\r\n\r\n',
		],
	])('with %s', (_, csv) => {
		const { data, classes, columns } = tableOf(csv);
		expect(columns).toEqual(['height', 'weight', 'kind']);
		expect(classes).toEqual(['cat', 'dog']);
		const pairs = data.X.map((row, i) => [...row, data.y[i]]);
		expect(pairs.sort()).toEqual([
			[1, 2, 0],
			[3, 4, 1],
			[5, 6, 0],
		]);
	});

	test('without a header counts its columns', () => {
		const { columns, data } = tableOf('1,2,0\n3,4,1\n');
		expect(columns).toEqual(['1', '2', '3']);
		expect(data.X.length).toBe(2);
	});

	test('splits the same way each time, and standardises by the rows that train', () => {
		const csv = rows(100, (i) => `${i},${i % 2}`);
		const once = tableOf(csv, { heldOut: 0.3, standardize: true });
		expect(once).toEqual(tableOf(csv, { heldOut: 0.3, standardize: true }));
		expect([once.m, once.data.test?.X.length]).toEqual([70, 30]);
		const values = once.data.X.map(([x = 0]) => x);
		const mean = values.reduce((sum, x) => sum + x, 0) / 70;
		expect(mean).toBeCloseTo(0, 6);
		expect(Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 70)).toBeCloseTo(1, 6);
	});

	test.each([
		['two words', 'a', ['a', 'b'], undefined],
		['three words', 'abc', ['a', 'b', 'c'], 'softmax-cross-entropy'],
		['minus one and one', ['-1', '1'], ['-1', '1'], undefined],
		['real numbers', ['0.5', '1.5', '2.25'], null, undefined],
		['amounts in whole numbers', Array.from({ length: 30 }, (_, i) => String(i * 7)), null, 'half-squared-error'],
	])('with %s as its target', (_, names, classes, loss) => {
		const targets = names === 'a' ? ['a', 'b'] : [...names];
		const value = tableOf(rows(60, (i) => `${i},${i * 2},${targets[i % targets.length]}`));
		expect(value.classes).toEqual(classes);
		expect(value.loss).toBe(loss);
		expect(() => canonical({ data: value.data, ...(value.loss && { loss: value.loss }) })).not.toThrow();
	});
});

describe('a bad table names row and column', () => {
	test.each([
		['nothing', '  \n', [[0, '', words.empty]]],
		['a header alone', 'a,b,c\n1,x,2', [[2, 'b', words.notNumber('x')]]],
		['one column', 'a\n1\n2', [[0, '', words.oneColumn]]],
		['a word among numbers', 'a,b,y\n1,2,0\n1,oops,1\n', [[3, 'b', words.notNumber('oops')]]],
		['an empty field', 'a,b,y\n1,2,0\n1,,1\n', [[3, 'b', words.missing]]],
		['an empty target', 'a,b,y\n1,2,0\n1,3,\n', [[3, 'y', words.missing]]],
		['a short row', 'a,b,y\n1,2,0\n1,3\n', [[3, '', words.columns(2, 3)]]],
		['a quotation mark that stays open', 'a,b\n1,"2\n3,4', [[2, '', words.quotes]]],
		['a number too large', 'a,y\n1,0\n1e12,1', [[3, 'a', words.tooLarge('1e12')]]],
		['one row', 'a,y\n1,0', [[0, '', words.tooFewRows]]],
	])('%s', (_, csv, expected) => {
		const outcome = read(csv);
		expect(outcome.ok ? [] : outcome.problems.map(({ row, column, message }) => [row, column, message])).toEqual(
			expected,
		);
	});

	test('twenty at most, and both of features and targets', () => {
		const outcome = read(rows(50, () => 'x,1,'));
		expect(outcome.ok ? 0 : outcome.problems.length).toBeGreaterThan(19);
	});

	test('too many rows or columns', () => {
		const long = read(rows(20_001, () => '1,0'));
		expect(long.ok ? '' : long.problems[0]?.message).toBe(words.tooManyRows(20_001, 20_000));
		const wide = read(`${Array.from({ length: 1026 }, () => '1').join(',')}\n`.repeat(3));
		expect(wide.ok ? '' : wide.problems[0]?.message).toBe(words.tooManyColumns(1025, 1024));
	});
});
