import { createClient } from '../../../src/client/client.ts';
import type { Run } from '../../../src/schema/run.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';
import type { TrainingProgress } from '../../../src/schema/trainingEvents.ts';
import { asFailure, readFailure, TrainingFailed } from './failure.ts';

const API = '/api/v1';
export const RUNS = `${API}/runs`;

/** How long one run may take before it counts as lost. */
const TIMEOUT_SECONDS = 60;

/** A run from the API with how it came. */
export interface Arrival {
	run: Run;
	/** `cached` when it was there before: then the API tells of no progress. */
	origin: 'computed' | 'cached';
	/** From the request to the last byte. */
	milliseconds: number;
}

/**
 * POST /api/v1/runs, as events.
 *
 * @param hear is told how the training stands
 * @throws TrainingFailed when no run comes back; the signal's reason when the caller gave up, which ends the training
 */
export async function trainRun(
	spec: RunSpecInput,
	signal: AbortSignal,
	hear: (news: TrainingProgress) => void,
): Promise<Arrival> {
	const timeout = AbortSignal.timeout(TIMEOUT_SECONDS * 1000);
	const start = performance.now();
	const api = createClient({ baseUrl: API, fetch: fetchEvents });
	let origin: Arrival['origin'] = 'cached';
	try {
		for await (const { event, data } of api.trainingEvents(spec, { signal: AbortSignal.any([signal, timeout]) })) {
			if (event === 'result') return { run: data, origin, milliseconds: performance.now() - start };
			origin = 'computed';
			hear(data);
		}
	} catch (error) {
		signal.throwIfAborted();
		if (timeout.aborted) throw new TrainingFailed({ kind: 'timeout', seconds: TIMEOUT_SECONDS });
		throw asFailure(error);
	}
	throw new TrainingFailed({ kind: 'unreachable' });
}

/** A fetch that tells every way in which an answer can be none from another: the client knows fewer than a reader should hear of. */
const fetchEvents: typeof fetch = async (address, init) => {
	const response = await fetch(address, init);
	if (!response.ok) throw new TrainingFailed(await readFailure(response));
	if (response.headers.get('content-type')?.startsWith('text/event-stream')) return response;
	throw new TrainingFailed({ kind: 'unreadable', status: response.status });
};
