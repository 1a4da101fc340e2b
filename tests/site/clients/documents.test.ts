/** What README, docs and the Python client's README show of own data, as a reader copies it: run against the real server. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

const execute = promisify(execFile);
const url = inject('serverUrl');
const PYTHON = { fence: 'python', program: '/usr/bin/python3' };
const SHELL = { fence: 'sh', program: 'sh' };

describe.skipIf(url === '')('what is shown runs', () => {
	const env = { ...process.env, PYTHONPATH: resolve('clients/python') };
	let folder: string;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'a reader '));
		await symlink(resolve('examples'), join(folder, 'examples'));
	});
	afterAll(() => rm(folder, { recursive: true, force: true }));

	test.each([
		{ file: 'README.md', ...PYTHON, says: [/^0\.\d+ \['(first|second|third)'/m] },
		{
			file: 'clients/python/README.md',
			...PYTHON,
			says: [
				/^result None$/m,
				/^\['(first|second|third)'/m,
				/^\[\{'m': 30, /m,
				/^10$/m,
				/'decay-dominates'/,
				/^\(8, 13\) \(8,\)$/m,
				/^import torch$/m,
			],
		},
		{ file: 'docs/own-data.md', ...PYTHON, says: [/^0\.\d+$/m, /\['first'\]$/m] },
		{ file: 'docs/own-data.md', ...SHELL, says: [/"prediction":\[/] },
	])('$file, $fence', async ({ file, fence, program, says }) => {
		const blocks = [...(await readFile(file, 'utf8')).matchAll(/```(\w+)\n([\s\S]+?)```/g)]
			.filter(([, language, text = '']) => language === fence && text.includes('http://localhost:8787'))
			.map(([, , text = '']) => text.replaceAll('http://localhost:8787', url));
		expect(blocks).toHaveLength(1);
		const { stdout } = await execute(program, ['-c', blocks[0] ?? ''], { cwd: folder, env });
		for (const pattern of says) expect(stdout).toMatch(pattern);
	});

	test('a refusal in Python reads as the client’s README has it', async () => {
		const [, shown = ''] =
			/```\n(lambda_over_2m\.ApiError: .+)\n```/.exec(await readFile('clients/python/README.md', 'utf8')) ?? [];
		const program = `from lambda_over_2m import Client; Client("${url}").train({"data": {"kind": "moons", "m": -1}})`;
		const refused = execute(PYTHON.program, ['-c', program], { env });
		await expect(refused).rejects.toThrow(`\n${shown}\n`);
	});
});
