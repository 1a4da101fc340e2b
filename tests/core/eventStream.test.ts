/** The client's parser of event streams, wherever the network cuts them. */
import { describe, expect, test, vi } from 'vitest';
import { readEventStream, type StreamedEvent } from '../../src/client/eventStream.ts';

const stream = (...pieces: Uint8Array[]) =>
	new ReadableStream<Uint8Array>({
		start(controller) {
			for (const piece of pieces) controller.enqueue(piece);
			controller.close();
		},
	});

async function read(...pieces: Uint8Array[]): Promise<StreamedEvent[]> {
	const events: StreamedEvent[] = [];
	for await (const event of readEventStream(stream(...pieces))) events.push(event);
	return events;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

const TEXT = [
	': a comment\n\n',
	'event: progress\ndata: {"name":"λ/2m · ‖W‖²","x":[1,\ndata: 2]}\n\n',
	'event: nothing\n\n',
	'id: 7\nevent:result\ndata: "𝔪"\n\n',
	'data: 1\n\n',
	'event: cut\ndata: {"is',
].join('');
const EVENTS = [
	{ event: 'progress', id: '', data: { name: 'λ/2m · ‖W‖²', x: [1, 2] } },
	{ event: 'result', id: '7', data: '𝔪' },
	{ event: 'message', id: '', data: 1 },
];

describe.each(['\n', '\r\n', '\r'])('a stream whose lines end with %j', (end) => {
	const bytes = bytesOf(TEXT.replaceAll('\n', end));

	test('is the same in one piece, cut anywhere, and byte by byte', async () => {
		expect(await read(bytes)).toEqual(EVENTS);
		for (let cut = 0; cut <= bytes.length; cut++) {
			expect(await read(bytes.subarray(0, cut), bytes.subarray(cut)), `cut at ${cut}`).toEqual(EVENTS);
		}
		expect(await read(...Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(EVENTS);
	});
});

test('an event is there before the next one is sent', async () => {
	const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
	const writer = writable.getWriter();
	const events = readEventStream(readable);
	for (const n of [1, 2, 3]) {
		void writer.write(bytesOf(`data: ${n}\n\n`));
		expect((await events.next()).value).toMatchObject({ data: n });
	}
});

test('leaving the loop closes the connection, an error in it too', async () => {
	for (const leave of ['break', 'throw'] as const) {
		const cancel = vi.fn();
		const body = new ReadableStream<Uint8Array>({
			start: (controller) => controller.enqueue(bytesOf('data: 1\n\ndata: 2\n\n')),
			cancel,
		});
		const loop = async () => {
			for await (const _ of readEventStream(body)) {
				if (leave === 'break') break;
				throw new Error('enough');
			}
		};
		await loop().catch(() => {});
		expect(cancel, leave).toHaveBeenCalledOnce();
	}
});

test('a long line in many pieces is read in one pass', async () => {
	const piece = bytesOf('x'.repeat(65_536));
	const pieces = Array.from({ length: 400 }, () => piece);
	const start = performance.now();
	const [event] = await read(bytesOf('data: "'), ...pieces, bytesOf('"\n\n'));
	expect(String(event?.data)).toHaveLength(400 * 65_536);
	expect(performance.now() - start).toBeLessThan(5000); // copied anew at each piece, it would be minutes
});
