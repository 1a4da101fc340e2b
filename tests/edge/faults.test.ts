/** Bodies of nothing but faults, and requests that say less or more than they may. */
import { expect, test, vi } from 'vitest';
import { writeCsv } from '../../functions/http/writeCsv.ts';
import { api, post, small } from './api.ts';

const many = (text: string, bytes = 2_000_000) =>
	Array(Math.floor(bytes / (text.length + 1)))
		.fill(text)
		.join(',');
const keys = Array.from({ length: 150_000 }, (_, index) => `"k${index}":1`).join(',');

const faulty: [string, string][] = [
	['/runs', `{"data":{"kind":"moons"},"training":{"batches":[${many('[]')}]}}`],
	['/runs', `{"data":{"kind":"inline","X":[${many('["a"]')}],"y":[1]}}`],
	['/runs', `{"data":{"kind":"moons"},"init":{"kind":"explicit","W":[[${many('["a"]')}]],"b":[]}}`],
	[
		'/comparisons',
		`{"base":{"data":{"kind":"moons"},"training":{"batches":[${many('[]')}]}},"variants":[{"label":"a"}]}`,
	],
	[
		'/sweeps',
		`{"base":{"data":{"kind":"moons"},"training":{"batches":[${many('[]', 900_000)}]}},"axes":{"lambda":[1]}}`,
	],
	...['/runs', '/explain', '/comparisons', '/sweeps', '/experiments/exact-zeros'].map((path): [string, string] => [
		path,
		`{${keys}}`,
	]),
];

test.each(faulty)('%s answers a body of nothing but faults shortly', async (path, body) => {
	const answer = await post(path, body);
	expect(answer.status).toBe(422);
	const { errors } = (await answer.json()) as { errors: unknown[] };
	expect(errors.length).toBeGreaterThan(0);
	expect(errors.length).toBeLessThanOrEqual(21);
});

test.each([
	[
		'/comparisons',
		'{"base":{"__proto__":{"data":{"kind":"moons"}}},"variants":[{"label":"a","patch":{"data":{"kind":"moons"}}}]}',
		'base.__proto__',
	],
	[
		'/comparisons',
		'{"base":{"data":{"kind":"moons"}},"variants":[{"label":"a","patch":{"__proto__":1}}]}',
		'variants.0.patch.__proto__',
	],
	['/sweeps', '{"base":{"data":{"kind":"moons"},"__proto__":{}},"axes":{"lambda":[1]}}', 'base.__proto__'],
])('%s refuses __proto__', async (path, body, at) => {
	const answer = await post(path, body);
	expect(answer.status).toBe(422);
	expect(await answer.json()).toMatchObject({ errors: [{ path: at }] });
});

test('a compressed body is 415, NaN is explained, a long name is shortened', async () => {
	expect((await post('/runs', small, { 'Content-Encoding': 'gzip' })).status).toBe(415);
	for (const value of ['NaN', 'Infinity', '-Infinity']) {
		const answer = await post('/runs', `{"data":{"kind":"inline","X":[[${value}]],"y":[1]}}`);
		expect(await answer.text()).toContain('JSON knows neither NaN nor Infinity');
	}
	const long = await api(`/runs/${'a'.repeat(8000)}`);
	expect(long.status).toBe(404);
	expect((await long.text()).length).toBeLessThan(500);
	for (const m of ['%203', '0b11', '0x10']) expect((await api(`/datasets/moons?m=${m}`)).status).toBe(422);
});

test('a caller who goes in the middle of an upload is not logged as a failure', async () => {
	const { readJson } = await import('../../functions/http/readJson.ts');
	const logged = vi.spyOn(console, 'error');
	const gone = new ReadableStream({ pull: (controller) => controller.error(new Error('Network connection lost.')) });
	const request = new Request('https://lambda.test/', {
		method: 'POST',
		body: gone,
		headers: { 'Content-Type': 'application/json' },
	});
	await expect(readJson(request)).rejects.toMatchObject({ problem: 'malformed-json' });
	expect(logged).not.toHaveBeenCalled();
});

test('texts that a spreadsheet would run have an apostrophe before them, numbers none', () => {
	const rows = [['=1+1', '+x', '-x', '@x', '\tx', '-1.5', -2, 'x=1', null]];
	expect(writeCsv(['a'], rows)).toBe(`a\r\n'=1+1,'+x,'-x,'@x,'\tx,-1.5,-2,x=1,\r\n`);
});
