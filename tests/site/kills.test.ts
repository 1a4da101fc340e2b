/**
 * Whichever process of `npm start` is killed, the others end with it, and the next start on the same state goes on with the
 * sweep that was running. All lives share one folder and one port, so that each start also shows that both were free.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type LocalServer, localServer } from '../../scripts/localServer.ts';
import { partOf } from '../support/partOf.ts';
import { freePort } from '../support/server.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'lambda-over-2m-kills-'));
const state = join(folder, 'state');
/** More cells than all lives train. */
const grid = {
	base: { data: { kind: 'moons', test: { m: 200 } }, training: { epochs: 2500, recordEvery: 2500 } },
	axes: { lambda: [0, 0.03, 0.1, 0.3, 1, 3], seed: Array.from({ length: 100 }, (_, i) => i + 1) },
};

/** A process as `ps` lists it; one that has ended and waits to be reaped is none. */
interface Listed {
	pid: number;
	parent: number;
	group: number;
	command: string;
}

function list(): Listed[] {
	const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,pgid=,stat=,args='], { encoding: 'utf8' }).split('\n');
	return lines.flatMap((line) => {
		const [, pid, parent, group, status = 'Z', command = ''] =
			/^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*)/.exec(line) ?? [];
		return status.startsWith('Z') ? [] : [{ pid: Number(pid), parent: Number(parent), group: Number(group), command }];
	});
}

/** All processes of a server: itself, wrangler's group and its guard. */
function partsOf(server: LocalServer): Listed[] {
	const all = list();
	const leaders = all.filter(({ parent }) => parent === server.pid);
	return all.filter(({ pid, group }) => pid === server.pid || leaders.some((leader) => leader.pid === group));
}

const VICTIMS: [string, RegExp[], string | null][] = [
	['wrangler', [/wrangler-dist/], 'the server stopped by itself (SIGKILL)'],
	["wrangler's proxy", [/workerd.*entry=localhost/], 'a part of the server ended: workerd (SIGKILL)'],
	['the runtime of the Worker', [/workerd.*entry=127/], 'a part of the server ended: workerd (SIGKILL)'],
	['the guard', [/read -r _; kill/], 'the guard of its processes is gone'],
	['start.mjs', [/node scripts\/start\.mjs/], null],
	['start.mjs and wrangler at once', [/node scripts\/start\.mjs/, /wrangler-dist/], null],
];

describe.skipIf(process.platform === 'win32')('npm start', () => {
	let server: LocalServer;
	let port: number;
	const start = () => localServer({ port, state });

	beforeAll(async () => {
		port = await freePort();
		server = await start();
		const body = JSON.stringify(grid);
		const headers = { 'Content-Type': 'application/json' };
		const response = await fetch(`http://localhost:${port}/api/v1/sweeps`, { method: 'POST', headers, body });
		expect(response.status).toBe(202);
	});
	afterAll(() => server.kill());

	/** A line for each cell trained, without anybody asking for the sweep. */
	const goesOn = () => vi.waitUntil(() => server.output().includes('"message":"trained"'), { timeout: 10_000 });

	test.each(partOf(VICTIMS, 2))(
		'after kill -9 of %s nothing is left, and the sweep goes on with the next start',
		async (_, patterns, reason) => {
			await goesOn();
			const parts = partsOf(server);
			expect(parts.length).toBeGreaterThanOrEqual(6);
			const victims = parts.filter(({ command }) => patterns.some((pattern) => pattern.test(command)));
			expect(victims.length).toBeGreaterThanOrEqual(patterns.length);
			const killed = performance.now();
			for (const { pid } of victims) process.kill(pid, 'SIGKILL');
			expect(await server.ended).toBe(reason === null ? null : 1);
			expect(performance.now() - killed).toBeLessThan(3000);
			const lines = server.output().trimEnd().split('\n');
			if (reason) expect(lines.at(-1)).toBe(`lambda-over-2m: ${reason}`);
			const pids = new Set(parts.map(({ pid }) => pid));
			await vi.waitFor(() => expect(list().filter(({ pid }) => pids.has(pid))).toEqual([]), { timeout: 2000 });
			server = await start();
			await goesOn();
		},
	);

	test('a second one on the same state says so and ends', async () => {
		const second = run(['scripts/start.mjs'], { PORT: String(await freePort()), STATE_DIR: state });
		expect(await second.output).toBe(
			`lambda-over-2m: another server uses ${state}; choose another folder: STATE_DIR=… npm start\n`,
		);
		expect(second.child.exitCode).toBe(1);
	});

	test('Ctrl-C ends it with 0, and nothing is left', async () => {
		const parts = new Set(partsOf(server).map(({ pid }) => pid));
		process.kill(server.pid, 'SIGINT');
		expect(await server.ended).toBe(0);
		expect(list().filter(({ pid }) => parts.has(pid))).toEqual([]);
	});
});

test('a port that is taken and a folder that cannot be made are refused in a line', async () => {
	const taken = createServer().listen(0, '127.0.0.1');
	await once(taken, 'listening');
	const address = taken.address();
	const port = address && typeof address === 'object' ? String(address.port) : '';
	const file = join(folder, 'file');
	writeFileSync(file, '');
	const refused = [
		run(['scripts/start.mjs'], { PORT: port, STATE_DIR: join(folder, 'other') }),
		run(['scripts/start.mjs'], { PORT: String(await freePort()), STATE_DIR: join(file, 'below') }),
	];
	const outputs = await Promise.all(refused.map(({ output }) => output));
	expect(outputs[0]).toMatch(/^lambda-over-2m: port \d+ is taken; choose another one: PORT=\d+ npm start\n$/);
	expect(outputs[1]).toMatch(/^lambda-over-2m: .* cannot be used: .*ENOTDIR.*; choose another folder: .*\n$/);
	expect(refused.map(({ child }) => child.exitCode)).toEqual([1, 1]);
	taken.close();
});

test('a build that is killed half-way, or fails, leaves dist/ as it was', async () => {
	const before = fingerprint();
	const killed = run(['scripts/buildSite.mjs', '--silent']);
	const halfway = join(root, 'build', `site-${killed.child.pid}`);
	await vi.waitUntil(() => (statSync(halfway, { throwIfNoEntry: false }) ? readdirSync(halfway).length > 0 : false), {
		timeout: 30_000,
	});
	killed.child.kill('SIGKILL');
	await killed.output;
	expect(fingerprint()).toBe(before);

	const failed = run(['scripts/buildSite.mjs', '--silent'], { SITE_URL: 'no address' });
	await failed.output;
	expect(failed.child.exitCode).toBe(1);
	expect(fingerprint()).toBe(before);
	expect(readdirSync(join(root, 'build')).filter((name) => /^(site|former)-/.test(name))).toEqual([]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a script and says what it printed once it is over. */
function run(args: string[], env: Record<string, string> = {}): { child: ChildProcess; output: Promise<string> } {
	const child = spawn('node', args, {
		cwd: root,
		env: { ...process.env, SKIP_BUILD: '1', ASTRO_TELEMETRY_DISABLED: '1', ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let printed = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding('utf8').on('data', (text: string) => {
			printed += text;
		});
	}
	return { child, output: once(child, 'close').then(() => printed) };
}

/** Of every file in dist/, by name and content. */
function fingerprint(): string {
	const hash = createHash('sha256');
	for (const entry of readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })) {
		if (entry.isFile()) hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
	}
	return hash.digest('hex');
}
