import type { FieldError } from '../schema/fieldErrors.ts';

/** What the API says of a failure (RFC 9457). */
export interface ProblemDocument {
	type: string;
	title: string;
	status: number;
	detail: string;
	errors: FieldError[];
	/** Where the job was too large: what it costs, what is allowed, and a spec that would run. */
	cost?: Record<string, number>;
	limit?: Record<string, number>;
	fits?: unknown;
}

/** The API refused a request, or failed, and said why. */
export class ApiError extends Error {
	readonly problem: ProblemDocument;
	/** Seconds after which to try again, where the API named them. */
	readonly retryAfter: number | null;

	constructor(problem: ProblemDocument, retryAfter: number | null) {
		super(`${problem.title}: ${problem.detail}`);
		this.name = 'ApiError';
		this.problem = problem;
		this.retryAfter = retryAfter;
	}
}

/** No answer came, or none of this API's. */
export class UnreachableError extends Error {
	constructor(address: string, cause: unknown) {
		super(`${address} does not answer as this API does`, { cause });
		this.name = 'UnreachableError';
	}
}
