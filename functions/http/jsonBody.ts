import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { BOUNDS } from '../../src/schema/bounds.ts';
import { Problem } from './problem.ts';

/** Counts the bytes of a body as they arrive and refuses it at the first one too many. */
export const limitBody: MiddlewareHandler = bodyLimit({
	maxSize: BOUNDS.body,
	onError: () => {
		throw new Problem('body-too-large', `a body may have ${BOUNDS.body} bytes (2 MiB)`);
	},
});

/**
 * The body of a request as JSON, unchecked.
 *
 * @throws Problem 415 for another media type, 400 for what is not JSON
 */
export async function jsonBody(request: Request): Promise<unknown> {
	const mediaType = request.headers.get('Content-Type');
	if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(mediaType ?? '')) {
		throw new Problem(
			'unsupported-media-type',
			`the body is ${mediaType ? `"${mediaType}"` : 'of no stated type'}: send Content-Type: application/json`,
		);
	}
	const text = await request.text();
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new Problem('malformed-json', error instanceof Error ? error.message : 'the body does not parse');
	}
}
