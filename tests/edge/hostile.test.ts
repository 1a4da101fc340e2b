/** Whatever is sent: no answer is 5xx, what is refused is a problem document, trains nothing and writes nothing. */
import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createApp } from '../../functions/app.ts';
import { memory } from '../../functions/results/store.ts';
import { validSpec } from '../core/arbitrarySpec.ts';

const REQUESTS = 10_000;

const strange = fc.oneof(
	fc.jsonValue({ maxDepth: 3 }),
	fc.constantFrom(null, -0, 1e308, -1e308, 2 ** 53, 0.1, '', '__proto__', 'x'.repeat(5000), [], {}, [[]], true),
	fc.double(),
	fc.string({ unit: 'binary', maxLength: 20 }),
);

/** A valid spec with one to four of its places replaced, removed, renamed or added to. */
const mutated = fc
	.tuple(
		validSpec,
		fc.array(fc.tuple(fc.nat(200), fc.constantFrom('set', 'delete', 'rename', 'add'), strange), {
			minLength: 1,
			maxLength: 4,
		}),
	)
	.map(([spec, changes]) => {
		const copy = JSON.parse(JSON.stringify(spec));
		for (const [place, how, value] of changes) {
			const nodes = places(copy);
			const [parent, key] = nodes[place % nodes.length] ?? [copy, 'data'];
			if (how === 'set') parent[key] = value;
			else if (how === 'delete') delete parent[key];
			else if (how === 'add') parent[JSON.stringify(value).slice(0, 30)] = value;
			else {
				parent[`${key} `] = parent[key];
				delete parent[key];
			}
		}
		return JSON.stringify(copy);
	});

type Node = Record<string, unknown>;

function places(value: Node): [Node, string][] {
	return Object.entries(value).flatMap(([key, child]) => [
		[value, key] as [Node, string],
		...(typeof child === 'object' && child !== null ? places(child as Node) : []),
	]);
}

const bodies = fc.oneof(
	{ weight: 6, arbitrary: mutated },
	{ weight: 1, arbitrary: fc.json({ maxDepth: 8 }) },
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
	{ weight: 1, arbitrary: fc.nat(100_000).map((depth) => '['.repeat(depth)) },
	{ weight: 1, arbitrary: fc.nat(100_000).map((depth) => `{"data":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`) },
	{
		weight: 1,
		arbitrary: fc.nat(50_000).map((count) => `{"data":{"kind":"inline","X":[${'["a"],'.repeat(count)}[1]],"y":[1]}}`),
	},
	{
		weight: 1,
		arbitrary: fc.constantFrom(
			'{"data":{"kind":"moons"},"data":{"kind":"suns"}}',
			'{"__proto__":{"data":{"kind":"moons"}}}',
			'{"data":{"kind":"moons","m":1e999}}',
			'\ufeff{}',
			'{"data":{"kind":"moons","constructor":{"prototype":{}}}}',
		),
	},
);

const requests = fc.record({
	method: fc.constantFrom('POST', 'POST', 'POST', 'GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'),
	path: fc.oneof(
		fc.constantFrom(
			'/runs',
			'/runs',
			'/comparisons',
			'/explain',
			'/experiments/exact-zeros',
			'/convert',
			'/datasets/moons',
			'/health',
			'/limits',
		),
		fc.constantFrom(
			'/runs/../../etc/passwd',
			'/runs/%00',
			'/runs/%2e%2e',
			'/datasets/__proto__',
			'/experiments/constructor',
			'/convert?from=__proto__&value=1&m=1',
			'/datasets/moons?m=1e999&seed=-1',
			'/convert?from=lambda&value=NaN&m=%F0%9F%92%A5',
		),
		fc.string({ maxLength: 40 }).map((path) => `/${encodeURIComponent(path)}`),
		fc.webQueryParameters().map((query) => `/convert?${query}`),
	),
	type: fc.constantFrom(
		'application/json',
		'application/json',
		'application/json',
		'text/plain',
		'application/problem+json;',
		'multipart/form-data',
	),
	accept: fc.constantFrom('*/*', 'application/json', 'text/csv', 'image/png', ';;;', '*/*;q=0', 'text/*;q=x'),
	known: fc.constantFrom(null, '*', 'W/"x"', '"'.repeat(100), ',,,'),
	body: bodies,
});

test(`${REQUESTS} hostile requests`, async () => {
	let writes = 0;
	const store = new Proxy(env.RESULTS, {
		get(target, name) {
			if (name === 'put') {
				return async () => {
					writes += 1;
				};
			}
			const value = Reflect.get(target, name);
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
	const app = createApp();
	await fc.assert(
		fc.asyncProperty(requests, async ({ method, path, type, accept, known, body }) => {
			writes = 0;
			memory.clear();
			const context = createExecutionContext();
			const response = await app.fetch(
				new Request(`https://lambda.test/api/v1${path}`, {
					method,
					headers: { 'Content-Type': type, Accept: accept, ...(known !== null && { 'If-None-Match': known }) },
					...(method !== 'GET' && method !== 'HEAD' && { body }),
				}),
				// So little that what slips through as a valid spec is refused by its cost, or trains in a blink.
				{ ...env, RESULTS: store, JOB_BUDGET_GFLOP: '0.05' },
				context,
			);
			const text = await response.text();
			await waitOnExecutionContext(context);
			expect(response.status, `${method} ${path} ${body.slice(0, 500)}`).toBeLessThan(500);
			if (response.status < 400) return;
			expect(writes).toBe(0);
			expect(text.length).toBeLessThan(50_000);
			if (method === 'HEAD') return;
			expect(response.headers.get('Content-Type')).toBe('application/problem+json');
			expect(JSON.parse(text)).toMatchObject({ status: response.status, type: expect.stringMatching(/^\/problems\//) });
		}),
		{ numRuns: REQUESTS, endOnFailure: true },
	);
}, 600_000);

test('a body that comes drop by drop is read, and refused at its first byte too many', async () => {
	let sent = 0;
	const drops = (text: string, size: number) =>
		new ReadableStream({
			async pull(controller) {
				await new Promise((resolve) => setTimeout(resolve, 1));
				controller.enqueue(new TextEncoder().encode(text.slice(sent, sent + size)));
				sent += size;
				if (sent >= text.length) controller.close();
			},
		});
	const send = async (body: ReadableStream) => {
		const context = createExecutionContext();
		const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, duplex: 'half' };
		const response = await createApp().fetch(new Request('https://lambda.test/api/v1/explain', init), env, context);
		await response.text();
		return response.status;
	};
	expect(await send(drops('{"data":{"kind":"moons"}}', 3))).toBe(200);
	sent = 0;
	expect(await send(drops(`{"data":"${'x'.repeat(4 * 1024 * 1024)}"}`, 64 * 1024))).toBe(413);
	expect(sent).toBeLessThan(2.5 * 1024 * 1024);
});
