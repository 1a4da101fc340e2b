import { describe, expect, test } from 'vitest';
import type { Run, Weights } from '../../src/schema/run.ts';
import { api, post, small } from './api.ts';

const train = async (spec: object) => (await post('/runs', spec)).json<Run>();

describe('the weights of a run', () => {
	test('that holds them are those', async () => {
		const { id, weights } = await train({ ...small, output: { weights: true } });
		expect(await (await api(`/runs/${id}/weights`)).json()).toEqual(weights);
	});

	test('that does not hold them are those of the same run, which is trained once for them', async () => {
		const { id } = await train(small);
		const first = await (await api(`/runs/${id}/weights`)).json<Weights>();
		const other = await post('/runs', { ...small, output: { weights: true } });
		expect(other.headers.get('Cache-Status')).toBe('lambda-over-2m; hit');
		expect((await other.json<Run>()).weights).toEqual(first);
	});

	test.each([
		['', 'application/x-npz', 'npz'],
		['', 'application/x-safetensors;q=0.9, text/html;q=0.8, */*;q=0.1', 'safetensors'],
		['?format=npz', 'application/json', 'npz'],
		['?format=safetensors', 'image/png', 'safetensors'],
		['?format=json', 'application/x-npz', 'json'],
	])('%s with Accept: %s come as %s', async (query, Accept, name) => {
		const { id } = await train(small);
		const answer = await api(`/runs/${id}/weights${query}`, { headers: { Accept } });
		const type = name === 'json' ? 'application/json' : `application/x-${name}`;
		expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, type]);
		expect(answer.headers.get('Content-Disposition')).toBe(`inline; filename="weights.${name}"`);
		const bytes = new Uint8Array(await answer.arrayBuffer());
		const begin = { json: '{"W', npz: 'PK\u0003', safetensors: String.fromCharCode(bytes[0] ?? 0, bytes[1] ?? 0, 0) };
		expect(String.fromCharCode(...bytes.slice(0, 3))).toBe(begin[name as keyof typeof begin]);

		const known = await api(`/runs/${id}/weights${query}`, {
			headers: { Accept, 'If-None-Match': answer.headers.get('ETag') ?? '' },
		});
		expect(known.status).toBe(304);
	});

	test('of a run that diverged are none', async () => {
		const { id } = await train({ ...small, optimizer: { learningRate: 1e6 }, penalty: { lambda: 1e9 } });
		for (const method of ['GET', 'HEAD']) expect((await api(`/runs/${id}/weights`, { method })).status).toBe(422);
		const problem = await (await api(`/runs/${id}/weights`)).json<{ type: string; detail: string }>();
		expect(problem.type).toBe('/problems/no-such-form');
		expect(problem.detail).toMatch(/diverged at epoch \d+/);
	});

	test('that no result could hold are refused with their number, and so is what they predict', async () => {
		const hidden = Array(8).fill(512);
		const { id } = await train({ ...small, engine: 'fused', network: { hidden }, training: { epochs: 1 } });
		const answers = [
			await api(`/runs/${id}/weights?format=npz`),
			await post(`/runs/${id}/predictions`, { X: [[1, 2]] }),
		];
		for (const answer of answers) {
			expect(answer.status).toBe(422);
			const { type, detail } = await answer.json<{ type: string; detail: string }>();
			expect(type).toBe('/problems/over-budget');
			expect(detail).toContain('the 1840641 weights of its network');
		}
		expect((await api(`/runs/${id}/export?target=pytorch`)).status).toBe(422);
	});

	test.each([
		['?format=pickle', 422, 'invalid-spec'],
		['?form=npz', 422, 'invalid-spec'],
	])('%s is refused', async (query, status, name) => {
		const { id } = await train(small);
		const answer = await api(`/runs/${id}/weights${query}`);
		expect(answer.status).toBe(status);
		expect(await answer.json()).toMatchObject({ type: `/problems/${name}` });
	});

	test('as an image are refused, and of no run not found', async () => {
		const { id } = await train(small);
		expect((await api(`/runs/${id}/weights`, { headers: { Accept: 'image/png' } })).status).toBe(406);
		expect((await api(`/runs/${'0'.repeat(40)}/weights`)).status).toBe(404);
	});
});
