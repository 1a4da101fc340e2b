/** What POST /sweeps refuses, and what the day's quota allows. */
import { createExecutionContext, env, evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { describe, expect, test, vi } from 'vitest';
import { createApp } from '../../functions/app.ts';
import { dayLimits } from '../../functions/quota/chargeDay.ts';
import { GIGA } from '../../functions/quota/gflop.ts';
import { contentId } from '../../src/schema/identity.ts';
import type { SweepInput } from '../../src/schema/sweep.ts';
import { api, post, storedKeys } from './api.ts';
import { ended, grid, idOf, ledger } from './sweeps.ts';

interface Refusal {
	type: string;
	detail: string;
	errors: { path: string; message: string }[];
	cost: object;
	limit: object;
	fits: SweepInput;
}

/** The app with other variables than wrangler.toml's. */
const ask = (body: unknown, variables: object, caller = '192.0.2.1') =>
	createApp().fetch(
		new Request('https://lambda.test/api/v1/sweeps', {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', 'CF-Connecting-IP': caller },
			body: JSON.stringify(body),
		}),
		{ ...env, ...variables },
		createExecutionContext(),
	);

describe('a sweep is refused', () => {
	const base = { data: { kind: 'moons' } };
	test.each<[string, unknown, string, string]>([
		['without axes', { base, axes: {} }, 'axes', 'at least one of lambda, m, scaling, seed'],
		['with an empty axis', { base, axes: { m: [] } }, 'axes.m', 'at least 1'],
		['with a value twice', { base, axes: { m: [10, 20, 10] } }, 'axes.m.2', '10 stands on this axis twice'],
		['with a λ below 0', { base, axes: { lambda: [1, -1] } }, 'axes.lambda.1', '-1 is not allowed'],
		['with an unknown scaling', { base, axes: { scaling: ['over-3m'] } }, 'axes.scaling.0', 'one of "full"'],
		['with an unknown axis', { base, axes: { eta: [1] } }, 'axes.eta', 'not a field'],
		['with a base that is no spec', { base: { data: { kind: 'sun' } }, axes: { m: [3] } }, 'base.data.kind', '"sun"'],
		[
			'with an m that the data do not have',
			{ base: { data: { kind: 'diabetes' } }, axes: { m: [100, 443] } },
			'base.data.m',
			'at most 442 (with m = 443)',
		],
		[
			'with an m that another field does not allow',
			{ base: { ...base, training: { batchSize: 20 } }, axes: { m: [30, 10] } },
			'base.training.batchSize',
			'(with m = 10)',
		],
		[
			'with an m of inline data',
			{ base: { data: { kind: 'inline', X: [[1]], y: [1] } }, axes: { m: [1] } },
			'axes.m',
			'no effect on inline data',
		],
	])('%s', async (_, wrong, path, message) => {
		const response = await post('/sweeps', wrong);
		expect(response.status).toBe(422);
		const { errors } = await response.json<Refusal>();
		expect(errors).toContainEqual({ path, message: expect.stringContaining(message) });
		expect(await storedKeys()).toEqual([]);
	});

	const dear = { ...grid, base: { ...grid.base, training: { epochs: 5000, recordEvery: 5000 } } };
	test.each<[string, unknown, object, object, object]>([
		['for too many cells', grid, { SWEEP_CELLS: '5' }, { cells: 12 }, { cells: 5 }],
		['for too much arithmetic', grid, { SWEEP_BUDGET_GFLOP: '0.05' }, { cells: 12 }, { gflop: 0.05 }],
		['for one cell that no step holds', dear, { SWEEP_STEP_GFLOP: '0.02' }, {}, { gflop: 0.02 }],
	])('%s, with a smaller one that would run', async (_, body, variables, cost, limit) => {
		const response = await ask(body, variables);
		expect(response.status).toBe(422);
		const refusal = await response.json<Refusal>();
		expect(refusal).toMatchObject({ type: '/problems/over-budget', cost, limit });
		expect((await ask(refusal.fits, variables)).status).toBe(202);
	});

	const on = (seed: number) => ({ ...grid, axes: { ...grid.axes, seed: [seed] } });
	/** Leaves a caller, or everybody, so many GFLOP of the day; the ledger charges it by its own variables. */
	async function leave(gflop: number, caller: string, bound: 'clientFlop' | 'flop' = 'clientFlop') {
		const client = await contentId({ caller, day: new Date().toISOString().slice(0, 10) });
		const charged = dayLimits(env)[bound] - gflop * GIGA;
		await env.QUOTA.getByName('all').charge(
			{ client, charged },
			{ clientFlop: 1e20, flop: 1e20, sharedFlop: 1e20, littleFlop: 0 },
		);
		return { client, charged: -charged }; // which takes it back
	}

	test('beyond what a caller, or everybody, may ask of a day', async () => {
		const { cost } = await (await post('/sweeps', on(70))).json<{ cost: { gflop: number } }>();
		const free = { SWEEP_CELL_GFLOP: String(1e-9) };
		await leave(1.5 * cost.gflop, '192.0.2.71');
		expect((await ask(on(71), free, '192.0.2.71')).status).toBe(202);
		expect((await ask(on(71), free, '192.0.2.71')).status).toBe(202); // charged once
		const refused = await ask(on(72), free, '192.0.2.71');
		expect(refused.status).toBe(429);
		expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
		expect((await refused.json<Refusal>()).detail).toContain('what one caller may have trained');
		expect((await ask(on(72), free, '192.0.2.72')).status).toBe(202);
		await leave(59, '192.0.2.74');
		const kept = await ask(on(74), { SWEEP_CELL_GFLOP: '10' }, '192.0.2.74');
		expect(kept.status).toBe(429); // six cells, however cheap
		const before = await leave(0, '192.0.2.73', 'flop');
		const all = await ask(on(73), free, '192.0.2.75');
		expect((await all.json<Refusal>()).detail).toContain('what all callers may have trained');
		await env.QUOTA.getByName('all').charge(before, { clientFlop: 1e20, flop: 1e20, sharedFlop: 1e20, littleFlop: 0 });
	});

	test('where no day has room for it, with a smaller one that has', async () => {
		const variables = { SWEEP_CELL_GFLOP: '10', CLIENT_GFLOP_PER_DAY: '59' };
		const refused = await ask(on(75), variables, '192.0.2.76');
		expect(refused.status).toBe(422); // six cells, however cheap
		const { detail, fits } = await refused.json<Refusal>();
		expect(detail).toMatch(/counts 60\S* GFLOP of a day, the limits are .* and 59/);
		expect((await ask(fits, variables, '192.0.2.76')).status).toBe(202);
	});

	test('two equal ones at once are charged once, and both go on', async () => {
		await leave(9, '192.0.2.77');
		const variables = { SWEEP_CELL_GFLOP: '1' };
		const both = await Promise.all([1, 2].map(() => ask(on(76), variables, '192.0.2.77')));
		expect(both.map(({ status }) => status)).toEqual([202, 202]);
	});

	const broken = () => {
		throw new Error('out of rows');
	};

	test('while the day cannot be charged, with 503, and nothing is begun', async () => {
		const quota = env.QUOTA.getByName('all');
		await runInDurableObject(quota, (_, { storage }) => {
			vi.spyOn(storage.sql, 'exec').mockImplementation(broken);
		});
		const answer = await ask(on(77), {}, '192.0.2.78');
		expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5']);
		const id = await idOf(on(77));
		expect((await api(`/sweeps/${id}`)).status).toBe(404);
		await evictDurableObject(quota);
		expect((await ask(on(77), {}, '192.0.2.78')).status).toBe(202);
	});

	test('while its ledger fails, with 503, and the repeat pays nothing again', async () => {
		const stub = ledger(await idOf(on(78)));
		await runInDurableObject(stub, (_, { storage }) => {
			vi.spyOn(storage, 'setAlarm').mockImplementation(broken);
		});
		await leave(9, '192.0.2.79');
		const variables = { SWEEP_CELL_GFLOP: '1' };
		expect((await ask(on(78), variables, '192.0.2.79')).status).toBe(503);
		await evictDurableObject(stub);
		expect((await ask(on(78), variables, '192.0.2.79')).status).toBe(202);
		expect((await ended(await idOf(on(78)))).cells.done).toBe(6);
	});
});

test('the largest sweep that is allowed is one caller’s day', async () => {
	const { sweep } = await (await api('/limits')).json<{ sweep: Record<string, number> }>();
	const { cells = 0, cellGflop = 0, gflop = 0, clientGflopPerDay } = sweep;
	expect(cells * cellGflop + gflop).toBeLessThanOrEqual(clientGflopPerDay ?? 0);
});

test('what is no sweep is not found', async () => {
	for (const [method, path] of [
		['GET', ''],
		['DELETE', ''],
		['GET', '/events'],
		['GET', '/analysis'],
	]) {
		for (const id of ['0'.repeat(40), 'no-id']) {
			expect((await api(`/sweeps/${id}${path}`, { method: method ?? 'GET' })).status).toBe(404);
		}
	}
});

test('GET /limits names every bound of a sweep', async () => {
	const { sweep } = await (await api('/limits')).json<{ sweep: Record<string, number> }>();
	expect(Object.values(sweep).every((bound) => bound > 0)).toBe(true);
	expect(Object.keys(sweep)).toContain('clientGflopPerDay');
});
