import { exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';

const ask = (path: string, init?: RequestInit) => exports.default.fetch(`https://lambda.test${path}`, init);

test('the API’s catalogue leads to what there is (RFC 9727)', async () => {
	const answer = await ask('/.well-known/api-catalog');
	expect(answer.status).toBe(200);
	expect(answer.headers.get('Content-Type')).toMatch(/^application\/linkset\+json/);
	const { linkset } = await answer.json<{ linkset: Record<string, unknown>[] }>();
	const [catalog, api = {}] = linkset;
	expect(catalog).toMatchObject({ anchor: 'https://lambda.test/.well-known/api-catalog' });
	expect(api).toMatchObject({ anchor: 'https://lambda.test/api/v1' });
	for (const relation of ['service-desc', 'status'] as const) {
		for (const { href, type } of api[relation] as { href: string; type: string }[]) {
			const led = await exports.default.fetch(href); // as RFC 9264 says
			expect([led.status, led.headers.get('Content-Type')]).toEqual([200, type]);
		}
	}
	const head = await ask('/.well-known/api-catalog', { method: 'HEAD' });
	expect(head.headers.get('Link')).toContain('rel="api-catalog"');
	expect((await ask('/.well-known/api-catalog', { method: 'POST' })).status).toBe(405);
});
