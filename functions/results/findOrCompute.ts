import type { Context } from 'hono';
import type { AppEnv } from '../http/route.ts';
import { chargeTo, resultFlop } from '../quota/chargeDay.ts';
import { askTrainer } from '../trainers/askTrainer.ts';
import type { Listener } from '../trainers/sharedTraining.ts';
import { perform, prepare, type Task } from '../trainers/task.ts';
import { inlineBudget } from './budget.ts';
import type { ResultStore } from './resultStore.ts';

/** A result that somebody asks for. */
export interface Wanted {
	/** The key of the result in a store, which ends with its id. */
	key: string;
	id: string;
	task: Task;
	/** What computing it costs, in FLOP. */
	charged: number;
	/** Bytes of the result, by estimate; few unless given. */
	resultBytes?: number;
	/** Whether a text is this result. */
	isGenuine: (text: string) => boolean | Promise<boolean>;
	/** A smaller job to offer where the platform ends this one. */
	shrink: () => object | null;
	/** How many runs the request asks for, which share what the Worker may train itself; 1 unless given. */
	parts?: number;
}

/** A result as the exact text that is sent, and how it came about (RFC 9211). */
export interface Answer {
	id: string;
	text: string;
	isKnown: boolean;
	cacheStatus: string;
}

/**
 * A result: a copy of it, or what its trainer has kept or computes now. What takes no longer than asking a trainer is
 * computed here, without a pause, so that of equal requests that come together the first computes it and the others
 * find it in memory; it is kept before it is answered. Who listens is always told by the trainer.
 *
 * @throws Problem as `askTrainer` does
 */
export async function findOrCompute(
	context: Context<AppEnv>,
	store: ResultStore,
	{ key, id, task, charged, resultBytes, isGenuine, shrink, parts = 1 }: Wanted,
	listener?: Listener,
): Promise<Answer> {
	const copied = await store.read(key, isGenuine);
	if (copied !== null) return known(id, copied, store);
	const charge = await chargeTo(context, charged + resultFlop(context.env, resultBytes));
	if (task.kind !== 'experiment' && charged * parts <= inlineBudget(context.env) && !listener) {
		await prepare(task);
		const computed = await store.recall(key);
		if (computed !== null) return known(id, computed, store);
		const text = await perform(task);
		await store.keep(key, text, charge);
		return { id, text, isKnown: false, cacheStatus: describeCache(false, store) };
	}
	const trained = await askTrainer(context.env, { id, task, charge, shrink, ...(listener && { listener }) });
	const { text, how } = trained;
	if (trained.isKept) store.copy(key, text);
	else await store.keep(key, text, null);
	if (how === 'trained') return { id, text, isKnown: false, cacheStatus: describeCache(false, store) };
	return how === 'kept' ? known(id, text, store) : { id, text, isKnown: true, cacheStatus: `${HIT}; detail=joined` };
}

/** Cache-Status of a result that was there (RFC 9211). */
export const HIT = 'lambda-over-2m; hit';
const MISS = 'lambda-over-2m; fwd=miss';

const known = (id: string, text: string, store: ResultStore): Answer => ({
	id,
	text,
	isKnown: true,
	cacheStatus: describeCache(true, store),
});

/** Cache-Status of an answer: `hit` or `fwd=miss`, and what went wrong with a store on the way. */
export function describeCache(isHit: boolean, { outcome }: Pick<ResultStore, 'outcome'>): string {
	const isFault = outcome.startsWith('store-');
	return `${isHit ? HIT : MISS}${isFault ? `; detail=${outcome}` : ''}`;
}
