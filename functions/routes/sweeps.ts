import type { JsonAnswer } from '../../src/contract/routes.ts';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { contentId, isId, sweepId } from '../../src/schema/identity.ts';
import type { SweepDocument, SweepStatus } from '../../src/schema/sweep.ts';
import { analyseSweep } from '../../src/sweeps/analysis.ts';
import { ANALYSIS_COLUMNS, toAnalysisRows } from '../../src/sweeps/analysisTable.ts';
import type { GridOfRuns } from '../../src/sweeps/grid.ts';
import { planSweep } from '../../src/sweeps/plan.ts';
import { RESULT_COLUMNS, toResultRows } from '../../src/sweeps/resultTable.ts';
import { jsonOrCsv } from '../http/negotiate.ts';
import { invalidSpec, Problem } from '../http/problem.ts';
import type { Asked, Handler } from '../http/route.ts';
import { writeCsv } from '../http/writeCsv.ts';
import { chargeTo, dayLimits, refuseForToday } from '../quota/chargeDay.ts';
import type { Charge } from '../quota/dayQuota.ts';
import { admitSweep } from '../sweeps/admitSweep.ts';
import { sweepSettings } from '../sweeps/settings.ts';
import { unavailable } from '../trainers/askTrainer.ts';

/** A request for one sweep. */
type Named = Pick<Asked<'GET /sweeps/{id}'>, 'context' | 'params'>;

/** Begins a grid of runs, or goes on with it. */
export const postSweep: Handler<'POST /sweeps'> = async ({ context, body }) => {
	const outcome = planSweep(body);
	if ('errors' in outcome) throw invalidSpec(outcome.errors);
	const { plan } = outcome;
	const settings = sweepSettings(context.env);
	const { cells, charged } = admitSweep(body, plan, settings, dayLimits(context.env).clientFlop);
	const id = await sweepId(plan.first, plan.grid, ENGINE_VERSION);
	const charge = await chargeTo(context, charged + cells * settings.cellFlop);
	const opened = await tryToOpen(context.env, id, plan, charged, charge);
	if ('refusal' in opened) throw refuseForToday(context.env, opened.refusal, charge.charged);
	return accept(opened);
};

/** @throws Problem 503 when the ledger does not answer, or the day cannot be charged */
async function tryToOpen(env: Env, id: string, plan: GridOfRuns, charged: number, charge: Charge) {
	try {
		return await env.LEDGERS.getByName(id).open(id, plan, charged, charge);
	} catch (error) {
		console.error({ message: 'a sweep cannot be opened', id, error: String(error) });
		throw unavailable();
	}
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

/** What is to be polled must be asked for again; a sweep without failed cells that is done changes no more, until it is forgotten. */
const freshness = ({ status, cells }: SweepStatus) => ({
	'Cache-Control': status === 'done' && cells.failed === 0 ? 'public, max-age=3600' : 'no-store',
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
