import { describe, expect, test } from 'vitest';
import { arithmeticOf } from '../../src/experiments/arithmetic.ts';
import { CLAIM_NUMBERS, EXPERIMENTS, findExperiment } from '../../src/experiments/registry.ts';
import type { ExperimentResult } from '../../src/schema/experimentResult.ts';
import { api, post, stored } from './api.ts';

describe('experiments', () => {
	test('are listed with their claims', async () => {
		const { experiments } = await (await api('/experiments')).json<{
			experiments: { name: string; claims: number[] }[];
		}>();
		expect(experiments.map(({ name }) => name)).toEqual(EXPERIMENTS.map(({ name }) => name));
		expect(new Set(experiments.flatMap(({ claims }) => claims)).size).toBe(CLAIM_NUMBERS.length);
	});

	test.each(EXPERIMENTS.map(({ name }) => name))('%s answers with its committed result', async (name) => {
		const response = await api(`/experiments/${name}`);
		expect(response.status).toBe(200);
		const result = await response.json<Record<string, unknown>>();
		expect(Object.keys(result)).toEqual(
			expect.arrayContaining([
				'name',
				'claims',
				'status',
				'parameters',
				'setting',
				'engine',
				'measured',
				'figure',
				'sentence',
			]),
		);
		expect(result).not.toHaveProperty('hash');
	});

	test('say of each number what was expected and how it came out', async () => {
		const { judged: zeros } = await (await api('/experiments/exact-zeros')).json<ExperimentResult>();
		expect(zeros?.verdict).toBe('held');
		expect(zeros?.rows.find((row) => row.measured === 'zerosOfL1')).toMatchObject({ from: 31, to: 45, rule: 'number' });
		const { judged, measured } = await (await api('/experiments/augmentation')).json<ExperimentResult>();
		const digits = judged?.rows.find((row) => row.measured === 'digitsDecayGainBeside');
		expect(judged?.verdict).toBe('in-part');
		expect(judged?.rows.filter((row) => row.isControl).map((row) => row.measured)).toEqual([
			'moonsLossRiseBeyond',
			'digitsLossRiseBeyond',
		]);
		expect(digits).toMatchObject({ rule: 'whole', to: 0.02, reaches: 0, verdict: 'not-replicated' });
		expect(measured.digitsDecayGainBeside?.low).toBeGreaterThan(0.02);
	});

	test('come as CSV too, and not again to whoever has them', async () => {
		const asCsv = await api('/experiments/exact-zeros', { headers: { Accept: 'text/csv' } });
		expect(await asCsv.text()).toContain('zerosOfL1,37,,\r\n');
		const etag = (await api('/experiments/exact-zeros')).headers.get('ETag') ?? '';
		expect((await api('/experiments/exact-zeros', { headers: { 'If-None-Match': etag } })).status).toBe(304);
	});

	test('are computed with other parameters, once', async () => {
		const first = await post('/experiments/exact-zeros', { lambda: 40, seed: 3 });
		expect(first.status).toBe(200);
		const text = await first.text();
		expect(JSON.parse(text)).toMatchObject({ name: 'exact-zeros', parameters: { lambda: 40, seed: 3 } });
		const second = await post('/experiments/exact-zeros', { seed: 3, lambda: 40 });
		await stored(`experiment/${(first.headers.get('ETag') ?? '').replaceAll('"', '')}`);
		expect(second.headers.get('Cache-Status')).toBe('lambda-over-2m; hit');
		expect(await second.text()).toBe(text);
	});

	test.each([
		{ name: 'exact-zeros', body: { lambda: -1 }, status: 422, type: '/problems/invalid-spec' },
		{ name: 'exact-zeros', body: { colour: 'red' }, status: 422, type: '/problems/invalid-spec' },
		{ name: 'lambda-across-sizes', body: { firstSeed: 2 }, status: 422, type: '/problems/over-budget' },
		{ name: 'no-such-thing', body: {}, status: 404, type: '/problems/not-found' },
	])('$name refuses $body with $type', async ({ name, body, status, type }) => {
		const response = await post(`/experiments/${name}`, body);
		expect(response.status).toBe(status);
		expect(await response.json()).toMatchObject({ type });
	});

	test.each([
		['dropout', { seeds: 32, firstSeed: 5 }],
		['lambda-across-sizes', { seeds: 4, firstSeed: 101 }],
		['adamw-timescale', { seeds: 4, firstSeed: 3 }],
		['capacity', { firstSeed: 101 }],
	])('%s offers parameters that fit, and keeps the seed that was chosen: %j', async (name, body) => {
		const refused = await post(`/experiments/${name}`, body);
		expect(refused.status).toBe(422);
		const { fits } = await refused.json<{ fits: Record<string, number> }>();
		const experiment = findExperiment(name);
		if (!experiment) throw new Error(`there is no ${name}`);
		expect(arithmeticOf(experiment, fits)).toBeLessThanOrEqual(120e9);
		expect(fits.firstSeed).toBe(body.firstSeed);
	});
});
