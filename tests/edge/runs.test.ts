import { describe, expect, test } from 'vitest';
import { canonical } from '../../src/schema/canonical.ts';
import type { Run } from '../../src/schema/run.ts';
import type { RunSpecInput } from '../../src/schema/runSpec.ts';
import { api, post, small, stored } from './api.ts';

describe('a spec that is sent twice', () => {
	test('is trained once and then found, to the byte', async () => {
		const first = await post('/runs', small);
		const text = await first.text();
		const run: Run = JSON.parse(text);
		expect(first.status).toBe(200);
		expect(first.headers.get('Cache-Status')).toBe('lambda-over-2m; fwd=miss');
		expect(first.headers.get('ETag')).toBe(`"${run.id}"`);
		expect(first.headers.get('Link')).toBe(`</api/v1/runs/${run.id}>; rel="canonical"`);
		expect(run.spec).toEqual(canonical(small as RunSpecInput)); // `small` names allowed values only
		expect(run.trace.epoch).toEqual([0, 3, 6]);

		const second = await post('/runs', { ...small, penalty: { lambda: 0 } });
		expect(await stored(`run/${run.id}`)).toBe(text);
		expect(second.headers.get('Cache-Status')).toBe('lambda-over-2m; hit');
		expect(await second.text()).toBe(text);
	});
});

describe('a result by its id', () => {
	test('stays what it is for ever', async () => {
		const posted = await post('/runs', small);
		const text = await posted.text();
		const { id } = JSON.parse(text);
		const got = await api(`/runs/${id}`);
		await stored(`run/${id}`);
		expect(got.status).toBe(200);
		expect(got.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
		expect(await got.text()).toBe(text);

		const head = await api(`/runs/${id}`, { method: 'HEAD' });
		expect([head.status, head.headers.get('ETag'), await head.text()]).toEqual([200, `"${id}"`, '']);
	});

	test.each(['"ID"', 'W/"ID"', '"x", "ID"', '*'])(
		'is not sent again to whoever has it: If-None-Match %s',
		async (known) => {
			const { id } = await (await post('/runs', small)).json<Run>();
			const got = await api(`/runs/${id}`, { headers: { 'If-None-Match': known.replace('ID', id) } });
			expect([got.status, await got.text(), got.headers.get('ETag')]).toEqual([304, '', `"${id}"`]);
		},
	);

	test('comes as a table', async () => {
		const { id, trace } = await (await post('/runs', small)).json<Run>();
		const got = await api(`/runs/${id}`, { headers: { Accept: 'text/csv' } });
		expect(got.headers.get('Content-Type')).toMatch('text/csv');
		expect(got.headers.get('Vary')).toBe('Accept');
		const [header, ...rows] = (await got.text()).trimEnd().split('\r\n');
		expect(header).toBe('epoch,dataLoss,penalty,objective,testLoss,trainAccuracy,testAccuracy,weightNorm');
		expect(rows.map((row) => Number(row.split(',')[3]))).toEqual(trace.objective);

		const posted = await post('/runs', small, { Accept: 'text/csv' });
		expect(posted.headers.get('Link')).toBe(`</api/v1/runs/${id}>; rel="canonical"`);
		expect(await posted.text()).toBe([header, ...rows, ''].join('\r\n'));
	});

	test.each(['/runs/0123456789012345678901234567890123456789', '/runs/nonsense', '/comparisons/nonsense'])(
		'%s is not there',
		async (path) => {
			const got = await api(path);
			expect(got.status).toBe(404);
			expect(await got.json()).toMatchObject({ type: '/problems/not-found', status: 404, errors: [] });
		},
	);
});
