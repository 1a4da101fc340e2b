import type { ComparisonRequest, ProblemDocument, RunSpec, SweepRequest } from './types.ts';

/**
 * A problem document, with `fits` as what may be sent again: a request of the kind that was refused. A spec has `data`, a
 * comparison `variants` and a sweep `axes`: `if (fits && 'data' in fits) await api.train(fits)`.
 */
export type Problem = Omit<ProblemDocument, 'fits'> & { fits?: RunSpec | ComparisonRequest | SweepRequest };

/** The API refused a request, or failed, and said why. */
export class ApiError extends Error {
	readonly problem: Problem;
	/** Seconds after which to try again, where the API named them. */
	readonly retryAfter: number | null;

	constructor(problem: ProblemDocument, retryAfter: number | null) {
		super(`${problem.title}: ${problem.detail}`);
		this.name = 'ApiError';
		this.problem = problem as Problem; // the contract says what fits
		this.retryAfter = retryAfter;
	}
}

/** No answer came, or one that is not from this API. */
export class UnreachableError extends Error {
	constructor(address: string, cause: unknown) {
		super(`${address} does not answer${describe(cause)}`, { cause });
		this.name = 'UnreachableError';
	}
}

/** Why there was no answer: the innermost reason that the platform gives; a text or a document is an answer of another kind. */
function describe(cause: unknown): string {
	if (typeof cause === 'string') return `: ${cause}`;
	if (!(cause instanceof Error) || cause instanceof SyntaxError) return ' as this API does';
	let inner: Error & { code?: unknown } = cause;
	while (inner.cause instanceof Error) inner = inner.cause;
	return `: ${inner.message || inner.code || inner.name}`;
}
