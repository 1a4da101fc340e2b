import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { HEADERS } from '../../src/contract/headers.ts';

/** Scripts of any page may call, and read every header that the contract names. */
const SHARED = {
	origin: '*',
	allowHeaders: ['Accept', 'Authorization', 'Content-Type', 'If-None-Match', 'Last-Event-ID'],
	exposeHeaders: Object.keys(HEADERS),
};
const A_DAY_SECONDS = 86_400;

/** Answers OPTIONS of a path, which browsers ask before they call from another page. */
export const answerPreflight = (methods: string[]): MiddlewareHandler =>
	cors({ ...SHARED, allowMethods: methods, maxAge: A_DAY_SECONDS });

const EXPOSED_HEADERS = SHARED.exposeHeaders.join(',');

/**
 * Lets scripts of any page read the answers; OPTIONS is left to the paths, which know their methods. The headers are
 * set on the answer itself: `hono/cors` sets them before there is one, and Hono then copies every response, which
 * takes a seventh of the rate of cached reads.
 */
export const shareAnswers: MiddlewareHandler = async (context, next) => {
	await next();
	const { headers, ok } = context.res;
	if (context.req.method === 'OPTIONS' && ok) return;
	headers.set('Access-Control-Allow-Origin', SHARED.origin);
	headers.set('Access-Control-Expose-Headers', EXPOSED_HEADERS);
};
