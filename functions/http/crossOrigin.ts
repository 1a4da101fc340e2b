import type { Handler, MiddlewareHandler } from 'hono';
import { HEADERS } from '../../src/contract/headers.ts';

const ANY_ORIGIN = '*';
const A_DAY_SECONDS = 86_400;
/** Headers that a request to the API may have. */
export const REQUEST_HEADERS = 'Accept,Authorization,Content-Type,If-None-Match,Last-Event-ID';
/** Those of an answer that scripts of any page may read: all that the contract names. */
const EXPOSED_HEADERS = Object.keys(HEADERS).join(',');

/**
 * Answers OPTIONS of a path: with its methods, and with what browsers ask before they call from another page.
 *
 * @param allowed headers that a request may have; left out, those that are asked for
 */
export const answerPreflight =
	(methods: readonly string[], allowed?: string): Handler =>
	(context) =>
		context.body(null, 204, {
			'Access-Control-Allow-Origin': ANY_ORIGIN,
			'Access-Control-Allow-Methods': methods.join(','),
			'Access-Control-Allow-Headers': allowed ?? context.req.header('Access-Control-Request-Headers') ?? '',
			'Access-Control-Max-Age': String(A_DAY_SECONDS),
			Allow: methods.join(', '),
			Vary: 'Access-Control-Request-Headers',
		});

/**
 * Lets scripts of any page read the answers; OPTIONS is left to the paths, which know their methods. The headers are set on the
 * answer itself: set before there is one, as `hono/cors` does, they have Hono copy every response, a seventh of the rate of cached reads.
 */
export const shareAnswers: MiddlewareHandler = async (context, next) => {
	await next();
	const { headers, ok } = context.res;
	if (context.req.method === 'OPTIONS' && ok) return;
	headers.set('Access-Control-Allow-Origin', ANY_ORIGIN);
	headers.set('Access-Control-Expose-Headers', EXPOSED_HEADERS);
};
