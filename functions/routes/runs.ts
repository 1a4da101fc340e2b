import { resolve } from '../../src/engine/resolve.ts';
import { settle } from '../../src/schema/canonical.ts';
import { TRACE_COLUMNS } from '../../src/schema/measurements.ts';
import { jsonOrCsv } from '../http/negotiate.ts';
import type { Handler } from '../http/route.ts';
import { writeCsv } from '../http/writeCsv.ts';
import { chargeWithinBudget, requestBudget } from '../results/budget.ts';
import { findOrCompute } from '../results/findOrCompute.ts';
import { findRun } from '../results/findRun.ts';
import { respondToPost } from '../results/respondToPost.ts';
import { resultStore } from '../results/store.ts';
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
	const text = await findRun(context, id);
	return jsonOrCsv(context.req.raw, { tag: id, json: () => text, csv: () => writeTrace(text) });
};

const writeTrace = (text: string) => writeCsv(TRACE_COLUMNS, traceRows(text));
