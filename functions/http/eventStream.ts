/** Headers of an answer that is a stream of events (WHATWG HTML, "Server-sent events"). */
export const EVENT_STREAM = {
	'Content-Type': 'text/event-stream',
	'Cache-Control': 'no-store',
	Vary: 'Accept',
	'X-Accel-Buffering': 'no',
} as const;

/** One event; `data` is JSON in one line. */
export const writeEvent = (name: string, data: string, id?: number): string =>
	`${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${data}\n\n`;
