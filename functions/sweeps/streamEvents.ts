import type { SweepStatus } from '../../src/schema/sweepAnswers.ts';
import { EVENT_STREAM, writeEvent } from '../http/eventStream.ts';
import type { SettledCell } from './settledCells.ts';

/** What a stream of events reads from, and how it hears that there is something new. */
interface Watched {
	/** How the sweep stands, and the sequence number of the last cell that is over; null once it is forgotten. */
	state(): { status: SweepStatus; lastSequence: number } | null;
	/** At most so many cells that are over after that sequence number. */
	settledAfter(sequence: number, limit: number): SettledCell[];
	/** @returns what ends the watching */
	watch(wake: () => void): () => void;
}

/** Time between two signs of life, without which something on the way may take the connection for dead. */
const HEARTBEAT_MS = 15_000;
/** Cells that one read from the ledger sends on. */
const CELLS_PER_PIECE = 200;

/**
 * The events of a sweep (WHATWG HTML, "Server-sent events"): `cell` for each cell that is over, whose id is its
 * sequence number, `progress` after each piece, `done` at the end, whose id is one more than the last cell's
 * (none when the sweep was stopped, since it may go on). A caller that sends `Last-Event-ID` gets what came after it,
 * and one that has seen `done` gets 204, which ends an EventSource. The next piece is read only when the last one has
 * been taken: a slow reader costs no memory.
 */
export function streamEvents(request: Request, watched: Watched): Response {
	const stated = request.headers.get('Last-Event-ID') ?? new URL(request.url).searchParams.get('lastEventId');
	const known = /^\d{1,9}$/.test(stated ?? '') ? Number(stated) : 0;
	const now = watched.state();
	if (!now) return new Response(null, { status: 404 });
	if (now.status.status !== 'running' && known > now.lastSequence) return new Response(null, { status: 204 });

	const encoder = new TextEncoder();
	let sent = Math.min(known, now.lastSequence);
	let isFirst = true;
	let isCancelled = false;
	let unwatch = () => {};
	let sleeping: { wake: () => void } | null = null;
	const waitForNews = () =>
		new Promise<'news' | 'silence'>((resolve) => {
			const timer = setTimeout(() => resolve('silence'), HEARTBEAT_MS);
			sleeping = {
				wake: () => {
					clearTimeout(timer);
					resolve('news');
				},
			};
		});

	const body = new ReadableStream<Uint8Array>({
		start() {
			unwatch = watched.watch(() => sleeping?.wake());
		},
		async pull(controller) {
			for (;;) {
				const state = watched.state();
				const fresh = state ? watched.settledAfter(sent, CELLS_PER_PIECE) : [];
				sent = fresh.at(-1)?.sequence ?? sent;
				const isOver = !state || (state.status.status !== 'running' && fresh.length < CELLS_PER_PIECE);
				const events = fresh.map(({ sequence, result }) => writeEvent('cell', JSON.stringify(result), sequence));
				if (state && (isFirst || fresh.length > 0)) events.push(writeEvent('progress', summarize(state.status)));
				if (state && isOver)
					events.push(
						writeEvent(
							'done',
							summarize(state.status),
							state.status.status === 'done' ? state.lastSequence + 1 : undefined,
						),
					);
				isFirst = false;
				if (events.length > 0) controller.enqueue(encoder.encode(events.join('')));
				if (isOver) {
					unwatch();
					return controller.close();
				}
				if (events.length > 0) return;
				const heard = await waitForNews();
				if (isCancelled) return; // the stream is closed
				if (heard === 'silence') return controller.enqueue(encoder.encode(': heartbeat\n\n'));
			}
		},
		cancel() {
			isCancelled = true;
			unwatch();
			sleeping?.wake();
		},
	});
	return new Response(body, { headers: EVENT_STREAM });
}

/** How a sweep stands, as `progress` and `done` say it. */
const summarize = ({ status, cells }: SweepStatus) => JSON.stringify({ status, cells });
