import { createClient } from '../../../src/client/client.ts';
import type { ExperimentResult } from '../../../src/schema/experimentResult.ts';

/** Seconds between two attempts at the most. */
const LONGEST_WAIT = 10;

/**
 * What the edge computes; null when that is more than a request may ask for, and it answers with what is committed.
 *
 * @throws ApiError with the problem document; UnreachableError; the signal's reason
 */
export async function onEdge(
	name: string,
	parameters: Record<string, number>,
	signal: AbortSignal,
): Promise<ExperimentResult | null> {
	let isCommitted = false;
	const fetchAndLook: typeof fetch = async (address, init) => {
		const response = await fetch(address, init);
		isCommitted = response.headers.get('Cache-Status')?.includes('detail=committed') ?? false;
		return response;
	};
	const api = createClient({ baseUrl: '/api/v1', longestWait: LONGEST_WAIT, fetch: fetchAndLook });
	const result = await api.runExperiment(name, parameters, { signal });
	return isCommitted ? null : result;
}
