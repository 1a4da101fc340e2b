/** The OpenAPI document against the API that it describes: every answer is what it says, and holds nothing else. */
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { OPERATIONS, type Operation } from '../../src/contract/routes.ts';
import type { OpenApiDocument } from '../../src/openapi/document.ts';
import { strictly } from '../support/strictly.ts';
import { api, post, small } from './api.ts';
import { ended } from './sweeps.ts';

let document: OpenApiDocument;
let validatorOf: (schema: object) => ValidateFunction;

beforeAll(async () => {
	document = await (await api('/openapi.json')).json<OpenApiDocument>();
	const ajv = new Ajv2020({ strict: false, validateFormats: false });
	ajv.addSchema({ $id: 'document', components: strictly(document.components) });
	validatorOf = (schema) => ajv.compile(JSON.parse(JSON.stringify(strictly(schema)).replaceAll('"#/', '"document#/')));
});

/** What the document says of the answer of that status and media type. */
function answerSchema({ path, method }: Pick<Operation, 'path' | 'method'>, status: number, mediaType: string): object {
	const answers = document.paths[path]?.[method.toLowerCase()]?.responses as
		| Record<string, { content?: Record<string, { schema: object }> }>
		| undefined; // as OpenAPI says
	const schema = answers?.[status]?.content?.[mediaType]?.schema;
	if (!schema) throw new Error(`${method} ${path} says nothing of ${status} as ${mediaType}`);
	return schema;
}

/** Fails unless the answer is one that the document describes, field by field. */
async function expectDescribed(operation: Pick<Operation, 'path' | 'method'>, response: Response): Promise<unknown> {
	const mediaType = response.headers.get('Content-Type')?.split(';')[0] ?? '';
	const schema = answerSchema(operation, response.status, mediaType);
	if (!mediaType.endsWith('json')) return response.text();
	const answer: unknown = await response.json();
	const validate = validatorOf(schema);
	validate(answer);
	expect(validate.errors).toBeNull();
	return answer;
}

test('the document names every path', () => {
	expect(document.openapi).toMatch(/^3\.1/);
	expect(Object.keys(document.paths)).toEqual([...new Set(OPERATIONS.map(({ path }) => path))]);
});

test('the document is there once: who has it is told so', async () => {
	const headers = { 'If-None-Match': (await api('/openapi.json')).headers.get('ETag') ?? '' };
	expect((await api('/openapi.json', { headers })).status).toBe(304);
	const head = await api('/openapi.json', { method: 'HEAD' });
	expect([head.status, head.headers.get('Content-Type'), await head.text()]).toEqual([200, 'application/json', '']);
});

describe('every operation answers its example as it says', () => {
	test.each(OPERATIONS)('$key', async (operation) => {
		const { method, path, example, answer } = operation;
		const { params, query, body } = example;
		const made = path.includes('{id}') ? await makeResult(path) : null;
		const filled = fill(path, { ...params, ...made });
		const token = operation.bearer && { Authorization: `Bearer ${made?.stopToken}` };
		const search = query
			? `?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, `${value}`]))}`
			: '';
		const send = (accept: string) =>
			body === undefined
				? api(`${filled}${search}`, { method, headers: { Accept: accept, ...token } })
				: post(filled, body, { Accept: accept });
		for (const mediaType of Object.keys(answer.content)) {
			const response = await send(mediaType);
			expect(response.status).toBe(answer.status);
			expect(response.headers.get('Content-Type')).toMatch(new RegExp(`^${mediaType}`));
			// A stream begins before anybody knows what it will end with.
			const headers = mediaType === 'text/event-stream' ? [] : (answer.headers ?? []);
			for (const header of headers) expect(response.headers.has(header), header).toBe(true);
			await expectDescribed(operation, response);
		}
	});
});

const fill = (path: string, params: Readonly<Record<string, string>>) =>
	path.replace(/{(\w+)}/g, (_, name: string) => params[name] ?? '');

/** A result that is there, for a path with an id; a sweep is over. */
async function makeResult(path: string): Promise<{ id: string; stopToken?: string }> {
	const [, resource = ''] = path.split('/');
	const bodies: Record<string, object> = {
		runs: small,
		comparisons: { base: small, variants: [{ label: 'a' }] },
		sweeps: { base: small, axes: { lambda: [0.5] } },
	};
	const made = await (await post(`/${resource}`, bodies[resource])).json<{ id: string; stopToken?: string }>();
	if (resource === 'sweeps') await ended(made.id);
	return made;
}

const run = { method: 'POST', path: '/runs' } as const;
const inline = { kind: 'inline', X: [[0], [1], [2]], y: [0.5, 1, 2] };

/** Requests whose answers hold what the examples do not. */
const requests: { what: string; operation: Pick<Operation, 'path' | 'method'>; path: string; body?: object }[] = [
	{
		what: 'a run with weights and boundary',
		operation: run,
		path: '/runs',
		body: { ...small, output: { weights: true, boundary: { resolution: 4 } } },
	},
	{
		what: 'a run under Adam on explicit batches',
		operation: run,
		path: '/runs',
		body: { ...small, optimizer: { kind: 'adam' }, training: { batches: [[0, 1], [2]] } },
	},
	{
		what: 'a run that diverges',
		operation: run,
		path: '/runs',
		body: { ...small, optimizer: { learningRate: 1e6 }, penalty: { lambda: 1e9 }, training: { epochs: 50 } },
	},
	{
		what: 'a run that stops early',
		operation: run,
		path: '/runs',
		body: { ...small, regularizers: { earlyStopping: { patience: 1 } }, training: { epochs: 100, recordEvery: 1 } },
	},
	{
		what: 'a regression on rows of one’s own',
		operation: run,
		path: '/runs',
		body: { data: inline, training: { epochs: 3 } },
	},
	{
		what: 'explicit weights',
		operation: run,
		path: '/runs',
		body: {
			data: inline,
			network: { hidden: [] },
			init: { kind: 'explicit', W: [[[1]]], b: [[0]] },
			training: { epochs: 3 },
		},
	},
	{
		what: 'a spec with findings',
		operation: { method: 'POST', path: '/explain' },
		path: '/explain',
		body: { data: { kind: 'moons' }, optimizer: { kind: 'adam' }, penalty: { lambda: 1000, scaling: 'half' } },
	},
	{
		what: 'a conversion with timescales',
		operation: { method: 'GET', path: '/convert' },
		path: '/convert?from=pytorch-adamw&value=0.01&m=1000&batchSize=100&learningRate=0.001&language=zh',
	},
	{
		what: 'a conversion of a regression',
		operation: { method: 'GET', path: '/convert' },
		path: '/convert?from=sklearn-ridge&value=1&m=50&batchSize=full&loss=squared-error&targetDeviation=2',
	},
	{
		what: 'λ = 0, which C cannot say',
		operation: { method: 'GET', path: '/convert' },
		path: '/convert?from=lambda&value=0&m=30',
	},
	{
		what: 'a heat map',
		operation: { method: 'GET', path: '/experiments/{name}' },
		path: '/experiments/lambda-size-map',
	},
	{
		what: 'a teacher',
		operation: { method: 'GET', path: '/datasets/{kind}' },
		path: '/datasets/linear-teacher?m=4&features=3&teacherStandardDeviation=1',
	},
	{
		what: 'a teacher that is a network',
		operation: { method: 'GET', path: '/datasets/{kind}' },
		path: '/datasets/network-teacher?m=4&features=3&hidden=2',
	},
	{
		what: 'a real data set',
		operation: { method: 'GET', path: '/datasets/{kind}' },
		path: '/datasets/diabetes?m=4&standardize=false',
	},
	{
		what: 'a table of whole numbers that are divided',
		operation: { method: 'GET', path: '/datasets/{kind}' },
		path: '/datasets/diamonds?m=4&standardize=false',
	},
	{
		what: 'a sweep that runs',
		operation: { method: 'POST', path: '/sweeps' },
		path: '/sweeps',
		body: { base: small, axes: { m: [5, 10], lambda: [0, 1, 2], seed: [1, 2, 3] } },
	},
	{ what: 'an invalid spec', operation: run, path: '/runs', body: { data: { kind: 'suns' } } },
	{
		what: 'a job over the budget',
		operation: run,
		path: '/runs',
		body: { ...small, training: { epochs: 1_000_000, recordEvery: 1_000_000 } },
	},
	{
		what: 'a result too large',
		operation: run,
		path: '/runs',
		body: { data: { kind: 'moons' }, training: { epochs: 200_000, recordEvery: 1 } },
	},
	{
		what: 'a sweep over the budget',
		operation: { method: 'POST', path: '/sweeps' },
		path: '/sweeps',
		body: {
			base: { data: { kind: 'moons' } },
			axes: { lambda: Array.from({ length: 1000 }, (_, i) => i), seed: Array.from({ length: 1000 }, (_, i) => i) },
		},
	},
	{ what: 'an unknown data set', operation: { method: 'GET', path: '/datasets/{kind}' }, path: '/datasets/suns' },
	{ what: 'an unknown run', operation: { method: 'GET', path: '/runs/{id}' }, path: `/runs/${'0'.repeat(40)}` },
];

test.each(requests)('$what is answered as the document says', async ({ operation, path, body }) => {
	await expectDescribed(operation, body === undefined ? await api(path) : await post(path, body));
});

test('a field that the document does not name fails, wherever it is', async () => {
	const paths = [
		...[run, { method: 'POST', path: '/explain' } as const].map((operation) => ({
			operation,
			body: { ...small, output: { boundary: {} } },
		})),
		...(['/convert', '/limits', '/', '/experiments', '/datasets'] as const).map((path) => ({
			operation: { method: 'GET', path } as const,
			body: undefined,
		})),
	];
	for (const { operation, body } of paths) {
		const query = operation.path === '/convert' ? '?from=lambda&value=1&m=30&learningRate=0.1' : '';
		const response = body ? await post(operation.path, body) : await api(`${operation.path}${query}`);
		const validate = validatorOf(answerSchema(operation, 200, 'application/json'));
		const answer: unknown = await response.json();
		let objects = 0;
		for (const object of objectsIn(answer)) {
			object.undocumented = 1;
			expect(validate(answer), `${operation.path} ${Object.keys(object)}`).toBe(false);
			delete object.undocumented;
			objects += 1;
		}
		expect(validate(answer)).toBe(true);
		expect(objects).toBeGreaterThan(1);
	}
});

function* objectsIn(value: unknown): Iterable<Record<string, unknown>> {
	if (typeof value !== 'object' || value === null) return;
	if (!Array.isArray(value)) yield value as Record<string, unknown>;
	for (const inner of Object.values(value)) yield* objectsIn(inner);
}
