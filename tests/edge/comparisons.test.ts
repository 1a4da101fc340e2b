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

const patched = (patch: object, base: object = small) => ({ base, variants: [{ label: 'a', patch }] });
const adam = { label: 'adam', patch: { optimizer: { kind: 'adam' } } };

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
		const cells = await table.text();
		expect(cells.split('\r\n').slice(0, 2).join()).toMatch(/^label,epoch,.*,none,0,/);
		expect(await (await post('/comparisons', body, { Accept: 'text/csv' })).text()).toBe(cells);
	});

	test.each<[string, object, string, string | RegExp]>([
		['no variant', { ...body, variants: [] }, 'variants', 'at least 1'],
		[
			'thirteen',
			{ ...body, variants: Array.from({ length: 13 }, (_, i) => ({ label: `${i}` })) },
			'variants',
			'at most 12',
		],
		['one label twice', { ...body, variants: [{ label: 'a' }, { label: 'a' }] }, 'variants.1.label', 'another variant'],
		['a patch that makes no spec', patched({ data: { m: -1 } }), 'variants.0.patch.data.m', 'at least 1'],
		['a patch that removes the data', patched({ data: null }), 'variants.0.patch.data', 'is required'],
		['a patch of an unknown field', patched({ lambda: 1 }), 'variants.0.patch.lambda', 'is not a field'],
		['a new object that lacks a field', patched({ data: { m: 5 } }, {}), 'variants.0.patch.data.kind', 'is required'],
		['a base without data', { ...body, base: {} }, 'base.data', /^is required: an object$/],
		['a wrong base', { ...body, base: { ...small, engine: 'x' } }, 'base.engine', /^"x" is not allowed.*"reference"$/],
		[
			'a base that one patch does not go with',
			{ ...body, base: { ...small, optimizer: { momentum: 0.9 } }, variants: [{ label: 'a' }, adam] },
			'base.optimizer.momentum',
			'(with the patch of variants.1)',
		],
	])('%s is refused', async (_, wrong, path, message) => {
		const answer = await post('/comparisons', wrong);
		expect(answer.status).toBe(422);
		const containing = typeof message === 'string' ? expect.stringContaining(message) : expect.stringMatching(message);
		expect((await answer.json<{ errors: object[] }>()).errors).toEqual([{ path, message: containing }]);
	});

	test('has a base without what every patch gives', async () => {
		const { data, ...base } = small;
		const answer = await post('/comparisons', { base, variants: [{ label: 'a', patch: { data } }] });
		expect(answer.status).toBe(200);
	});

	test('costs as much as its runs together', async () => {
		const long = { ...small, training: { epochs: 1500, recordEvery: 1500 } };
		expect(
			(await post('/comparisons', { base: long, variants: Array.from({ length: 12 }, (_, i) => ({ label: `${i}` })) }))
				.status,
		).toBe(422);
	});
});
