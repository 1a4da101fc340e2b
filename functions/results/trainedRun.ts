import { train } from '../../src/engine/train.ts';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { settle } from '../../src/schema/canonical.ts';
import { fieldErrors } from '../../src/schema/fieldErrors.ts';
import { runId } from '../../src/schema/identity.ts';
import type { Run } from '../../src/schema/run.ts';
import { type RunSpec, runSpecSchema } from '../../src/schema/runSpec.ts';
import { invalidSpec } from '../http/problem.ts';
import { type ResultStore, runKey } from './store.ts';

/** A result as the exact text that is sent, and whether it was there already. */
export interface Answer {
	id: string;
	text: string;
	fromStore: boolean;
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

/** The result of a spec: from the store, or trained now and kept there. */
export async function trainedRun(spec: RunSpec, store: ResultStore): Promise<Answer> {
	const id = await runId(spec, ENGINE_VERSION);
	const kept = await store.read(runKey(id));
	if (kept !== null) return { id, text: kept, fromStore: true };
	const run: Run = { id, ...(await train(spec)) };
	const text = JSON.stringify(run);
	store.write(runKey(id), text);
	return { id, text, fromStore: false };
}
