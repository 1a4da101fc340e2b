import type { ProblemDocument } from '../schema/problemDocument.ts';

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

/** No answer came, or one that is not from this API. */
export class UnreachableError extends Error {
	constructor(address: string, cause: unknown) {
		super(`${address} does not answer as this API does`, { cause });
		this.name = 'UnreachableError';
	}
}
