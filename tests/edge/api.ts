import { listDurableObjectIds, runInDurableObject } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { afterEach, vi } from 'vitest';
import { cacheAddress } from '../../functions/results/datacentreCache.ts';
import { comparisonKey, experimentKey, memory, predictionKey, runKey } from '../../functions/results/store.ts';
import { unseal } from '../../functions/trainers/sealedText.ts';

/** A request to the Worker in this runtime, by its path under /api/v1. */
export async function api(path: string, init: RequestInit = {}): Promise<Response> {
	const response = await exports.default.fetch(`https://lambda.test/api/v1${path}`, init);
	const id = response.headers.get('ETag')?.replaceAll('"', '');
	if (id) answered.add(id);
	return response;
}

/** The ids of what this file's requests were answered with. */
const answered = new Set<string>();

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
			const sealed = await env.RESULTS.get(key);
			const text = sealed && (await unseal(sealed));
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
	const written = await storedKeys();
	const keys = [...answered].flatMap((id) => [runKey(id), comparisonKey(id), experimentKey(id), predictionKey(id)]);
	await Promise.all([
		...written.map((key) => env.RESULTS.delete(key)),
		...[...written, ...keys].map((key) => caches.default.delete(cacheAddress(key))),
	]);
}

/** Every test starts with empty stores, and trainers that keep nothing. */
afterEach(async () => {
	await forgetCopies();
	for (const id of await listDurableObjectIds(env.TRAINERS)) {
		await runInDurableObject(env.TRAINERS.get(id), (_, { storage }) => storage.deleteAll());
	}
});
