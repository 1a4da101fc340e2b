/** Lanes of all sweeps train in turns: no more than so many at once, and no sweep waits for another's whole grid. */
import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { sweepSettings } from '../../functions/sweeps/settings.ts';
import { createStopToken, digestOfToken } from '../../functions/sweeps/stopToken.ts';
import { begin, ended, grid, idOf, ledger, planOf } from './sweeps.ts';

const LONG_MS = 60_000;
/** A turn, or none at once. */
const asked = (sweep: string, lane: number, more: object = {}) => ({
	sweep,
	lane,
	milliseconds: LONG_MS,
	patience: 0,
	...more,
});
const { turns } = sweepSettings(env);

/** Turns of an object of a test's own, all of which a sweep has. */
async function allTaken(name: string, sweep: string, more: object = {}) {
	const object = env.TURNS.getByName(name);
	for (let lane = 0; lane < turns; lane++) expect(await object.take(asked(sweep, lane, more))).toBe(true);
	return object;
}

test('there are so many turns and no more, also after an eviction', async () => {
	const object = await allTaken('bound', 'a');
	expect(await object.take(asked('b', 0))).toBe(false);
	await evictDurableObject(object);
	expect(await object.take(asked('b', 0))).toBe(false);
	await object.giveBack('a', 3);
	expect(await object.take(asked('b', 0))).toBe(true);
	expect(await object.take(asked('b', 1))).toBe(false);
	expect(await object.take(asked('b', 0))).toBe(true); // its last turn is over with it
	await object.giveBack('a');
	expect(await object.take(asked('b', 1))).toBe(true);
});

test('a turn that was lost with its lane is over after its time', async () => {
	const object = await allTaken('lost', 'a', { milliseconds: 1 });
	await scheduler.wait(5);
	expect(await object.take(asked('b', 0))).toBe(true);
});

test('sweeps are served in turn, however many lanes one of them has', async () => {
	const object = await allTaken('fair', 'large');
	const order: string[] = [];
	const wait = (sweep: string, lane: number) =>
		object.take(asked(sweep, lane, { patience: LONG_MS })).then((isTurn) => isTurn && order.push(sweep));
	const waiting = [...[100, 101, 102].map((lane) => wait('large', lane)), wait('small', 0), wait('small', 1)];
	await vi.waitFor(async () => {
		for (let lane = 0; lane < 5; lane++) await object.giveBack('large', lane);
		expect(order.length).toBe(5);
	});
	await Promise.all(waiting);
	expect(order.slice(0, 2)).toEqual(['small', 'small']);
});

const body = (seed: number) => ({ ...grid, axes: { ...grid.axes, seed: [seed] } });

test('a lane gets no cells before it is its turn, is heard of while it waits, and a sweep that is over has no turns', async () => {
	const object = await allTaken('all', 'others');
	const plan = planOf(body(301));
	const id = await idOf(body(301));
	const stub = ledger(id);
	const variables = await runInDurableObject(stub, (instance) => {
		const { env: bindings } = instance as unknown as { env: Record<string, unknown> }; // its own
		bindings.SWEEP_STALL_SECONDS = '0.1';
		return () => {
			bindings.SWEEP_STALL_SECONDS = env.SWEEP_STALL_SECONDS;
		};
	});
	await stub.open(id, plan, 1e9, null, await digestOfToken(createStopToken()));
	const lane = await runInDurableObject(stub, (_, { storage }) =>
		storage.sql.exec<{ lane: number; instance: string }>('SELECT lane, instance FROM lane').one(),
	);
	const none = await stub.lease({ ...lane, attempt: 1 });
	expect(none).toMatchObject({ plan: null, positions: [] });
	expect(none.wait).toBeGreaterThan(0);
	variables();
	await object.giveBack('others');
	expect((await ended(id)).cells).toMatchObject({ done: 6, trained: 6 });
	await vi.waitFor(async () => {
		const left = await runInDurableObject(object, (_, { storage }) => storage.sql.exec('SELECT * FROM turn').toArray());
		expect(left).toEqual([]);
	});
});

test('while no turns are to be had, nothing is trained, and afterwards everything', async () => {
	const object = env.TURNS.getByName('all');
	let refused = 0;
	await runInDurableObject(object, (_, { storage }) => {
		vi.spyOn(storage.sql, 'exec').mockImplementation(() => {
			refused += 1;
			throw new Error('the disk fails');
		});
	});
	const { id } = await begin(body(302));
	await vi.waitFor(() => expect(refused).toBeGreaterThan(0));
	expect((await ledger(id).status())?.cells).toMatchObject({ done: 0, failed: 0 });
	await evictDurableObject(object);
	expect((await ended(id)).cells).toMatchObject({ done: 6, failed: 0, trained: 6 });
});
