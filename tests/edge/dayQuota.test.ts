/** The day's quota: a part is kept for callers who ask for little, and what a stopped sweep did not use comes back. */
import { introspectWorkflow, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { dayLimits, resultFlop, timesKept } from '../../functions/quota/chargeDay.ts';
import { post } from './api.ts';
import { begin, ended, grid, ledger, withdraw } from './sweeps.ts';

const limits = { clientFlop: 40, flop: 400, sharedFlop: 300, littleFlop: 1 };
const spent = (name: string) =>
	runInDurableObject(env.QUOTA.getByName(name), (_, { storage }) =>
		Object.fromEntries(
			storage.sql
				.exec<{ client: string; flop: number }>('SELECT client, flop FROM spent')
				.toArray()
				.map(({ client, flop }) => [client, flop]),
		),
	);

test('a quarter of the day is left for callers who ask for little, whatever a few others ask for', async () => {
	const quota = env.QUOTA.getByName('share');
	const charge = async (client: string, charged: number) =>
		(await quota.charge({ client, charged }, limits))?.bound ?? 'allowed';
	for (let caller = 0; caller < 7; caller++) expect(await charge(`large ${caller}`, 40)).toBe('allowed');
	expect(await charge('large 7', 40)).toBe('sharedFlop');
	expect(await charge('large 7', 20)).toBe('allowed');
	expect(await charge('large 7', 1)).toBe('sharedFlop'); // has had more than a little
	expect(await charge('large 0', 1)).toBe('clientFlop');
	for (let caller = 0; caller < 100; caller++) expect(await charge(`small ${caller}`, 1)).toBe('allowed');
	expect(await charge('small 100', 1)).toBe('flop');
	expect(await spent('share')).toMatchObject({ all: 400 });
	const { flop, sharedFlop, clientFlop, littleFlop } = dayLimits(env);
	expect([sharedFlop / flop, littleFlop / clientFlop]).toEqual([0.75, 0.025]);
});

test('what was reserved can be given back, once and no more', async () => {
	const quota = env.QUOTA.getByName('reserved');
	await quota.charge({ client: 'a', charged: 30, reservation: 'sweep' }, limits);
	await quota.charge({ client: 'a', charged: 5 }, limits);
	await quota.giveBack('sweep', 20);
	expect(await spent('reserved')).toEqual({ all: 15, a: 15 });
	await quota.giveBack('sweep', 20);
	expect(await spent('reserved')).toEqual({ all: 5, a: 5 });
	await quota.giveBack('another', 20);
	expect(await spent('reserved')).toEqual({ all: 5, a: 5 });
});

test('a sweep that is stopped gives back what no lane has begun with, and pays for the rest when it goes on', async () => {
	const workflows = await introspectWorkflow(env.LANES);
	await workflows.modifyAll(async (lane) => {
		await lane.mockStepResult({ name: 'group 0' }, { cells: 0, wait: null });
	});
	const body = { ...grid, axes: { lambda: [0.1, 1, 10, 100], seed: [501] } }; // cells that cost the same
	const all = async () => (await spent('all')).all ?? 0;
	const before = await begin({ ...body, axes: { lambda: [1], seed: [502] } }).then(all);
	const { id, stopToken } = await begin(body);
	const whole = (await all()) - before;
	expect(whole).toBeGreaterThan(0);
	const lane = await runInDurableObject(ledger(id), (_, { storage }) =>
		storage.sql.exec<{ lane: number; instance: string }>('SELECT lane, instance FROM lane').one(),
	);
	const { positions } = await ledger(id).lease({ ...lane, attempt: 1 });
	expect(positions.length).toBe(1);
	await withdraw(id, stopToken);
	expect(((await all()) - before) / whole).toBeCloseTo(1 / 4, 9); // the cell that a lane had begun with counts
	await withdraw(id, stopToken);
	expect(((await all()) - before) / whole).toBeCloseTo(1 / 4, 9);
	await workflows.dispose();
	await begin(body);
	expect(((await all()) - before) / whole).toBeCloseTo(5 / 4, 9); // nothing had a result
	expect((await ended(id)).cells).toMatchObject({ done: 4, failed: 0 });
	expect(((await all()) - before) / whole).toBeCloseTo(5 / 4, 9);
});

test('a result counts once for each 64 KiB that it may have', async () => {
	const counted = async (training: object) => {
		const before = (await spent('all')).all ?? 0;
		const response = await post('/runs', { data: { kind: 'moons', m: 10, seed: 77, test: null }, training });
		await response.arrayBuffer();
		expect(response.status).toBe(200);
		return ((await spent('all')).all ?? 0) - before;
	};
	// The same arithmetic but for the records: of 2,000 epochs, each or one in a thousand.
	const few = await counted({ epochs: 2000, recordEvery: 1000 });
	const many = await counted({ epochs: 2000, recordEvery: 1 });
	expect(Math.round((many - few) / resultFlop(env))).toBe(timesKept(2001 * 8 * 22) - 1);
});
