import { realDataReady } from '../../src/data/real.ts';
import { train } from '../../src/engine/train.ts';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { settle } from '../../src/schema/canonical.ts';
import { fieldErrors } from '../../src/schema/fieldErrors.ts';
import { runId } from '../../src/schema/identity.ts';
import type { Run } from '../../src/schema/run.ts';
import { type RunSpec, runSpecSchema } from '../../src/schema/runSpec.ts';
import { invalidSpec } from '../http/problem.ts';
import { isRun } from './genuine.ts';
import { type ResultStore, runKey } from './store.ts';

/** A result as the exact text that is sent, and how it came about (RFC 9211). */
export interface Answer {
	id: string;
	text: string;
	fromStore: boolean;
	cacheStatus: string;
}

/**
 * A spec in canonical form.
 *
 * @param at path of the spec in the request, for the errors
 * @throws Problem 422 that names every field that is wrong
 */
export function parseSpec(input: unknown, at = ''): RunSpec {
	const parsed = runSpecSchema.safeParse(input);
	if (parsed.success) return settle(parsed.data);
	throw invalidSpec(
		fieldErrors(parsed.error, input).map(({ path, message }) => ({
			path: [at, path].filter((part) => part !== '').join('.'),
			message,
		})),
	);
}

/**
 * The result of a spec: from a store, or trained now and kept. Training never waits for anything, so that
 * of equal requests at once the first trains and the others, back from the store, find what it has left in
 * memory.
 *
 * @param charged the arithmetic of the whole request that asks for it, in FLOP
 */
export async function trainedRun(spec: RunSpec, store: ResultStore, charged: number): Promise<Answer> {
	const id = await runId(spec, ENGINE_VERSION);
	const key = runKey(id);
	const stored = await store.read(key, (text) => isRun(text, id));
	if (stored === null) await realDataReady(spec.data.kind);
	const kept = stored ?? store.remembered(key);
	if (kept !== null) return { id, text: kept, fromStore: true, cacheStatus: cacheStatus(true, store) };
	const run: Run = { id, ...(await train(spec)) };
	const text = JSON.stringify(run);
	store.write(key, text, charged);
	return { id, text, fromStore: false, cacheStatus: cacheStatus(false, store) };
}

/** Cache-Status of an answer: `hit`, or `fwd=miss` and what went wrong with a store on the way. */
export function cacheStatus(hit: boolean, { outcome }: ResultStore): string {
	if (hit) return 'lambda-over-2m; hit';
	return `lambda-over-2m; fwd=miss${outcome === 'miss' ? '' : `; detail=${outcome}`}`;
}
