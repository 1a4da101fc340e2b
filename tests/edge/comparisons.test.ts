import { describe, expect, test } from 'vitest';
import type { Run } from '../../src/schema/run.ts';
import { api, post, small, stored } from './api.ts';

interface Comparison {
	id: string;
	runs: { label: string; run: Run }[];
}

const body = {
	base: small,
	variants: [
		{ label: 'none', patch: {} },
		{ label: 'half', patch: { penalty: { lambda: 0.1, scaling: 'half' } } },
	],
};

describe('a comparison', () => {
	test('holds its runs as they stand under their own ids', async () => {
		const alone = await (await post('/runs', small)).text();
		const answer = await post('/comparisons', body);
		const text = await answer.text();
		const { id, runs }: Comparison = JSON.parse(text);
		expect(answer.headers.get('Cache-Status')).toBe('lambda-over-2m; fwd=miss');
		expect(answer.headers.get('ETag')).toBe(`"${id}"`);
		expect(runs.map(({ label, run }) => [label, run.spec.penalty.lambda])).toEqual([
			['none', 0],
			['half', 0.1],
		]);
		expect(text).toContain(alone);

		const again = await post('/comparisons', body);
		expect([again.headers.get('Cache-Status'), await again.text()]).toEqual(['lambda-over-2m; hit', text]);
		await stored(`comparison/${id}`);
		await Promise.all(runs.map(({ run }) => stored(`run/${run.id}`)));
		const got = await api(`/comparisons/${id}`);
		expect([got.status, await got.text()]).toEqual([200, text]);
		const table = await api(`/comparisons/${id}`, { headers: { Accept: 'text/csv' } });
		expect((await table.text()).split('\r\n').slice(0, 2).join()).toMatch(/^label,epoch,.*,none,0,/);
	});

	test.each([
		['no variant', { ...body, variants: [] }, 'variants', 'at least 1'],
		[
			'thirteen',
			{ ...body, variants: Array.from({ length: 13 }, (_, i) => ({ label: `${i}` })) },
			'variants',
			'at most 12',
		],
		['one label twice', { ...body, variants: [{ label: 'a' }, { label: 'a' }] }, 'variants.1.label', 'another variant'],
		[
			'a patch that makes no spec',
			{ ...body, variants: [{ label: 'a', patch: { data: { m: -1 } } }] },
			'variants.0.data.m',
			'at least 1',
		],
	])('%s is refused', async (_, wrong, path, message) => {
		const answer = await post('/comparisons', wrong);
		expect(answer.status).toBe(422);
		expect(await answer.json()).toMatchObject({ errors: [{ path, message: expect.stringContaining(message) }] });
	});

	test('costs as much as its runs together', async () => {
		const long = { ...small, training: { epochs: 1500, recordEvery: 1500 } };
		expect(
			(await post('/comparisons', { base: long, variants: Array.from({ length: 12 }, (_, i) => ({ label: `${i}` })) }))
				.status,
		).toBe(422);
	});
});
