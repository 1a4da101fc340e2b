import { createExecutionContext, env } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { createApp } from '../../functions/app.ts';
import { storedKeys } from './api.ts';

const ask = (caller: string, bindings: object, method = 'POST') =>
	createApp().fetch(
		new Request(`https://lambda.test/api/v1/${method === 'POST' ? 'explain' : 'health'}`, {
			method,
			headers: { 'Content-Type': 'application/json', 'CF-Connecting-IP': caller },
			...(method === 'POST' && { body: '{"data":{"kind":"moons"}}' }),
		}),
		{ ...env, RATE_LIMIT: 'on', ...bindings },
		createExecutionContext(),
	);

test('computing and reading are limited apart, by caller', async () => {
	const statuses: number[] = [];
	for (let i = 0; i < 61; i++) statuses.push((await ask('192.0.2.1', {})).status);
	expect(statuses.filter((status) => status === 200)).toHaveLength(60);
	const refused = await ask('192.0.2.1', {});
	expect(refused.status).toBe(429);
	expect(refused.headers.get('Retry-After')).toBe('60');
	expect(refused.headers.get('RateLimit')).toBe('"compute";r=0;t=60');
	expect(refused.headers.get('RateLimit-Policy')).toBe('"compute";q=60;w=60');
	expect(await refused.json()).toMatchObject({ type: '/problems/rate-limited', status: 429 });
	expect((await ask('192.0.2.1', {}, 'GET')).status).toBe(200);
	expect((await ask('192.0.2.2', {})).status).toBe(200);
	expect(await storedKeys()).toEqual([]);
});

test('a limiter that fails lets everybody through', async () => {
	const COMPUTE_LIMIT = { limit: () => Promise.reject(new Error('down')) };
	expect((await ask('192.0.2.3', { COMPUTE_LIMIT })).status).toBe(200);
});

test.each(['on', 'off'])(
	'GET /limits says that the rate limits are %s, and how many requests they allow',
	async (state) => {
		const request = new Request('https://lambda.test/api/v1/limits', { headers: { 'CF-Connecting-IP': '192.0.2.4' } });
		const response = await createApp().fetch(request, { ...env, RATE_LIMIT: state }, createExecutionContext());
		expect(await response.json()).toMatchObject({
			rate: { enforced: state === 'on', computePerMinute: 60, readPerMinute: 600 },
		});
		expect(response.headers.get('RateLimit-Policy')).toBe(state === 'on' ? '"read";q=600;w=60' : null);
	},
);

test('each tool call of a batch is counted as a request of its own', async () => {
	let counted = 0;
	const COMPUTE_LIMIT = { limit: async () => ({ success: ++counted <= 2 }) };
	const call = { method: 'tools/call', params: { name: 'explain', arguments: { data: { kind: 'moons' } } } };
	const messages = [1, 2, 3].map((id) => ({ jsonrpc: '2.0', id, ...call }));
	const request = new Request('https://lambda.test/mcp', {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', 'CF-Connecting-IP': '192.0.2.5' },
		body: JSON.stringify(messages),
	});
	const bindings = { ...env, RATE_LIMIT: 'on', COMPUTE_LIMIT };
	const answers = await (await createApp().fetch(request, bindings, createExecutionContext())).json<
		{ result: { isError: boolean; content: { text: string }[] } }[]
	>();
	expect(answers.map(({ result }) => result.isError)).toEqual([false, false, true]);
	expect(answers[2]?.result.content[0]?.text).toContain('/problems/rate-limited');
	expect(counted).toBe(3);
});
