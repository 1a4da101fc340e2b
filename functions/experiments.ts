import type { Hono } from 'hono';
import { train } from '../src/engine/train.ts';
import { ENGINE_VERSION } from '../src/engine/version.ts';
import { committedResult } from '../src/experiments/committed.ts';
import { type Experiment, type ExperimentResult, runExperiment } from '../src/experiments/experiment.ts';
import { EXPERIMENTS, findExperiment } from '../src/experiments/registry.ts';
import { canonical } from '../src/schema/canonical.ts';
import { fieldErrors } from '../src/schema/fieldErrors.ts';
import { contentId } from '../src/schema/identity.ts';
import { csv } from './http/csv.ts';
import { jsonBody } from './http/jsonBody.ts';
import { invalidSpec, Problem } from './http/problem.ts';
import { represent } from './http/representation.ts';
import { type AppEnv, resource } from './http/resource.ts';
import { budget, withinBudget } from './results/budget.ts';
import { isExperiment } from './results/genuine.ts';
import { experimentKey, resultStore } from './results/store.ts';
import { cacheStatus } from './results/trainedRun.ts';

/** GET /experiments lists the claims made executable; GET of one is its committed result, POST computes it with parameters. */
export function experiments(app: Hono<AppEnv>): void {
	resource(app, '/experiments', {
		get: () =>
			Response.json(
				{
					experiments: EXPERIMENTS.map(({ name, claims, status, title }) => ({
						name,
						claims,
						status,
						title: title.en,
					})),
				},
				{ headers: { 'Cache-Control': 'public, max-age=3600' } },
			),
	});

	resource(app, '/experiments/:name', {
		get: async ({ req }) => {
			const result = committedResult(named(req.param('name')).name);
			if (!result) throw new Problem('not-found', 'this experiment has no committed result: POST {} to compute it');
			const etag = await contentId(result);
			return represent(
				req.raw,
				[
					{ type: 'application/json', etag: `"${etag}"`, body: () => JSON.stringify(result) },
					{ type: 'text/csv', etag: `"${etag}.csv"`, body: () => measuredCsv(result) },
				],
				{ 'Cache-Control': 'public, max-age=3600' },
			);
		},
		post: async (context) => {
			const experiment = named(context.req.param('name'));
			const body = await jsonBody(context.req.raw);
			const parameters = experiment.parameters.safeParse(body);
			if (!parameters.success) throw invalidSpec(fieldErrors(parameters.error, body));
			const specs = experiment.specs(parameters.data).map(canonical);
			const charged = withinBudget(specs, budget(context.env));
			const store = resultStore(context);
			const id = await contentId({ name: experiment.name, parameters: parameters.data, engine: ENGINE_VERSION });
			const isGenuine = (text: string) => isExperiment(text, experiment.name, parameters.data, ENGINE_VERSION);
			const kept = await store.read(experimentKey(id), isGenuine);
			const text = kept ?? JSON.stringify(await computed(experiment, parameters.data));
			if (kept === null) store.write(experimentKey(id), text, charged);
			return new Response(text, {
				headers: {
					'Content-Type': 'application/json',
					'Cache-Control': 'no-store',
					ETag: `"${id}"`,
					'Cache-Status': cacheStatus(kept !== null, store),
				},
			});
		},
	});
}

function named(name = ''): Experiment {
	const experiment = findExperiment(name);
	if (experiment) return experiment;
	throw new Problem('not-found', `there is no experiment "${name}": GET /api/v1/experiments lists them`);
}

const computed = (experiment: Experiment, parameters: unknown): Promise<ExperimentResult> =>
	runExperiment(experiment, parameters, (spec) => train(canonical(spec)), ENGINE_VERSION);

/** What was measured, one row a number. */
const measuredCsv = ({ measured }: ExperimentResult) =>
	csv(
		['measured', 'value', 'low', 'high'],
		Object.entries(measured).map(([name, { value, low = null, high = null }]) => [name, value, low, high]),
	);
