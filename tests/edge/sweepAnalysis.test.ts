/** When the analysis of a sweep is made, and when what is kept is answered. */
import { evictDurableObject, introspectWorkflow, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { host } from '../../functions/trainers/host.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { train } from '../../src/engine/train.ts';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import type { SweepAnalysis } from '../../src/schema/analysis.ts';
import { runId } from '../../src/schema/identity.ts';
import { mean } from '../../src/statistics.ts';
import { analyseSweep } from '../../src/sweeps/analysis.ts';
import { specAt } from '../../src/sweeps/grid.ts';
import { api } from './api.ts';
import { begin, document, ended, grid, ledger, planOf } from './sweeps.ts';

const body = (...seed: number[]) => ({ ...grid, axes: { ...grid.axes, seed } });
const ask = (id: string, method = 'GET', headers: Record<string, string> = {}) =>
	api(`/sweeps/${id}/analysis`, { method, headers });

/** Counts how often a ledger reads all its results, as it does to analyse them. */
async function countReadings(id: string): Promise<() => number> {
	let count = 0;
	await runInDurableObject(ledger(id), (_, { storage }) => {
		const exec = storage.sql.exec.bind(storage.sql);
		vi.spyOn(storage.sql, 'exec').mockImplementation((query, ...bindings) => {
			if (/ORDER BY position$/.test(query) && query.startsWith('SELECT *')) count += 1;
			return exec(query, ...bindings);
		});
	});
	return () => count;
}

test('the analysis of a finished sweep is made once, for whoever asks, and stays through an eviction', async () => {
	const { id } = await begin(body(401, 402));
	const { grid: axes, results } = await ended(id);
	const made = await countReadings(id);
	const head = await ask(id, 'HEAD');
	expect([head.status, await head.text(), made()]).toEqual([200, '', 0]);
	const both = await Promise.all([ask(id), ask(id)]);
	const texts = await Promise.all(both.map((answer) => answer.text()));
	expect(JSON.parse(texts[0] ?? '')).toEqual({ id, status: 'done', ...analyseSweep(axes, results) });
	expect([texts[1], made()]).toEqual([texts[0], 1]);
	await evictDurableObject(ledger(id));
	const madeAgain = await countReadings(id);
	const later = await ask(id);
	expect([await later.text(), madeAgain()]).toEqual([texts[0], 0]);
	const etag = later.headers.get('ETag') ?? '';
	expect(head.headers.get('ETag')).toBe(etag);
	expect((await ask(id, 'GET', { 'If-None-Match': etag })).status).toBe(304);
	const csv = await ask(id, 'GET', { 'If-None-Match': etag, Accept: 'text/csv' });
	expect([csv.status, (await csv.text()).split('\r\n')[0]]).toEqual([
		200,
		'scaling,quantity,m,to,value,low,high,seeds,reason',
	]);
	expect(madeAgain()).toBe(0);
});

test('λ is chosen by the examples that the base sets apart', async () => {
	const data = { kind: 'moons', m: 20, noise: 0.6, test: { m: 200 }, validation: 50 };
	const base = { ...grid.base, data, network: { hidden: [] }, training: { epochs: 400 } };
	const { id } = await begin({ base, axes: { lambda: [0.001, 0.1, 1, 10, 100], seed: [1, 2, 3] } });
	const { results } = await ended(id);
	const meanAt = (name: 'validationLoss' | 'testLoss', lambda: number) =>
		mean(results.filter((cell) => cell.lambda === lambda).map(({ final }) => final?.[name] ?? Number.NaN));
	const analysis = (await (await ask(id)).json()) as SweepAnalysis;
	expect(analysis.metric).toBe('validationLoss');
	const best = analysis.scalings[0]?.best[0];
	const chosen = best?.lambda.value ?? Number.NaN;
	const losses = [0.001, 0.1, 1, 10, 100].map((lambda) => meanAt('validationLoss', lambda));
	expect(best?.loss.value).toBeCloseTo(Math.min(...losses), 12);
	expect(meanAt('validationLoss', chosen)).toBe(Math.min(...losses));
	expect(best?.testLoss?.value).toBeCloseTo(meanAt('testLoss', chosen), 12);
});

test('where every training with λ > 0 diverged there is no best λ, and it says why', async () => {
	const base = { ...grid.base, optimizer: { kind: 'sgd', learningRate: 1e6 } };
	const { id } = await begin({ base, axes: { lambda: [0, 0.1, 1], m: [30], scaling: ['half'], seed: [1, 2, 3] } });
	const { results } = await ended(id);
	expect(results.filter(({ status }) => status === 'diverged').map(({ lambda }) => lambda)).not.toContain(0);
	const { scalings } = (await (await ask(id)).json()) as SweepAnalysis;
	const none = { value: null, low: null, high: null };
	expect(scalings[0]?.best[0]).toMatchObject({
		lambda: none,
		loss: none,
		noPenaltyRegret: none,
		reason: 'every training with λ > 0 diverged',
	});
	expect(scalings[0]).toMatchObject({ exponent: null, noExponent: 'diverged' });
});

test('who has it, or asks for the header alone, has nothing computed', async () => {
	const { id } = await begin(body(403));
	await ended(id);
	const etag = (await ask(id, 'HEAD')).headers.get('ETag') ?? '';
	const made = await countReadings(id);
	expect((await ask(id, 'GET', { 'If-None-Match': etag })).status).toBe(304);
	expect(made()).toBe(0);
	expect((await ask(id, 'GET', { 'If-None-Match': '"another"' })).status).toBe(200);
	expect(made()).toBe(1);
});

test('a damaged one is made again', async () => {
	const { id } = await begin(body(404));
	await ended(id);
	const text = await (await ask(id)).text();
	await runInDurableObject(ledger(id), (_, { storage }) => {
		const [[key] = ['']] = [...storage.kv.list({ prefix: 'text/' })];
		storage.kv.put(key, new TextEncoder().encode('{}\nnothing'));
	});
	await evictDurableObject(ledger(id));
	expect(await (await ask(id)).text()).toBe(text);
});

test('while cells come it is made once in a while, and then for all that there are', async () => {
	await using workflows = await introspectWorkflow(env.LANES);
	await workflows.modifyAll(async (lane) => {
		await lane.mockStepResult({ name: 'group 0' }, { cells: 0, wait: null });
	});
	const { id } = await begin(body(405, 406));
	const plan = planOf(body(405, 406));
	const finish = async (...positions: number[]) => {
		for (const position of positions) {
			const spec = specAt(plan, position);
			const { status, final } = await train(resolve(spec), host);
			const cell = { position, runId: await runId(spec, ENGINE_VERSION), status, final, isTrained: true };
			await ledger(id).finish({ lane: 0, instance: '', attempt: 1 }, [cell]);
		}
	};
	await finish(0, 1, 2, 3, 4, 5);
	const made = await countReadings(id);
	const first = await ask(id);
	expect(await first.json()).toMatchObject({ status: 'running', scalings: [{ seeds: 1 }] });
	await finish(6, 7, 8);
	const second = await ask(id);
	expect([second.headers.get('ETag'), made()]).toEqual([first.headers.get('ETag'), 1]);
	await finish(9, 10, 11);
	const last = await ask(id); // the sweep is over: nothing old is answered
	expect(await last.json()).toMatchObject({ status: 'done', scalings: [{ seeds: 2 }] });
	expect(made()).toBe(2);
	expect((await document(id)).cells.done).toBe(12);
});
