import type { FieldError } from '../../src/schema/fieldErrors.ts';

/** Every kind of failure, with its status and title: API.md, "Errors". */
const PROBLEMS = {
	'malformed-json': { status: 400, title: 'The body is not JSON' },
	'not-found': { status: 404, title: 'Nothing is here' },
	'method-not-allowed': { status: 405, title: 'This resource does not answer that method' },
	'not-acceptable': { status: 406, title: 'There is no representation that you accept' },
	'body-too-large': { status: 413, title: 'The body is too large' },
	'unsupported-media-type': { status: 415, title: 'The body must be JSON' },
	'invalid-spec': { status: 422, title: 'The request is JSON, but not a valid one' },
	'over-budget': { status: 422, title: 'The job is larger than this deployment allows' },
	'rate-limited': { status: 429, title: 'Too many requests' },
	internal: { status: 500, title: 'Something failed here, not with your request' },
} as const;

export type ProblemName = keyof typeof PROBLEMS;

/** A failure that a handler throws and that the caller gets as a problem document (RFC 9457). */
export class Problem extends Error {
	readonly problem: ProblemName;
	readonly detail: string;
	readonly errors: FieldError[];
	/** Further members of the document. */
	readonly members: Record<string, unknown>;
	readonly headers: Record<string, string>;

	constructor(
		problem: ProblemName,
		detail: string,
		more: { errors?: FieldError[]; members?: Record<string, unknown>; headers?: Record<string, string> } = {},
	) {
		super(detail);
		this.problem = problem;
		this.detail = detail;
		this.errors = more.errors ?? [];
		this.members = more.members ?? {};
		this.headers = more.headers ?? {};
	}

	toResponse(): Response {
		const { status, title } = PROBLEMS[this.problem];
		const { detail, errors, members } = this;
		return new Response(
			JSON.stringify({ type: `/problems/${this.problem}`, title, status, detail, errors, ...members }),
			{
				status,
				headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...this.headers },
			},
		);
	}
}

/** What is wrong with a request's fields, as a problem. */
export function invalidSpec(errors: FieldError[]): Problem {
	const detail = errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
	return new Problem('invalid-spec', detail, { errors });
}
