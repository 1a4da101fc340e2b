import type { Run } from '../../../src/schema/run.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import { readFailure, TrainingFailed } from './failure.ts';

export const RUNS = '/api/v1/runs';

/** How long one run may take before it counts as lost. */
const TIMEOUT_SECONDS = 60;

/** A run from the API with how it came. */
export interface Arrival {
	run: Run;
	/** `cached` when Cache-Status (RFC 9211) says hit. */
	origin: 'computed' | 'cached';
	/** From the request to the last byte. */
	milliseconds: number;
}

/**
 * POST /api/v1/runs.
 *
 * @throws TrainingFailed when no run comes back; the signal's reason when the caller gave up
 */
export async function trainRun(spec: RunSpecInput, signal: AbortSignal): Promise<Arrival> {
	const timeout = AbortSignal.timeout(TIMEOUT_SECONDS * 1000);
	const start = performance.now();
	try {
		const response = await fetch(RUNS, {
			method: 'POST',
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			body: JSON.stringify(spec),
			signal: AbortSignal.any([signal, timeout]),
		});
		if (!response.ok) throw new TrainingFailed(await readFailure(response));
		const run = await readRun(response);
		const origin = isHit(response.headers.get('cache-status')) ? 'cached' : 'computed';
		return { run, origin, milliseconds: performance.now() - start };
	} catch (error) {
		signal.throwIfAborted();
		if (error instanceof TrainingFailed) throw error;
		if (timeout.aborted) throw new TrainingFailed({ kind: 'timeout', seconds: TIMEOUT_SECONDS });
		throw new TrainingFailed({ kind: 'unreachable' }); // fetch says no more than that
	}
}

/** Whether a Cache-Status header holds the parameter `hit`. */
export function isHit(cacheStatus: string | null): boolean {
	return /;\s*hit\s*(;|,|$)/.test(cacheStatus ?? '');
}

/** The body, looked at just enough not to take a host's own page for a result. */
async function readRun(response: Response): Promise<Run> {
	const text = await response.text();
	try {
		const body: unknown = JSON.parse(text);
		if (typeof body === 'object' && body !== null && 'id' in body && 'trace' in body && 'final' in body) {
			return body as Run; // the contract of API.md; the three keys tell it from anything else
		}
	} catch {
		// Not JSON: the same failure as JSON of another kind.
	}
	throw new TrainingFailed({ kind: 'unreadable', status: response.status });
}
