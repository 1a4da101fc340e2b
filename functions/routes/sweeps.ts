import { ENGINE_VERSION } from '../../src/engine/version.ts';
import type { Analysis } from '../../src/schema/analysis.ts';
import { contentId, isId, sweepId } from '../../src/schema/identity.ts';
import type { SweepBegun, SweepDocument, SweepStatus, SweepWithdrawn } from '../../src/schema/sweepAnswers.ts';
import { ANALYSIS_COLUMNS, toAnalysisRows } from '../../src/sweeps/analysisTable.ts';
import { planSweep } from '../../src/sweeps/plan.ts';
import { RESULT_COLUMNS, toResultRows } from '../../src/sweeps/resultTable.ts';
import { isKnown, jsonOrCsv } from '../http/negotiate.ts';
import { invalidSpec, Problem } from '../http/problem.ts';
import type { Asked, Handler } from '../http/route.ts';
import { writeCsv } from '../http/writeCsv.ts';
import { chargeTo, dayLimits, refuseForToday } from '../quota/chargeDay.ts';
import { admitSweep } from '../sweeps/admitSweep.ts';
import type { SweepAnalysed, SweepLedger } from '../sweeps/ledger.ts';
import { sweepSettings } from '../sweeps/settings.ts';
import { bearerOf, createStopToken, digestOfToken, isStopToken, STOP_TOKEN_DIGITS } from '../sweeps/stopToken.ts';
import { unavailable } from '../trainers/askTrainer.ts';

/** A request for one sweep. */
type Named = Pick<Asked<'GET /sweeps/{id}'>, 'context' | 'params'>;

/** Begins a grid of runs, or goes on with it. */
export const postSweep: Handler<'POST /sweeps'> = async ({ context, body }) => {
	const outcome = planSweep(body);
	if ('errors' in outcome) throw invalidSpec(outcome.errors);
	const { plan } = outcome;
	const settings = sweepSettings(context.env);
	const { charged, counted } = admitSweep(body, plan, settings, dayLimits(context.env).clientFlop);
	const id = await sweepId(plan.first, plan.grid, ENGINE_VERSION);
	const charge = await chargeTo(context, counted);
	const token = createStopToken();
	const interest = await digestOfToken(token);
	const opened = await tryToReach(
		id,
		async () => await context.env.LEDGERS.getByName(id).open(id, plan, charged, charge, interest),
	);
	if ('refusal' in opened) throw refuseForToday(context.env, opened.refusal, charge.charged);
	const { isCounted, ...status } = opened;
	return accept<SweepBegun>({ ...status, stopToken: isCounted ? token : null });
};

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

/** Withdraws one interest in a sweep, and stops it when that was the last. */
export const deleteSweep: Handler<'DELETE /sweeps/{id}'> = async (asked) => {
	const { headers } = asked.context.req.raw;
	const token = bearerOf(headers);
	const interest = token && (await digestOfToken(token));
	const withdrawn = await ask(asked, async (ledger) => await ledger.withdraw(interest));
	if ('isForeign' in withdrawn) throw forbidden(whyNoToken(token, headers.get('Authorization')));
	return accept<SweepWithdrawn>(withdrawn);
};

/** What is wrong with what was sent in a token's place, which is not repeated. */
function whyNoToken(token: string | null, authorization: string | null): string {
	if (authorization === null) return 'the request has no Authorization';
	if (token === null) return `Authorization does not begin with "Bearer " and go on with a token alone`;
	if (!isStopToken(token)) return `this one is no such token, which has ${STOP_TOKEN_DIGITS} hexadecimal digits`;
	return 'this one is of another sweep, or withdrawn already: POST the sweep again for one';
}

const forbidden = (what: string) =>
	new Problem(
		'forbidden',
		`only the stopToken that POST /api/v1/sweeps has answered withdraws an interest, sent as "Authorization: Bearer …": ${what}`,
	);

/** What the results of a sweep say in numbers: made by its ledger, and only for those who do not have it. */
export const getAnalysis: Handler<'GET /sweeps/{id}/analysis'> = async (asked) => {
	const { raw } = asked.context.req;
	const analysed = (isWanted: boolean) => ask(asked, async (ledger) => await ledger.analysis(isWanted));
	const tagOf = ({ status: { id, status }, sequence }: SweepAnalysed) => contentId({ id, status, analysis: sequence });
	let found: SweepAnalysed = await analysed(raw.method !== 'HEAD' && !raw.headers.has('If-None-Match'));
	if (found.text === null && raw.method !== 'HEAD' && !isKnown(raw, await tagOf(found))) found = await analysed(true);
	const { status, text } = found;
	const analysis = () => JSON.parse(text ?? '') as Analysis; // as its ledger wrote it
	const answer = {
		tag: await tagOf(found),
		json: () => `${JSON.stringify({ id: status.id, status: status.status }).slice(0, -1)},${(text ?? '').slice(1)}`,
		csv: () => writeCsv(ANALYSIS_COLUMNS, toAnalysisRows(analysis())),
	};
	return jsonOrCsv(raw, answer, freshness(status));
};

/** The events of a sweep as they happen. */
export const streamSweep: Handler<'GET /sweeps/{id}/events'> = async (asked) => {
	const response = await ask(asked, async (ledger) => {
		const answer = await ledger.fetch(asked.context.req.raw);
		return answer.status === 404 ? null : answer;
	});
	return new Response(response.body, response); // the headers of a fetched answer cannot be added to
};

/** What is to be polled must be asked for again; a sweep without failed cells that is done changes no more, until it is forgotten. */
const freshness = ({ status, cells }: SweepStatus) => ({
	'Cache-Control': status === 'done' && cells.failed === 0 ? 'public, max-age=3600' : 'no-store',
});

const accept = <Answer extends SweepStatus>(status: Answer) =>
	Response.json(status, { status: 202, headers: { Location: status.links.self, 'Cache-Control': 'no-store' } });

/**
 * What the ledger of a sweep answers.
 *
 * @throws Problem 404 where there is no such sweep, 503 when its ledger fails
 */
async function ask<Answer>(
	{ context: { env }, params: { id } }: Named,
	question: (ledger: DurableObjectStub<SweepLedger>) => Promise<Answer | null>,
): Promise<Answer> {
	const answer = isId(id) ? await tryToReach(id, () => question(env.LEDGERS.getByName(id))) : null;
	if (answer === null) throw new Problem('not-found', `no sweep "${id}" is known here: POST it to /api/v1/sweeps`);
	return answer;
}

/** @throws Problem 503 when the ledger fails or does not answer, or the day cannot be charged */
async function tryToReach<Answer>(id: string, reach: () => Promise<Answer>): Promise<Answer> {
	try {
		return await reach();
	} catch (error) {
		console.error({ message: 'a ledger fails', id, error: String(error) });
		throw unavailable();
	}
}

const findSweep = (asked: Named): Promise<SweepDocument> => ask(asked, (ledger) => ledger.document());
