import type { FieldError } from '../../src/schema/fieldErrors.ts';
import type { ProblemDocument } from '../../src/schema/problemDocument.ts';
import { PROBLEMS, type ProblemName } from '../../src/schema/problems.ts';

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

	/** What the caller reads. */
	get document(): ProblemDocument {
		const { status, title } = PROBLEMS[this.problem];
		const { detail, errors, members } = this;
		return { type: `/problems/${this.problem}`, title, status, detail, errors, ...members };
	}

	toResponse(): Response {
		return new Response(JSON.stringify(this.document), {
			status: PROBLEMS[this.problem].status,
			headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...this.headers },
		});
	}
}

/** A failure as a problem: what was not thrown for the caller is logged under a number that the caller gets. */
export function asProblem(error: unknown, { method, path }: { method: string; path: string }): Problem {
	if (error instanceof Problem) return error;
	const id = crypto.randomUUID();
	const stack = error instanceof Error ? error.stack : undefined;
	console.error({ message: 'internal', id, method, path, error: stack ?? String(error) });
	return new Problem('internal', `tell us this number: ${id}`, { members: { requestId: id } });
}

/** What is wrong with a request's fields, as a problem. */
export function invalidSpec(errors: FieldError[]): Problem {
	const detail = errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
	return new Problem('invalid-spec', detail, { errors });
}
