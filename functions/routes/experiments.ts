import type { JsonAnswer } from '../../src/contract/routes.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { train } from '../../src/engine/train.ts';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { committedResult } from '../../src/experiments/committed.ts';
import { type Experiment, runExperiment } from '../../src/experiments/experiment.ts';
import { EXPERIMENTS, findExperiment } from '../../src/experiments/registry.ts';
import { canonical } from '../../src/schema/canonical.ts';
import { MEASURED_COLUMNS } from '../../src/schema/experimentResult.ts';
import { contentId } from '../../src/schema/identity.ts';
import { jsonOrCsv } from '../http/negotiate.ts';
import { parseWith } from '../http/parseWith.ts';
import { Problem } from '../http/problem.ts';
import type { Handler } from '../http/route.ts';
import { writeCsv } from '../http/writeCsv.ts';
import { chargeWithinBudget, requestBudget } from '../results/budget.ts';
import { isExperiment } from '../results/genuine.ts';
import { host } from '../results/host.ts';
import { experimentKey, resultStore } from '../results/store.ts';
import { describeCache } from '../results/trainOrFindRun.ts';

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
	const result = committedResult(params.name);
	if (!result) throw new Problem('not-found', 'this experiment has no committed result: POST {} to compute it');
	const answer = { tag: await contentId(result), json: () => JSON.stringify(result), csv: () => writeMeasured(result) };
	return jsonOrCsv(context.req.raw, answer, FRESH_FOR_AN_HOUR);
};

/** Computes an experiment with a caller's parameters, or finds its result. */
export const postExperiment: Handler<'POST /experiments/{name}'> = async ({ context, params, body }) => {
	const experiment = requireExperiment(params.name);
	const parameters = parseWith(experiment.parameters, body);
	const charged = chargeWithinBudget(
		experiment.specs(parameters).map((spec) => resolve(canonical(spec))),
		requestBudget(context.env),
	);
	const store = resultStore(context);
	const id = await contentId({ name: experiment.name, parameters, engine: ENGINE_VERSION });
	const isGenuine = (text: string) => isExperiment(text, experiment.name, parameters, ENGINE_VERSION);
	const kept = await store.read(experimentKey(id), isGenuine);
	const text = kept ?? JSON.stringify(await compute(experiment, parameters));
	if (kept === null) store.write(experimentKey(id), text, charged);
	return new Response(text, {
		headers: {
			'Content-Type': 'application/json',
			'Cache-Control': 'no-store',
			ETag: `"${id}"`,
			'Cache-Status': describeCache(kept !== null, store),
		},
	});
};

function requireExperiment(name: string): Experiment {
	const experiment = findExperiment(name);
	if (experiment) return experiment;
	throw new Problem('not-found', `there is no experiment "${name}": GET /api/v1/experiments lists them`);
}

const compute = (experiment: Experiment, parameters: unknown): Promise<Result> =>
	runExperiment(
		experiment,
		parameters,
		{ train: (spec) => train(resolve(canonical(spec)), host), tables: host.tables },
		ENGINE_VERSION,
	);

/** What was measured, one row a number. */
const writeMeasured = ({ measured }: Result) =>
	writeCsv(
		MEASURED_COLUMNS,
		Object.entries(measured).map(([name, { value, low = null, high = null }]) => [name, value, low, high]),
	);
