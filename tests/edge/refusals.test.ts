import { exports } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { cost } from '../../src/engine/cost.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { findExperiment } from '../../src/experiments/registry.ts';
import { canonical } from '../../src/schema/canonical.ts';
import type { RunSpec } from '../../src/schema/runSpec.ts';
import { api, post, small, storedKeys } from './api.ts';

const json = { 'Content-Type': 'application/json' };
const large = `{"data":"${'x'.repeat(2 * 1024 * 1024)}"}`;

/** A body that says no length. */
const streamed = (text: string) => new Response(text).body?.pipeThrough(new TransformStream());

const refused: [string, string, RequestInit, number, string][] = [
	['what is not JSON', '/runs', { method: 'POST', headers: json, body: '{"data":' }, 400, 'malformed-json'],
	['an unknown path', '/nothing', {}, 404, 'not-found'],
	['an unknown data set', '/datasets/mooons', {}, 404, 'not-found'],
	['PUT', '/runs', { method: 'PUT', headers: json, body: '{}' }, 405, 'method-not-allowed'],
	['DELETE by id', '/runs/x', { method: 'DELETE' }, 405, 'method-not-allowed'],
	['POST to health', '/health', { method: 'POST', headers: json, body: '{}' }, 405, 'method-not-allowed'],
	['an image of a data set', '/datasets/moons', { headers: { Accept: 'image/png' } }, 406, 'not-acceptable'],
	['a large body', '/runs', { method: 'POST', headers: json, body: large }, 413, 'body-too-large'],
	[
		'a large body of unsaid length',
		'/runs',
		{ method: 'POST', headers: json, body: streamed(large) ?? null },
		413,
		'body-too-large',
	],
	['a form', '/runs', { method: 'POST', body: new URLSearchParams({ data: 'moons' }) }, 415, 'unsupported-media-type'],
	[
		'a table of rows to learn from',
		'/runs',
		{ method: 'POST', headers: { 'Content-Type': 'text/csv' }, body: '1,2' },
		415,
		'unsupported-media-type',
	],
	['no spec', '/runs', { method: 'POST', headers: json, body: 'null' }, 422, 'invalid-spec'],
	['a query that is no number', '/datasets/moons?m=', {}, 422, 'invalid-spec'],
];

test.each(refused)(
	'%s is refused with a problem document, and nothing is stored',
	async (_, path, init, status, name) => {
		const answer = await api(path, init);
		expect(answer.status).toBe(status);
		expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
		expect(await answer.json()).toMatchObject({ type: `/problems/${name}`, status, errors: expect.any(Array) });
		expect(await storedKeys()).toEqual([]);
	},
);

test.each(['/api/v2/runs', '/api/x', '/api/v1x', '/api/v1/x'])(
	'%s is a problem too, for scripts of any page',
	async (path) => {
		const answer = await exports.default.fetch(`https://lambda.test${path}`);
		expect(answer.status).toBe(404);
		expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
		const detail = `${path} is not a resource of this API; GET /api/v1 lists those there are`;
		expect(await answer.json()).toMatchObject({ type: '/problems/not-found', detail });
	},
);

test.each([
	['/runs', 'POST, OPTIONS'],
	['/runs/x', 'GET, HEAD, OPTIONS'],
	['/datasets/moons', 'GET, HEAD, OPTIONS'],
])('%s says what it answers', async (path, allow) => {
	const options = await api(path, { method: 'OPTIONS' });
	expect([options.status, options.headers.get('Allow')]).toEqual([204, allow]);
	expect(options.headers.get('Access-Control-Allow-Origin')).toBe('*');
	expect((await api(path, { method: 'PATCH' })).headers.get('Allow')).toBe(allow);
});

describe('an invalid spec', () => {
	test.each([
		[{ ...small, data: { kind: 'moons', m: 20001 } }, 'data.m', '20,001 is not allowed: at most 20,000'],
		[{ ...small, penalty: { lamda: 1 } }, 'penalty.lamda', 'is not a field'],
		[{ ...small, optimizer: { kind: 'sgd', nesterov: true } }, 'optimizer.nesterov', 'needs a momentum'],
	])('%j is refused at the field', async (spec, path, message) => {
		const answer = await post('/runs', spec);
		expect(answer.status).toBe(422);
		expect(await answer.json()).toMatchObject({ errors: [{ path, message: expect.stringContaining(message) }] });
		expect(await storedKeys()).toEqual([]);
	});
});

describe('a message says what was given and what is allowed', () => {
	const data = { kind: 'moons' };
	test.each<[string, string, string]>([
		[JSON.stringify({ data: {} }), 'data.kind', 'is required: one of "moons"'],
		[JSON.stringify({ data, training: { batchSize: 'half' } }), 'training.batchSize', '"full" or a number'],
		[JSON.stringify({ data, training: { epochs: 0 } }), 'training.epochs', '0 is not allowed: at least 1'],
		['{"data":{"kind":"moons","noise":1e999}}', 'data.noise', 'Infinity is not a finite number'],
	])('%s at %s: %s', async (body, path, message) => {
		const answer = await api('/explain', { method: 'POST', headers: json, body });
		expect(answer.status).toBe(422);
		const { errors } = await answer.json<{ errors: object[] }>();
		expect(errors).toEqual([{ path, message: expect.stringContaining(message) }]);
	});

	test.each([
		['value=Infinity&m=3', 'value', 'Infinity is not a finite number'],
		['value=0x10&m=3', 'value', '"0x10" is not a number'],
		['value=1e+3&m=3', 'value', '"1e 3" is not a number; a + in an address is a blank: write %2B, or leave it out'],
		['value=1&m=+3', 'm', '" 3" is not a number; a + in an address is a blank: write %2B, or leave it out'],
		['value=1&m=0b11', 'm', '"0b11" is not a number'],
		['value=1&m=1e308', 'm', '1e+308 is not allowed: at most 1,000,000,000'],
		['value=1&m=3&batchSize=half', 'batchSize', '"half" is not allowed: "full" or a number'],
	])('/convert?from=lambda&%s', async (query, path, message) => {
		const answer = await api(`/convert?from=lambda&${query}`);
		expect(answer.status).toBe(422);
		expect(await answer.json()).toMatchObject({ errors: [{ path, message }] });
	});
});

test('a key as long as a body does not come back whole', async () => {
	const answer = await post('/runs', { data: { kind: 'moons' }, ['k'.repeat(1_000_000)]: 1 });
	expect(answer.status).toBe(422);
	const text = await answer.text();
	expect(text.length).toBeLessThan(2000);
	expect(JSON.parse(text).errors[0].path).toBe(`${'k'.repeat(57)}…`);
});

test('a job over the budget is refused with one that fits, and that one runs', async () => {
	const answer = await post('/runs', { ...small, training: { epochs: 1_000_000, recordEvery: 1_000_000 } });
	expect(answer.status).toBe(422);
	const problem = await answer.json<{
		type: string;
		cost: { gflop: number };
		limit: { gflop: number };
		fits: typeof small;
	}>();
	expect(problem.type).toBe('/problems/over-budget');
	expect(problem.cost.gflop).toBeGreaterThan(problem.limit.gflop);
	expect(await storedKeys()).toEqual([]);
	const fitting = {
		...problem.fits,
		training: { ...problem.fits.training, epochs: Math.min(problem.fits.training.epochs, 20) },
	};
	expect(problem.fits.training.epochs).toBeGreaterThan(20);
	expect((await post('/runs', fitting)).status).toBe(200);
});

test('a comparison over the budget is refused with one that fits: the same variants, each smaller', async () => {
	const variants = [
		{ label: 'few', patch: { training: { epochs: 400_000 } } },
		{ label: 'many', patch: { data: { m: 300 }, training: { epochs: 900_000 }, penalty: { lambda: 1 } } },
	];
	const base = { ...small, engine: 'fused', data: { ...small.data, test: null }, training: { recordEvery: 1_000_000 } };
	const answer = await post('/comparisons', { base, variants });
	expect(answer.status).toBe(422);
	const { fits } = await answer.json<{ fits: { base: unknown; variants: typeof variants } }>();
	expect(fits.base).toEqual(base);
	expect(fits.variants.map(({ label }) => label)).toEqual(['few', 'many']);
	expect(fits.variants[1]?.patch).toMatchObject({ data: { m: 300 }, penalty: { lambda: 1 } });
	for (const { patch } of fits.variants) expect(patch.training.epochs).toBeGreaterThan(1000);
	const shorter = fits.variants.map(({ label, patch }) => ({ label, patch: { ...patch, training: { epochs: 3 } } }));
	expect((await post('/comparisons', { ...fits, variants: shorter })).status).toBe(200);
});

test('an experiment over the budget is refused with parameters that fit', async () => {
	const answer = await post('/experiments/augmentation', { firstSeed: 7 });
	expect(answer.status).toBe(422);
	const { fits, limit } = await answer.json<{ fits: { seeds: number }; limit: { gflop: number } }>();
	expect(fits).toMatchObject({ firstSeed: 7 });
	const experiment = findExperiment('augmentation');
	const charged = (seeds: number) =>
		experiment?.specs({ ...fits, seeds }).reduce((sum, spec) => sum + cost(resolve(canonical(spec))).charged, 0) ?? 0;
	expect(charged(fits.seeds)).toBeLessThanOrEqual(limit.gflop * 1e9);
	expect(charged(fits.seeds + 1)).toBeGreaterThan(limit.gflop * 1e9);
});

test.each([
	['prior-sets-lambda', { draws: 4000, firstSeed: 500 }, 'draws'],
	['scale-invariant-weights', { dimensions: 5000, steps: 40_000 }, 'steps'],
])('%s is charged for what it computes without training', async (name, parameters, repeated) => {
	const answer = await post(`/experiments/${name}`, parameters);
	expect(answer.status).toBe(422);
	const { fits } = await answer.json<{ fits: Record<string, number> }>();
	const experiment = findExperiment(name);
	expect(experiment?.arithmetic(fits)).toBeLessThanOrEqual(120e9);
	expect(experiment?.arithmetic({ ...fits, [repeated]: (fits[repeated] ?? 0) + 1 })).toBeGreaterThan(120e9);
});

test('a result too large for its store is refused with a spec that records less often', async () => {
	const { engine: _, ...fused } = small;
	const answer = await post('/runs', { ...fused, training: { epochs: 200_000, recordEvery: 1 } });
	expect(answer.status).toBe(422);
	const problem = await answer.json<{
		type: string;
		cost: { bytes: number };
		limit: { bytes: number };
		fits: RunSpec;
	}>();
	expect(problem.type).toBe('/problems/over-budget');
	expect(problem.cost.bytes).toBeGreaterThan(problem.limit.bytes);
	expect(cost(resolve(problem.fits)).resultBytes).toBeLessThan(problem.limit.bytes);
	const run = await post('/runs', problem.fits);
	expect(run.status).toBe(200);
	expect((await run.text()).length).toBeLessThan(cost(resolve(problem.fits)).resultBytes);
});

test('a comparison that would repeat inline data beyond the limit is refused', async () => {
	const X = Array.from({ length: 18_500 }, (_, i) => [1, 2, 3, 4, 5].map((k) => Math.sin(i * k + k)));
	const base = { data: { kind: 'inline', X, y: X.map(([x = 0]) => (x > 0 ? 1 : 0)) }, training: { epochs: 1 } };
	const variants = Array.from({ length: 12 }, (_, i) => ({ label: String(i), patch: { penalty: { lambda: i } } }));
	const answer = await post('/comparisons', { base, variants });
	expect(answer.status).toBe(422);
	expect(await answer.json()).toMatchObject({ type: '/problems/over-budget', limit: { bytes: 20 * 1024 * 1024 } });
});

test('a result that is too large by its weights is not offered one that records less often', async () => {
	const answer = await post('/runs', {
		...small,
		network: { hidden: Array.from({ length: 8 }, () => 512) },
		training: { epochs: 1 },
		output: { weights: true },
	});
	expect(answer.status).toBe(422);
	const problem = await answer.json<{ detail: string; fits?: RunSpec }>();
	expect(problem).not.toHaveProperty('fits');
	expect(problem.detail).toContain('leave out output.weights');
});

test('a data set that is too large for one answer is refused before it is drawn, with an m that fits', async () => {
	const answer = await api('/datasets/linear-teacher?m=20000&features=1024');
	expect(answer.status).toBe(422);
	const problem = await answer.json<{ type: string; detail: string; limit: { bytes: number } }>();
	expect(problem.type).toBe('/problems/over-budget');
	const [, m] = /m (\d+) would fit/.exec(problem.detail) ?? [];
	const text = await (await api(`/datasets/linear-teacher?m=${m}&features=1024`)).text();
	expect(text.length).toBeLessThan(problem.limit.bytes);
	expect(text.length).toBeGreaterThan(problem.limit.bytes / 2);
});

test.each([
	['{"data":{"kind":"moons"},\n"penalty":{"lambda":1,"lambda":2}}', 'penalty.lambda', 2],
	['{"data":{"kind":"moons"},"d\\u0061ta":{"kind":"xor"}}', 'data', 1],
	['{"data":{"kind":"inline","X":[[1,2],[3,4]],"y":[0,1],\r\n"test":null,"y" : [1,0]}}', 'data.y', 2],
])('a name that stands twice is refused by its line: %s', async (body, path, line) => {
	const answer = await post('/runs', body);
	expect(answer.status).toBe(422);
	const message = `stands in its object twice, the second time in line ${line}: leave one out`;
	expect((await answer.json<{ errors: object[] }>()).errors).toEqual([{ path, message }]);
});

test('a name that stands in several objects, or as a value, stands there once', async () => {
	const variants = ['{"label":"label","patch":{}}', '{"label":"a\\"b,{[","patch":{"penalty":{"lambda":1}}}'];
	const body = `{"base":{"data":{"kind":"moons","m":10},"training":{"epochs":1}},"variants":[${variants.join(' , ')}]}`;
	expect((await post('/comparisons', body)).status).toBe(200);
});

test('an index tells which object has a name twice', async () => {
	const answer = await post('/comparisons', '{"base":{},"variants":[{"label":"a"},{"label":"b","label":"c"}]}');
	expect(await answer.text()).toContain('"path":"variants.1.label"');
});

test.each([
	[
		'/datasets/moons',
		'image/png',
		'Accept is "image/png", and /api/v1/datasets/moons comes as application/json, text/csv',
	],
	['/health', 'application/json;q=0', 'and /api/v1/health comes as application/json: ask for that, or send no Accept'],
	['/explain', 'text/csv', 'and /api/v1/explain comes as application/json'],
	['/experiments', 'text/html', 'ask for that, or send no Accept'],
])('%s does not come as %s', async (path, accept, detail) => {
	const init = path === '/explain' ? { method: 'POST', body: JSON.stringify({ data: { kind: 'moons' } }) } : {};
	const headers = { Accept: accept, 'Content-Type': 'application/json' };
	const answer = await api(path, { ...init, headers });
	expect([answer.status, answer.headers.get('Content-Type')]).toEqual([406, 'application/problem+json']);
	expect((await answer.json<{ detail: string }>()).detail).toContain(detail);
	for (const wide of ['*/*', '*; q=.2', 'application/*', 'text/html, */*;q=0.1']) {
		expect((await api(path, { ...init, headers: { ...headers, Accept: wide } })).status).toBe(200);
	}
});

test('a field in the address of a route that takes none there is refused', async () => {
	const answer = await post('/runs?seed=3', { data: { kind: 'moons' } });
	expect(answer.status).toBe(422);
	expect(await answer.text()).toContain('"path":"seed","message":"stands in the query');
});

test.each([
	['/health?verbose=1', 'verbose', 'of which GET /health takes nothing: leave it out'],
	['/runs/abc?metric=accuracy', 'metric', 'of which GET /runs/{id} takes nothing: leave it out'],
	['/runs/abc?target=keras', 'target', 'did you mean GET /runs/{id}/export?'],
	['/runs/abc?toString=1', 'toString', 'leave it out'],
	['/datasets?kind=moons', 'kind', 'did you mean GET /datasets/{kind}?'],
	['/experiments/bowl?seed=1', 'seed', 'leave it out'],
	['/sweeps/abc/analysis?metric=testLoss', 'metric', 'leave it out'],
	['/convert?from=lambda&value=1&m=30&batchsize=5', 'batchsize', '; did you mean "batchSize"?'],
	['/datasets/moons?seeds=3', 'seeds', 'allowed: m, noise, seed; did you mean "seed"?'],
])('a field of the address that a route does not know is refused: %s', async (path, name, message) => {
	const answer = await api(path);
	const { errors } = await answer.json<{ errors: { path: string; message: string }[] }>();
	expect([answer.status, errors.map((error) => error.path)]).toEqual([422, [name]]);
	expect(errors[0]?.message).toContain(message);
});
