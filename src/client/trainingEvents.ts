import type { JsonAnswer, StreamedRoute } from '../contract/routes.ts';
import type { ProblemDocument } from '../schema/problemDocument.ts';
import type { TrainingProgress } from '../schema/trainingEvents.ts';
import { ApiError, UnreachableError } from './errors.ts';
import { readEventStream } from './eventStream.ts';
import { type ClientOptions, type RequestOptions, request } from './request.ts';

/** What happens while a route trains: progress as often as there is something new, then the result, which is the last event. */
export type TrainingEvent<Key extends StreamedRoute> =
	| { event: 'progress'; data: TrainingProgress }
	| { event: 'result'; data: JsonAnswer<Key> };

/**
 * The events of a request that trains, until its result; a result that is known comes without progress. The request is
 * sent when the loop begins.
 *
 * Leaving the loop, or aborting the signal, closes the connection, and the server ends a training for which nobody waits
 * any more. A connection that breaks is not made again here, since progress would begin again: ask again, and you find the
 * result, join the training if somebody else kept it alive, or begin it anew; the result is the same.
 *
 * @throws ApiError with the problem document, whether the request is refused or its training fails; UnreachableError where
 * no answer comes or the stream ends before its result; the signal's reason
 */
export async function* trainingEvents<Key extends StreamedRoute>(
	options: ClientOptions,
	path: string,
	init: RequestInit,
	how: RequestOptions = {},
): AsyncGenerator<TrainingEvent<Key>, void, void> {
	const headers = { ...init.headers, Accept: 'text/event-stream' };
	const body = await request(options, path, { ...init, headers }, how, readBody);
	try {
		for await (const { event, data } of readEventStream(body)) {
			if (event === 'problem') throw new ApiError(data as ProblemDocument, null);
			if (event !== 'progress' && event !== 'result') continue;
			yield { event, data } as TrainingEvent<Key>; // the contract says what each of the two holds
			if (event === 'result') return;
		}
	} catch (error) {
		how.signal?.throwIfAborted();
		throw error instanceof ApiError ? error : new UnreachableError(options.baseUrl + path, error);
	}
	how.signal?.throwIfAborted();
	throw new UnreachableError(options.baseUrl + path, 'the stream ended before its result');
}

/** The body of an answer that is a stream of events. @throws TypeError where it is anything else */
async function readBody({ headers, body }: Response): Promise<ReadableStream<Uint8Array>> {
	const type = headers.get('Content-Type');
	if (body && type?.startsWith('text/event-stream')) return body;
	throw new TypeError(`the answer is of type ${type}, not a stream of events`);
}
