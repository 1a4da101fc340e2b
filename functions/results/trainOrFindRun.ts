import { prepareTraining } from '../../src/engine/host.ts';
import type { ResolvedSpec } from '../../src/engine/resolve.ts';
import { train } from '../../src/engine/train.ts';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { runId } from '../../src/schema/identity.ts';
import type { Run } from '../../src/schema/run.ts';
import { isRun } from './genuine.ts';
import { host } from './host.ts';
import { type ResultStore, runKey } from './store.ts';

/** A result as the exact text that is sent, and how it came about (RFC 9211). */
export interface Answer {
	id: string;
	text: string;
	fromStore: boolean;
	cacheStatus: string;
}

/**
 * The result of a spec: from a store, or trained now and kept. Training runs without a pause. When equal requests
 * arrive together, the first one trains, and the others find its result in memory once their store has answered.
 *
 * @param charged the arithmetic of the whole request that asks for it, in FLOP
 */
export async function trainOrFindRun(resolved: ResolvedSpec, store: ResultStore, charged: number): Promise<Answer> {
	const id = await runId(resolved.spec, ENGINE_VERSION);
	const key = runKey(id);
	const stored = await store.read(key, (text) => isRun(text, id));
	if (stored === null) await prepareTraining(resolved.spec, host);
	const kept = stored ?? store.recall(key);
	if (kept !== null) return { id, text: kept, fromStore: true, cacheStatus: describeCache(true, store) };
	const run: Run = { id, ...(await train(resolved, host)) };
	const text = JSON.stringify(run);
	store.write(key, text, charged);
	return { id, text, fromStore: false, cacheStatus: describeCache(false, store) };
}

/** Cache-Status of an answer: `hit`, or `fwd=miss` and what went wrong with a store on the way. */
export function describeCache(isHit: boolean, { outcome }: ResultStore): string {
	if (isHit) return 'lambda-over-2m; hit';
	return `lambda-over-2m; fwd=miss${outcome === 'miss' ? '' : `; detail=${outcome}`}`;
}
