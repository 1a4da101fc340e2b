/** One version of the package and its clients; the newest heading of the changelog names it, the API's and the engine's. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { API_VERSION } from '../../src/openapi/version.ts';

const read = (file: string) => readFile(file, 'utf8');
const { version } = JSON.parse(await read('package.json'));

test.each([
	['CITATION.cff', /^version: ([\d.]+)$/m],
	['clients/typescript/package.json', /"version": "([\d.]+)"/],
	['clients/python/pyproject.toml', /^version = "([\d.]+)"/m],
	['clients/python/lambda_over_2m/__init__.py', /^__version__ = "([\d.]+)"/m],
])('%s has the version of the package', async (file, pattern) => {
	expect(pattern.exec(await read(file))?.[1]).toBe(version);
});

test('the newest heading of the changelog names all three', async () => {
	const [, heading] = /^## (.*)$/m.exec(await read('CHANGELOG.md')) ?? [];
	expect(heading).toMatch(new RegExp(`: package ${version}, API ${API_VERSION}, engine ${ENGINE_VERSION}$`));
});
