/** `npm run sweep` as a person runs it, with and without npm's own lines. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

interface Outcome {
	code: number;
	stdout: string;
	stderr: string;
}

/** What a command printed and how it ended. */
const run = (quietly: boolean, ...args: string[]) =>
	new Promise<Outcome>((resolve) => {
		const command = ['run', ...(quietly ? ['--silent'] : []), 'sweep', '--', ...args];
		execFile('npm', command, (error, stdout, stderr) => {
			resolve({ code: error ? Number(error.code) : 0, stdout: stdout.replace(/^\n?(> .*\n)+\n/, ''), stderr });
		});
	});

const GRID = {
	base: { data: { kind: 'moons' }, training: { epochs: 50 } },
	axes: { lambda: [0.1, 1, 10], m: [10, 20], seed: [1, 2] },
};

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sweep '));
	await writeFile(join(folder, 'grid.json'), JSON.stringify(GRID));
	await writeFile(join(folder, 'broken.json'), '{\n\t"base": {},\n\t"axes": { "m": [1,] }\n}\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.skipIf(inject('serverUrl') === '').each([{ quietly: false }, { quietly: true }])(
	'quietly: $quietly',
	({ quietly }) => {
		const url = inject('serverUrl');

		test('ends with its summary; the rest goes to files', async () => {
			const [out, csv] = [join(folder, 'sweep.json'), join(folder, 'cells.csv')];
			const { code, stdout, stderr } = await run(
				quietly,
				join(folder, 'grid.json'),
				'--url',
				url,
				'--out',
				out,
				'--csv',
				csv,
			);
			expect(code, stderr).toBe(0);
			expect(stdout).toMatch(/^over-2m, 2 seeds\n {2}m = 10: best λ \d.*, test loss 0\.\d+\n/); // of two seeds without an interval
			expect(stdout.split('\n').length).toBeLessThan(10);
			expect(stderr).toMatch(/^12 of 12 cells/m);
			const sweep = JSON.parse(await readFile(out, 'utf8'));
			expect(sweep.results).toHaveLength(12);
			expect(sweep.analysis.scalings[0].best).toHaveLength(2);
			const table = (await readFile(csv, 'utf8')).trim().split('\n');
			expect(table).toHaveLength(13);
		});

		test('says in one line where a file is malformed', async () => {
			const { code, stdout, stderr } = await run(quietly, join(folder, 'broken.json'), '--url', url);
			expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
			expect(stderr).toBe(`${join(folder, 'broken.json')}:3:20: expected a value, found "]"\n`);
		});

		test.each([
			{ what: 'a file that is not there', args: ['nothing.json'], says: /^nothing\.json: there is no such file\n$/ },
			{ what: 'no file', args: [], says: /^a file with a grid is needed; --help says more\n$/ },
			{
				what: 'two files',
				args: ['a.json', 'b.json'],
				says: /^one file with a grid, and there are 2: a\.json b\.json\n$/,
			},
			{
				what: 'a sweep to stop without its token',
				args: ['--stop', 'x'],
				says: /^--stop takes the id of a sweep and the token/,
			},
			{
				what: 'no address',
				args: ['examples/grid.json', '--url', 'localhost:8787'],
				says: /^--url localhost:8787: it begins with http/,
			},
			{
				what: 'a file that cannot be written, before anything is trained',
				args: ['examples/grid.json', '--out', '/nowhere/sweep.json', '--url', url],
				says: /^\/nowhere\/sweep\.json cannot be written: ENOENT.*\n$/,
			},
			{ what: 'an option that does not exist', args: ['--cvs', 'x'], says: /^Unknown option '--cvs'.*\n$/ },
		])('refuses $what in one line', async ({ args, says }) => {
			const { code, stderr } = await run(quietly, ...args);
			expect(code).toBe(1);
			expect(stderr).toMatch(says);
		});

		test('stops a sweep with what was printed at its beginning', async () => {
			const base = { ...GRID.base, training: { epochs: 20_000, recordEvery: 20_000 } };
			const seed = Array.from({ length: 200 }, (_, i) => (quietly ? 1000 : 2000) + i);
			const begun = await fetch(`${url}/api/v1/sweeps`, {
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify({ base, axes: { seed } }),
			});
			const { id, stopToken } = (await begun.json()) as { id: string; stopToken: string };
			const { code, stderr } = await run(quietly, '--stop', id, stopToken, '--url', `${url}/api/v1/`);
			expect(code, stderr).toBe(0);
			expect(stderr).toMatch(/^\d+ of 200 cells, \d+ trained\n\nit is stopped\n$/);
		});

		test('names what the API refuses', async () => {
			await writeFile(join(folder, 'refused.json'), JSON.stringify({ ...GRID, axes: { m: [-1] } }));
			const { code, stderr } = await run(quietly, join(folder, 'refused.json'), '--url', url);
			expect(code).toBe(1);
			expect(stderr).toMatch(/axes\.m\.0: -1 is not allowed/);
		});

		test('--help says what there is', async () => {
			const { code, stdout } = await run(quietly, '--help');
			expect(code).toBe(0);
			for (const option of ['--out', '--csv', '--url', '--stop']) expect(stdout).toContain(option);
		});
	},
);
