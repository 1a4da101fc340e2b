/** An event of a stream; `data` is parsed, `id` empty where the event has none. */
export interface StreamedEvent {
	event: string;
	id: string;
	data: unknown;
}

/**
 * The events of one connection (WHATWG HTML, "Interpreting an event stream"), each as soon as it is whole, wherever the
 * network cuts the stream. Comments and events without data are passed over. Whoever leaves the loop closes the connection.
 *
 * @throws SyntaxError for data that is no JSON, and whatever a broken connection throws
 */
export async function* readEventStream(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamedEvent, void, void> {
	let [event, id, data]: [string, string, string[]] = ['message', '', []];
	for await (const line of readLines(body)) {
		if (line === '') {
			if (data.length > 0) yield { event, id, data: JSON.parse(data.join('\n')) };
			[event, id, data] = ['message', '', []];
			continue;
		}
		const [, field, value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
		if (field === 'event') event = value;
		else if (field === 'id') id = value;
		else if (field === 'data') data.push(value);
	}
}

/** The lines of a text that comes in pieces; what stands after its last line end is dropped. */
async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void, void> {
	const decoded = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>);
	const reader = decoded.getReader();
	let line = '';
	let held = '';
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			const text = held + value;
			held = text.endsWith('\r') ? '\r' : ''; // the next piece may begin with the other half of the line's end
			const [first = '', ...more] = text.slice(0, text.length - held.length).split(/\r\n|\n|\r/);
			line += first;
			for (const next of more) {
				yield line;
				line = next;
			}
		}
	} finally {
		await reader.cancel().catch(() => {}); // a stream that has broken cannot be cancelled
	}
}
