/** What is there for those who are no people: search engines, language models, catalogues. */
import { describe, expect, inject, test } from 'vitest';
import { RESOURCES } from '../../src/contract/routes.ts';

const url = inject('serverUrl');
const read = async (path: string) => (await fetch(`${url}${path}`)).text();

describe.skipIf(url === '')('for machines', () => {
	test('robots.txt lets them read how the API is described, and not the API', async () => {
		const rules = (await read('/robots.txt')).split('\n');
		expect(rules).toEqual(
			expect.arrayContaining(['Disallow: /api/v1/', 'Allow: /api/v1/openapi.json', 'Disallow: /mcp']),
		);
	});

	test('llms.txt is short, and everything that it names is there', async () => {
		const text = await read('/llms.txt');
		expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(35);
		expect(text).toMatch(/^# λ\/2m\n\n> /);
		const links = [...text.matchAll(/^- \[[^\]]+\]\(([^)]+)\): .{10}/gm)].map(
			([, href = '']) => new URL(href).pathname,
		);
		expect(links.length).toBeGreaterThan(Object.keys(RESOURCES).length + 5);
		for (const path of links) {
			const { status } = await fetch(`${url}${path}`);
			expect([path, path === '/mcp' ? 405 : 200]).toEqual([path, status]);
		}
	});

	test('the catalogue of the API is answered at its well-known place', async () => {
		const { linkset } = JSON.parse(await read('/.well-known/api-catalog'));
		expect(linkset[1].anchor).toBe(`${url}/api/v1`);
	});
});
