import { resolve } from '../../src/engine/resolve.ts';
import { settle } from '../../src/schema/canonical.ts';
import { isId } from '../../src/schema/identity.ts';
import { TRACE_COLUMNS } from '../../src/schema/run.ts';
import { jsonOrCsv } from '../http/negotiate.ts';
import { Problem } from '../http/problem.ts';
import type { Handler } from '../http/route.ts';
import { writeCsv } from '../http/writeCsv.ts';
import { chargeWithinBudget, requestBudget } from '../results/budget.ts';
import { findOrCompute } from '../results/findOrCompute.ts';
import { isRun } from '../results/genuine.ts';
import { respondToPost } from '../results/respondToPost.ts';
import { resultStore, runKey } from '../results/store.ts';
import { traceRows } from '../results/trace.ts';
import { wantRun } from '../results/wantRun.ts';

/** Trains a spec, or finds its result. */
export const postRun: Handler<'POST /runs'> = async ({ context, body }) => {
	const start = Date.now();
	const run = resolve(settle(body));
	chargeWithinBudget([run], requestBudget(context.env), (shrink) => shrink(run.spec));
	const wanted = await wantRun(run);
	return respondToPost(context, {
		resource: 'runs',
		answer: (listener) => findOrCompute(context, resultStore(context), wanted, listener),
		csv: writeTrace,
		start,
	});
};

/** The result of a run, for ever. */
export const getRun: Handler<'GET /runs/{id}'> = async ({ context, params: { id } }) => {
	const text = isId(id) ? await resultStore(context).find(runKey(id), (kept) => isRun(kept, id)) : null;
	if (text === null) throw new Problem('not-found', `no run "${id}" is kept here: POST its spec to /api/v1/runs`);
	return jsonOrCsv(context.req.raw, { tag: id, json: () => text, csv: () => writeTrace(text) });
};

const writeTrace = (text: string) => writeCsv(TRACE_COLUMNS, traceRows(text));
