import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createClient } from '../../src/client/client.ts';
import { ApiError } from '../../src/client/errors.ts';

let server: Server | undefined;
afterEach(() => server?.close());

/** A server that sends these streams in turn, each cut off where it ends; the Last-Event-ID it was asked with. */
async function streaming(...streams: (string | { status: number; body: string })[]) {
	const asked: (string | undefined)[] = [];
	server = createServer(({ headers }, outgoing) => {
		const stream = streams[asked.length] ?? '';
		asked.push(headers['last-event-id'] as string | undefined); // once in a request
		if (typeof stream !== 'string') {
			outgoing.writeHead(stream.status).end(stream.body);
			return;
		}
		outgoing.writeHead(200, { 'Content-Type': 'text/event-stream' });
		outgoing.write(stream, () => setTimeout(() => outgoing.destroy(), 20));
	});
	await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo; // it listens on a port
	return { asked, api: createClient({ baseUrl: `http://127.0.0.1:${port}/api/v1` }) };
}

const cell = (id: number) => `id: ${id}\nevent: cell\ndata: {"lambda":${id}}\n\n`;
const done = 'id: 4\nevent: done\ndata: {"status":"done"}\n\n';

test('a stream that breaks goes on after the last cell, each cell once', async () => {
	const { api, asked } = await streaming(
		`id: 0\nevent: progress\ndata: {"cells":{}}\n\n${cell(1)}${cell(2)}id: 3\nevent: ce`,
		`: heartbeat\n\n${cell(3)}${done}`,
	);
	const seen: string[] = [];
	for await (const { event, ...rest } of api.sweepEvents('x')) seen.push('id' in rest ? `${event} ${rest.id}` : event);
	expect(seen).toEqual(['progress', 'cell 1', 'cell 2', 'cell 3', 'done']);
	expect(asked).toEqual([undefined, '2']);
});

test('what is not there is an error at once, what has been seen is the end', async () => {
	const problem = JSON.stringify({
		type: '/problems/not-found',
		title: 'Nothing',
		status: 404,
		detail: 'no',
		errors: [],
	});
	const { api } = await streaming({ status: 404, body: problem }, { status: 204, body: '' });
	await expect(api.sweepEvents('x').next()).rejects.toBeInstanceOf(ApiError);
	expect(await api.sweepEvents('x', { after: 9 }).next()).toMatchObject({ done: true });
});
