/**
 * Where results are kept, nearest first: the isolate's memory, the datacentre's cache, KV, and the result's own trainer.
 * Each holds the exact text that is sent, sealed by its digest but for memory. The trainer keeps it for ever, and what is nearer are copies: one of them may
 * forget, fail, hang or return something else, and no request may suffer from it. A text is verified before it is
 * believed, and a copy that cannot be had counts as none.
 */
import { Problem } from '../http/problem.ts';
import { isChargeError, refuseForToday } from '../quota/chargeDay.ts';
import type { Charge } from '../quota/dayQuota.ts';
import { unavailable } from '../trainers/askTrainer.ts';
import { seal, unseal } from '../trainers/sealedText.ts';
import { fromCache, toCache } from './datacentreCache.ts';
import { Memory } from './memory.ts';
import type { IsGenuine, Outcome, ResultStore } from './resultStore.ts';
import { TooSlow, withTimeout } from './withTimeout.ts';

/** Keys of a store. */
export const runKey = (id: string) => `run/${id}`;
export const experimentKey = (id: string) => `experiment/${id}`;
export const predictionKey = (id: string) => `prediction/${id}`;
export const comparisonKey = (id: string) => `comparison/${id}`;

/** What a store needs of a request's context. */
interface Deployment {
	env: Env;
	executionCtx: { waitUntil(work: Promise<unknown>): void };
}

const MAX_MEMORY_BYTES = 16 * 1024 * 1024;

/**
 * Keys of results in memory that KV does not have. A result is written there when it is asked for a second time: a
 * write costs as much as thirty reads from a trainer, which are slower from the other side of the world.
 */
const unwritten = new Set<string>();

/** Keys of results in memory that are on their way to their trainers, with what keeping them counts of the day. */
const unkept = new Map<string, Charge | null>();

/** One for the isolate, whichever request it serves. */
export const memory = new Memory(MAX_MEMORY_BYTES, (key) => {
	unwritten.delete(key);
	unkept.delete(key);
});

/** The store of a deployment. */
export function resultStore({ env, executionCtx }: Deployment): ResultStore {
	let outcome: Outcome = 'miss';
	const readFrom = async (name: Outcome, key: string, get: () => Promise<string | null>, isGenuine: IsGenuine) => {
		try {
			const sealed = await withTimeout(get());
			if (sealed === null) return null;
			const text = await unseal(sealed);
			if (text !== null && (await isGenuine(text))) {
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
		inBackground('store', key, putSealed(key, text));
	};
	const putSealed = async (key: string, text: string) => env.RESULTS.put(key, await seal(text));
	const trainerOf = (key: string) => env.TRAINERS.getByName(key.slice(key.indexOf('/') + 1));
	/** Whoever answers with a text waits until it is kept, also where another request has begun to keep it. */
	const keepInTrainer = async (key: string, text: string, charge: Charge | null) => {
		try {
			const refusal = await trainerOf(key).keep(text, charge);
			if (refusal) throw refuseForToday(env, refusal, charge?.charged ?? 0);
		} catch (error) {
			if (error instanceof Problem || isChargeError(error) || !(await keepInStore(key, text, error))) {
				memory.delete(key);
				throw error instanceof Problem ? error : unavailable();
			}
		}
		unkept.delete(key);
	};
	/** Where objects cannot write: KV is the next safest place. */
	const keepInStore = async (key: string, text: string, reason: unknown) => {
		console.error({ message: 'a trainer does not keep', key, error: String(reason) });
		try {
			await putSealed(key, text);
			unwritten.delete(key);
			return true;
		} catch (error) {
			console.error({ message: 'a store does not write', store: 'store', key, error: String(error) });
			return false;
		}
	};
	const recall = async (key: string) => {
		const text = memory.get(key);
		if (text === null) return null;
		const charge = unkept.get(key);
		if (charge !== undefined) await keepInTrainer(key, text, charge);
		if (unwritten.has(key)) writeToStore(key, text);
		return text;
	};
	const copy = (key: string, text: string) => {
		if (memory.set(key, text)) unwritten.add(key);
		inBackground('datacentre', key, toCache(key, text, false));
	};
	const read = async (key: string, isGenuine: IsGenuine) => {
		outcome = 'miss';
		const near = await recall(key);
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
	};
	return {
		get outcome() {
			return outcome;
		},
		recall,
		read,
		async find(key, isGenuine) {
			const copied = await read(key, isGenuine);
			if (copied !== null) return copied;
			const text = await trainerOf(key)
				.kept()
				.catch((error: unknown) => {
					console.error({ message: 'a trainer does not read', key, error: String(error) });
					throw unavailable();
				});
			if (text === null || !(await isGenuine(text))) return null;
			outcome = 'trainer';
			memory.set(key, text);
			writeToStore(key, text);
			return text;
		},
		copy,
		async keep(key, text, charge) {
			// Before anything is waited for: equal requests find it.
			if (memory.set(key, text)) {
				unwritten.add(key);
				unkept.set(key, charge);
			}
			await keepInTrainer(key, text, charge);
			inBackground('datacentre', key, toCache(key, text, false));
		},
	};
}
