/** Bodies of nothing but faults, and requests that say less or more than they may. */
import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test';
import { expect, test, vi } from 'vitest';
import { createApp } from '../../functions/app.ts';
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
	const inCharset = async (charset: string) =>
		(await post('/runs', small, { 'Content-Type': `application/json; charset=${charset}` })).status;
	expect([await inCharset('utf-16'), await inCharset('"latin1"'), await inCharset('UTF-8')]).toEqual([415, 415, 200]);
	for (const value of ['NaN', 'Infinity', '-Infinity']) {
		const answer = await post('/runs', `{"data":{"kind":"inline","X":[[${value}]],"y":[1]}}`);
		expect(await answer.text()).toContain('JSON knows neither NaN nor Infinity');
	}
	const long = await api(`/runs/${'a'.repeat(8000)}`);
	expect(long.status).toBe(404);
	expect((await long.text()).length).toBeLessThan(500);
	for (const m of ['%203', '0b11', '0x10']) expect((await api(`/datasets/moons?m=${m}`)).status).toBe(422);
});

/** What the app answers to a body that is a stream, and what it logs as failed. */
async function send(body: ReadableStream, headers: Record<string, string> = {}) {
	const logged = vi.spyOn(console, 'error');
	const context = createExecutionContext();
	const init = { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } };
	const answer = await createApp().fetch(new Request('https://lambda.test/api/v1/explain', init), env, context);
	await waitOnExecutionContext(context);
	return { status: answer.status, text: await answer.text(), failures: logged.mock.calls.length };
}

test('a caller who goes in the middle of an upload is not logged as a failure', async () => {
	const gone = new ReadableStream({ pull: (controller) => controller.error(new Error('Network connection lost.')) });
	expect(await send(gone)).toMatchObject({ status: 400, failures: 0 });
});

test('a body that says it is too large is refused before any of it is read', async () => {
	let pulls = 0;
	const never = new ReadableStream({ pull: () => void pulls++ }, { highWaterMark: 0 });
	expect(await send(never, { 'Content-Length': String(2 * 1024 * 1024 + 1) })).toMatchObject({ status: 413 });
	expect(pulls).toBe(0);
});

test('a body that is not UTF-8 is told so, and is not read as something else', async () => {
	const utf16 = new Uint8Array(new Uint16Array([...'\ufeff{}'].map((letter) => letter.charCodeAt(0))).buffer);
	for (const bytes of [
		utf16,
		new Uint8Array([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d]),
		new Uint8Array([0x22, 0xc3]),
	]) {
		const { status, text } = await send(new Blob([bytes]).stream());
		expect([status, text]).toEqual([400, expect.stringContaining('is not UTF-8')]);
	}
	expect(await send(new Blob(['\ufeff{"data":{"kind":"moons"}}']).stream())).toMatchObject({ status: 200 });
});

test('numbers that float64 does not hold are told what they are read as', async () => {
	const spec = '"data":{"kind":"inline","X":[[-1e999]],"y":[1]}';
	const sent: [string, string, string][] = [
		['/runs', `{${spec}}`, ''],
		['/explain', `{${spec}}`, ''],
		['/comparisons', `{"base":{${spec}},"variants":[{"label":"a"}]}`, 'base.'],
		['/sweeps', `{"base":{${spec}},"axes":{"lambda":[1]}}`, 'base.'],
	];
	const message = '-Infinity is not a finite number: any beyond 1.8e308 is read as that';
	for (const [path, body, at] of sent) {
		expect(await (await post(path, body)).json()).toMatchObject({ errors: [{ path: `${at}data.X.0.0`, message }] });
	}
});

test('the variants of a comparison have one list of at most twenty errors', async () => {
	const patch = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`${'k'.repeat(50)}${index}`, 1]));
	const variants = Array.from({ length: 12 }, (_, index) => ({ label: String(index), patch }));
	const text = await (await post('/comparisons', { base: small, variants })).text();
	expect(text.length).toBeLessThan(12_000);
	const { errors } = JSON.parse(text);
	expect(errors).toHaveLength(21);
	expect(errors[20]).toEqual({ path: '', message: 'and at least 2,200 more' });
});

test.each([
	[
		'a body',
		'POST',
		'/comparisons',
		`{"base":{"${'k'.repeat(1_900_000)}":{"__proto__":1}},"variants":[{"label":"a"}]}`,
	],
	['a query', 'GET', `/convert?${'k'.repeat(5000)}=1&${'k'.repeat(5000)}=2`, null],
	['a header', 'POST', '/runs', '{}', 'k'.repeat(5000)],
])('a long name in %s comes back shortened', async (_, method, path, body, type = 'application/json') => {
	const answer = await api(path, { method, body, headers: { 'Content-Type': type } });
	expect(answer.status).toBeGreaterThanOrEqual(400);
	expect((await answer.text()).length).toBeLessThan(1000);
});

test('/explain says nothing of numbers beyond float64', async () => {
	const spec = (learningRate: string, penalty: string) =>
		`{"data":{"kind":"moons"},"training":{"epochs":1},"optimizer":{"kind":"adam","learningRate":${learningRate}},"penalty":${penalty}}`;
	for (const body of [
		spec('5e-324', '{"lambda":0}').replace('adam', 'sgd'),
		spec('1e-310', '{"lambda":1,"application":"decoupled"}'),
		spec('1e6', '{"lambda":1e-310,"application":"decoupled"}'),
	]) {
		const text = await (await post('/explain', body)).text();
		expect(JSON.parse(text)).toMatchObject({ findings: expect.any(Array) });
		expect(text).not.toMatch(/Infinity|NaN|1\.8e308|"value":null/);
	}
});

test('texts that a spreadsheet would run have an apostrophe before them, numbers none', () => {
	const rows = [['=1+1', '+x', '-x', '@x', '\tx', '＝x', 'a;=1', '-1.5', -2, 'x=1', null, ' =1', '\u200b=1']];
	expect(writeCsv(['a'], rows)).toBe(`a\r\n'=1+1,'+x,'-x,'@x,"'\tx",'＝x,"a;=1",-1.5,-2,x=1,,' =1,'\u200b=1\r\n`);
});
