import { createClient } from '../../../src/client/client.ts';
import { ApiError } from '../../../src/client/errors.ts';
import type { Language } from '../../../src/language.ts';
import { finalNumbers } from '../../../src/schema/finalNumbers.ts';
import type { Run } from '../../../src/schema/run.ts';
import type { TrainingProgress } from '../../../src/schema/trainingEvents.ts';
import { messageOf } from '../../elements/messageOf.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';

/** Everything that both measure; what an engine's name or a store adds is not, nor how the edge judges the network. */
const digits = ({ id, status, trace, final, weights, boundary }: Run) =>
	JSON.stringify([id, status, trace, finalNumbers(final), weights ?? null, boundary ?? null]);

/** As much of an id as tells runs apart by eye. */
const shortId = ({ id }: Run) => `${id.slice(0, 7)}…`;

/**
 * Trains a finished run again on the edge, and says whether every digit is the same.
 *
 * @param hear is told how the training there stands
 * @throws the signal's reason; whatever else goes wrong is said
 */
export async function edgeCheck(
	run: Run,
	language: Language,
	hear: (news: TrainingProgress) => void,
	signal: AbortSignal,
): Promise<string> {
	const text = LAB_TEXT[language];
	const api = createClient({ baseUrl: '/api/v1', longestWait: 10 });
	try {
		for await (const { event, data } of api.trainingEvents(run.spec, { signal })) {
			if (event === 'progress') hear(data);
			else
				return digits(data) === digits(run) ? text.edgeSame(shortId(run)) : text.edgeOther(shortId(run), shortId(data));
		}
	} catch (error) {
		signal.throwIfAborted();
		return text.edgeFailed(error instanceof ApiError ? error.problem.detail : messageOf(error));
	}
	throw new Error('a stream of events ends with a result, or with an error');
}
