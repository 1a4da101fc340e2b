import type { CellCounts, SweepResult, SweepStatus } from '../schema/sweepAnswers.ts';
import { UnreachableError } from './errors.ts';
import { readEventStream } from './eventStream.ts';
import { type ClientOptions, type RequestOptions, readRefusal } from './request.ts';

/** What happens to a sweep. `id` numbers the cells that are over: what `after` goes on from. */
export type SweepEvent =
	| { event: 'cell'; id: number; data: SweepResult }
	| { event: 'progress'; data: { status: SweepStatus['status']; cells: CellCounts } }
	| { event: 'done'; data: { status: SweepStatus['status']; cells: CellCounts } };

export interface EventOptions extends RequestOptions {
	/** The id of the last event that is known already; 0 unless given. */
	after?: number;
}

/** Time until a broken connection is tried again, and how often that is done in a row without an event. */
const RECONNECT_MS = 1000;
const MAX_ATTEMPTS = 30;

/**
 * The events of a sweep from `after` on, each once, until `done`. A connection that breaks is made again from the
 * last cell that came.
 *
 * @throws ApiError with the problem document, UnreachableError after half a minute without an event, or the signal's reason
 */
export async function* sweepEvents(
	{ baseUrl, fetch: fetchNow = fetch }: ClientOptions,
	id: string,
	{ after = 0, signal }: EventOptions = {},
): AsyncGenerator<SweepEvent, void, void> {
	const address = `${baseUrl}/sweeps/${encodeURIComponent(id)}/events`;
	let last = after;
	for (let attempt = 1; ; attempt++) {
		try {
			const response = await fetchNow(address, {
				headers: { Accept: 'text/event-stream', ...(last > 0 && { 'Last-Event-ID': String(last) }) },
				...(signal && { signal }),
			});
			if (response.status === 204) return;
			if (!response.ok) throw await readRefusal(address, response);
			for await (const { event: name, id, data } of response.body ? readEventStream(response.body) : []) {
				const numbered = name === 'cell' && { id: Number(id) };
				const event = { event: name, ...numbered, data } as SweepEvent; // the contract says which there are
				attempt = 0;
				if (event.event === 'cell') last = event.id;
				yield event;
				if (event.event === 'done') return;
			}
		} catch (error) {
			signal?.throwIfAborted();
			if (!(error instanceof TypeError || error instanceof UnreachableError)) throw error;
			if (attempt >= MAX_ATTEMPTS) throw new UnreachableError(address, error);
		}
		await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
	}
}
