import type { Answer } from './trainOrFindRun.ts';

/**
 * The response to a POST that trained something or found its result: where the result stays, and how
 * it came about (RFC 9211, Server-Timing).
 *
 * @param start when the request came, in milliseconds
 */
export async function respondToPost(
	resource: 'runs' | 'comparisons',
	answer: Answer,
	start: number,
): Promise<Response> {
	const { id, text, cacheStatus } = answer;
	// A Worker's clock stands still while it computes. A timer moves it on, so Server-Timing counts the training too.
	await new Promise((resolve) => setTimeout(resolve, 0));
	return new Response(text, {
		headers: {
			'Content-Type': 'application/json',
			'Cache-Control': 'no-store', // an answer to a POST; what may be cached is at its own address
			ETag: `"${id}"`,
			Link: `</api/v1/${resource}/${id}>; rel="canonical"`,
			'Cache-Status': cacheStatus,
			'Server-Timing': `total;dur=${Date.now() - start}`,
		},
	});
}
