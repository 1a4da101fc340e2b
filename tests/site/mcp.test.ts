/** The MCP endpoint of the real server, by the client of the official SDK, and by hand where that sends nothing wrong. */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { BOUNDS } from '../../src/schema/bounds.ts';
import type { Conversion } from '../../src/schema/conversion.ts';

const url = inject('serverUrl');

interface Answer {
	isError?: boolean | undefined;
	content: { type: string; text?: string }[];
}

describe.skipIf(url === '')('/mcp', () => {
	const client = new Client({ name: 'a test', version: '1.0.0' });
	beforeAll(() => client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`))));
	afterAll(() => client.close());

	const call = async (name: string, given: Record<string, unknown>) => {
		const answer = (await client.callTool({ name, arguments: given })) as Answer;
		return { isError: answer.isError ?? false, said: JSON.parse(answer.content[0]?.text ?? 'null') };
	};
	const api = async (path: string, body?: object) =>
		(
			await fetch(`${url}/api/v1${path}`, {
				...(body && { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
			})
		).json();
	const spec = { data: { kind: 'moons', m: 30 }, penalty: { lambda: 0.5 }, training: { epochs: 100 } };

	test('lists six tools, whose schemas compile and take what the API takes', async () => {
		const { tools } = await client.listTools();
		expect(tools.map(({ name }) => name)).toEqual(['convert', 'read_code', 'explain', 'train', 'compare', 'predict']);
		const ajv = new Ajv2020({ strict: false, validateFormats: false });
		const takes = (name: string, given: object) =>
			ajv.compile(tools.find((tool) => tool.name === name)?.inputSchema ?? false)(given);
		expect(takes('train', spec)).toBe(true);
		expect(takes('train', { ...spec, penalty: { lamda: 1 } })).toBe(false);
		expect(takes('explain', {})).toBe(false);
		expect(takes('convert', { from: 'lambda', value: 1, m: 30 })).toBe(true);
		expect(takes('convert', { from: 'lamda', value: 1, m: 30 })).toBe(false);
		expect(takes('convert', { from: 'lambda', value: 1, m: 30, to: ['keras-l2'] })).toBe(true);
		expect(takes('convert', { from: 'lambda', value: 1, m: 30, to: ['theano'] })).toBe(false);
		expect(takes('compare', { base: spec, variants: [{ label: 'a', patch: { penalty: { lambda: 1 } } }] })).toBe(true);
		expect(takes('read_code', { code: 'SGD(w, lr=0.1, weight_decay=0.01)', m: 100 })).toBe(true);
		expect(takes('predict', { run: 'an id', X: [[1, 2]] })).toBe(true);
		expect(takes('predict', { X: [[1, 2]] })).toBe(false);
		expect(JSON.stringify(tools).length).toBeLessThan(50_000); // an assistant reads it all
	});

	test.each([
		[{ value: [0.1] }, 'value'],
		[{ m: '10' }, 'm'],
		[{ from: ['pytorch-sgd'] }, 'from'],
		[{ to: [] }, 'to'],
	])('convert refuses %j, as its schema does, though a query would write it alike', async (patch, path) => {
		const { said, isError } = await call('convert', { from: 'pytorch-sgd', value: 0.1, m: 10, ...patch });
		expect([isError, said.errors[0].path]).toEqual([true, path]);
	});

	test('convert and explain say what the API says', async () => {
		const converted = await call('convert', { from: 'pytorch-sgd', value: 0.01, m: 1000 });
		const whole = await api('/convert?from=pytorch-sgd&value=0.01&m=1000');
		const nameAndValue = ({ library, parameter, value, exact }: Conversion['equivalents'][number]) => ({
			library,
			parameter,
			value,
			exact,
		});
		expect(converted.said).toEqual({ ...whole, equivalents: whole.equivalents.map(nameAndValue) });
		expect(JSON.stringify(converted.said).length).toBeLessThan(10_000);
		const chosen = await call('convert', {
			from: 'pytorch-sgd',
			value: 0.01,
			m: 1000,
			to: ['keras-l2', 'pytorch-sgd'],
		});
		expect(chosen.said).toEqual(await api('/convert?from=pytorch-sgd&value=0.01&m=1000&to=keras-l2,pytorch-sgd'));
		expect(chosen.said.equivalents).toHaveLength(2);
		expect((await call('explain', spec)).said).toEqual(await api('/explain', spec));
	});

	test('train gives the run of the API, with a part of its trace', async () => {
		const long = { ...spec, training: { epochs: 200, recordEvery: 1 } };
		const { said, isError } = await call('train', long);
		const run = await api('/runs', long);
		expect(isError).toBe(false);
		expect([said.id, said.final]).toEqual([run.id, run.final]);
		expect(said.trace.epoch).toHaveLength(12);
		expect([said.trace.epoch[0], said.trace.epoch.at(-1)]).toEqual([0, 200]);
		for (const [i, epoch] of said.trace.epoch.entries()) {
			expect(said.trace.objective[i]).toBe(run.trace.objective[run.trace.epoch.indexOf(epoch)]);
		}
		expect(await (await fetch(said.links.run)).json()).toEqual(run);
	});

	test('compare trains every variant', async () => {
		const variants = [{ label: 'none', patch: { penalty: null } }, { label: 'some' }];
		const { said } = await call('compare', { base: spec, variants });
		const comparison = await api('/comparisons', { base: spec, variants });
		expect(said.id).toBe(comparison.id);
		expect(said.runs.map(({ label }: { label: string }) => label)).toEqual(['none', 'some']);
		expect(said.runs[1].final).toEqual(comparison.runs[1].run.final);
	});

	test('read_code says what the API says, and of each library name and value', async () => {
		const given = { code: 'torch.optim.SGD(net.parameters(), lr=0.1, weight_decay=0.01)', m: 1000 };
		const { said } = await call('read_code', given);
		const { decays, ...whole } = await api('/convert/code', given);
		expect(said).toMatchObject(whole);
		const [{ meaning, ...decay }] = decays;
		expect(said.decays).toMatchObject([decay]);
		expect(said.decays[0].meaning.lambda).toBe(meaning.lambda);
		expect(said.decays[0].meaning.conversion.equivalents[0]).toEqual({
			library: 'pytorch-sgd',
			parameter: 'weight_decay',
			value: 0.01,
			exact: true,
		});
		expect(JSON.stringify(said).length).toBeLessThan(12_000);
	});

	test('predict asks the network of a run', async () => {
		const { said: run } = await call('train', spec);
		const X = [[0.5, 0.25]];
		expect((await call('predict', { run: run.id, X })).said).toEqual(await api(`/runs/${run.id}/predictions`, { X }));
		const nobody = await call('predict', { run: '../limits', X });
		expect([nobody.isError, nobody.said.type]).toEqual([true, '/problems/not-found']);
	});

	test.each<[string, Record<string, unknown>, string]>([
		['predict', { X: [[1, 2]] }, 'run'],
		['read_code', { m: 10 }, 'code'],
		['train', { data: { kind: 'suns' } }, 'data.kind'],
		['train', { ...spec, penalty: { lamda: 1 } }, 'penalty.lamda'],
		['convert', { from: 'lambda', value: -1, m: 30 }, 'value'],
		['convert', { from: 'lambda', value: 1, m: { a: 1 } }, 'm'],
		['convert', { from: 'lambda', value: 1, m: 30, to: ['theano'] }, 'to.0'],
		['convert', { from: 'lambda', value: 1, m: 30, to: [] }, 'to'],
		['compare', { base: spec, variants: [] }, 'variants'],
		['explain', {}, 'data'],
	])('%s of what is wrong is refused by its field: %j', async (name, given, path) => {
		const { said, isError } = await call(name, given);
		expect(isError).toBe(true);
		expect(said.type).toBe('/problems/invalid-spec');
		expect(said.errors.map((error: { path: string }) => error.path)).toContain(path);
	});

	test('a job over the budget is refused with one that fits', async () => {
		const large = {
			...spec,
			training: { epochs: 1_000_000, recordEvery: 1_000_000 },
			data: { kind: 'moons', m: 20_000 },
		};
		const { said, isError } = await call('train', large);
		expect([isError, said.type]).toEqual([true, '/problems/over-budget']);
		expect((await call('explain', said.fits)).isError).toBe(false);
	});

	test('a tool that there is not is an error of the protocol', async () => {
		await expect(client.callTool({ name: '__proto__', arguments: {} })).rejects.toThrow('no tool');
	});

	test.each([
		['[1]', 'an array of 1'],
		['"x"', '"x"'],
		['5', '5'],
		['true', 'true'],
	])('arguments %s, which have no names, are too', async (given, shown) => {
		for (const name of ['convert', 'explain', 'predict']) {
			const params = `{"name":"${name}","arguments":${given}}`;
			const answer = await send(`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":${params}}`);
			const message = `params.arguments: ${shown} is not an object: the fields of ${name} by their names`;
			expect(await answer.json()).toEqual({ jsonrpc: '2.0', id: 1, error: { code: -32602, message } });
		}
	});

	test('a run to predict with that is no text is shown', async () => {
		const { said } = await call('predict', { run: 5, X: [[1]] });
		expect(said.errors).toEqual([{ path: 'run', message: '5 is not a text: the id of a run, as train answers it' }]);
	});

	const send = (body: BodyInit | null, headers: Record<string, string> = {}, method = 'POST') =>
		fetch(`${url}/mcp`, {
			method,
			headers: {
				'Content-Type': 'application/json',
				Accept: 'application/json, text/event-stream',
				...headers,
			},
			...(body !== null && { body }),
		});

	test.each([
		['2025-06-18', '2025-06-18'],
		['2024-11-05', '2025-11-25'],
	])('a client of %s is answered in %s', async (asked, spoken) => {
		const params = { protocolVersion: asked, capabilities: {}, clientInfo: { name: 'old', version: '1' } };
		const answer = await send(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params }));
		expect(answer.status).toBe(200);
		expect(await answer.text()).toContain(`"protocolVersion":"${spoken}"`);
	});

	test('a batch of March 2025 is answered in its order, without its notifications', async () => {
		const given = { from: 'lambda', value: 1, m: 30, batchSize: null, to: ['optax'] };
		const convert = { name: 'convert', arguments: given };
		const messages = [
			{ id: 'a', method: 'ping' },
			{ method: 'notifications/initialized' },
			{ id: 2, method: 'tools/call', params: convert },
			{ id: 3, method: 'nothing' },
		];
		const headers = { 'MCP-Protocol-Version': '2025-03-26' };
		const batch = (all: object[]) => send(JSON.stringify(all.map((one) => ({ jsonrpc: '2.0', ...one }))), headers);
		const [pong, called, unknown, ...more] = await (await batch(messages)).json();
		expect([pong.id, called.id, unknown.id, more]).toEqual(['a', 2, 3, []]);
		expect(JSON.parse(called.result.content[0].text)).toEqual(await api('/convert?from=lambda&value=1&m=30&to=optax'));
		expect(unknown.error.code).toBe(-32601);
		expect((await batch(messages.slice(1, 2))).status).toBe(202);
		expect((await batch(Array(13).fill(messages[0]))).status).toBe(400);
		const [ponged, refused] = await (
			await batch([
				{ id: 'a', method: 'ping' },
				{ id: 'b', method: 7 },
			])
		).json();
		expect([ponged, refused]).toMatchObject([
			{ id: 'a', result: {} },
			{ id: 'b', error: { code: -32600 } },
		]);
	});

	test.each<[string, string, number, number | string | null]>([
		['what is not JSON', '{"jsonrpc":', -32700, null],
		['an empty body', '', -32700, null],
		['a batch without messages', '[]', -32600, null],
		['a text', '"ping"', -32600, null],
		['nothing', 'null', -32600, null],
		['another JSON-RPC', '{"jsonrpc":"1.0","id":7,"method":"ping"}', -32600, 7],
		['a method that is no text', '{"jsonrpc":"2.0","id":"a","method":1}', -32600, 'a'],
		['an id that is none', '{"jsonrpc":"2.0","id":{},"method":"ping"}', -32600, null],
		['params by position', '{"jsonrpc":"2.0","id":1,"method":"ping","params":[1]}', -32600, 1],
	])('%s is refused as JSON-RPC says', async (_, body, code, id) => {
		const answer = await send(body);
		expect(answer.status).toBe(400);
		expect(await answer.json()).toEqual({
			jsonrpc: '2.0',
			id,
			error: { code, message: expect.stringMatching(/.{10}/) },
		});
	});

	test('another revision is refused with 400, as the protocol asks, and by those that are spoken', async () => {
		const answer = await send('{"jsonrpc":"2.0","id":1,"method":"ping"}', { 'MCP-Protocol-Version': '1999-01-01' });
		expect(answer.status).toBe(400);
		const { error, id } = await answer.json();
		expect(id).toBe(1);
		expect(error).toEqual({ code: -32600, message: expect.stringContaining('one of 2025-11-25, 2025-06-18') });
	});

	test('answers below a slash too', async () => {
		const [with_, without] = await Promise.all(
			['/mcp/', '/mcp'].map((path) =>
				fetch(`${url}${path}`, {
					method: 'POST',
					headers: { 'Content-Type': 'application/json' },
					body: '{"jsonrpc":"2.0","id":1,"method":"ping"}',
				}).then((answer) => answer.text()),
			),
		);
		expect(with_).toBe(without);
	});

	test('a notification is taken, and has no answer', async () => {
		const answer = await send('{"jsonrpc":"2.0","method":"notifications/initialized"}');
		expect([answer.status, await answer.text()]).toEqual([202, '']);
	});

	test.each(['resources/list', 'sampling/createMessage', '__proto__'])('%s is no method here', async (method) => {
		const answer = await send(JSON.stringify({ jsonrpc: '2.0', id: 'a', method }));
		expect(await answer.json()).toMatchObject({ id: 'a', error: { code: -32601 } });
	});

	test.each<[string, BodyInit | null, Record<string, string>, string]>([
		['another revision', '{}', { 'MCP-Protocol-Version': '1999-01-01' }, 'POST'],
		['what is not JSON', '{"jsonrpc":', {}, 'POST'],
		['an empty body', '', {}, 'POST'],
		['no message', '[]', {}, 'POST'],
		['another media type', '{}', { 'Content-Type': 'text/plain' }, 'POST'],
		['a large body', 'x'.repeat(BOUNDS.body + 1), {}, 'POST'],
		['GET', null, {}, 'GET'],
		['DELETE', null, {}, 'DELETE'],
		['PUT', '{}', {}, 'PUT'],
	])('%s is refused', async (_, body, headers, method) => {
		const answer = await send(body, headers, method);
		expect(answer.status).toBeGreaterThanOrEqual(400);
		expect(answer.status).toBeLessThan(500);
		expect((await answer.text()).length).toBeLessThan(2000);
	});
});
