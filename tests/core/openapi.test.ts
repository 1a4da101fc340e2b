/** The OpenAPI document in the hands of tools that we did not write. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPERATIONS, RESOURCES } from '../../src/contract/routes.ts';
import { openApiDocument } from '../../src/openapi/document.ts';
import { FILES_WITH_ORIGIN } from '../../src/openOrigin.ts';

const execute = promisify(execFile);
const BIN = join(import.meta.dirname, '../../node_modules/.bin');
const QUIET = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1', CI: 'true' };

const document = openApiDocument();
let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'openapi-'));
	await writeFile(join(folder, 'openapi.json'), JSON.stringify(document, null, '\t'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs a tool on the document; what it printed, also when it failed. */
async function run(tool: string, ...options: string[]): Promise<string> {
	const outcome = await execute(join(BIN, tool), options, { cwd: folder, env: { ...process.env, ...QUIET } }).catch(
		(error: { stdout: string; stderr: string }) => error,
	);
	return `${outcome.stdout}${outcome.stderr}`;
}

const compile = (...files: string[]) =>
	run(
		'tsc',
		'--noEmit',
		'--strict',
		'--skipLibCheck',
		'false',
		'--target',
		'ES2023',
		'--module',
		'ESNext',
		'--moduleResolution',
		'Bundler',
		'--lib',
		'ES2023,DOM,DOM.Iterable',
		...files,
	);

describe('the document', () => {
	test('is valid OpenAPI 3.1', async () => {
		const validator = new Validator();
		const result = await validator.validate(JSON.parse(JSON.stringify(document)));
		expect(result.errors).toBeUndefined();
		expect(result.valid).toBe(true);
		expect(validator.version).toBe('3.1');
	});

	test('gives redocly’s recommended rules nothing to say', async () => {
		const printed = await run('redocly', 'lint', 'openapi.json', '--format', 'json');
		const report = JSON.parse(printed.slice(printed.indexOf('{'), printed.lastIndexOf('}') + 1));
		expect(report.totals).toMatchObject({ errors: 0, warnings: 0, ignored: 0 });
	}, 30_000);

	test('names every operation, and what it belongs to', () => {
		const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
		expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(OPERATIONS.length);
		const tags = document.tags.map(({ name }) => name);
		for (const operation of operations) expect(tags).toEqual(expect.arrayContaining(operation.tags));
	});

	test('describes every field of every schema, and every parameter', () => {
		const undescribed: string[] = [];
		const visit = (node: unknown, path: string) => {
			if (typeof node !== 'object' || node === null) return;
			const { properties, parameters } = node as { properties?: object; parameters?: unknown }; // whatever it is
			for (const [name, field] of Object.entries(properties ?? {})) {
				if (!('description' in resolve(field))) undescribed.push(`${path}/${name}`);
			}
			for (const parameter of Array.isArray(parameters) ? parameters : []) {
				if (!('description' in parameter)) undescribed.push(`${path}?${parameter.name}`);
			}
			for (const [key, inner] of Object.entries(node)) visit(inner, `${path}/${key}`);
		};
		visit(document, '');
		expect(undescribed).toEqual([]);
	});

	test('calls what must be whole an integer', () => {
		const spec = JSON.stringify(document.components.schemas.RunSpec);
		for (const field of ['m', 'seed', 'epochs', 'recordEvery', 'shuffleSeed', 'patience', 'resolution']) {
			expect(spec).toMatch(new RegExp(`"${field}":{[^{}]*("allOf":\\[{[^{}]*)?"type":"integer"`));
		}
	});
});

test('wrangler.toml leaves the pages of the API to the site', async () => {
	const [, rules = ''] = /run_worker_first = \[([^\]]*)\]/.exec(await readFile('wrangler.toml', 'utf8')) ?? [];
	const pages = Object.keys(RESOURCES).map((name) => `!/api/${name}*`);
	expect(JSON.parse(`[${rules.replace(/,\s*$/, '')}]`)).toEqual([
		'/mcp',
		'/mcp/',
		'/.well-known/api-catalog',
		'/api/*',
		'!/api/',
		...pages,
		...FILES_WITH_ORIGIN,
	]);
});

/** What a reference leads to, beside what stands with it. */
function resolve(schema: { $ref?: string }): object {
	const name = schema.$ref?.split('/').at(-1);
	return name ? { ...document.components.schemas[name], ...schema } : schema;
}

/** A caller's program: defaults are left out, a base is any part of a RunSpec, a patch one too. */
const program = (declarations: string, types: string) => `
${declarations}
type RunSpec = ${types}['RunSpec'];
const spec: RunSpec = { data: { kind: 'moons' }, penalty: { lambda: 0.5 }, optimizer: { learningRate: 0.1 } };
const sweep: ${types}['SweepRequest'] = { base: spec, axes: { lambda: [0.1, 1], scaling: ['over-2m'] } };
const comparison: ${types}['ComparisonRequest'] = {
	base: spec,
	variants: [
		{ label: 'as it is' },
		{ label: 'other', patch: { data: { m: 60 }, optimizer: { kind: 'adam', beta1: 0.8, momentum: null }, training: { batchSize: 10 } } },
	],
};
// @ts-expect-error there is no such scaling
const wrong: ${types}['SweepRequest'] = { base: spec, axes: { scaling: ['over-n'] } };
// @ts-expect-error λ is a number, also in a patch
const wrongPatch: ${types}['ComparisonRequest'] = { base: spec, variants: [{ label: 'a', patch: { penalty: { lambda: '1' } } }] };
const withoutData: ${types}['ComparisonRequest'] = {
	base: { data: { m: 60 }, penalty: { lambda: 1 } },
	variants: [{ label: 'a', patch: { data: { kind: 'moons' } } }],
};
// @ts-expect-error a base is a part of a RunSpec
const wrongBase: ${types}['ComparisonRequest'] = { base: { data: { kind: 'suns' } }, variants: [] };
export const read = (run: ${types}['Run']): [number, number | null, number] => [run.spec.data.kind === 'inline' ? 0 : run.spec.data.m, run.final.dataLoss, run.spec.optimizer.learningRate];
export const all = [sweep, comparison, withoutData, wrong, wrongPatch, wrongBase];
`;

describe('generated types compile, and a caller’s program with them', () => {
	test('by openapi-typescript', async () => {
		await run('openapi-typescript', 'openapi.json', '-o', 'types.d.ts');
		const types = "components['schemas']";
		await writeFile(join(folder, 'program.ts'), program("import type { components } from './types.d.ts';", types));
		expect(await compile('--allowImportingTsExtensions', 'types.d.ts', 'program.ts')).toBe('');
	}, 60_000);

	test('by @hey-api/openapi-ts', async () => {
		await run('openapi-ts', '-i', 'openapi.json', '-o', 'client', '--no-log-file');
		const names = ['RunSpec', 'SweepRequest', 'ComparisonRequest', 'Run'];
		const table = `interface Types { ${names.map((name) => `${name}: client.${name};`).join(' ')} }`;
		await writeFile(
			join(folder, 'withClient.ts'),
			program(`import type * as client from './client/index';\n${table}`, 'Types'),
		);
		expect(await compile('client/index.ts', 'withClient.ts')).toBe('');
	}, 60_000);
});
