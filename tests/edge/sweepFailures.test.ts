/** Whatever befalls lanes, reports and the ledger: the same final result, and each cell trained once. */
import { evictDurableObject, introspectWorkflow, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FinishedCell } from '../../functions/sweeps/cells.ts';
import type { SweepLedger } from '../../functions/sweeps/ledger.ts';
import { createStopToken, digestOfToken } from '../../functions/sweeps/stopToken.ts';
import { host } from '../../functions/trainers/host.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { train } from '../../src/engine/train.ts';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { runId, sweepId } from '../../src/schema/identity.ts';
import type { SweepResult } from '../../src/schema/sweepAnswers.ts';
import { type GridOfRuns, specAt } from '../../src/sweeps/grid.ts';
import { api } from './api.ts';
import { begin, document, ended, grid, idOf, ledger, planOf as planGrid, withdraw } from './sweeps.ts';

const body = (seed: number) => ({ ...grid, axes: { ...grid.axes, seed: [seed] } });

const planOf = (seed: number): GridOfRuns => planGrid(body(seed));

/** What must come out, without a sweep: every cell trained here. */
async function expected(plan: GridOfRuns): Promise<{ runId: string; final: SweepResult['final'] }[]> {
	return Promise.all(
		Array.from({ length: 6 }, async (_, position) => {
			const spec = specAt(plan, position);
			return { runId: await runId(spec, ENGINE_VERSION), final: (await train(resolve(spec), host)).final };
		}),
	);
}

const found = (results: readonly SweepResult[]) => results.map(({ runId, final }) => ({ runId, final }));

describe('steps that fail', () => {
	test.each([1, 2, 3])('%i times', async (times) => {
		const seed = 100 + times;
		await using workflows = await introspectWorkflow(env.LANES);
		await workflows.modifyAll(async (lane) => {
			await lane.disableRetryDelays();
			for (const group of [0, 1, 2]) await lane.mockStepError({ name: `group ${group}` }, new Error('injected'), times);
		});
		const sweep = await ended((await begin(body(seed))).id);
		expect(sweep).toMatchObject({ status: 'done', cells: { total: 6, done: 6, failed: 0, trained: 6 } });
		expect(found(sweep.results)).toEqual(await expected(planOf(seed)));
	});

	test('and an instance that has made as many calls as it may hands over to another', async () => {
		await using workflows = await introspectWorkflow(env.LANES);
		await workflows.modifyAll(async (lane) => {
			await lane.mockStepResult({ name: 'group 1' }, { cells: 1, calls: 900, wait: null });
		});
		const sweep = await ended((await begin(body(111))).id);
		expect((await workflows.get()).length).toBeGreaterThan(2);
		expect(sweep).toMatchObject({ status: 'done', cells: { done: 6, failed: 0, trained: 6 } });
	});

	test('for good: a lane is found dead at the next call, and another instance goes on', async () => {
		await using workflows = await introspectWorkflow(env.LANES);
		await workflows.modifyAll(async (lane) => {
			await lane.disableRetryDelays();
			await lane.mockStepError({ name: 'group 1' }, new Error('injected'));
		});
		const sweep = await ended((await begin(body(110))).id);
		expect((await workflows.get()).length).toBeGreaterThan(1);
		expect(sweep).toMatchObject({ status: 'done', cells: { done: 6, failed: 0, trained: 6 } });
		expect(found(sweep.results)).toEqual(await expected(planOf(110)));
	});
});

/** The bindings that a ledger uses, which are its own. */
const bindingsOf = (ledger: SweepLedger) => (ledger as unknown as { env: Env }).env;

describe('the ledger, asked by hand', () => {
	/** A ledger whose lanes are this test. */
	let workflows: Awaited<ReturnType<typeof introspectWorkflow>>;
	beforeEach(async () => {
		workflows = await introspectWorkflow(env.LANES);
		await workflows.modifyAll(async (lane) => {
			await lane.mockStepResult({ name: 'group 0' }, { cells: 0, wait: null });
		});
	});
	afterEach(() => workflows.dispose());

	async function byHand(seed: number) {
		const plan = planOf(seed);
		const id = await sweepId(plan.first, plan.grid, ENGINE_VERSION);
		const stub = ledger(id);
		const stopToken = createStopToken();
		await stub.open(id, plan, 1e10, null, await digestOfToken(stopToken)); // as much as asks for several lanes
		const instances = await runInDurableObject(stub, (_, { storage }) =>
			storage.sql.exec<{ lane: number; instance: string }>('SELECT lane, instance FROM lane ORDER BY lane').toArray(),
		);
		return { plan, id, stub, stopToken, lanes: instances.map((lane) => ({ ...lane, attempt: 1 })) };
	}

	const finished = async (plan: GridOfRuns, position: number): Promise<FinishedCell> => {
		const spec = specAt(plan, position);
		const { status, final } = await train(resolve(spec), host);
		return { position, runId: await runId(spec, ENGINE_VERSION), status, final, isTrained: true };
	};

	test('takes cells in any order, twice, and through an eviction', async () => {
		const { plan, id, stub, lanes } = await byHand(120);
		const [lane] = lanes;
		if (!lane) throw new Error('no lane');
		for (const position of [4, 1, 5, 0, 3, 2]) {
			const report = await finished(plan, position);
			await stub.finish(lane, [report]);
			await stub.finish(lane, [{ ...report, isTrained: false }]);
			await evictDurableObject(stub);
		}
		const sweep = await document(id);
		expect(sweep).toMatchObject({ status: 'done', cells: { total: 6, done: 6, failed: 0, trained: 6 } });
		expect(found(sweep.results)).toEqual(await expected(plan));
	});

	test('lends no cell to two lanes, and what a lane leaves is lent again after its restart', async () => {
		const { stub, lanes } = await byHand(121);
		const groups = await Promise.all(lanes.map((lane) => stub.lease(lane)));
		const lent = groups.flatMap(({ positions }) => positions);
		expect(lanes.length).toBeGreaterThan(1);
		expect(new Set(lent).size).toBe(lent.length);
		const [lane] = lanes;
		if (!lane) throw new Error('no lane');
		await runInDurableObject(stub, (_, { storage }) => {
			storage.sql.exec('UPDATE lane SET seen = 0 WHERE lane = 0');
		});
		await evictDurableObject(stub); // what it has heard in memory is gone
		await stub.status();
		expect(await stub.lease(lane)).toMatchObject({ positions: [] }); // it is not the lane any more
		const again = await runInDurableObject(stub, (_, { storage }) =>
			storage.sql.exec<{ instance: string }>('SELECT instance FROM lane WHERE lane = 0').one(),
		);
		expect(again.instance).not.toBe(lane.instance);
		expect(await stub.lease({ ...lane, instance: again.instance })).toMatchObject({ positions: groups[0]?.positions });
	});

	test('replaces lanes from before the runtime began, however short their silence', async () => {
		const { stub, lanes } = await byHand(132);
		const replaced = await runInDurableObject(stub, async (ledger: SweepLedger, { storage }) => {
			Object.assign(bindingsOf(ledger), { SWEEP_LANES_SINCE: String(Date.now() + 1) });
			await ledger.status();
			Object.assign(bindingsOf(ledger), { SWEEP_LANES_SINCE: '' });
			return storage.sql.exec<{ instance: string }>('SELECT instance FROM lane').toArray();
		});
		const old = new Set(lanes.map(({ instance }) => instance));
		expect(replaced.length).toBe(lanes.length);
		expect(replaced.filter(({ instance }) => old.has(instance))).toEqual([]);
	});

	test('gives up a cell that fails three times, with its reason, and goes on with the others', async () => {
		const { plan, id, stub, lanes } = await byHand(122);
		const [lane] = lanes;
		if (!lane) throw new Error('no lane');
		for (const position of [0, 1, 3, 4, 5]) await stub.finish(lane, [await finished(plan, position)]);
		await runInDurableObject(stub, (_, { storage }) => {
			storage.sql.exec("INSERT INTO cell (position, state, lane) VALUES (2, 'held', 0)");
		});
		for (const reason of ['first', 'second', 'out of memory']) await stub.fail(lane, 2, { reason, isOwn: true });
		const sweep = await document(id);
		expect(sweep).toMatchObject({ status: 'done', cells: { total: 6, done: 5, failed: 1, trained: 5 } });
		expect(sweep.results[2]).toMatchObject({ status: 'failed', runId: null, final: null, reason: 'out of memory' });
		await stub.finish(lane, [await finished(plan, 2)]); // too late: what is over stays so
		expect((await document(id)).results[2]).toMatchObject({ status: 'failed' });
	});

	test('tries failed cells again when the grid is posted again, and tells those who saw the end', async () => {
		const { plan, id, stub, lanes } = await byHand(125);
		const [lane] = lanes;
		if (!lane) throw new Error('no lane');
		await runInDurableObject(stub, (_, { storage }) => {
			storage.sql.exec("INSERT INTO cell (position, state, lane) VALUES (2, 'held', 0)");
		});
		for (const position of [0, 1, 3, 4, 5]) await stub.finish(lane, [await finished(plan, position)]);
		for (let attempt = 0; attempt < 3; attempt++) await stub.fail(lane, 2, { reason: 'outage', isOwn: false });
		const failed = await api(`/sweeps/${id}`);
		expect(failed.headers.get('Cache-Control')).toBe('no-store');
		expect(await failed.json()).toMatchObject({ status: 'done', cells: { done: 5, failed: 1 } });
		expect((await api(`/sweeps/${id}/events?lastEventId=7`)).status).toBe(204);

		expect(await begin(body(125))).toMatchObject({ status: 'running', cells: { done: 5, failed: 0 } });
		await evictDurableObject(stub);
		const later = api(`/sweeps/${id}/events?lastEventId=7`);
		const [{ instance } = { instance: '' }, ...others] = await runInDurableObject(stub, (_, { storage }) =>
			storage.sql.exec<{ instance: string }>('SELECT instance FROM lane').toArray(),
		);
		expect(others).toEqual([]); // one cell, one lane
		expect((await stub.lease({ lane: 0, instance, attempt: 1 })).positions).toEqual([2]);
		await stub.finish(lane, [await finished(plan, 2)]);
		expect(await document(id)).toMatchObject({ status: 'done', cells: { total: 6, done: 6, failed: 0, trained: 6 } });
		expect(found((await document(id)).results)).toEqual(await expected(plan));
		expect((await (await later).text()).match(/^id: .*$/gm)).toEqual(['id: 8', 'id: 9']);
	});

	test('tries equal runs that failed again as one', async () => {
		const equal = { ...grid, axes: { lambda: [0, 1], scaling: ['half', 'full'], seed: [126] } };
		const id = await idOf(equal);
		const stub = ledger(id);
		await stub.open(id, planGrid(equal), 1e9, null, 'first');
		const lane = await runInDurableObject(stub, (_, { storage }) =>
			storage.sql.exec<{ lane: number; instance: string }>('SELECT lane, instance FROM lane').one(),
		);
		expect((await stub.lease({ ...lane, attempt: 1 })).positions).toContain(0);
		for (const reason of ['first', 'second', 'third']) {
			await stub.fail({ ...lane, attempt: 1 }, 0, { reason, isOwn: true });
		}
		expect(await stub.status()).toMatchObject({ status: 'running', cells: { failed: 2 } });
		await stub.withdraw('first');
		await stub.open(id, planGrid(equal), 1e9, null, 'second');
		const { instance } = await runInDurableObject(stub, (_, { storage }) =>
			storage.sql.exec<{ instance: string }>('SELECT instance FROM lane').one(),
		);
		const again = await stub.lease({ lane: 0, instance, attempt: 1 });
		expect(again.positions).not.toContain(2); // goes with 0
		expect(await stub.status()).toMatchObject({ cells: { total: 4, failed: 0 } });
	});

	test.each([
		['its own fault', true, 1_000, 2_000],
		['an outage', false, 8_000, 32_000],
	])('lets a cell wait that failed by %s', async (_, isOwn, first, second) => {
		const { stub, lanes } = await byHand(isOwn ? 127 : 128);
		const [lane] = lanes;
		if (!lane) throw new Error('no lane');
		const [position = -1] = (await stub.lease(lane)).positions;
		for (const wait of [first, second]) {
			const before = Date.now();
			await stub.fail(lane, position, { reason: 'no answer', isOwn });
			const due = await runInDurableObject(
				stub,
				(_, { storage }) =>
					storage.sql.exec<{ due: number }>('SELECT due FROM cell WHERE position = ?', position).one().due,
			);
			expect(due - before).toBeGreaterThanOrEqual(wait);
			expect(due - before).toBeLessThan(wait + 900);
		}
	});

	test('wakes again when lanes cannot be started, and starts as many as there is work for', async () => {
		const { stub, lanes } = await byHand(129);
		await runInDurableObject(stub, async (ledger: SweepLedger, { storage }) => {
			const inside = vi.spyOn(bindingsOf(ledger).LANES, 'createBatch').mockRejectedValue(new Error('no Workflows'));
			storage.sql.exec('DELETE FROM lane');
			await storage.deleteAlarm();
			await ledger.alarm();
			expect(await storage.getAlarm()).not.toBeNull();
			expect(inside).toHaveBeenCalled();
			inside.mockRestore();
			await storage.deleteAlarm(); // as if a series of alarms had failed
		});
		await stub.status();
		await runInDurableObject(stub, async (_, { storage }) => {
			expect(await storage.getAlarm()).not.toBeNull();
			const started = storage.sql.exec<{ seen: number }>('SELECT seen FROM lane').toArray();
			expect(started.length).toBe(lanes.length);
			expect(started.every(({ seen }) => seen > 0)).toBe(true);
		});
	});

	test('asks the platform only about lanes that have been silent for a while', async () => {
		const { stub, lanes } = await byHand(130);
		const asked = () =>
			runInDurableObject(stub, async (ledger: SweepLedger) => {
				const get = vi.spyOn(bindingsOf(ledger).LANES, 'get');
				await ledger.status();
				const { length } = get.mock.calls;
				get.mockRestore();
				return length;
			});
		expect(await asked()).toBe(0);
		await runInDurableObject(stub, (_, { storage }) => {
			storage.sql.exec('UPDATE lane SET seen = seen - 10000');
		});
		await evictDurableObject(stub);
		expect(await asked()).toBeGreaterThanOrEqual(lanes.length);
		expect(await asked()).toBe(0); // once in a while
	});

	test('a POST while a DELETE ends the lanes begins with new ones', async () => {
		const { plan, id, stub, stopToken, lanes } = await byHand(131);
		const [lane] = lanes;
		if (!lane) throw new Error('no lane');
		const { positions } = await stub.lease(lane);
		const [, opened] = await Promise.all([
			stub.withdraw(await digestOfToken(stopToken)),
			stub.open(id, plan, 1e10, null, 'another'),
		]);
		expect(opened).toMatchObject({ status: 'running' });
		const now = await runInDurableObject(stub, (_, { storage }) =>
			storage.sql.exec<{ lane: number; instance: string }>('SELECT lane, instance FROM lane ORDER BY lane').toArray(),
		);
		expect(now.map(({ lane }) => lane)).toEqual(lanes.map(({ lane }) => lane));
		const old = new Set(lanes.map(({ instance }) => instance));
		expect(now.filter(({ instance }) => old.has(instance))).toEqual([]);
		const lent = await Promise.all(now.map((lane) => stub.lease({ ...lane, attempt: 1 })));
		expect(lent.flatMap((lease) => lease.positions)).toEqual(expect.arrayContaining(positions));
	});

	test('blames the first cell that a broken step held, and lends it alone', async () => {
		const { stub, lanes } = await byHand(123);
		const [lane] = lanes;
		if (!lane) throw new Error('no lane');
		const { positions } = await stub.lease(lane);
		for (const attempt of [2, 3]) {
			expect((await stub.lease({ ...lane, attempt })).positions).toEqual(positions.slice(0, 1));
		}
		const { positions: others } = await stub.lease({ ...lane, attempt: 4 });
		expect(others).not.toContain(positions[0]);
		expect(await stub.document()).toMatchObject({ cells: { failed: 1 }, results: [{ status: 'failed' }] });
	});

	test('DELETE stops it within a step, and the same POST goes on', async () => {
		const { plan, id, stub, stopToken, lanes } = await byHand(124);
		const [lane, other] = lanes;
		if (!lane || !other) throw new Error('fewer than two lanes');
		const [first = -1] = (await stub.lease(lane)).positions;
		const [second = -1] = (await stub.lease(other)).positions;
		await stub.finish(lane, [await finished(plan, first)]);
		const stopped = await withdraw(id, stopToken);
		expect(stopped.status).toBe(202);
		expect(await stopped.json()).toMatchObject({ status: 'stopped', cells: { done: 1 } });
		expect(await stub.lease(lane)).toMatchObject({ positions: [] });
		expect(await stub.finish(other, [await finished(plan, second)])).toEqual({ isStopped: true }); // kept all the same
		await workflows.dispose();
		await begin(body(124));
		const sweep = await ended(id);
		expect(sweep.cells).toEqual({ total: 6, done: 6, failed: 0, trained: 6 });
		expect(found(sweep.results)).toEqual(await expected(plan));
	});
});
