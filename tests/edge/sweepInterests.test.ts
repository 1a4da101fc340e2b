/** Who may stop a sweep: whoever wanted it, and only for themselves. */
import { evictDurableObject, introspectWorkflow, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SweepBegun, SweepWithdrawn } from '../../src/schema/sweepAnswers.ts';
import { SWEEP_BOUNDS } from '../../src/schema/sweepBounds.ts';
import { api, post } from './api.ts';
import { begin, document, ended, grid, ledger, withdraw } from './sweeps.ts';

/** Lanes that do nothing, so that no sweep is over before it is stopped. */
let workflows: Awaited<ReturnType<typeof introspectWorkflow>>;
beforeEach(async () => {
	workflows = await introspectWorkflow(env.LANES);
	await workflows.modifyAll(async (lane) => {
		await lane.mockStepResult({ name: 'group 0' }, { cells: 0, wait: null });
	});
});
afterEach(() => workflows.dispose());

const body = (seed: number) => ({ ...grid, axes: { ...grid.axes, seed: [seed] } });
const tokenOf = ({ stopToken }: SweepBegun): string => {
	if (stopToken === null) throw new Error('no token');
	return stopToken;
};

test('each POST is answered with a token of its own, of 128 bits', async () => {
	const tokens = await Promise.all([1, 2, 3].map(async () => tokenOf(await begin(body(201)))));
	expect(new Set(tokens).size).toBe(3);
	for (const token of tokens) expect(token).toMatch(/^[0-9a-f]{32}$/);
});

test('a sweep stops when the last of those who wanted it has withdrawn', async () => {
	const [first, second] = [await begin(body(202)), await begin(body(202))];
	const kept = await withdraw(first.id, tokenOf(first));
	expect(kept.status).toBe(202);
	expect(await kept.json<SweepWithdrawn>()).toMatchObject({ status: 'running', interests: 1 });
	const again = await (await withdraw(first.id, tokenOf(first))).json<SweepWithdrawn>(); // a repeat changes nothing
	expect(again).toMatchObject({ status: 'running', interests: 1 });
	await evictDurableObject(ledger(first.id));
	const stopped = await (await withdraw(first.id, tokenOf(second))).json<SweepWithdrawn>();
	expect(stopped).toMatchObject({ status: 'stopped', interests: 0 });
	expect((await document(first.id)).status).toBe('stopped');
});

test('a token of before does not stop a sweep that others have begun again', async () => {
	const first = await begin(body(203));
	await withdraw(first.id, tokenOf(first));
	const second = await begin(body(203));
	const answer = await (await withdraw(first.id, tokenOf(first))).json<SweepWithdrawn>();
	expect(answer).toMatchObject({ status: 'running', interests: 1 });
	await withdraw(first.id, tokenOf(second));
	expect((await document(first.id)).status).toBe('stopped');
});

test.each([
	['no token', async () => null, 'the request has no Authorization'],
	['the token of another sweep', async () => tokenOf(await begin(body(205))), 'of another sweep, or withdrawn already'],
	['a token that nobody was given', async () => '0'.repeat(32), 'of another sweep, or withdrawn already'],
	['an id in its place', async () => 'ab'.repeat(20), 'no such token, which has 32 hexadecimal digits'],
	['two words in its place', async () => 'a b', 'does not begin with "Bearer " and go on with a token alone'],
])('%s stops nothing, and the answer says what would', async (_, tokenFor, reason) => {
	const { id } = await begin(body(204));
	const refused = await withdraw(id, await tokenFor());
	expect(refused.status).toBe(403);
	const problem = await refused.json<{ type: string; detail: string }>();
	expect(problem.type).toBe('/problems/forbidden');
	expect(problem.detail).toContain('Authorization: Bearer');
	expect(problem.detail).toContain(reason);
	expect((await document(id)).status).toBe('running');
});

test('a page of another origin may send a token, but no browser sends one by itself', async () => {
	const preflight = await api(`/sweeps/${'0'.repeat(40)}`, {
		method: 'OPTIONS',
		headers: { Origin: 'https://other.test', 'Access-Control-Request-Method': 'DELETE' },
	});
	expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Authorization');
	expect(preflight.headers.get('Access-Control-Allow-Credentials')).toBeNull();
});

test('the token is nowhere but in the answer of its POST', async () => {
	const logged: string[] = [];
	const spies = (['log', 'error'] as const).map((name) =>
		vi.spyOn(console, name).mockImplementation((...said) => void logged.push(JSON.stringify(said))),
	);
	const answer = await post('/sweeps', body(206));
	expect(answer.headers.get('Cache-Control')).toBe('no-store');
	const begun = await answer.json<SweepBegun>();
	const token = tokenOf(begun);
	const withdrawn = await (await withdraw(begun.id, token)).text();
	const others = await Promise.all(
		['', '/analysis', '/events'].map(async (path) => (await api(`/sweeps/${begun.id}${path}`)).text()),
	);
	const kept = await runInDurableObject(ledger(begun.id), (_, { storage }) =>
		JSON.stringify([
			[...storage.kv.list()],
			...['interest', 'lane', 'cell'].map((table) => storage.sql.exec(`SELECT * FROM ${table}`).toArray()),
		]),
	);
	for (const spy of spies) spy.mockRestore();
	expect(logged.length).toBeGreaterThan(0);
	for (const text of [withdrawn, ...others, kept, ...logged]) expect(text).not.toContain(token);
});

test('so many interests are counted and no more; who has withdrawn makes room', async () => {
	const first = await begin(body(207));
	await runInDurableObject(ledger(first.id), (_, { storage }) => {
		for (let i = 1; i < SWEEP_BOUNDS.sweepInterests; i++)
			storage.sql.exec('INSERT INTO interest VALUES (?, 0)', `${i}`);
	});
	expect((await begin(body(207))).stopToken).toBeNull();
	await withdraw(first.id, tokenOf(first));
	expect((await begin(body(207))).stopToken).not.toBeNull();
	const rows = await runInDurableObject(ledger(first.id), (_, { storage }) =>
		storage.sql.exec<{ rows: number }>('SELECT COUNT(*) AS rows FROM interest').one(),
	);
	expect(rows).toEqual({ rows: SWEEP_BOUNDS.sweepInterests });
});

test('a sweep that is over stays so whoever withdraws', async () => {
	await workflows.dispose();
	const begun = await begin(body(208));
	await ended(begun.id);
	expect(await (await withdraw(begun.id, tokenOf(begun))).json()).toMatchObject({ status: 'done', interests: 0 });
});

test.each(['', '/analysis'])('GET %s answers 503 while the ledger fails', async (path) => {
	const { id, stopToken } = await begin(body(209));
	await runInDurableObject(ledger(id), (_, { storage }) => {
		vi.spyOn(storage.sql, 'exec').mockImplementation(() => {
			throw new Error('the disk fails');
		});
	});
	for (const answer of [await api(`/sweeps/${id}${path}`), await withdraw(id, stopToken)]) {
		expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5']);
		expect(await answer.json()).toMatchObject({ type: '/problems/unavailable' });
	}
	await evictDurableObject(ledger(id));
	expect((await document(id)).status).toBe('running');
});
