import type { CellCounts, SweepResult, SweepStatus } from '../schema/sweep.ts';
import { UnreachableError } from './errors.ts';
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
			for await (const event of parseEvents(response.body)) {
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

/** The events of one connection (WHATWG HTML, "Interpreting an event stream"), as far as this API uses it. */
async function* parseEvents(body: ReadableStream<Uint8Array> | null): AsyncGenerator<SweepEvent, void, void> {
	if (!body) return;
	const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
	let rest = '';
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			const blocks = (rest + value).split('\n\n');
			rest = blocks.pop() ?? '';
			for (const block of blocks) {
				const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
				const data = field('data');
				// The contract says which events there are and what they hold.
				if (data !== undefined) {
					yield { event: field('event'), id: Number(field('id')), data: JSON.parse(data) } as SweepEvent;
				}
			}
		}
	} finally {
		await reader.cancel().catch(() => {}); // a stream that has broken cannot be cancelled
	}
}
