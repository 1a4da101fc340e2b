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
	])('$field, with $status', async ({ body, status, field }) => {
		const response = await post('/convert/code', body);
		expect(response.status).toBe(status);
		const { errors } = await response.json<{ errors: { path: string }[] }>();
		expect(errors.map(({ path }) => path)).toContain(field);
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
