import type { Context, Hono } from 'hono';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { fieldErrors } from '../../src/schema/fieldErrors.ts';
import { contentId, isId, sweepId } from '../../src/schema/identity.ts';
import { type SweepDocument, type SweepStatus, sweepSchema } from '../../src/schema/sweep.ts';
import { analyseSweep } from '../../src/sweeps/analysis.ts';
import { ANALYSIS_COLUMNS, toAnalysisRows } from '../../src/sweeps/analysisTable.ts';
import { planSweep } from '../../src/sweeps/plan.ts';
import { RESULT_COLUMNS, toResultRows } from '../../src/sweeps/resultTable.ts';
import { csv } from '../http/csv.ts';
import { jsonBody } from '../http/jsonBody.ts';
import { invalidSpec, Problem } from '../http/problem.ts';
import { caller } from '../http/rateLimit.ts';
import { represent } from '../http/representation.ts';
import { type AppEnv, resource } from '../http/resource.ts';
import { gflop } from '../results/budget.ts';
import { admitted } from './admission.ts';
import { sweepSettings } from './settings.ts';

type Asked = Context<AppEnv>;

/** POST /sweeps begins a grid of runs; GET, DELETE and the events of one sweep; what its results say in numbers. */
export function sweeps(app: Hono<AppEnv>): void {
	resource(app, '/sweeps', {
		post: async (context) => {
			const body = await jsonBody(context.req.raw);
			const parsed = sweepSchema.safeParse(body);
			if (!parsed.success) throw invalidSpec(fieldErrors(parsed.error, body));
			const outcome = planSweep(parsed.data);
			if ('errors' in outcome) throw invalidSpec(outcome.errors);
			const { plan } = outcome;
			const settings = sweepSettings(context.env);
			const { cells, charged } = admitted(parsed.data, plan, settings);
			const id = await sweepId(plan.first, plan.grid, ENGINE_VERSION);
			const ledger = context.env.LEDGERS.getByName(id);
			const known = await ledger.status();
			if (known === null) await charge(context, id, charged + cells * settings.cellCharge);
			return accepted(await ledger.open(id, plan, charged));
		},
	});

	resource(app, '/sweeps/:id', {
		get: async (context) => {
			const sweep = await found(context);
			const etag = await contentId({ status: sweep.status, cells: sweep.cells, id: sweep.id });
			return represent(
				context.req.raw,
				[
					{ type: 'application/json', etag: `"${etag}"`, body: () => JSON.stringify(sweep) },
					{ type: 'text/csv', etag: `"${etag}.csv"`, body: () => csv(RESULT_COLUMNS, toResultRows(sweep.results)) },
				],
				freshness(sweep),
			);
		},
		delete: async (context) => {
			const status = await ledgerOf(context)?.stop();
			if (!status) throw missing(context);
			return accepted(status);
		},
	});

	resource(app, '/sweeps/:id/analysis', {
		get: async (context) => {
			const sweep = await found(context);
			const etag = await contentId({ status: sweep.status, cells: sweep.cells, id: sweep.id, analysis: true });
			const result = () => ({ id: sweep.id, status: sweep.status, ...analyseSweep(sweep.grid, sweep.results) });
			return represent(
				context.req.raw,
				[
					{ type: 'application/json', etag: `"${etag}"`, body: () => JSON.stringify(result()) },
					{ type: 'text/csv', etag: `"${etag}.csv"`, body: () => csv(ANALYSIS_COLUMNS, toAnalysisRows(result())) },
				],
				freshness(sweep),
			);
		},
	});

	resource(app, '/sweeps/:id/events', {
		get: async (context) => {
			const response = await ledgerOf(context)?.fetch(context.req.raw);
			if (!response || response.status === 404) throw missing(context);
			return new Response(response.body, response); // its headers can be added to
		},
	});
}

/** What is to be polled must be asked for again; a sweep that is done changes no more, until it is forgotten. */
const freshness = ({ status }: SweepStatus) => ({
	'Cache-Control': status === 'done' ? 'public, max-age=3600' : 'no-store',
});

const accepted = (status: SweepStatus) =>
	Response.json(status, { status: 202, headers: { Location: status.links.self, 'Cache-Control': 'no-store' } });

function ledgerOf(context: Asked) {
	const id = context.req.param('id') ?? '';
	return isId(id) ? context.env.LEDGERS.getByName(id) : null;
}

const missing = ({ req }: Asked) =>
	new Problem('not-found', `no sweep "${req.param('id')}" is known here: POST it to /api/v1/sweeps`);

async function found(context: Asked): Promise<SweepDocument> {
	const sweep = await ledgerOf(context)?.document();
	if (!sweep) throw missing(context);
	return sweep;
}

/**
 * Charges a new sweep to the day and to its caller, who is remembered until midnight as the hash of an address
 * and of that day.
 *
 * @throws Problem 429 that says when there is a new day
 */
async function charge(context: Asked, sweep: string, charged: number): Promise<void> {
	const { clientDaily, daily } = sweepSettings(context.env);
	const client = await contentId({ caller: caller(context), day: new Date().toISOString().slice(0, 10) });
	const quota = context.env.QUOTA.getByName('all');
	const refused = await quota.charge({ sweep, client, charged, clientDaily, daily });
	if (!refused) return;
	const [who, limit] = refused.bound === 'client' ? ['one caller', clientDaily] : ['all callers', daily];
	throw new Problem(
		'rate-limited',
		`sweeps of ${who} may cost ${gflop(limit)} GFLOP a day (UTC), and this one costs ${gflop(charged)} with what keeping its cells costs: a new day begins in ${refused.seconds} s`,
		{ headers: { 'Retry-After': String(refused.seconds) } },
	);
}
