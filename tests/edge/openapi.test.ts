/** The OpenAPI document against the API that it describes. */
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { OPERATIONS } from '../../src/openapi/document.ts';
import { api, post, small } from './api.ts';

test('it is served, and names every operation', async () => {
	const document = await (await api('/openapi.json')).json<{ openapi: string; paths: object }>();
	expect(document.openapi).toMatch(/^3\.1/);
	expect(Object.keys(document.paths)).toEqual([...new Set(OPERATIONS.map(({ path }) => path))]);
});

describe('every operation answers, and as it says', () => {
	test.each(OPERATIONS.map((operation) => ({ ...operation, name: `${operation.method} ${operation.path}` })))(
		'$name',
		async ({ method, path, example, exampleAddress, answer, status = 200 }) => {
			const document = await (await api('/openapi.json')).json<{ components: { schemas: Record<string, object> } }>();
			const address = path.includes('{id}') ? await kept(path) : (exampleAddress ?? path);
			const response = method === 'post' ? await post(address, example) : await api(address, { method });
			expect(response.status).toBe(status);
			if (answer === null) {
				expect(response.headers.get('Content-Type')).toBe('text/event-stream');
				return expect(await response.text()).toContain('event: done');
			}
			// Refusals by format are ajv's own; the schemas hold none.
			const validate = new Ajv2020({ strict: false }).compile(document.components.schemas[answer] ?? {});
			validate(await response.json());
			expect(validate.errors).toBeNull();
		},
	);
});

/** The address of a result that is there. */
async function kept(path: string): Promise<string> {
	const [, resource = ''] = path.split('/');
	const body = {
		runs: small,
		comparisons: { base: small, variants: [{ label: 'a' }] },
		sweeps: { base: small, axes: { lambda: [0.5] } },
	}[resource];
	const { id } = await (await post(`/${resource}`, body)).json<{ id: string }>();
	return path.replace('{id}', id);
}
