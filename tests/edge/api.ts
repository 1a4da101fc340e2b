import { listDurableObjectIds, runInDurableObject } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { afterEach, vi } from 'vitest';
import { cacheAddress, comparisonKey, experimentKey, memory, runKey } from '../../functions/results/store.ts';

/** A request to the Worker in this runtime, by its path under /api/v1. */
export function api(path: string, init: RequestInit = {}): Promise<Response> {
	return exports.default.fetch(`https://lambda.test/api/v1${path}`, init);
}

/** A POST of JSON. */
export function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
	const text = typeof body === 'string' ? body : JSON.stringify(body);
	return api(path, { method: 'POST', body: text, headers: { 'Content-Type': 'application/json', ...headers } });
}

/** Keys that the store holds. */
export async function storedKeys(): Promise<string[]> {
	const { keys } = await env.RESULTS.list();
	return keys.map(({ name }) => name);
}

/** Waits until a key is there: a Worker writes after it has answered. */
export const stored = (key: string): Promise<string> =>
	vi.waitFor(
		async () => {
			const text = await env.RESULTS.get(key);
			if (text === null) throw new Error(`nothing is stored under ${key}`);
			return text;
		},
		{ timeout: 20_000, interval: 5 },
	);

/** A spec that trains in a blink. */
export const small = {
	data: { kind: 'moons', m: 10, test: { m: 5 } },
	training: { epochs: 6, recordEvery: 3 },
	engine: 'reference',
};

/** Empties the copies of all results: the isolate's memory, the datacentre's cache, KV. */
export async function forgetCopies(): Promise<void> {
	memory.clear();
	const ids = (await listDurableObjectIds(env.TRAINERS)).map(({ name }) => name ?? '');
	const keys = ids.flatMap((id) => [runKey(id), comparisonKey(id), experimentKey(id)]);
	await Promise.all([
		...(await storedKeys()).map((key) => env.RESULTS.delete(key)),
		...keys.map((key) => caches.default.delete(cacheAddress(key))),
	]);
}

/** Every test starts with empty stores, and trainers that keep nothing. */
afterEach(async () => {
	await forgetCopies();
	for (const id of await listDurableObjectIds(env.TRAINERS)) {
		await runInDurableObject(env.TRAINERS.get(id), (_, { storage }) => storage.deleteAll());
	}
});
