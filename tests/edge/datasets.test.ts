import { describe, expect, test } from 'vitest';
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
