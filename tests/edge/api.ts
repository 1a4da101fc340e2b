import { env, exports } from 'cloudflare:workers';
import { afterEach, vi } from 'vitest';
import { cacheAddress, memory } from '../../functions/results/store.ts';

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

/** Every test starts with empty stores. */
afterEach(async () => {
	memory.clear();
	await Promise.all(
		(await storedKeys()).flatMap((key) => [env.RESULTS.delete(key), caches.default.delete(cacheAddress(key))]),
	);
});
