import type { Hono } from 'hono';
import { convert as converted } from '../src/convert/convert.ts';
import { convertQuerySchema } from '../src/schema/convertQuery.ts';
import { fieldErrors } from '../src/schema/fieldErrors.ts';
import { contentId } from '../src/schema/identity.ts';
import { csv } from './http/csv.ts';
import { invalidSpec } from './http/problem.ts';
import { queryValues } from './http/query.ts';
import { represent } from './http/representation.ts';
import { type AppEnv, resource } from './http/resource.ts';

/** GET /convert: one strength of the L2 penalty in every library's spelling. */
export function convert(app: Hono<AppEnv>): void {
	resource(app, '/convert', {
		get: async ({ req }) => {
			const input = queryValues(new URL(req.url).searchParams);
			const query = convertQuerySchema.safeParse(input);
			if (!query.success) throw invalidSpec(fieldErrors(query.error, input));
			const outcome = converted(query.data);
			if (!outcome.ok) throw invalidSpec(outcome.errors);
			const { conversion } = outcome;
			const etag = await contentId(conversion);
			const rows = () =>
				conversion.equivalents.map(({ library, parameter, value, exact }) => [
					library,
					parameter,
					value,
					String(exact),
				]);
			return represent(
				req.raw,
				[
					{ type: 'application/json', etag: `"${etag}"`, body: () => JSON.stringify(conversion) },
					{
						type: 'text/csv',
						etag: `"${etag}.csv"`,
						body: () => csv(['library', 'parameter', 'value', 'exact'], rows()),
					},
				],
				{ 'Cache-Control': 'public, max-age=86400' },
			);
		},
	});
}
