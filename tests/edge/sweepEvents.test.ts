import { evictDurableObject } from 'cloudflare:test';
import { expect, test, vi } from 'vitest';
import { streamEvents } from '../../functions/sweeps/streamEvents.ts';
import type { SweepStatus } from '../../src/schema/sweepAnswers.ts';
import { api } from './api.ts';
import { begin, ended, grid, ledger } from './sweeps.ts';

interface Event {
	id: number | null;
	event: string;
	data: { lambda?: number; runId?: string; status?: string; cells?: { done: number; total: number } };
}

/** The events of a stream that ends. */
async function events(id: string, headers: Record<string, string> = {}): Promise<Event[]> {
	const response = await api(`/sweeps/${id}/events`, { headers });
	const text = await response.text();
	return text
		.split('\n\n')
		.filter((block) => block.includes('event: '))
		.map((block) => {
			const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
			const number = field('id');
			return {
				id: number === undefined ? null : Number(number),
				event: field('event') ?? '',
				data: JSON.parse(field('data') ?? 'null'),
			};
		});
}

const body = (seed: number) => ({ ...grid, axes: { ...grid.axes, seed: [seed] } });

test('a stream tells of every cell once, of progress, and of the end', async () => {
	const { id } = await begin(body(81));
	const all = await events(id);
	const cells = all.filter(({ event }) => event === 'cell');
	expect(cells.map((event) => event.id)).toEqual([1, 2, 3, 4, 5, 6]);
	const { results } = await ended(id);
	expect(new Set(cells.map(({ data }) => data.runId))).toEqual(new Set(results.map(({ runId }) => runId)));
	expect(all.filter(({ event }) => event === 'progress').length).toBeGreaterThan(0);
	expect(all.at(-1)).toMatchObject({ id: 7, event: 'done', data: { status: 'done', cells: { done: 6, total: 6 } } });
});

test('Last-Event-ID resumes after that cell, also when the ledger was evicted', async () => {
	const { id } = await begin(body(82));
	await ended(id);
	await evictDurableObject(ledger(id));
	const rest = await events(id, { 'Last-Event-ID': '4' });
	expect(rest.filter(({ event }) => event === 'cell').map((event) => event.id)).toEqual([5, 6]);
	expect(rest.at(-1)?.event).toBe('done');
	expect((await events(id, { 'Last-Event-ID': '6' })).map(({ event }) => event)).toEqual(['progress', 'done']);
	expect((await api(`/sweeps/${id}/events?lastEventId=7`)).status).toBe(204);
	expect((await api(`/sweeps/${id}/events?lastEventId=&padding=1`)).status).toBe(200);
});

test('a reader who goes away harms nobody', async () => {
	const { id } = await begin(body(83));
	const response = await api(`/sweeps/${id}/events`);
	await response.body?.cancel();
	expect((await ended(id)).cells.done).toBe(6);
});

const running: SweepStatus = {
	id: '0'.repeat(40),
	status: 'running',
	cells: { total: 1, done: 0, failed: 0, trained: 0 },
	cost: { gflop: 1 },
	expires: new Date(0).toISOString(),
	links: { self: '', events: '', analysis: '' },
};

test('nothing is read or written for a reader who has gone', async () => {
	const state = vi.fn(() => ({ status: running, lastSequence: 0 }));
	const watchers = new Set<() => void>();
	const { body } = streamEvents(new Request('https://lambda.test/'), {
		state,
		settledAfter: () => [],
		watch: (wake) => {
			watchers.add(wake);
			return () => watchers.delete(wake);
		},
	});
	const reader = body?.getReader();
	await reader?.read(); // the first progress
	const waiting = reader?.read();
	await vi.waitFor(() => expect(state).toHaveBeenCalledTimes(3));
	await reader?.cancel();
	expect((await waiting)?.done).toBe(true);
	await new Promise((resolve) => setTimeout(resolve, 10));
	expect(state).toHaveBeenCalledTimes(3);
	expect(watchers.size).toBe(0);
});
