import type { SweepStatus } from '../../src/schema/sweep.ts';
import type { Cells } from './cells.ts';

/** What a stream of events reads from, and how it hears that there is something new. */
interface Watched {
	/** Null once the sweep is forgotten. */
	state(): { status: SweepStatus; cells: Cells } | null;
	/** @returns what ends the watching */
	watch(wake: () => void): () => void;
}

/** Milliseconds between two signs of life, so that nothing on the way takes the connection for dead. */
const HEARTBEAT = 15_000;
/** Cells of one piece of the stream. */
const PIECE = 200;

/**
 * The events of a sweep (WHATWG HTML, "Server-sent events"): `cell` for each cell that is over, whose id is its
 * sequence number, `progress` after each piece, `done` at the end, whose id is one more than the last cell's
 * (none when the sweep was stopped, since it may go on). Who sends `Last-Event-ID` gets what came after it; who has seen `done` gets 204, which ends an EventSource.
 * A piece is read only when the last one has been taken, so that a slow reader costs no memory.
 */
export function streamEvents(request: Request, watched: Watched): Response {
	const stated = request.headers.get('Last-Event-ID') ?? new URL(request.url).searchParams.get('lastEventId');
	const known = /^\d{1,9}$/.test(stated ?? '') ? Number(stated) : 0;
	const now = watched.state();
	if (!now) return new Response(null, { status: 404 });
	if (now.status.status !== 'running' && known > now.cells.lastSequence) return new Response(null, { status: 204 });

	const encoder = new TextEncoder();
	let sent = Math.min(known, now.cells.lastSequence);
	let isFirst = true;
	let unwatch = () => {};
	let sleeping: { wake: () => void } | null = null;
	const slept = () =>
		new Promise<'news' | 'silence'>((resolve) => {
			const timer = setTimeout(() => resolve('silence'), HEARTBEAT);
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
				const fresh = state?.cells.settledAfter(sent, PIECE) ?? [];
				sent = fresh.at(-1)?.sequence ?? sent;
				const isOver = !state || (state.status.status !== 'running' && sent === state.cells.lastSequence);
				const events = fresh.map(({ sequence, result }) => writeEvent('cell', result, sequence));
				if (state && (isFirst || fresh.length > 0)) events.push(writeEvent('progress', short(state.status)));
				if (state && isOver)
					events.push(writeEvent('done', short(state.status), state.status.status === 'done' ? sent + 1 : undefined));
				isFirst = false;
				if (events.length > 0) controller.enqueue(encoder.encode(events.join('')));
				if (isOver) {
					unwatch();
					return controller.close();
				}
				if (events.length > 0) return;
				if ((await slept()) === 'silence') return controller.enqueue(encoder.encode(': heartbeat\n\n'));
			}
		},
		cancel() {
			unwatch();
			sleeping?.wake();
		},
	});
	return new Response(body, {
		headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
	});
}

/** How a sweep stands, as `progress` and `done` say it. */
const short = ({ status, cells }: SweepStatus) => ({ status, cells });

const writeEvent = (name: string, data: object, id?: number) =>
	`${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
