import type { Hono } from 'hono';
import { isId } from '../src/schema/identity.ts';
import { TRACE_COLUMNS } from '../src/schema/run.ts';
import { csv } from './http/csv.ts';
import { jsonBody } from './http/jsonBody.ts';
import { Problem } from './http/problem.ts';
import { represent } from './http/representation.ts';
import { type AppEnv, resource } from './http/resource.ts';
import { budget, withinBudget } from './results/budget.ts';
import { isRun } from './results/genuine.ts';
import { posted } from './results/posted.ts';
import { resultStore, runKey } from './results/store.ts';
import { traceRows } from './results/trace.ts';
import { parseSpec, trainedRun } from './results/trainedRun.ts';

/** POST /runs trains a spec, or finds its result; GET /runs/{id} is that result for ever. */
export function runs(app: Hono<AppEnv>): void {
	resource(app, '/runs', {
		post: async (context) => {
			const start = Date.now();
			const spec = parseSpec(await jsonBody(context.req.raw));
			const charged = withinBudget([spec], budget(context.env));
			return posted('runs', await trainedRun(spec, resultStore(context), charged), start);
		},
	});

	resource(app, '/runs/:id', {
		get: async (context) => {
			const id = context.req.param('id') ?? '';
			const text = isId(id) ? await resultStore(context).read(runKey(id), (kept) => isRun(kept, id)) : null;
			if (text === null) throw new Problem('not-found', `no run "${id}" is kept here: POST its spec to /api/v1/runs`);
			return represent(context.req.raw, [
				{ type: 'application/json', etag: `"${id}"`, body: () => text },
				{ type: 'text/csv', etag: `"${id}.csv"`, body: () => csv(TRACE_COLUMNS, traceRows(text)) },
			]);
		},
	});
}
