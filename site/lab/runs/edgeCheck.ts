import { createClient } from '../../../src/client/client.ts';
import { ApiError } from '../../../src/client/errors.ts';
import type { Language } from '../../../src/language.ts';
import type { Run } from '../../../src/schema/run.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';

/** Everything that was measured; what an engine's name or a store adds is not. */
const digits = ({ id, status, trace, final, weights, boundary }: Run) =>
	JSON.stringify([id, status, trace, final, weights ?? null, boundary ?? null]);

/** Trains a finished run again on the edge, and says whether every digit is the same. */
export async function edgeCheck(run: Run | null, language: Language, signal: AbortSignal): Promise<string> {
	const text = LAB_TEXT[language];
	if (run === null) return text.edgeTooEarly;
	try {
		const there = await createClient({ baseUrl: '/api/v1', longestWait: 10 }).train(run.spec, { signal });
		return digits(there) === digits(run) ? text.edgeSame(run.id) : text.edgeOther(run.id, there.id);
	} catch (error) {
		const reason =
			error instanceof ApiError ? error.problem.detail : error instanceof Error ? error.message : String(error);
		return text.edgeFailed(reason);
	}
}
