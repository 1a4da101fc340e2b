import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCsv } from '../../src/client/table.ts';
import { runSpecSchema } from '../../src/schema/runSpec.ts';

const WINE = readFileSync('examples/wine.csv', 'utf8');
const column = (X: readonly (readonly number[])[], j: number) => X.map((row) => row[j] ?? Number.NaN);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test('a table of words is classes, standardized by the rows that train, and takes its own rows back', () => {
	const table = readCsv(WINE, { target: 'cultivar' });
	const { X, y, test: heldOut } = table.data;
	expect([X.length, heldOut?.X.length, table.features.length, table.classes?.length]).toEqual([133, 45, 13, 3]);
	expect(runSpecSchema.parse({ data: table.data }).loss).toBe('softmax-cross-entropy');
	for (const j of table.features.keys()) {
		expect(mean(column(X, j))).toBeCloseTo(0, 10);
		expect(mean(column(X, j).map((value) => value ** 2))).toBeCloseTo(1, 10);
	}
	const lines = WINE.trim().split(/\r?\n/).slice(1);
	const names = WINE.split(/\r?\n/)[0]?.split(',') ?? [];
	const write = (row: readonly number[]) => row.map((x) => x.toFixed(9)).join();
	const all = { X: [...X, ...(heldOut?.X ?? [])], y: [...y, ...(heldOut?.y ?? [])] };
	const known = new Map(all.X.map((row, i) => [write(row), all.y[i]]));
	for (const line of lines) {
		const named = Object.fromEntries(line.split(',').map((cell, j) => [names[j], Number(cell)]));
		const [row = []] = table.inputs([named]);
		const target = known.get(write(row));
		expect(table.classes?.[target ?? -1]).toBe(line.split(',')[names.indexOf('cultivar')]);
	}
});

test.each([1, 2, 3])('classes have their share of what trains, validates and tests, by seed %d', (seed) => {
	const names = [...Array(140).fill('common'), ...Array(50).fill('seldom'), ...Array(12).fill('rare'), 'once'];
	const text = `x,z\n${names.map((name, i) => `${i},${name}`).join('\n')}`;
	const { data, classes } = readCsv(text, { target: 'z', test: 0.2, validation: 0.15, seed });
	expect(runSpecSchema.parse({ data }).data).toMatchObject({ columns: ['x'], validation: 30 });
	const held = data.test?.y ?? [];
	const parts = [data.y, held.slice(0, data.validation), held.slice(data.validation)];
	expect(parts.map(({ length }) => length)).toEqual([132, 30, 41]);
	for (const [number, name] of classes?.entries() ?? []) {
		const share = names.filter((one) => one === name).length / names.length;
		for (const part of parts) {
			expect(Math.abs(part.filter((y) => y === number).length - share * part.length)).toBeLessThanOrEqual(1.5);
		}
		expect(data.y).toContain(number);
	}
});

const yields = (count: number) =>
	`x,yield\n${Array.from({ length: count }, (_, i) => `${i},${100 + 7.5 * i}`).join('\n')}`;

test('a regression comes back in its own units', () => {
	const table = readCsv(yields(40), { target: 'yield', test: 0, seed: 3 });
	expect([table.classes, table.data.test]).toEqual([null, null]);
	const [x = 0] = column(table.data.X, 0);
	expect(table.data.y[0]).toBeCloseTo(x, 10); // a straight line, standardized
	const [answer] = table.outputs({ run: '', prediction: column(table.inputs([[4], { x: 4 }] as number[][]), 0) });
	expect(answer).toBeCloseTo(130, 9);
});

test.each<[string, Partial<Parameters<typeof readCsv>[1]>, string]>([
	['a,y\n1,2.5\nx,3.5', {}, 'line 3, column "a": "x" is not a number'],
	['a,y\n\n1,2.5\n,3.5', {}, 'line 4, column "a": "" is not a number'],
	['a,y\n1,2.5\n2', {}, 'line 3 has 1 cells, the header has 2'],
	['a,y\n1,NA\n2,3', {}, 'line 2, column "y": there is no value'],
	['a,b\n1,2\n2,3', {}, 'there is no column "y": a, b'],
	['a,y\n1,2\n2,3', { features: ['c'] }, 'there is no column "c"'],
	['y\n1\n2', {}, 'no column beside "y"'],
	['a,a,y\n1,2,3.5\n2,3,4', {}, 'two columns are named "a"'],
	['a,y\n1,2', {}, 'has 1 rows'],
	['', {}, 'there is no column'],
	['a,y\n1,2\n3,2.0', {}, '"y" is always "2"'],
	['a,y\n1,0\n2,3\n3,7', {}, 'whole numbers with gaps: kind says'],
	['a,y\n1,low\n2,high', { kind: 'regression' }, '"low" is not a number'],
	['a,y\n1,2\n2,3', { test: 1 }, 'test is 1'],
	['a,y\n1,2\n2,3', { validation: -0.5 }, 'validation is -0.5'],
	['a,y\n1,2.5\n2,3\n4,5', { validation: 0.1, test: 0 }, 'each needs one at least'],
	['a,y\n1_000,2\n2,3', {}, '"1_000" is not a number'],
])('%j is refused: %j', (text, options, message) => {
	expect(() => readCsv(text, { target: 'y', ...options })).toThrow(message);
});

test.each<[string, Partial<Parameters<typeof readCsv>[1]>, string[] | null]>([
	['3\n4\n3', {}, ['3', '4']],
	['0\n3\n7', { kind: 'classes' }, ['0', '3', '7']],
	['0\n3\n7', { kind: 'regression' }, null],
	['10\n9\n10.0', {}, ['9', '10']],
	['b\na\nb', {}, ['a', 'b']],
	['1.5\n2\n3', {}, null],
])('targets %j with %j are the classes %j', (y, options, classes) => {
	const rows = y.split('\n').map((cell, i) => `${i},${cell}`);
	expect(readCsv(`a,y\n${rows.join('\n')}`, { target: 'y', ...options }).classes).toEqual(classes);
});

test('a row without a number for each feature is refused', () => {
	const table = readCsv(yields(10), { target: 'yield' });
	for (const row of [[], [1, 2], [Number.NaN], { z: 1 }] as (number[] | Record<string, number>)[]) {
		expect(() => table.inputs([row])).toThrow('rows[0] needs a number for each of x');
	}
});
