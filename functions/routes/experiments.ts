import type { JsonAnswer } from '../../src/contract/routes.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { arithmeticOf } from '../../src/experiments/arithmetic.ts';
import type { Experiment } from '../../src/experiments/experiment.ts';
import { EXPERIMENTS, findExperiment } from '../../src/experiments/registry.ts';
import { canonical } from '../../src/schema/canonical.ts';
import { MEASURED_COLUMNS } from '../../src/schema/columns.ts';
import { contentId } from '../../src/schema/identity.ts';
import { jsonOrCsv } from '../http/negotiate.ts';
import { parseWith } from '../http/parseWith.ts';
import { Problem } from '../http/problem.ts';
import type { Handler } from '../http/route.ts';
import { writeCsv } from '../http/writeCsv.ts';
import { chargeWithinBudget, requestBudget } from '../results/budget.ts';
import { committedResult } from '../results/committedResult.ts';
import { type Answer, findOrCompute, HIT } from '../results/findOrCompute.ts';
import { isExperiment } from '../results/genuine.ts';
import { shrinkParameters } from '../results/shrinkParameters.ts';
import { experimentKey, resultStore } from '../results/store.ts';

type Result = JsonAnswer<'GET /experiments/{name}'>;

const FRESH_FOR_AN_HOUR = { 'Cache-Control': 'public, max-age=3600' };

/** The claims made executable. */
export const listExperiments: Handler<'GET /experiments'> = () => {
	const answer: JsonAnswer<'GET /experiments'> = {
		experiments: EXPERIMENTS.map(({ name, claims, status, title }) => ({
			name,
			claims: [...claims],
			status,
			title: title.en,
		})),
	};
	return Response.json(answer, { headers: FRESH_FOR_AN_HOUR });
};

/** The committed result of an experiment. */
export const getExperiment: Handler<'GET /experiments/{name}'> = async ({ context, params }) => {
	const result = await committedResult(context.env, params.name);
	if (!result) throw new Problem('not-found', 'this experiment has no committed result: POST {} to compute it');
	const answer = { tag: await contentId(result), json: () => JSON.stringify(result), csv: () => writeMeasured(result) };
	return jsonOrCsv(context.req.raw, answer, FRESH_FOR_AN_HOUR);
};

/**
 * Computes an experiment with a caller's parameters, or finds its result. One of the article's that is more than a request
 * may compute is answered with the committed result.
 */
export const postExperiment: Handler<'POST /experiments/{name}'> = async ({ context, params, body }) => {
	const experiment = requireExperiment(params.name);
	const { name } = experiment;
	const parameters = parseWith(experiment.parameters, body);
	const id = await contentId({ name, parameters, engine: ENGINE_VERSION });
	const isGenuine = (text: string) => isExperiment(text, name, parameters, ENGINE_VERSION);
	const store = resultStore(context);
	const runs = experiment.specs(parameters).map((spec) => resolve(canonical(spec)));
	const limit = requestBudget(context.env);
	const isTooMuch = arithmeticOf(experiment, parameters) > limit;
	const committed = isTooMuch ? await committedResult(context.env, name) : null;
	const text = JSON.stringify(committed);
	if (committed && isGenuine(text)) return respond({ id, text, cacheStatus: `${HIT}; detail=committed` });
	const refit = () => shrinkParameters(experiment, parameters, limit);
	const charged = chargeWithinBudget(runs, limit, refit, experiment.arithmetic(parameters));
	const task = { kind: 'experiment', name, parameters } as const;
	return respond(
		await findOrCompute(context, store, {
			key: experimentKey(id),
			id,
			task,
			charged,
			isGenuine,
			shrink: () => null,
		}),
	);
};

const respond = ({ id, text, cacheStatus }: Pick<Answer, 'id' | 'text' | 'cacheStatus'>) =>
	new Response(text, {
		headers: {
			'Content-Type': 'application/json',
			'Cache-Control': 'no-store',
			ETag: `"${id}"`,
			'Cache-Status': cacheStatus,
		},
	});

function requireExperiment(name: string): Experiment {
	const experiment = findExperiment(name);
	if (experiment) return experiment;
	throw new Problem('not-found', `there is no experiment "${name}": GET /api/v1/experiments lists them`);
}

/** What was measured, one row a number. */
const writeMeasured = ({ measured }: Result) =>
	writeCsv(
		MEASURED_COLUMNS,
		Object.entries(measured).map(([name, { value, low = null, high = null }]) => [name, value, low, high]),
	);
