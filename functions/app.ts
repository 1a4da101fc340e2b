import { Hono } from 'hono';
import { readRealDataFromAssets } from './assets.ts';
import { comparisons } from './comparisons.ts';
import { convert } from './convert.ts';
import { datasets } from './datasets.ts';
import { experiments } from './experiments.ts';
import { explain } from './explain.ts';
import { health } from './health.ts';
import { Problem } from './http/problem.ts';
import { limitRate } from './http/rateLimit.ts';
import type { AppEnv } from './http/resource.ts';
import { limits } from './limits.ts';
import { openApi } from './openapi.ts';
import { runs } from './runs.ts';
import { sweeps } from './sweeps/routes.ts';

/** Response headers that a script in any page may read. */
const EXPOSED = 'ETag, Link, Location, Cache-Status, Server-Timing, Retry-After, RateLimit, RateLimit-Policy';

/** What every response carries: scripts of any page may call, and nothing is taken for what it does not say it is. */
const SHARED_HEADERS = [
	['Access-Control-Allow-Origin', '*'],
	['Access-Control-Allow-Headers', 'Accept, Content-Type, If-None-Match, Last-Event-ID'],
	['Access-Control-Expose-Headers', EXPOSED],
	['X-Content-Type-Options', 'nosniff'],
] as const;

/** The API: every resource under /api/v1, every failure a problem document. */
export function createApp(): Hono<AppEnv> {
	const app = new Hono<AppEnv>().basePath('/api/v1');

	app.use(async (context, next) => {
		readRealDataFromAssets(context.env.ASSETS);
		const start = Date.now();
		await next();
		const { method, path } = context.req;
		const { status, headers } = context.res;
		// A Worker's clock moves with I/O only, so that the time is that of waiting.
		const waited = Date.now() - start;
		const id = headers.get('ETag');
		const cache = headers.get('Cache-Status');
		console.log(JSON.stringify({ message: 'request', method, path, status, id, cache, waited }));
		// Not by context.header, which makes a new response each time.
		for (const [name, value] of SHARED_HEADERS) headers.set(name, value);
	});
	app.use(limitRate);

	health(app);
	runs(app);
	comparisons(app);
	sweeps(app);
	datasets(app);
	experiments(app);
	convert(app);
	explain(app);
	limits(app);
	openApi(app);

	app.notFound(({ req }) => new Problem('not-found', `${req.path} is not a resource of this API`).toResponse());
	app.onError((error, { req }) => {
		if (error instanceof Problem) return error.toResponse();
		const id = crypto.randomUUID();
		console.error({ message: 'internal', id, method: req.method, path: req.path, error: error.stack ?? String(error) });
		return new Problem('internal', `tell us this number: ${id}`, { members: { requestId: id } }).toResponse();
	});
	return app;
}
