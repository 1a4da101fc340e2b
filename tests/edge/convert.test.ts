import { describe, expect, test } from 'vitest';
import type { Conversion as Schema } from '../../src/schema/conversion.ts';
import { LIBRARY_IDS } from '../../src/schema/libraryIds.ts';
import { LOSSES } from '../../src/schema/losses.ts';
import { api, post } from './api.ts';

interface Conversion {
	lambda: number;
	equivalents: {
		library: string;
		value: number | null;
		exact: boolean;
		caveats: string[];
		snippet: string;
		source: string;
	}[];
}

describe('convert', () => {
	test.each([
		// CONVENTIONS.md on its own problem: m = 50, B = 5, λ = 2.5
		{ from: 'pytorch-sgd', value: 0.05, loss: 'binary-cross-entropy' },
		{ from: 'keras-l2', value: 0.025, loss: 'binary-cross-entropy' },
		{ from: 'sklearn-logistic-regression', value: 0.4, loss: 'binary-cross-entropy' },
		{ from: 'sklearn-mlp', value: 0.25, loss: 'binary-cross-entropy' },
		{ from: 'sklearn-ridge', value: 2.5, loss: 'half-squared-error' },
		{ from: 'sklearn-ridge', value: 1.25, loss: 'squared-error' },
		{ from: 'keras-l2', value: 0.025, loss: 'squared-error' },
		{ from: 'lambda', value: 2.5, loss: 'binary-cross-entropy' },
	])('$from = $value on $loss is λ = 2.5', async ({ from, value, loss }) => {
		const response = await api(`/convert?from=${from}&value=${value}&m=50&batchSize=5&loss=${loss}`);
		expect(response.status).toBe(200);
		const { lambda, equivalents } = await response.json<Conversion>();
		expect(lambda).toBeCloseTo(2.5, 10);
		for (const { library, caveats, source } of equivalents) {
			expect(LIBRARY_IDS).toContain(library);
			expect(Array.isArray(caveats)).toBe(true);
			expect(source.length).toBeGreaterThan(5);
		}
	});

	test.each([
		{ outputs: '', alpha: 5 }, // ΣΣ(ŷ−y)² + (m·k/2)·0.01·‖W‖²
		{ outputs: '&outputs=3', alpha: 15 },
	])(
		'of a mean over the outputs$outputs has Ridge alpha = $alpha, which sums over them',
		async ({ outputs, alpha }) => {
			const query = '/convert?from=pytorch-sgd&value=0.01&m=1000&loss=squared-error&to=sklearn-ridge';
			const { lambda, equivalents } = await (await api(query + outputs)).json<Conversion>();
			expect(lambda).toBeCloseTo(10, 9);
			expect(equivalents[0]?.value).toBeCloseTo(alpha, 9);
		},
	);

	test('with `to` says the same of those libraries only, in its order', async () => {
		const query = '/convert?from=pytorch-sgd&value=0.01&m=1000&newM=2000';
		const { equivalents, omitted, ...whole } = await (await api(query)).json<Schema>();
		const to = ['sklearn-ridge', 'flax', 'optax'];
		const isAsked = ({ library }: { library: string }) => to.includes(library);
		for (const commas of [',', '%2C']) {
			expect(await (await api(`${query}&to=${to.join(commas)}`)).json()).toEqual({
				...whole,
				equivalents: equivalents.filter(isAsked),
				omitted: omitted.filter(isAsked),
			});
		}
		const table = await api(`${query}&to=optax`, { headers: { Accept: 'text/csv' } });
		expect(await table.text()).toBe('library,parameter,value,exact\r\noptax,weight_decay,0.01,true\r\n');
	});

	test.each([
		['', 'to.0'],
		['keras-l2,theano', 'to.1'],
		['keras-l2,', 'to.1'],
		['1', 'to.0'],
	])('refuses the libraries "%s"', async (to, path) => {
		const response = await api(`/convert?from=lambda&value=1&m=30&to=${to}`);
		expect(response.status).toBe(422);
		expect((await response.json<{ errors: { path: string }[] }>()).errors.map((error) => error.path)).toEqual([path]);
	});

	test.each([
		['pytorch-sdg', '"pytorch-sgd"'],
		['Pytorch-Adam', '"pytorch-adam" or "pytorch-adamw" or "pytorch-adam-decoupled"'],
		['mlp', '"sklearn-mlp"'],
	])('asks of %s whether %s was meant', async (from, meant) => {
		const { detail } = await (await api(`/convert?from=${from}&value=1&m=30`)).json<{ detail: string }>();
		expect(detail).toMatch(new RegExp(`one of "lambda", .*; did you mean ${meant}\\?$`));
	});

	test('asks nothing of a name that is like none', async () => {
		expect(await (await api('/convert?from=theano&value=1&m=30')).text()).not.toContain('did you mean');
	});

	test.each(LOSSES)('and /explain give one weight_decay to one λ beside %s', async (loss) => {
		const { equivalents } = await (await api(`/convert?from=lambda&value=7.3&m=100&loss=${loss}`)).json<Conversion>();
		const data = { kind: loss.endsWith('squared-error') ? 'linear-teacher' : 'moons', m: 100 };
		const explained = await (await post('/explain', { data, loss, penalty: { lambda: 7.3 } })).json<{
			derived: { decayCoefficient: number; penaltyCoefficient: number };
			findings: { code: string; value: number }[];
		}>();
		const valueIn = (id: string) => equivalents.find(({ library }) => library === id)?.value;
		expect(valueIn('pytorch-sgd')).toBeCloseTo(0.073, 12);
		expect(explained.derived.decayCoefficient).toBeCloseTo(0.073, 12);
		expect(explained.derived.penaltyCoefficient).toBeCloseTo(valueIn('keras-l2') ?? Number.NaN, 12);
		const finding = explained.findings.find(({ code }) => code === 'equals-another-spelling');
		expect(finding?.value).toBeCloseTo(0.073, 12);
	});

	test('gives Ridge’s alpha a λ with which a run has Ridge’s solution', async () => {
		// Σx² = Σxy = 4, and mirrored so that the bias is 0: Ridge(7.3) has the weight 4/(4 + 7.3).
		const query = 'from=sklearn-ridge&value=7.3&m=4&loss=squared-error';
		const { lambda } = await (await api(`/convert?${query}`)).json<Conversion>();
		const run = await post('/runs', {
			data: { kind: 'inline', X: [[1], [1], [-1], [-1]], y: [0.5, 1.5, -0.5, -1.5] },
			network: { hidden: [] },
			loss: 'squared-error',
			optimizer: { kind: 'sgd', learningRate: 0.1 },
			penalty: { lambda },
			output: { weights: true },
		});
		const { weights } = await run.json<{ weights: { W: number[][][] } }>();
		expect(weights.W[0]?.[0]?.[0]).toBeCloseTo(4 / (4 + 7.3), 5);
	});

	test('says that no λ is AdamW, and how long its memory is', async () => {
		const response = await api('/convert?from=pytorch-adamw&value=0.01&m=1000&batchSize=100&learningRate=0.001');
		expect(await response.json()).toMatchObject({ exact: false });
	});

	test('carries λ over to another number of examples', async () => {
		const response = await api('/convert?from=pytorch-sgd&value=0.005&m=1000&newM=10000&language=zh');
		expect(response.status).toBe(200);
		const { moved } = await response.json<Pick<Schema, 'moved'>>();
		expect(moved).toMatchObject({ m: 10_000, times: 10, measuredWith: 'sgd' });
		expect(moved?.rules.map(({ rule, lambda, value }) => [rule, lambda, value])).toEqual([
			['keep-lambda', 5, expect.closeTo(0.0005, 12)],
			['keep-over-sqrt-m', expect.closeTo(5 * Math.sqrt(10), 12), expect.closeTo(0.005 / Math.sqrt(10), 12)],
			['keep-over-m', expect.closeTo(50, 12), expect.closeTo(0.005, 12)],
		]);
		expect(moved?.rules.map(({ rule }) => rule)).toContain(moved?.best);
		expect(moved?.advice).toMatch(/\p{Script=Han}/u);
	});

	test('speaks Chinese, and CSV', async () => {
		const text = await (await api('/convert?from=lambda&value=1&m=30&language=zh')).text();
		expect(text).toMatch(/[\u4e00-\u9fff]/);
		const table = await api('/convert?from=lambda&value=1&m=30', { headers: { Accept: 'text/csv' } });
		expect((await table.text()).split('\r\n')[0]).toBe('library,parameter,value,exact');
	});

	test.each([
		'from=nobody&value=1&m=1',
		'from=lambda&value=-1&m=1',
		'from=lambda&value=1',
		'value=1&m=1',
		'from=lambda&value=1&m=1&m=2',
		'from=lambda&value=1&m=30&newM=30',
		'from=lambda&value=1&m=30&newM=0',
		'from=lambda&value=1&m=1&__proto__=2',
	])('refuses ?%s', async (query) => {
		const response = await api(`/convert?${query}`);
		expect(response.status).toBe(422);
		expect(await response.json()).toMatchObject({ type: '/problems/invalid-spec' });
	});
});

describe('explain', () => {
	test('finds a decay that diverges, before anything trains, in the caller’s language', async () => {
		const spec = { data: { kind: 'moons' }, penalty: { lambda: 1000, scaling: 'half' } };
		const [english, chinese] = [
			await post('/explain', spec),
			await post('/explain', spec, { 'Accept-Language': 'zh-CN,en;q=0.5' }),
		];
		const { derived, findings } = await english.json<{
			derived: { decayCoefficient: number };
			findings: { code: string; message: string }[];
		}>();
		expect(derived.decayCoefficient).toBe(1000);
		expect(findings[0]).toMatchObject({ code: 'unstable-decay', severity: 'error', value: 5 });
		expect(findings[0]?.message).toContain('diverges');
		expect(chinese.headers.get('Content-Language')).toBe('zh');
		expect(await chinese.text()).toContain('发散');
	});

	test('refuses what is not a spec', async () => {
		expect((await post('/explain', { data: { kind: 'suns' } })).status).toBe(422);
	});
});

test('limits states every bound', async () => {
	expect(await (await api('/limits')).json()).toMatchObject({
		request: { gflop: 120, bytes: 2_097_152 },
		schema: { examples: 20_000, features: 1024, epochs: 1_000_000 },
	});
});
