/**
 * Where results are kept, nearest first: the isolate's memory, the datacentre's cache, KV. Each holds the
 * exact text that is sent. A store may forget, fail, hang or return something else; a request must not
 * suffer from it: what comes out is verified before it is believed, and what fails counts as missing.
 */
import { Memory } from './memory.ts';

/** Results by key. */
export interface ResultStore {
	/**
	 * The text under a key, or null when no store has one that `isGenuine`.
	 *
	 * @param isGenuine whether a text is what belongs under the key
	 */
	read(key: string, isGenuine: (text: string) => boolean | Promise<boolean>): Promise<string | null>;
	/** The text under a key if this isolate has it: looked at again once a store has been waited for. */
	remembered(key: string): string | null;
	/** Keeps a text: at once in memory, elsewhere in the background. */
	write(key: string, text: string): void;
	/** Where the last read found its text, or why it found none: for Cache-Status. */
	readonly outcome: Outcome;
}

export type Outcome = 'memory' | 'datacentre' | 'store' | 'miss' | 'store-failed' | 'store-timeout' | 'store-damaged';

/** Keys of a store. */
export const runKey = (id: string) => `run/${id}`;
export const experimentKey = (id: string) => `experiment/${id}`;
export const comparisonKey = (id: string) => `comparison/${id}`;

/** What a store needs of a request's context. */
interface Deployment {
	env: { RESULTS: KVNamespace };
	executionCtx: { waitUntil(work: Promise<unknown>): void };
}

const MEMORY_BYTES = 16 * 1024 * 1024;
/** A store that has not answered by then is slower than most trainings. */
const PATIENCE = 1000;

/** One for the isolate, whichever request it serves. */
export const memory = new Memory(MEMORY_BYTES);

/** The store of a deployment. */
export function resultStore({ env, executionCtx }: Deployment): ResultStore {
	let outcome: Outcome = 'miss';
	const from = async (
		name: Outcome,
		key: string,
		get: () => Promise<string | null>,
		isGenuine: (text: string) => boolean | Promise<boolean>,
	) => {
		try {
			const text = await inTime(get());
			if (text === null) return null;
			if (await isGenuine(text)) {
				outcome = name;
				return text;
			}
			outcome = 'store-damaged';
		} catch (error) {
			outcome = error instanceof TooSlow ? 'store-timeout' : 'store-failed';
			console.error({ message: 'a store does not read', store: name, key, error: String(error) });
		}
		return null;
	};
	return {
		get outcome() {
			return outcome;
		},
		remembered: (key) => memory.get(key),
		async read(key, isGenuine) {
			outcome = 'miss';
			const near = memory.get(key);
			if (near !== null) {
				outcome = 'memory';
				return near;
			}
			const cached = await from('datacentre', key, () => fromCache(key), isGenuine);
			const text = cached ?? (await from('store', key, () => env.RESULTS.get(key), isGenuine));
			if (text === null) return null;
			memory.set(key, text);
			if (cached === null) executionCtx.waitUntil(logged('datacentre', key, toCache(key, text)));
			return text;
		},
		write(key, text) {
			memory.set(key, text);
			executionCtx.waitUntil(logged('datacentre', key, toCache(key, text)));
			executionCtx.waitUntil(logged('store', key, env.RESULTS.put(key, text)));
		},
	};
}

class TooSlow extends Error {}

function inTime<T>(work: Promise<T>): Promise<T> {
	let timer: ReturnType<typeof setTimeout>;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new TooSlow(`no answer within ${PATIENCE} ms`)), PATIENCE);
	});
	return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const logged = (store: string, key: string, work: Promise<unknown>) =>
	work.catch((error: unknown) =>
		console.error({ message: 'a store does not write', store, key, error: String(error) }),
	);

/** The datacentre's cache takes addresses: these are nobody's. */
const address = (key: string) => `https://results.lambda-over-2m.invalid/${key}`;

async function fromCache(key: string): Promise<string | null> {
	const response = await caches.default.match(address(key));
	return response ? response.text() : null;
}

const toCache = (key: string, text: string) =>
	caches.default.put(
		address(key),
		new Response(text, { headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } }),
	);
