/** Stores that fail, hang, forget or lie: every request is answered rightly, and Cache-Status says what happened. */
import { createExecutionContext, env, runInDurableObject, waitOnExecutionContext } from 'cloudflare:test';
import { beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../functions/app.ts';
import { cacheAddress } from '../../functions/results/datacentreCache.ts';
import { memory, runKey } from '../../functions/results/store.ts';
import { keepText } from '../../functions/trainers/keptText.ts';
import { seal } from '../../functions/trainers/sealedText.ts';
import type { Run } from '../../src/schema/run.ts';
import { api, forgetCopies, post, small, stored } from './api.ts';

const third = { ...small, data: { kind: 'moons', m: 12, test: { m: 5 } } };
const other = { ...small, data: { kind: 'moons', m: 11, test: { m: 5 } } };

/** The app with some methods of the real store replaced; counts what is written. */
function appWith(faults: Partial<Record<'get' | 'put', (...args: string[]) => Promise<unknown>>>) {
	const puts: string[] = [];
	const store = new Proxy(env.RESULTS, {
		get(target, name) {
			if (name === 'put') {
				return async (key: string, text: string) => {
					puts.push(key);
					return faults.put ? faults.put(key, text) : target.put(key, text);
				};
			}
			if (name === 'get' && faults.get) return faults.get;
			const value = Reflect.get(target, name);
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
	const request = async (path: string, init?: RequestInit) => {
		const context = createExecutionContext();
		const response = await createApp().fetch(
			new Request(`https://lambda.test/api/v1${path}`, init),
			{ ...env, RESULTS: store },
			context,
		);
		const text = await response.text();
		await waitOnExecutionContext(context);
		return { response, text };
	};
	const train = (body: unknown) =>
		request('/runs', { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
	return { request, train, puts };
}

describe('a store that fails never fails a request', () => {
	let genuine = '';
	let id = '';
	let wrong = '';
	beforeEach(async () => {
		genuine = await (await post('/runs', small)).text();
		id = (JSON.parse(genuine) as Run).id;
		wrong = await (await post('/runs', other)).text();
		await post('/runs', small); // the second time it is written
		await stored(`run/${id}`);
		memory.clear();
		await caches.default.delete(cacheAddress(runKey(id)));
	});

	const faults: [string, () => Promise<unknown>, string][] = [
		['throws', () => Promise.reject(new Error('out of order')), 'store-failed'],
		['hangs', () => new Promise(() => {}), 'store-timeout'],
		['truncates', async () => (await seal(genuine)).slice(0, genuine.length / 2), 'store-damaged'],
		[
			'returns what was edited',
			async () => (await seal(genuine)).replace(/"testLoss":\d/, '"testLoss":9'),
			'store-damaged',
		],
		['returns no digest', async () => genuine, 'store-damaged'],
		['returns another key’s value', () => seal(wrong), 'store-damaged'],
		[
			'returns another spec under this id',
			() => seal(wrong.replace(/"id":"[0-9a-f]+"/, `"id":"${id}"`)),
			'store-damaged',
		],
		[
			'returns a run with half a trace',
			() => seal(genuine.replace(/"dataLoss":\[[^\]]*\]/, '"dataLoss":[1]')),
			'store-damaged',
		],
		['returns no run at all', () => seal('{"kept":true}'), 'store-damaged'],
	];
	test.each(faults)('when reading %s', async (_, get, detail) => {
		const { train, request } = appWith({ get });
		const { response, text } = await train(small);
		expect(response.status).toBe(200);
		expect(response.headers.get('Cache-Status')).toBe(`lambda-over-2m; hit; detail=${detail}`);
		expect(text).toBe(genuine);
		memory.clear();
		await caches.default.delete(cacheAddress(runKey(id)));
		const got = await request(`/runs/${id}`); // its trainer has kept it
		expect([got.response.status, got.text]).toEqual([200, genuine]);
	});

	test('when writing throws', async () => {
		memory.clear();
		const { train, puts } = appWith({ get: async () => null, put: () => Promise.reject(new Error('full')) });
		for (const _ of ['first', 'second']) {
			const { response, text } = await train(small);
			expect([response.status, text]).toEqual([200, genuine]);
		}
		expect(puts).toEqual([`run/${id}`]);
	});

	test('equal requests at once train once and write once', async () => {
		const { train, puts } = appWith({ get: async () => null });
		const answers = await Promise.all(Array.from({ length: 20 }, () => train(third)));
		expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
		expect(
			answers.filter(({ response }) => response.headers.get('Cache-Status') === 'lambda-over-2m; fwd=miss'),
		).toHaveLength(1);
		await Promise.all([train(third), train(third)]);
		expect(puts).toHaveLength(1);
	});
});

test('what a trainer has kept and somebody has edited is trained again', async () => {
	const genuine = await (await post('/runs', small)).text();
	const { id } = JSON.parse(genuine) as Run;
	await forgetCopies();
	const edited = (await seal(genuine)).replace(/"testLoss":\d/, '"testLoss":9');
	await runInDurableObject(env.TRAINERS.getByName(id), async (_, { storage }) => {
		await storage.deleteAll();
		keepText(storage, edited);
	});
	expect((await api(`/runs/${id}`)).status).toBe(404); // rather than a number that nobody measured
	expect(await (await post('/runs', small)).text()).toBe(genuine);
	expect((await api(`/runs/${id}`)).status).toBe(200);
});

test('a result comes from memory, from the data center and from the store to the byte', async () => {
	const first = await (await post('/runs', small)).text();
	const { id } = JSON.parse(first) as Run;
	const again = async () => (await api(`/runs/${id}`)).text();
	expect(await again()).toBe(first);
	await stored(`run/${id}`);
	memory.clear();
	expect(await again()).toBe(first);
	memory.clear();
	await caches.default.delete(cacheAddress(runKey(id)));
	expect(await again()).toBe(first);
});

describe('KV is written', () => {
	test('when the result is asked for a second time, and then once', async () => {
		const { train, request, puts } = appWith({});
		const { id } = JSON.parse((await train(small)).text) as Run;
		expect(puts).toEqual([]);
		await request(`/runs/${id}`);
		await request(`/runs/${id}`);
		await train(small);
		expect(puts).toEqual([`run/${id}`]);
	});

	test('by the isolate that finds a cheap result in the data center too', async () => {
		const { train, request, puts } = appWith({});
		const { id } = JSON.parse((await train(small)).text) as Run;
		memory.clear();
		await request(`/runs/${id}`);
		memory.clear();
		await request(`/runs/${id}`);
		expect(puts).toEqual([`run/${id}`]);
	});
});
