import type { Hono } from 'hono';
import { realDataReady } from '../src/data/real.ts';
import { AVAILABLE_DATA, dataSet } from '../src/data/registry.ts';
import { type Data, dataSchema } from '../src/schema/data.ts';
import { dataFacts } from '../src/schema/dimensions.ts';
import { fieldErrors } from '../src/schema/fieldErrors.ts';
import { contentId } from '../src/schema/identity.ts';
import { csv } from './http/csv.ts';
import { invalidSpec, Problem } from './http/problem.ts';
import { queryValues } from './http/query.ts';
import { represent } from './http/representation.ts';
import { type AppEnv, resource } from './http/resource.ts';

const kinds = AVAILABLE_DATA.filter((kind) => kind !== 'inline');

/** GET /datasets lists what can be drawn; GET /datasets/{kind} draws it, as JSON or CSV. */
export function datasets(app: Hono<AppEnv>): void {
	resource(app, '/datasets', {
		get: () =>
			Response.json({ datasets: kinds.map(described) }, { headers: { 'Cache-Control': 'public, max-age=3600' } }),
	});

	resource(app, '/datasets/:kind', {
		get: async ({ req }) => {
			const kind = req.param('kind') ?? '';
			if (!kinds.some((known) => known === kind)) {
				throw new Problem('not-found', `there is no data set "${kind}": ${kinds.join(', ')}`);
			}
			const data = parseQuery(kind, new URL(req.url).searchParams);
			await realDataReady(data.kind);
			const etag = await contentId(data);
			const draw = () => dataSet(data).train;
			const asCsv = () => {
				const { X, y } = draw();
				const header = (X[0] ?? []).map((_, feature) => `x${feature + 1}`);
				return csv(
					[...header, 'y'],
					X.map((row, i) => [...row, y[i] ?? null]),
				);
			};
			return represent(req.raw, [
				{ type: 'application/json', etag: `"${etag}"`, body: () => JSON.stringify({ kind, ...draw() }) },
				{ type: 'text/csv', etag: `"${etag}.csv"`, body: asCsv },
			]);
		},
	});
}

/** A kind with the defaults of its fields and its sizes under them. */
function described(kind: (typeof kinds)[number]) {
	const data = dataSchema.parse({ kind });
	const { features, classes } = dataFacts(data);
	return { kind, features, classes, defaults: data };
}

/**
 * The query as the fields of a data set: `m`, `noise`, `seed` and what else the kind has.
 *
 * @throws Problem 422 for an unknown field, a repeated one, or a value that is not allowed
 */
function parseQuery(kind: string, query: URLSearchParams): Data {
	const input = queryValues(query, { kind });
	const parsed = dataSchema.safeParse(input);
	if (!parsed.success) throw invalidSpec(fieldErrors(parsed.error, input));
	return parsed.data;
}
