import type { Context, MiddlewareHandler } from 'hono';
import { Hono } from 'hono/tiny';
import { FILES_WITH_ORIGIN } from '../src/openOrigin.ts';
import { shorten } from '../src/schema/fieldErrors.ts';
import { HANDLERS, KNOWN_COLUMNS } from './handlers.ts';
import { answerApiCatalog, CATALOG } from './http/apiCatalog.ts';
import { answerPreflight, shareAnswers } from './http/crossOrigin.ts';
import { asProblem, Problem } from './http/problem.ts';
import { limitRate } from './http/rateLimit.ts';
import { refuseMethod } from './http/refuseMethod.ts';
import { registerRoutes } from './http/registerRoutes.ts';
import type { AppEnv } from './http/route.ts';
import { serveMcp } from './mcp/serveMcp.ts';
import type { AskApi } from './mcp/tools.ts';
import { nameOwnOrigin } from './ownOrigin.ts';

/**
 * The API: every route of the contract under /api/v1, the tools of /mcp that ask them, and the catalogue of both; every
 * failure is a problem document. And the site's addresses.
 */
export function createApp(): Hono<AppEnv> {
	const app = new Hono<AppEnv>({ strict: false });
	for (const file of FILES_WITH_ORIGIN) app.get(file, nameOwnOrigin);

	app.use(logRequest, shareAnswers);
	app.use(limitRate);
	registerRoutes(app.basePath('/api/v1'), HANDLERS, KNOWN_COLUMNS);
	app.get(CATALOG, answerApiCatalog);
	app.all(CATALOG, refuseMethod(['GET', 'HEAD']));
	app.options('/mcp', answerPreflight(['POST']));
	app.on(['GET', 'POST', 'DELETE'], '/mcp', (context) => serveMcp(context, askFor(app, context)));
	app.all('/mcp', refuseMethod(['GET', 'POST', 'DELETE', 'OPTIONS']));

	app.notFound(({ req }) =>
		new Problem(
			'not-found',
			`${shorten(req.path)} is not a resource of this API; GET /api/v1 lists those there are`,
		).toResponse(),
	);
	app.onError((error, { req }) => asProblem(error, req).toResponse());
	return app;
}

/** Asks the API for the caller of a request, who is counted for that request already, and for each further question. */
const askFor = (app: Hono<AppEnv>, { req, env, executionCtx }: Context<AppEnv>): AskApi => {
	let asked = 0;
	return async (path, init) => {
		const headers = new Headers(init.headers);
		const address = req.header('CF-Connecting-IP');
		if (address) headers.set('CF-Connecting-IP', address);
		const request = new Request(new URL(path, req.url), { ...init, headers, signal: req.raw.signal });
		return app.fetch(request, { ...env, ...(asked++ === 0 && { RATE_LIMIT: 'off' }) }, executionCtx);
	};
};

/** Logs each request with its answer, and tells browsers never to guess another media type. */
const logRequest: MiddlewareHandler<AppEnv> = async (context, next) => {
	const start = Date.now();
	await next();
	const { method, path } = context.req;
	const { status, headers } = context.res;
	headers.set('X-Content-Type-Options', 'nosniff');
	// A Worker's clock moves only with I/O, so this is the time spent waiting, not computing.
	const waited = Date.now() - start;
	const id = headers.get('ETag');
	const cache = headers.get('Cache-Status');
	console.log(JSON.stringify({ message: 'request', method, path, status, id, cache, waited }));
};
