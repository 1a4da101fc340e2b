import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { HEADERS } from '../../src/contract/headers.ts';

/** Scripts of any page may call, and read every header that the contract names. */
const SHARED = {
	origin: '*',
	allowHeaders: ['Accept', 'Content-Type', 'If-None-Match', 'Last-Event-ID'],
	exposeHeaders: Object.keys(HEADERS),
};
const A_DAY_SECONDS = 86_400;

/** Answers OPTIONS of a path, which browsers ask before they call from another page. */
export const answerPreflight = (methods: string[]): MiddlewareHandler =>
	cors({ ...SHARED, allowMethods: methods, maxAge: A_DAY_SECONDS });

const share = cors(SHARED);

/** Lets scripts of any page read the answers; OPTIONS is left to the paths, which know their methods. */
export const shareAnswers: MiddlewareHandler = (context, next) =>
	context.req.method === 'OPTIONS' ? next() : share(context, next);
