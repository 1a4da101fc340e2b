import { ApiError, UnreachableError } from '../../../src/client/errors.ts';
import type { FailureFacts } from '../../text/text.ts';

/** A run that did not come back, with what a visitor should hear about it. */
export class TrainingFailed extends Error {
	override name = 'TrainingFailed';
	readonly failure: FailureFacts;

	constructor(failure: FailureFacts) {
		super(failure.kind);
		this.failure = failure;
	}
}

/** What an error of the client means. */
export function asFailure(error: unknown): TrainingFailed {
	if (error instanceof UnreachableError && error.cause instanceof TrainingFailed) return error.cause;
	if (!(error instanceof ApiError)) return new TrainingFailed({ kind: 'unreachable' }); // fetch says no more than that
	const { status, detail } = error.problem;
	if (status === 429) return new TrainingFailed({ kind: 'busy', retryAfterSeconds: error.retryAfter });
	return new TrainingFailed(status >= 500 ? { kind: 'broken', status } : { kind: 'refused', status, detail });
}

/** What a response other than 2xx means: its problem document (RFC 9457) if it has one. */
export async function readFailure(response: Response): Promise<FailureFacts> {
	const { status } = response;
	if (status === 429) return { kind: 'busy', retryAfterSeconds: retryAfter(response) };
	if (status >= 500) return { kind: 'broken', status };
	const detail = await problemDetail(response);
	return detail === null ? { kind: 'unreadable', status } : { kind: 'refused', status, detail };
}

async function problemDetail(response: Response): Promise<string | null> {
	if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return null;
	try {
		const problem: unknown = await response.json();
		if (typeof problem !== 'object' || problem === null) return null;
		if ('detail' in problem && typeof problem.detail === 'string') return problem.detail;
		return 'title' in problem && typeof problem.title === 'string' ? problem.title : null;
	} catch {
		return null;
	}
}

/** Retry-After in seconds; a date in that header is not worth reading here. */
function retryAfter({ headers }: Response): number | null {
	const seconds = Number(headers.get('retry-after') ?? Number.NaN);
	return Number.isFinite(seconds) ? seconds : null;
}
