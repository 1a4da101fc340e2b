/** Sweeps in the Workers runtime, with its real Workflows, Durable Objects and KV. */
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { memory } from '../../functions/results/store.ts';
import { finalNumbers } from '../../src/schema/finalNumbers.ts';
import type { Run } from '../../src/schema/run.ts';
import { api, post } from './api.ts';
import { begin, document, ended, grid, ledger } from './sweeps.ts';

/** The same grid on other seeds: a sweep of its own. */
const onSeeds = (...seed: number[]) => ({ ...grid, axes: { ...grid.axes, seed } });

describe('a sweep', () => {
	test('trains every cell once, and each is a run like any other', async () => {
		const answer = await post('/sweeps', onSeeds(11, 12));
		const { id, cells, cost } = await answer.json<{ id: string; cells: object; cost: { gflop: number } }>();
		expect([answer.status, answer.headers.get('Location')]).toEqual([202, `/api/v1/sweeps/${id}`]);
		expect(cells).toMatchObject({ total: 12, failed: 0 });
		expect(cost.gflop).toBeGreaterThan(0);

		const sweep = await ended(id);
		expect(sweep).toMatchObject({ status: 'done', cells: { total: 12, done: 12, failed: 0, trained: 12 } });
		expect(sweep.results.map(({ seed, m, lambda }) => [seed, m, lambda])).toEqual(
			[11, 12].flatMap((seed) => [10, 20].flatMap((m) => [0.1, 1, 10].map((lambda) => [seed, m, lambda]))),
		);
		for (const { runId, lambda, m, scaling, seed, final } of sweep.results) {
			const run = await (await api(`/runs/${runId}`)).json<Run>();
			expect(finalNumbers(run.final)).toEqual(final);
			expect(run.spec).toMatchObject({ data: { m, seed }, init: { seed }, penalty: { lambda, scaling } });
		}
	});

	test('the same body is the same sweep, also twice at once', async () => {
		const body = onSeeds(21, 22);
		const [first, second] = await Promise.all([begin(body), begin(body)]);
		expect(second.id).toBe(first.id);
		await ended(first.id);
		expect((await begin(body)).id).toBe(first.id);
		expect(await document(first.id)).toMatchObject({ status: 'done', cells: { done: 12, trained: 12 } });
	});

	test('what a run or another sweep has computed is not trained again', async () => {
		const small = { ...onSeeds(31), axes: { ...grid.axes, seed: [31], m: [10] } };
		expect((await ended((await begin(small)).id)).cells.trained).toBe(3);
		await post('/runs', {
			...grid.base,
			data: { kind: 'moons', m: 20, seed: 31, test: { m: 20 } },
			init: { kind: 'lecun-normal', seed: 31 },
			penalty: { lambda: 10 },
		});
		const large = await ended((await begin(onSeeds(31))).id);
		expect(large.cells).toEqual({ total: 6, done: 6, failed: 0, trained: 2 });
	});

	test('λ = 0 is the same run under every scaling, and trained once', async () => {
		const body = { ...grid, axes: { lambda: [0, 1], scaling: ['half', 'over-2m', 'full'], seed: [41] } };
		const sweep = await ended((await begin(body)).id);
		expect(sweep.cells).toEqual({ total: 6, done: 6, failed: 0, trained: 4 });
		const unpenalised = sweep.results.filter(({ lambda }) => lambda === 0);
		expect(unpenalised.map(({ scaling }) => scaling)).toEqual(['half', 'over-2m', 'full']);
		expect(new Set(unpenalised.map(({ runId }) => runId)).size).toBe(1);
	});

	test('comes as a table, and with an analysis', async () => {
		const { id } = await begin(onSeeds(51, 52));
		await ended(id);
		const table = await (await api(`/sweeps/${id}`, { headers: { Accept: 'text/csv' } })).text();
		const [header = '', ...rows] = table.trim().split('\r\n');
		expect(header).toMatch(/^lambda,m,scaling,seed,status,runId,dataLoss/);
		expect(rows).toHaveLength(12);
		const analysis = await (await api(`/sweeps/${id}/analysis`)).json<object>();
		expect(analysis).toMatchObject({ id, status: 'done', scalings: [{ scaling: 'over-2m', seeds: 2 }] });
		const numbers = await (await api(`/sweeps/${id}/analysis`, { headers: { Accept: 'text/csv' } })).text();
		expect(numbers).toMatch(/^scaling,quantity,m,to,value,low,high,seeds,reason\r\nover-2m,best-lambda,10,,/);
		const again = await api(`/sweeps/${id}`);
		const etag = again.headers.get('ETag') ?? '';
		expect((await api(`/sweeps/${id}`, { headers: { 'If-None-Match': etag } })).status).toBe(304);
		await again.text();
	});

	test('is forgotten when it expires, and its runs stay', async () => {
		const { id } = await begin(onSeeds(61));
		const { results } = await ended(id);
		await runInDurableObject(ledger(id), (_, state) => {
			const entry = state.storage.kv.get<{ expires: number }>('entry');
			if (entry) state.storage.kv.put('entry', { ...entry, expires: 0 });
		});
		await evictDurableObject(ledger(id));
		expect(await runDurableObjectAlarm(ledger(id))).toBe(true);
		expect((await api(`/sweeps/${id}`)).status).toBe(404);
		memory.clear();
		expect((await api(`/runs/${results[0]?.runId}`)).status).toBe(200);
		expect((await ended((await begin(onSeeds(61))).id)).cells).toEqual({ total: 6, done: 6, failed: 0, trained: 0 });
	});
});
