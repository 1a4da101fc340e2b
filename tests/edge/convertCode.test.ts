import { describe, expect, test } from 'vitest';
import type { CodeAnswer } from '../../src/schema/codeAnswer.ts';
import { LONGEST_CODE } from '../../src/schema/codeQuery.ts';
import { api, post } from './api.ts';

const CODE = 'opt = torch.optim.SGD(model.parameters(), lr=0.1, weight_decay=0.05)';

describe('code is read', () => {
	test('with what it leaves out beside it: λ = m · weight_decay', async () => {
		const response = await post('/convert/code', { code: CODE, m: 50, batchSize: 5 });
		expect(response.status).toBe(200);
		const { decays, missing } = await response.json<CodeAnswer>();
		expect(decays[0]?.meaning?.lambda).toBeCloseTo(2.5, 12);
		expect(missing).toEqual([]);
	});

	test('as plain text, and says what is missing', async () => {
		const response = await api('/convert/code', {
			method: 'POST',
			body: CODE,
			headers: { 'Content-Type': 'text/plain' },
		});
		expect(response.status).toBe(200);
		const { decays, missing } = await response.json<CodeAnswer>();
		expect(decays[0]).toMatchObject({ library: 'pytorch-sgd', value: 0.05, line: 1, meaning: null });
		expect(missing).toEqual(['m', 'batchSize']);
	});

	test('and says what it reckoned with', async () => {
		const sizesOf = async (body: object) => (await (await post('/convert/code', body)).json<CodeAnswer>()).sizes;
		expect(await sizesOf({ code: CODE })).toEqual({ m: null, batchSize: null, epochs: null });
		expect(await sizesOf({ code: CODE, m: 50, batchSize: 5, epochs: 3 })).toEqual({ m: 50, batchSize: 5, epochs: 3 });
		const loader = `loader = DataLoader(CIFAR10(), batch_size=128)\n${CODE}`;
		expect(await sizesOf({ code: loader })).toEqual({ m: 50_000, batchSize: 128, epochs: null });
		expect(await sizesOf({ code: loader, m: 100 })).toEqual({ m: 100, batchSize: 100, epochs: null });
	});

	test('and answers in Chinese', async () => {
		const { notes } = await (await post('/convert/code', { code: 'print(1)', language: 'zh' })).json<CodeAnswer>();
		expect(notes[0]?.message).toMatch(/[一-鿿]/);
	});
});

describe('what is no such request is refused', () => {
	test.each([
		{ body: { code: 'x'.repeat(LONGEST_CODE + 1) }, status: 422, field: 'code' },
		{ body: { code: CODE, m: 0 }, status: 422, field: 'm' },
		{ body: { code: CODE, optimizer: 'lion' }, status: 422, field: 'optimizer' },
		{ body: { m: 10 }, status: 422, field: 'code' },
		{ body: { code: CODE, m: 100, batchSize: 1000 }, status: 422, field: 'batchSize' },
		{ body: { code: `m = 100\n${CODE}`, batchSize: 1000 }, status: 422, field: 'batchSize' },
	])('$field, with $status', async ({ body, status, field }) => {
		const response = await post('/convert/code', body);
		expect(response.status).toBe(status);
		const { errors } = await response.json<{ errors: { path: string }[] }>();
		expect(errors.map(({ path }) => path)).toContain(field);
	});

	test('a batch of more rows than there are, with both numbers', async () => {
		const said = async (body: object) => (await (await post('/convert/code', body)).json<{ detail: string }>()).detail;
		expect(await said({ code: CODE, m: 100, batchSize: 1000 })).toBe(
			'batchSize: 1,000 is more than the 100 training examples: at most 100',
		);
	});

	test('another media type, which names those that are taken', async () => {
		const response = await api('/convert/code', {
			method: 'POST',
			body: CODE,
			headers: { 'Content-Type': 'text/x-python' },
		});
		expect(response.status).toBe(415);
		expect((await response.json<{ detail: string }>()).detail).toContain('application/json or text/plain');
	});
});
