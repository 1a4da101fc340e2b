/**
 * Where results are kept, nearest first: the isolate's memory, the datacentre's cache, KV. Each holds the exact text
 * that is sent. A store may forget, fail, hang or return something else, and no request may suffer from it: a text is
 * verified before it is believed, and a store that fails counts as one that has nothing.
 */
import { GIGA } from './budget.ts';
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
	recall(key: string): string | null;
	/**
	 * Keeps a text: at once in memory, in the datacentre's cache in the background, and in KV by the rule
	 * of `isWorthWriting`.
	 *
	 * @param charged what computing it cost, in FLOP
	 */
	write(key: string, text: string, charged: number): void;
	/** Where the last read found its text, or why it found none: for Cache-Status. */
	readonly outcome: Outcome;
}

type Outcome = 'memory' | 'datacentre' | 'store' | 'miss' | 'store-failed' | 'store-timeout' | 'store-damaged';

/** Keys of a store. */
export const runKey = (id: string) => `run/${id}`;
export const experimentKey = (id: string) => `experiment/${id}`;
export const comparisonKey = (id: string) => `comparison/${id}`;

/** What a store needs of a request's context. */
interface Deployment {
	env: { RESULTS: KVNamespace; KEEP_FROM_GFLOP?: string };
	executionCtx: { waitUntil(work: Promise<unknown>): void };
}

const MAX_MEMORY_BYTES = 16 * 1024 * 1024;
/** A store that takes longer than this is slower than most trainings. */
const READ_TIMEOUT_MS = 1000;

/**
 * Whether a new result is written to KV at once: when computing it again would cost more than the write. A
 * write costs as much as 250 ms of CPU ($5 against $0.02 a million), 1 GFLOP on a slow core. A cheaper
 * result is written when it is asked for a second time, for then somebody holds its address.
 */
function isWorthWriting(charged: number, { KEEP_FROM_GFLOP = '1' }: Deployment['env']): boolean {
	return charged >= Number(KEEP_FROM_GFLOP) * GIGA;
}

/** Keys of cheap results in memory that KV does not have. */
const unwritten = new Set<string>();

/** One for the isolate, whichever request it serves. */
export const memory = new Memory(MAX_MEMORY_BYTES, (key) => unwritten.delete(key));

/** The store of a deployment. */
export function resultStore({ env, executionCtx }: Deployment): ResultStore {
	let outcome: Outcome = 'miss';
	const readFrom = async (
		name: Outcome,
		key: string,
		get: () => Promise<string | null>,
		isGenuine: (text: string) => boolean | Promise<boolean>,
	) => {
		try {
			const text = await withTimeout(get());
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
	const inBackground = (name: Outcome, key: string, work: Promise<unknown>) =>
		executionCtx.waitUntil(
			work.catch((error: unknown) =>
				console.error({ message: 'a store does not write', store: name, key, error: String(error) }),
			),
		);
	/** Into KV, at most once a key and datacentre. */
	const writeToStore = (key: string, text: string) => {
		unwritten.delete(key);
		inBackground('datacentre', key, toCache(key, text, true));
		inBackground('store', key, env.RESULTS.put(key, text));
	};
	const recall = (key: string) => {
		const text = memory.get(key);
		if (text !== null && unwritten.has(key)) writeToStore(key, text);
		return text;
	};
	return {
		get outcome() {
			return outcome;
		},
		recall,
		async read(key, isGenuine) {
			outcome = 'miss';
			const near = recall(key);
			if (near !== null) {
				outcome = 'memory';
				return near;
			}
			let isWritten = true;
			const fromDatacentre = async () => {
				const cached = await fromCache(key);
				isWritten = cached?.isWritten ?? true;
				return cached?.text ?? null;
			};
			const cached = await readFrom('datacentre', key, fromDatacentre, isGenuine);
			const text = cached ?? (await readFrom('store', key, () => env.RESULTS.get(key), isGenuine));
			if (text === null) return null;
			memory.set(key, text);
			if (cached === null) inBackground('datacentre', key, toCache(key, text, true));
			else if (!isWritten) writeToStore(key, text);
			return text;
		},
		write(key, text, charged) {
			const isRemembered = memory.set(key, text);
			if (!isRemembered || isWorthWriting(charged, env)) return writeToStore(key, text);
			unwritten.add(key);
			inBackground('datacentre', key, toCache(key, text, false));
		},
	};
}

class TooSlow extends Error {}

function withTimeout<T>(work: Promise<T>): Promise<T> {
	let timer: ReturnType<typeof setTimeout>;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new TooSlow(`no answer within ${READ_TIMEOUT_MS} ms`)), READ_TIMEOUT_MS);
	});
	return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** The address that stands for a key in the datacentre's cache, which takes no other names. Nothing is served there. */
export const cacheAddress = (key: string) => `https://results.lambda-over-2m.invalid/${key}`;

/** Whether KV has a text too, beside the copy in the datacentre's cache. */
const WRITTEN = 'X-Written';

async function fromCache(key: string): Promise<{ text: string; isWritten: boolean } | null> {
	const response = await caches.default.match(cacheAddress(key));
	return response ? { text: await response.text(), isWritten: response.headers.get(WRITTEN) === 'yes' } : null;
}

const toCache = (key: string, text: string, isWritten: boolean) =>
	caches.default.put(
		cacheAddress(key),
		new Response(text, {
			headers: { 'Cache-Control': 'public, max-age=31536000, immutable', [WRITTEN]: isWritten ? 'yes' : 'no' },
		}),
	);
