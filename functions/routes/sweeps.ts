import type { JsonAnswer } from '../../src/contract/routes.ts';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { contentId, isId, sweepId } from '../../src/schema/identity.ts';
import type { SweepDocument, SweepStatus } from '../../src/schema/sweep.ts';
import { analyseSweep } from '../../src/sweeps/analysis.ts';
import { ANALYSIS_COLUMNS, toAnalysisRows } from '../../src/sweeps/analysisTable.ts';
import { planSweep } from '../../src/sweeps/plan.ts';
import { RESULT_COLUMNS, toResultRows } from '../../src/sweeps/resultTable.ts';
import { jsonOrCsv } from '../http/negotiate.ts';
import { invalidSpec, Problem } from '../http/problem.ts';
import type { Asked, Handler } from '../http/route.ts';
import { writeCsv } from '../http/writeCsv.ts';
import { chargeDay, chargeTo, refuseForToday } from '../quota/chargeDay.ts';
import { admitSweep } from '../sweeps/admitSweep.ts';
import { sweepSettings } from '../sweeps/settings.ts';

/** A request for one sweep. */
type Named = Pick<Asked<'GET /sweeps/{id}'>, 'context' | 'params'>;

/** Begins a grid of runs, or goes on with it. */
export const postSweep: Handler<'POST /sweeps'> = async ({ context, body }) => {
	const outcome = planSweep(body);
	if ('errors' in outcome) throw invalidSpec(outcome.errors);
	const { plan } = outcome;
	const settings = sweepSettings(context.env);
	const { cells, charged } = admitSweep(body, plan, settings);
	const id = await sweepId(plan.first, plan.grid, ENGINE_VERSION);
	const ledger = context.env.LEDGERS.getByName(id);
	const known = await ledger.status();
	if (known === null) await chargeSweep(context, charged + cells * settings.cellFlop);
	return accept(await ledger.open(id, plan, charged));
};

/** @throws Problem 429 when the day's quota does not allow it */
async function chargeSweep(context: Named['context'], charged: number): Promise<void> {
	const refusal = await chargeDay(context.env, await chargeTo(context, charged));
	if (refusal) throw refuseForToday(context.env, refusal, charged);
}

/** A sweep with the results of its cells. */
export const getSweep: Handler<'GET /sweeps/{id}'> = async (asked) => {
	const sweep = await findSweep(asked);
	const answer = {
		tag: await contentId({ status: sweep.status, cells: sweep.cells, id: sweep.id }),
		json: () => JSON.stringify(sweep),
		csv: () => writeCsv(RESULT_COLUMNS, toResultRows(sweep.results)),
	};
	return jsonOrCsv(asked.context.req.raw, answer, freshness(sweep));
};

/** Stops a sweep. */
export const deleteSweep: Handler<'DELETE /sweeps/{id}'> = async (asked) => {
	const status = await ledgerOf(asked)?.stop();
	if (!status) throw unknownSweep(asked);
	return accept(status);
};

/** What the results of a sweep say in numbers. */
export const getAnalysis: Handler<'GET /sweeps/{id}/analysis'> = async (asked) => {
	const sweep = await findSweep(asked);
	const { id, status, cells } = sweep;
	const analyse = (): JsonAnswer<'GET /sweeps/{id}/analysis'> => ({
		id,
		status,
		...analyseSweep(sweep.grid, sweep.results),
	});
	const answer = {
		tag: await contentId({ status, cells, id, analysis: true }),
		json: () => JSON.stringify(analyse()),
		csv: () => writeCsv(ANALYSIS_COLUMNS, toAnalysisRows(analyse())),
	};
	return jsonOrCsv(asked.context.req.raw, answer, freshness(sweep));
};

/** The events of a sweep as they happen. */
export const streamSweep: Handler<'GET /sweeps/{id}/events'> = async (asked) => {
	const response = await ledgerOf(asked)?.fetch(asked.context.req.raw);
	if (!response || response.status === 404) throw unknownSweep(asked);
	return new Response(response.body, response); // the headers of a fetched answer cannot be added to
};

/** What is to be polled must be asked for again; a sweep that is done changes no more, until it is forgotten. */
const freshness = ({ status }: SweepStatus) => ({
	'Cache-Control': status === 'done' ? 'public, max-age=3600' : 'no-store',
});

const accept = (status: SweepStatus) =>
	Response.json(status, { status: 202, headers: { Location: status.links.self, 'Cache-Control': 'no-store' } });

const ledgerOf = ({ context, params: { id } }: Named) => (isId(id) ? context.env.LEDGERS.getByName(id) : null);

const unknownSweep = ({ params: { id } }: Named) =>
	new Problem('not-found', `no sweep "${id}" is known here: POST it to /api/v1/sweeps`);

async function findSweep(asked: Named): Promise<SweepDocument> {
	const sweep = await ledgerOf(asked)?.document();
	if (!sweep) throw unknownSweep(asked);
	return sweep;
}
