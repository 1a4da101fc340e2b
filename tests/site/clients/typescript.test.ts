/** The TypeScript client as a package: packed, installed in an empty project without a network, and called. */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { EXPERIMENTS } from '../../../src/experiments/registry.ts';
import { launchBrowser } from '../../support/chromium.ts';
import { findNodes } from '../../support/nodes.ts';

const execute = promisify(execFile);
const root = join(import.meta.dirname, '../../..');
const here = import.meta.dirname;

let folder: string;
let project: string;
let installed: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'a caller’s project '));
	project = join(folder, 'project');
	installed = join(project, 'node_modules/lambda-over-2m-client');
	await mkdir(project);
	await execute('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: join(root, 'clients/typescript') });
	const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? '';
	await writeFile(join(project, 'package.json'), '{ "type": "module" }');
	await execute('npm', ['install', '--silent', '--offline', join(folder, tarball)], { cwd: project });
	for (const file of ['caller.mjs', 'caller.ts']) await copyFile(join(here, file), join(project, file));
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What `caller.mjs` reports. */
const EXPECTED = {
	id: expect.stringMatching(/^[0-9a-f]{40}$/),
	isTheSame: true,
	program: expect.arrayContaining(['import torch']),
	layers: [
		[16, 2],
		[8, 16],
		[4, 8],
		[2, 4],
		[1, 2],
	],
	archive: 'PK',
	isPredicted: true,
	isDecided: true,
	misfit: ['X.0'],
	experiments: EXPERIMENTS.length,
	watched: expect.arrayContaining([expect.any(Number)]),
	labels: ['half'],
	cells: 2,
	lambda: 10,
	findings: expect.arrayContaining([expect.any(String)]),
	refused: ['data.m'],
	isByName: true,
	isUnreachable: true,
};

/** What the compiler says of a caller’s program. */
const compile = async (resolution: string, ...rest: string[]) => {
	const tsc = join(root, 'node_modules/typescript/bin/tsc');
	const flags = ['--noEmit', '--strict', '--lib', 'ES2023,DOM,DOM.Iterable,DOM.AsyncIterable'];
	const how = ['--target', 'ES2023', '--module', resolution === 'Bundler' ? 'ESNext' : resolution];
	const outcome = await execute(process.execPath, [tsc, ...flags, ...how, '--moduleResolution', resolution, ...rest], {
		cwd: project,
	}).catch((error: { stdout: string; stderr: string }) => error);
	return `${outcome.stdout}${outcome.stderr}`;
};

test('holds one program without dependencies, its types, and no TypeScript source', async () => {
	const files = (await readdir(installed, { recursive: true })).filter((name) => name.includes('.'));
	expect(files.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))).toEqual([]);
	expect(files.filter((name) => name.endsWith('.js'))).toEqual([join('dist', 'index.js')]);
	expect(await readFile(join(installed, 'LICENSE'), 'utf8')).toBe(await readFile(join(root, 'LICENSE'), 'utf8'));
	const { dependencies } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
	expect(dependencies).toBeUndefined();
	for (const name of files.filter((file) => file.endsWith('.d.ts'))) {
		expect(await readFile(join(installed, name), 'utf8'), name).not.toMatch(/(from |import\()['"](?!\.\/\w+\.js)/);
	}
});

describe.skipIf(inject('serverUrl') === '')('is called', () => {
	const baseUrl = `${inject('serverUrl')}/api/v1`;

	test.each(findNodes())('in $name', async ({ path }) => {
		const program = `import { call } from './caller.mjs'; console.log(JSON.stringify(await call('${baseUrl}')));`;
		const { stdout } = await execute(path, ['--input-type=module', '-e', program], { cwd: project });
		expect(JSON.parse(stdout)).toEqual(EXPECTED);
	});

	test('by the program of its README', async () => {
		const readme = await readFile(join(root, 'clients/typescript/README.md'), 'utf8');
		const [, program = ''] = /```ts\n([\s\S]+?)```/.exec(readme) ?? [];
		await writeFile(join(project, 'readme.mts'), program);
		expect(await compile('NodeNext', 'readme.mts')).toBe('');
		await writeFile(join(project, 'readme.mjs'), program.replace('http://localhost:8787', inject('serverUrl')));
		const { stdout } = await execute(process.execPath, ['readme.mjs'], { cwd: project });
		expect(stdout).toContain("path: 'data.m'");
		expect(stdout).toMatch(/^import torch$/m);
	});

	test('in a page of another origin', async () => {
		const browser = await launchBrowser();
		const files = createServer(async ({ url = '/' }, answer) => {
			const file = url === '/caller.mjs' ? join(project, 'caller.mjs') : join(installed, url);
			const text = url === '/' ? PAGE : await readFile(file, 'utf8').catch(() => '');
			answer.writeHead(200, { 'Content-Type': url === '/' ? 'text/html' : 'text/javascript' }).end(text);
		});
		try {
			await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
			const { port } = files.address() as AddressInfo; // it listens on a port
			const page = await browser.newPage();
			await page.goto(`http://127.0.0.1:${port}/`);
			// A text, since vitest rewrites imports in functions.
			const report = await page.evaluate(`import('/caller.mjs').then(({ call }) => call('${baseUrl}'))`);
			expect(report).toEqual(EXPECTED);
		} finally {
			await browser.close();
			files.close();
		}
	});
});

test('is bundled for browsers, with nothing of Node and no warning', async () => {
	const { warnings, outputFiles } = await build({
		entryPoints: [join(project, 'caller.mjs')],
		bundle: true,
		minify: true,
		format: 'iife',
		platform: 'browser',
		target: ['safari16', 'chrome105', 'firefox110'],
		write: false,
	});
	expect(warnings).toEqual([]);
	expect(outputFiles[0]?.contents.length).toBeLessThan(10_000);
});

const PAGE = '<script type="importmap">{"imports":{"lambda-over-2m-client":"/dist/index.js"}}</script>';

describe('has types', () => {
	test.each(['Bundler', 'NodeNext'])(
		'for a caller’s program, resolved as %s',
		async (resolution) => {
			const all = ['--exactOptionalPropertyTypes', '--skipLibCheck', 'false'];
			expect(await compile(resolution, ...all, 'caller.ts')).toBe('');
		},
		60_000,
	);

	test('that are the contract’s', async () => {
		const source = join(root, 'src/client/client.ts');
		await writeFile(
			join(project, 'same.ts'),
			`import type { Client } from 'lambda-over-2m-client';
import type { Client as Source } from ${JSON.stringify(source)};
export const packed = (client: Source): Client => client;
export const source = (client: Client): Source => client;
`,
		);
		expect(await compile('Bundler', '--skipLibCheck', '--allowImportingTsExtensions', 'same.ts')).toBe('');
	}, 120_000);
});
