import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createClient } from '../../src/client/client.ts';
import { ApiError, UnreachableError } from '../../src/client/errors.ts';

/** A server that answers with these in turn, the last one for ever; what it was asked. */
interface Answer {
	status: number;
	body: string;
	headers?: Record<string, string>;
}

let server: Server | undefined;
afterEach(() => server?.close());

async function serving(...answers: Answer[]) {
	const asked: string[] = [];
	server = createServer((incoming, outgoing) => {
		asked.push(`${incoming.method} ${incoming.url}`);
		const answer = answers[Math.min(asked.length, answers.length) - 1];
		outgoing.writeHead(answer?.status ?? 500, answer?.headers).end(answer?.body);
	});
	await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo; // it listens on a port
	const origin = `http://127.0.0.1:${port}`;
	return { asked, origin, api: createClient({ baseUrl: `${origin}/api/v1`, longestWait: 1 }) };
}

const ok: Answer = { status: 200, body: '{"id":"x"}' };
const problem = (status: number, headers: Record<string, string> = {}): Answer => ({
	status,
	headers,
	body: JSON.stringify({ type: '/problems/x', title: 'No', status, detail: 'because', errors: [] }),
});
const spec = { data: { kind: 'moons' as const } };

test.each([
	{ what: 'a GET after a 500', answers: [problem(500), ok], call: 'run', asked: 2 },
	{
		what: 'a GET after what is no answer of the API',
		answers: [{ status: 502, body: '<html>' }, ok],
		call: 'run',
		asked: 2,
	},
	{
		what: 'a POST that was asked to wait',
		answers: [problem(429, { 'Retry-After': '0' }), ok],
		call: 'train',
		asked: 2,
	},
] as const)('repeats $what', async ({ answers, call, asked: times }) => {
	const { api, asked } = await serving(...answers);
	expect(await (call === 'run' ? api.run('x') : api.train(spec))).toEqual({ id: 'x' });
	expect(asked).toHaveLength(times);
});

test.each([
	{ what: 'a POST after a 500', answers: [problem(500), ok], call: 'train' },
	{ what: 'a refusal', answers: [problem(422), ok], call: 'train' },
	{ what: 'a GET of what is not there', answers: [problem(404), ok], call: 'run' },
	{ what: 'a wait that is too long', answers: [problem(429, { 'Retry-After': '60' }), ok], call: 'train' },
] as const)('does not repeat $what', async ({ answers, call }) => {
	const { api, asked } = await serving(...answers);
	const failure = await (call === 'run' ? api.run('x') : api.train(spec)).catch((error: unknown) => error);
	expect(failure).toBeInstanceOf(ApiError);
	expect((failure as ApiError).problem.status).toBe(answers[0].status);
	expect((failure as ApiError).message).toBe('No: because');
	expect(asked).toHaveLength(1);
});

test('says when nobody answers, and when the caller has had enough', async () => {
	const nobody = createClient({ baseUrl: 'http://127.0.0.1:9/api/v1', retries: 0 });
	const unreached: unknown = await nobody.run('x').catch((error: unknown) => error);
	expect(unreached).toBeInstanceOf(UnreachableError);
	expect(unreached).toHaveProperty(
		'message',
		expect.stringMatching(/^http:\/\/127\.0\.0\.1:9\/api\/v1\/runs\/x does not answer: .+/),
	);
	const { api } = await serving(problem(429, { 'Retry-After': '1' }));
	await expect(api.train(spec, { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({ name: 'TimeoutError' });
});

test('says that an answer is of something else', async () => {
	for (const body of ['<html>', '"hello"']) {
		const { api, origin } = await serving({ status: 404, body });
		await expect(api.run('x')).rejects.toThrow(`${origin}/api/v1/runs/x does not answer as this API does`);
		server?.close();
	}
});

test.each(['localhost:8787', 'example.org', 'ftp://example.org'])('refuses %s as an address', (baseUrl) => {
	expect(() => createClient({ baseUrl })).toThrow(`baseUrl is '${baseUrl}', and begins with http:// or https://`);
});

test.each(['', '/', '/api/v1', '/api/v1/'])('finds the API by an address that ends in "%s"', async (end) => {
	const { api, asked, origin } = await serving(ok);
	await api.limits();
	await createClient({ baseUrl: `${origin}${end}` }).limits();
	expect(asked).toEqual(['GET /api/v1/limits', 'GET /api/v1/limits']);
});

test('needs an address', () => {
	for (const none of [undefined, {}]) expect(() => createClient(none as never)).toThrow('baseUrl is needed');
});

test('asks what the contract says', async () => {
	const { api, asked } = await serving(ok);
	await api.convert({ from: 'pytorch-sgd', value: 0.01, m: 1000, batchSize: 'full' });
	await api.convert({ from: 'pytorch-sgd', value: 0.01, m: 1000, to: ['optax', 'flax'] });
	await api.convertCode({ code: 'SGD(net.parameters(), lr=0.1, weight_decay=0.01)', m: 1000 });
	await api.dataSet('moons', { m: 5 });
	await api.exportRun('x', 'keras');
	await api.weights('x');
	await api.weightsFile('x', 'npz');
	await api.predict('x', [[1, 2]]);
	await api.experiments();
	await api.experiment('exact-zeros');
	await api.runExperiment('exact-zeros', { lambda: 1 });
	await api.compare({ base: spec, variants: [{ label: 'a' }] });
	await api.explain(spec);
	await api.startSweep({ base: spec, axes: { m: [1] } });
	await api.sweep('x');
	await api.sweepAnalysis('x');
	await api.stopSweep('x', 'token');
	expect(asked).toEqual([
		'GET /api/v1/convert?from=pytorch-sgd&value=0.01&m=1000',
		'GET /api/v1/convert?from=pytorch-sgd&value=0.01&m=1000&to=optax%2Cflax',
		'POST /api/v1/convert/code',
		'GET /api/v1/datasets/moons?m=5',
		'GET /api/v1/runs/x/export?target=keras',
		'GET /api/v1/runs/x/weights',
		'GET /api/v1/runs/x/weights?format=npz',
		'POST /api/v1/runs/x/predictions',
		'GET /api/v1/experiments',
		'GET /api/v1/experiments/exact-zeros',
		'POST /api/v1/experiments/exact-zeros',
		'POST /api/v1/comparisons',
		'POST /api/v1/explain',
		'POST /api/v1/sweeps',
		'GET /api/v1/sweeps/x',
		'GET /api/v1/sweeps/x/analysis',
		'DELETE /api/v1/sweeps/x',
	]);
});
