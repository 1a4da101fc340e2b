import type { Context } from 'hono';
import { isId } from '../../src/schema/identity.ts';
import { Problem } from '../http/problem.ts';
import type { AppEnv } from '../http/route.ts';
import { isRun } from './genuine.ts';
import { resultStore, runKey } from './store.ts';

/**
 * The text of a run that was handed out.
 *
 * @throws Problem 404 where there is none of that id
 */
export async function findRun(context: Context<AppEnv>, id: string): Promise<string> {
	const text = isId(id) ? await resultStore(context).find(runKey(id), (kept) => isRun(kept, id)) : null;
	if (text === null) throw new Problem('not-found', `no run "${id}" is kept here: POST its spec to /api/v1/runs`);
	return text;
}
