/** The client's events of trainings, against servers that answer, refuse, fail and break off. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, expectTypeOf, test } from 'vitest';
import { createClient } from '../../src/client/client.ts';
import { ApiError, UnreachableError } from '../../src/client/errors.ts';
import type { JsonAnswer } from '../../src/contract/routes.ts';
import type { TrainingProgress } from '../../src/schema/trainingEvents.ts';

let server: Server | undefined;
afterEach(() => server?.close());

interface Answer {
	status?: number;
	headers?: Record<string, string>;
	body: string;
	/** Whether the stream stays open, or breaks instead of ending. */
	ending?: 'stays open' | 'breaks';
}

const EVENTS = { 'Content-Type': 'text/event-stream' };

/** A server that answers with these in turn, the last one for ever; what it was asked, and how many connections were closed by the caller. */
async function serving(...answers: Answer[]) {
	const asked: string[] = [];
	const seen = { closed: 0 };
	server = createServer((incoming, outgoing) => {
		asked.push(`${incoming.method} ${incoming.url} ${incoming.headers.accept}`);
		const {
			status = 200,
			headers = EVENTS,
			body,
			ending,
		} = answers[Math.min(asked.length, answers.length) - 1] ?? { body: '' };
		outgoing.on('close', () => {
			if (!outgoing.writableFinished) seen.closed += 1;
		});
		outgoing.writeHead(status, headers);
		if (ending === undefined) outgoing.end(body);
		else outgoing.write(body, () => ending === 'breaks' && setTimeout(() => outgoing.destroy(), 20));
	});
	await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo; // it listens on a port
	return { asked, seen, api: createClient({ baseUrl: `http://127.0.0.1:${port}/api/v1`, longestWait: 1 }) };
}

const spec = { data: { kind: 'moons' as const } };
const progress = (epoch: number) => `event: progress\ndata: {"epoch":${epoch},"epochs":10}\n\n`;
const result = 'event: result\ndata: {"id":"x"}\n\n';
const document = (status: number) =>
	JSON.stringify({ type: '/problems/x', title: 'No', status, detail: 'because', errors: [] });

async function collect<Event>(events: AsyncIterable<Event>): Promise<Event[]> {
	const all: Event[] = [];
	for await (const event of events) all.push(event);
	return all;
}

test('the events are those of the stream, as the contract types them', async () => {
	const { api, asked } = await serving({
		body: `: hello\n\n${progress(5)}event: news\ndata: 1\n\n${progress(9)}${result}`,
	});
	const events = await collect(api.trainingEvents(spec));
	expect(events).toEqual([
		{ event: 'progress', data: { epoch: 5, epochs: 10 } },
		{ event: 'progress', data: { epoch: 9, epochs: 10 } },
		{ event: 'result', data: { id: 'x' } },
	]);
	await collect(api.comparisonEvents({ base: spec, variants: [{ label: 'a' }] }));
	expect(asked).toEqual(['POST /api/v1/runs text/event-stream', 'POST /api/v1/comparisons text/event-stream']);
	for (const each of events) {
		if (each.event === 'progress') expectTypeOf(each.data).toEqualTypeOf<TrainingProgress>();
		else expectTypeOf(each.data).toEqualTypeOf<JsonAnswer<'POST /runs'>>();
	}
});

test.each([
	{
		what: 'a refusal',
		answer: { status: 422, headers: { 'Content-Type': 'application/problem+json' }, body: document(422) },
	},
	{ what: 'a problem in the stream', answer: { body: `${progress(5)}event: problem\ndata: ${document(503)}\n\n` } },
])('$what is thrown as a request’s', async ({ answer }) => {
	const { api, asked } = await serving(answer);
	const failure = await collect(api.trainingEvents(spec)).catch((error: unknown) => error);
	expect(failure).toBeInstanceOf(ApiError);
	expect((failure as ApiError).message).toBe('No: because');
	expect(asked).toHaveLength(1);
});

test('a server that asks to wait is asked again', async () => {
	const { api, asked } = await serving(
		{ status: 429, headers: { 'Retry-After': '0' }, body: document(429) },
		{ body: result },
	);
	expect(await collect(api.trainingEvents(spec))).toHaveLength(1);
	expect(asked).toHaveLength(2);
});

test.each<{ what: string; answer: Answer }>([
	{ what: 'breaks', answer: { body: progress(5), ending: 'breaks' } },
	{ what: 'ends too early', answer: { body: progress(5) } },
	{ what: 'is none', answer: { headers: { 'Content-Type': 'text/html' }, body: '<h1>hello</h1>' } },
	{ what: 'holds what is no JSON', answer: { body: 'event: progress\ndata: {\n\n' } },
])('a stream that $what is an error, and the training is not asked for again', async ({ answer }) => {
	const { api, asked } = await serving(answer);
	await expect(collect(api.trainingEvents(spec))).rejects.toBeInstanceOf(UnreachableError);
	expect(asked).toHaveLength(1);
});

test('leaving the loop closes the connection', async () => {
	const { api, seen } = await serving({ body: progress(1), ending: 'stays open' });
	for await (const _ of api.trainingEvents(spec)) break;
	await expect.poll(() => seen.closed).toBe(1);
});

test('aborting closes the connection, and throws the signal’s reason', async () => {
	const { api, seen } = await serving({ body: progress(1), ending: 'stays open' });
	const controller = new AbortController();
	const read = async () => {
		for await (const _ of api.trainingEvents(spec, { signal: controller.signal }))
			controller.abort(new Error('enough'));
	};
	await expect(read()).rejects.toThrow('enough');
	await expect.poll(() => seen.closed).toBe(1);
});

test('nothing is sent before the loop begins', async () => {
	const { api, asked } = await serving({ body: result });
	const events = api.trainingEvents(spec);
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect(asked).toEqual([]);
	await collect(events);
	expect(asked).toHaveLength(1);
});
