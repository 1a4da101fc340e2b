import { beforeEach, describe, expect, test } from 'vitest';
import { host } from '../../functions/trainers/host.ts';
import { predict } from '../../src/engine/predict.ts';
import { resolve } from '../../src/engine/resolve.ts';
import type { Predictions } from '../../src/schema/predictions.ts';
import type { Run } from '../../src/schema/run.ts';
import { api, forgetCopies, post, small } from './api.ts';

const { engine: _, ...fused } = small;
const train = async (spec: object) => (await post('/runs', spec)).json<Run>();
const X = [
	[0.5, 0.25],
	[-1, 0.75],
];
let id: string;
beforeEach(async () => {
	({ id } = await train(fused));
});

const table = (text: string, headers: Record<string, string> = {}) =>
	api(`/runs/${id}/predictions`, { method: 'POST', body: text, headers: { 'Content-Type': 'text/csv', ...headers } });

const absent = { 'Content-Type': 'text/csv; header=absent' };

describe('predictions', () => {
	test('are those of the network, computed once and then found', async () => {
		const { spec, weights } = await train({ ...fused, output: { weights: true } });
		if (!weights) throw new Error('it diverged');
		const first = await post(`/runs/${id}/predictions`, { X });
		const text = await first.text();
		expect(JSON.parse(text)).toEqual({ run: id, ...(await predict(resolve(spec), weights, X, host)) });
		expect(first.headers.get('Cache-Status')).toBe('lambda-over-2m; fwd=miss');

		const again = await post(`/runs/${id}/predictions`, { X });
		expect([again.headers.get('Cache-Status'), await again.text()]).toEqual(['lambda-over-2m; hit', text]);
		await forgetCopies();
		expect(await (await post(`/runs/${id}/predictions`, { X })).text()).toBe(text); // its trainer has it
	});

	test.each([
		['a header and CRLF', 'x1,x2\r\n0.5,0.25\r\n-1,0.75\r\n'],
		['no header', '0.5,0.25\n-1,.75'],
		['quotes, blanks and an empty line', '"a ""b"", c","x\n2"\n"0.5", 2.5e-1\n\n-1,0.75\n'],
		['a byte order mark', '\ufeffx1,x2\n0.5,0.25\n-1,0.75'],
		['a header of numbers', '1,2\n0.5,0.25\n-1,0.75', 'present'],
		['a header that its media type tells of', 'x1,x2\n0.5,0.25\n-1,0.75', 'Present'],
		['no header, as its media type says', '0.5,0.25\n-1,0.75', '"absent"'],
	])('of a table with %s are those of the rows', async (_, text, header = '') => {
		const type = header ? { 'Content-Type': `text/csv; charset=utf-8; header=${header}` } : {};
		const [ofTable, ofRows] = [await table(text, type), await post(`/runs/${id}/predictions`, { X })];
		expect(await ofTable.json()).toEqual(await ofRows.json());
	});

	test('take columns by the names that the data gave them', async () => {
		const rows = [
			[-1, 20],
			[0, 10],
			[1, 30],
		];
		const data = { kind: 'inline', X: rows, y: [0, 1, 1], columns: ['age', 'body mass'] };
		({ id } = await train({ ...fused, data }));
		const ofRows = await (await post(`/runs/${id}/predictions`, { X: rows })).json();
		const others = rows.map(([age, mass]) => [mass, age]);
		const swapped = `"body mass",age\n${others.map((row) => row.join(',')).join('\n')}`;
		expect(await (await table(swapped)).json()).toEqual(ofRows);
		const named = await post(`/runs/${id}/predictions`, { X: others, columns: ['body mass', 'age'] });
		expect(await named.json()).toEqual(ofRows);
		expect(await (await table(swapped.replace(/.*\n/, ''))).json()).not.toEqual(ofRows); // without names the order counts
		for (const [columns, said] of [
			[['mass', 'age'], 'lacks "body mass" and has, beyond them, "mass": those in any order'],
			[['age', 'age'], 'lacks "body mass" and names twice "age"'],
			[['age', 'body mass', 'age'], 'names twice "age"'],
			[['age', 'body mass', 'target'], 'and this has, beyond them, "target"'],
		]) {
			const answer = await post(`/runs/${id}/predictions`, { X: rows, columns });
			expect(answer.status).toBe(422);
			expect(await answer.text()).toContain(JSON.stringify(said).slice(1, -1));
		}
	});

	test('take a header with numbers as one where it is that of the run, and ask where all are numbers', async () => {
		const rows = [
			[-1, 20, 3],
			[0, 10, 5],
			[1, 30, 2],
		];
		const data = { kind: 'inline', X: rows, y: [0, 1, 1], columns: ['2019', '2020', 'age'] };
		({ id } = await train({ ...fused, data }));
		const ofRows = await (await post(`/runs/${id}/predictions`, { X: rows })).json();
		const turned = rows.map((row) => [...row].reverse().join(','));
		expect(await (await table(`age,2020,2019\n${turned.join('\n')}`)).json()).toEqual(ofRows);
		({ id } = await train({ ...fused, data: { ...data, columns: ['1', '2', '3'] } }));
		const named = await (await post(`/runs/${id}/predictions`, { X: rows })).json();
		const asked = await table(`3,2,1\n${turned.join('\n')}`);
		expect([asked.status, (await asked.json<{ errors: { message: string }[] }>()).errors[0]?.message]).toEqual([
			422,
			expect.stringContaining('header=present, or header=absent'),
		]);
		const present = { 'Content-Type': 'text/csv; header=present' };
		expect(await (await table(`3,2,1\n${turned.join('\n')}`, present)).json()).toEqual(named);
		const { prediction } = await (await table(`3,2,1\n${turned.join('\n')}`, absent)).json<Predictions>();
		expect(prediction).toHaveLength(4); // a row, as its media type says
		const others = await (await table(`3,2,4\n${turned.join('\n')}`)).json<Predictions>();
		expect(others.prediction).toHaveLength(4); // of other numbers it is a row
	});

	test('come as a table', async () => {
		const said = await (await post(`/runs/${id}/predictions`, { X })).json<Predictions>();
		const answer = await table('0.5,0.25\n-1,0.75', { Accept: 'text/csv' });
		const [first, second] = said.prediction;
		expect(await answer.text()).toBe(
			`prediction,class\r\n${first},${said.class?.[0]}\r\n${second},${said.class?.[1]}\r\n`,
		);
		expect(answer.headers.get('ETag')).toMatch(/\.csv"$/);
	});

	test('of several classes and of a regression, standardized as the run was', async () => {
		const digits = await train({ data: { kind: 'wine', m: 90 }, network: { hidden: [] }, training: { epochs: 3 } });
		const row = Array.from({ length: 13 }, (_, i) => i + 0.5);
		const said = await (await post(`/runs/${digits.id}/predictions`, { X: [row] })).json<Predictions>();
		const [probabilities] = said.prediction as number[][];
		expect(probabilities).toHaveLength(3);
		expect(probabilities?.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
		expect(said.class).toEqual([probabilities?.indexOf(Math.max(...(probabilities ?? [])))]);

		const data = { kind: 'diabetes', m: 200, standardizeTargets: true };
		const sick = await train({ data, network: { hidden: [] }, optimizer: { learningRate: 0.1 } });
		const answer = await post(`/runs/${sick.id}/predictions`, { X: [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0]] });
		const regression = await answer.json<Predictions>();
		expect(regression).not.toHaveProperty('class');
		expect(regression.prediction[0]).toBeGreaterThan(-1e4); // far from the columns' means, but in units of the target
		expect(Math.abs(Number(regression.prediction[0]))).toBeGreaterThan(10);
	});

	test('tell of rows that are far from those of the training', async () => {
		const trained = [
			[-1, 0],
			[0, 1],
			[1, 3],
		];
		const own = await train({ ...fused, data: { kind: 'inline', X: trained, y: [0, 1, 1] } });
		const say = async (id: string, rows: number[][]) =>
			(await (await post(`/runs/${id}/predictions`, { X: rows })).json<Predictions>()).outside;
		expect(await say(own.id, [...trained, [3, -3]])).toBeUndefined(); // a range away
		const raw = [
			[0, 0],
			[120, 7],
			[0, -31],
		];
		expect(await say(own.id, raw)).toEqual({ rows: 2, row: 1, column: 0, value: 120, range: [-1, 1] });
		const wine = await train({ data: { kind: 'wine', m: 90 }, network: { hidden: [] }, training: { epochs: 1 } });
		const bottle = [13.2, 1.8, 2.4, 15.5, 105, 2.8, 3, 0.3, 2, 5.5, 1.05, 3.2, 1100];
		expect(await say(wine.id, [bottle])).toBeUndefined();
		expect(await say(wine.id, [bottle.map((_, column) => (column === 12 ? 11_000 : 0))])).toMatchObject({ rows: 1 });
		expect(await say(id, [[1e6, 1e6]])).toBeUndefined(); // a generator has no rows
	});

	test('larger than the Worker itself computes come from a trainer', async () => {
		const many = Array.from({ length: 8000 }, (_, i) => [Math.sin(i), Math.cos(i)]);
		const said = await (await post(`/runs/${id}/predictions`, { X: many })).json<Predictions>();
		const some = await (await post(`/runs/${id}/predictions`, { X: many.slice(0, 40) })).json<Predictions>();
		expect(said.prediction).toHaveLength(8000);
		expect(said.prediction.slice(0, 40)).toEqual(some.prediction);
	});
});

describe('what cannot be predicted from is refused by its field', () => {
	test.each<[string, unknown, string, string]>([
		['no rows', { X: [] }, 'X', 'at least 1 item'],
		['nothing', {}, 'X', 'is required'],
		['rows of another name', { rows: X }, 'rows', 'is not a field'],
		['a row that is too short', { X: [[1, 2], [1]] }, 'X.1', 'has 1 number, and the network takes 2'],
		['a row with its target', { X: [[1, 2, 0]] }, 'X.0', 'leave out the target'],
		['a text', { X: [['1', 2]] }, 'X.0.0', '"1" is not a number: write it without quotes'],
		['a missing value', { X: [[1, null]] }, 'X.0.1', 'null is not a number: leave out the row'],
		['a number out of bounds', { X: [[1, 1e10]] }, 'X.0.1', 'at most 1,000,000,000'],
		['a vector', { X: [1, 2] }, 'X.0', '1 is not an array'],
		['more names than numbers', { X, columns: ['a', 'b', 'c'] }, 'columns', 'has 3 names, and a row has 2 numbers'],
	])('%s', async (_, body, path, message) => {
		const answer = await post(`/runs/${id}/predictions`, body);
		expect(answer.status).toBe(422);
		const { errors } = await answer.json<{ errors: { path: string; message: string }[] }>();
		expect(errors.find((error) => error.path === path)?.message).toContain(message);
	});

	test.each([
		['a cell that is no number', '1,2\n3,x\n', 'X.1.1', 'line 2, column 2: "x" is not a number'],
		['a cell in a named column', 'age,weight\r\n\r\n1,"2"\r\n3,x', 'X.1.1', 'line 4, column "weight": "x"'],
		['a cell after a quoted break', '"a\nb",c\n1,2\n3,x', 'X.1.1', 'line 4, column "c": "x"'],
		['a number out of bounds', 'a,b\n1,1e10', 'X.0.1', 'line 2, column "b": 10,000,000,000 is not allowed'],
		['a line that is too long', '1,2\n\n3,4,5', 'X.1', 'line 3 has 3 cells, and line 1 has 2'],
		['a tab', '1\t2\n', 'X.0.0', 'a tab stands between its cells'],
		['decimal commas', 'a;b\n1,5;2,5\n', 'X.0.1', 'a semicolon stands between its cells: write commas there'],
		['an empty cell', '1,2\n3,\n', 'X.1.1', 'leave out the row of a value that is missing'],
		['NaN', 'NaN,2\n', 'X.0.0', 'leave out the row of a value that is missing'],
		['semicolons', 'a;b\n1;2\n', 'X.0.0', '"1;2" is not a number'],
		['a first row with a slip, which is no header', '0.5,2x\n1,2\n', 'X.0.1', '"2x" is not a number'],
		['a stray quote', '1,2\n"3,4\n', 'X.1.0', 'is not a number; its quote is never closed'],
		['a quote that is never closed', '1,2\n3,"4', 'X.1.1', '"\\"4" is not a number; its quote is never closed'],
		['something behind a quote', '"1"2,3\n4,5\n', 'X.0.0', '"\\"1\\"2" is not a number'],
		['a header alone', 'x1,x2\n', 'X', 'line 1 is a header, and no row follows it'],
		['a column of row numbers', ',x1,x2\n0,0.5,0.25', 'X.0', 'has 3 numbers, and the network takes 2'],
		['nothing', '', 'X', 'the table is empty'],
		['blank lines', '\n\r\n', 'X', 'the table is empty'],
		['one column and a value missing', 'a\n1\n\n2\n', 'X.1', 'line 3 is empty'],
		['one column and its first value missing', 'a\n\n1\n2\n', 'X.0', 'line 2 is empty'],
		['one column, a name of two lines and a value missing', '"a\nb"\n1\n\n2\n', 'X.1', 'line 4 is empty'],
		['one column and a quoted nothing', 'a\n1\n""\n2\n', 'X.1', 'line 3 is empty'],
	])('a table with %s', async (_, text, path, message) => {
		const answer = await table(text);
		expect(answer.status).toBe(422);
		const { errors } = await answer.json<{ errors: { path: string; message: string }[] }>();
		expect(errors.find((error) => error.path === path)?.message).toContain(message);
	});

	test('another media type, a body that is too large, a run that is not there', async () => {
		expect((await table('1,2', { 'Content-Type': 'text/plain' })).status).toBe(415);
		expect((await table('1,2', { 'Content-Type': 'text/csv; charset=utf-16' })).status).toBe(415);
		expect((await table('1,2', { 'Content-Type': 'text/csv; header=maybe' })).status).toBe(415);
		const utf16 = new Uint8Array([0xff, 0xfe, 0x31, 0, 0x2c, 0, 0x32, 0]);
		const headers = { 'Content-Type': 'text/csv' };
		const inUtf16 = await api(`/runs/${id}/predictions`, { method: 'POST', body: utf16, headers });
		expect([inUtf16.status, await inUtf16.text()]).toEqual([
			415,
			expect.stringContaining('it begins as UTF-16 does: send it in UTF-8'),
		]);
		expect((await table('1,2\n'.repeat(600_000))).status).toBe(413);
		expect((await post('/runs', '1,2', { 'Content-Type': 'text/csv' })).status).toBe(415);
		expect((await post('/runs/nothing/predictions', { X })).status).toBe(404);
		const nan = await post(`/runs/${id}/predictions`, '{"X":[[1, NaN]]}');
		expect(nan.status).toBe(400);
		expect(await nan.text()).toContain('a value that is missing is left out with its row');
	});

	test('more rows than one answer takes, with how many are not too many', async () => {
		const y = Array.from({ length: 300 }, (_, i) => i);
		const data = { kind: 'inline', X: y.map((value) => [value]), y };
		const run = await train({ data, loss: 'softmax-cross-entropy', network: { hidden: [] }, training: { epochs: 1 } });
		const rows = Array.from({ length: 20_000 }, (_, i) => [i]);
		const answer = await post(`/runs/${run.id}/predictions`, { X: rows });
		expect(answer.status).toBe(422);
		const { type, detail } = await answer.json<{ type: string; detail: string }>();
		expect(type).toBe('/problems/over-budget');
		const [, most] = /send at most (\d+) rows/.exec(detail) ?? [];
		const fitting = await post(`/runs/${run.id}/predictions`, { X: rows.slice(0, Number(most)) });
		expect(fitting.status).toBe(200);
	});

	test('a run that diverged', async () => {
		const { id: diverged } = await train({ ...small, optimizer: { learningRate: 1e6 }, penalty: { lambda: 1e9 } });
		const answer = await post(`/runs/${diverged}/predictions`, { X });
		expect(await answer.json()).toMatchObject({ type: '/problems/no-such-form', status: 422 });
	});
});
