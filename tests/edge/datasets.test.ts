import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../functions/app.ts';
import datasets from '../golden/datasets.json' with { type: 'json' };
import { api } from './api.ts';

describe('data sets are those of scikit-learn', () => {
	test.each(datasets.cases)('$kind m=$n noise=$noise seed=$seed', async ({ kind, n, noise, seed, X, y }) => {
		const path = `/datasets/${kind}?m=${n}&noise=${noise}&seed=${seed}`;
		expect(await (await api(path)).json()).toEqual({ kind, X, y });

		const table = await (await api(path, { headers: { Accept: 'text/csv' } })).text();
		const rows = table
			.trimEnd()
			.split('\r\n')
			.map((row) => row.split(','));
		expect(rows[0]).toEqual(['x1', 'x2', 'y']);
		expect(rows.slice(1).map((row) => row.map(Number))).toEqual(X.map((x, i) => [...x, y[i]]));
	});
});

describe('measured data', () => {
	test.each([
		{ kind: 'wine', features: 13, classes: 3, m: 89, fields: ['m', 'seed', 'standardize'] },
		{ kind: 'mnist', features: 196, classes: 10, m: 200, fields: ['m', 'seed', 'standardize'] },
		{
			kind: 'diamonds',
			features: 9,
			classes: null,
			m: 200,
			fields: ['m', 'seed', 'standardize', 'standardizeTargets'],
		},
	])('$kind are read from the site, and described as they are', async ({ kind, features, classes, m, fields }) => {
		const { datasets: list } = await (await api('/datasets')).json<{ datasets: { kind: string }[] }>();
		expect(list.find((each) => each.kind === kind)).toEqual({
			kind,
			features,
			classes,
			fields,
			defaults: { kind, m, seed: 1, standardize: true },
		});
		const { X, y } = await (await api(`/datasets/${kind}?m=20`)).json<{ X: number[][]; y: number[] }>();
		expect([X.length, y.length]).toEqual([20, 20]);
		expect(new Set(X.map((row) => row.length))).toEqual(new Set([features]));
	});

	test('more pixels than an answer holds are refused with the rows that fit', async () => {
		const refusal = await api('/datasets/mnist?m=10000');
		expect(refusal.status).toBe(422);
		expect(((await refusal.json()) as { detail: string }).detail).toContain('m 4838 would fit');
	});
});

test('a teacher that is a network answers with its targets, and is described as it is', async () => {
	const { datasets: list } = await (await api('/datasets')).json<{ datasets: { kind: string }[] }>();
	expect(list.find(({ kind }) => kind === 'network-teacher')).toMatchObject({
		features: 10,
		classes: null,
		defaults: { m: 30, noise: 0.3, seed: 1, features: 10, hidden: 16, teacherStandardDeviation: 0.5 },
	});
	const path = '/datasets/network-teacher?m=3&features=2&hidden=3&teacherStandardDeviation=1.5&seed=7';
	const { y } = await (await api(path)).json<{ y: number[] }>();
	expect(y).toEqual([-0.48011786237611004, -0.2925528006015454, 0.9151401982092522]);
	expect((await api('/datasets/network-teacher?hidden=65')).status).toBe(422);
});

test('the list says what can be drawn and with which defaults', async () => {
	const { datasets: list } = await (await api('/datasets')).json<{ datasets: { kind: string; defaults: object }[] }>();
	expect(list.find(({ kind }) => kind === 'moons')?.defaults).toMatchObject({ m: 30, noise: 0.3, seed: 1 });
});

test('equal queries have one entity tag, and it saves the answer', async () => {
	const tag = (await api('/datasets/moons?noise=0.3&m=30')).headers.get('ETag') ?? '';
	expect((await api('/datasets/moons')).headers.get('ETag')).toBe(tag);
	expect((await api('/datasets/moons?m=31')).headers.get('ETag')).not.toBe(tag);
	expect((await api('/datasets/moons', { headers: { 'If-None-Match': tag } })).status).toBe(304);
});

describe('a data set near the bound of an answer', () => {
	const path = '/datasets/linear-teacher?m=20000&features=45';
	/** The answer where one caller may ask for so many GFLOP a day. */
	const ask = async (gflop: number, init: RequestInit = {}, asked = path) => {
		const context = createExecutionContext();
		const request = new Request(`https://lambda.test/api/v1${asked}`, init);
		const answer = await createApp().fetch(request, { ...env, CLIENT_GFLOP_PER_DAY: String(gflop) }, context);
		const text = await answer.text();
		await waitOnExecutionContext(context);
		return { status: answer.status, headers: Object.fromEntries(answer.headers), text };
	};

	test('is charged to its caller, and one that takes no time is not', async () => {
		// 20,000 rows of 46 numbers, 10,000 FLOP each, and the rows that count it.
		const refused = await ask(11.6);
		expect(refused.status).toBe(429);
		expect(JSON.parse(refused.text).detail).toContain('at most 11.6 GFLOP a day (UTC), and this costs 11.7');
		expect((await ask(11.8)).status).toBe(200);
		expect((await ask(11.8)).status).toBe(429);
		expect((await ask(11.8, {}, '/datasets/moons?m=1000')).status).toBe(200);
	});

	test('a teacher that is a network is charged for its hidden units too', async () => {
		// 2,000 rows of 11 numbers and 64 tanh, 10,000 FLOP each, with little for its weights, and the rows that count it.
		const asked = '/datasets/network-teacher?m=2000&hidden=64';
		const from = { headers: { 'CF-Connecting-IP': '198.51.100.7' } }; // a caller who has asked for nothing else
		const refused = await ask(3.9, from, asked);
		expect(refused.status).toBe(429);
		expect(JSON.parse(refused.text).detail).toContain('at most 3.9 GFLOP a day (UTC), and this costs 4.02');
		expect((await ask(4.1, from, asked)).status).toBe(200);
		expect((await ask(0.001, { ...from, method: 'HEAD' }, asked)).status).toBe(200);
	});

	test('HEAD and what the caller has are answered without drawing it', async () => {
		const head = await ask(0.001, { method: 'HEAD' });
		expect([head.status, head.text]).toEqual([200, '']);
		expect(head.headers).toMatchObject({ 'content-type': 'application/json', vary: 'Accept' });
		const known = await ask(0.001, { headers: { 'If-None-Match': String(head.headers.etag) } });
		expect(known.status).toBe(304);
		expect((await ask(0.001, { method: 'HEAD' }, `${path}0`)).status).toBe(422);
	});
});

test('what a kind is listed with is what it takes, and what a refusal allows', async () => {
	const { datasets: list } = await (await api('/datasets')).json<{
		datasets: { kind: string; fields: string[]; defaults: Record<string, unknown> }[];
	}>();
	for (const { kind, fields, defaults } of list) {
		const taken = fields.filter((name) => name in defaults);
		const query = new URLSearchParams(taken.map((name) => [name, String(defaults[name])]));
		const tagOf = async (path: string) => (await api(path, { method: 'HEAD' })).headers.get('ETag');
		expect(await tagOf(`/datasets/${kind}?${query}`)).toBe(await tagOf(`/datasets/${kind}`));
		for (const name of ['test', 'kind', 'validation', 'noise', 'hidden', 'standardizeTargets']) {
			if (fields.includes(name)) continue;
			const refused = await api(`/datasets/${kind}?${name}=1`);
			const { errors } = await refused.json<{ errors: { path: string; message: string }[] }>();
			expect([refused.status, errors.length, errors[0]?.path]).toEqual([422, 1, name]);
			expect(errors[0]?.message).toContain(`is not a field of this query; allowed: ${fields.join(', ')}`);
		}
	}
	const spread = async (query: string) => {
		const { y } = await (await api(`/datasets/diabetes?m=400${query}`)).json<{ y: number[] }>();
		return Math.sqrt(y.reduce((sum, value) => sum + value ** 2, 0) / y.length);
	};
	expect(await spread('&standardizeTargets=true')).toBeCloseTo(1, 9);
	expect(await spread('')).toBeGreaterThan(100);
});
