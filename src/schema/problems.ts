/** Every kind of failure that the API answers with, by the last part of its `type`: status and title. */
export const PROBLEMS = {
	'malformed-json': { status: 400, title: 'The body is not JSON' },
	forbidden: { status: 403, title: 'This takes a token that was not sent' },
	'not-found': { status: 404, title: 'Nothing is here' },
	'method-not-allowed': { status: 405, title: 'This resource does not answer that method' },
	'not-acceptable': { status: 406, title: 'There is no representation that you accept' },
	'body-too-large': { status: 413, title: 'The body is too large' },
	'unsupported-media-type': { status: 415, title: 'The body is of a type that is not taken here' },
	'invalid-spec': { status: 422, title: 'The request is well formed, but not valid' },
	'no-such-form': { status: 422, title: 'This run cannot be had in that form' },
	'over-budget': { status: 422, title: 'The job is larger than this deployment allows' },
	'rate-limited': { status: 429, title: 'Too many requests' },
	internal: { status: 500, title: 'Something failed here, not with your request' },
	unavailable: { status: 503, title: 'What trains does not answer just now' },
} as const;

/** The last part of a problem document's `type`. */
export type ProblemName = keyof typeof PROBLEMS;
