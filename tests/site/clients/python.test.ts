/** The Python client as a person gets it: installed by pip from a checkout, its own tests run against the real server. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

const execute = promisify(execFile);
const PYTHON = '/usr/bin/python3';
let folder: string;

describe.skipIf(inject('serverUrl') === '')('the Python client', () => {
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'a checkout '));
		await cp('clients/python', join(folder, 'python'), { recursive: true }); // pip builds where the sources are
		const offline = ['--no-index', '--no-build-isolation', '--no-deps', '--quiet', '--disable-pip-version-check'];
		const where = ['--target', join(folder, 'site'), join(folder, 'python')];
		await execute(PYTHON, ['-m', 'pip', 'install', ...offline, ...where]);
	}, 120_000);
	afterAll(() => rm(folder, { recursive: true, force: true }));

	test('passes its tests', async () => {
		const { stderr } = await execute(PYTHON, ['-m', 'unittest', 'discover', join(folder, 'python/tests')], {
			cwd: folder,
			env: { ...process.env, PYTHONPATH: join(folder, 'site'), LAMBDA_OVER_2M_URL: inject('serverUrl') },
		});
		expect(stderr).toMatch(/^Ran \d{2} tests/m);
		expect(stderr).toMatch(/^OK$/m);
	}, 120_000);

	test('says what it is and imports nothing beyond the standard library', async () => {
		const program = `
import importlib.metadata, sys
before = set(sys.modules)
import lambda_over_2m
others = {name.partition('.')[0] for name in set(sys.modules) - before} - set(sys.stdlib_module_names)
print(importlib.metadata.version('lambda-over-2m'), lambda_over_2m.__version__, sorted(others))`;
		const { stdout } = await execute(PYTHON, ['-c', program], { env: { PYTHONPATH: join(folder, 'site') } });
		const [packed, stated, ...others] = stdout.trim().split(' ');
		expect(packed).toBe(stated);
		expect(others.join('')).toBe("['lambda_over_2m']");
	});
});
