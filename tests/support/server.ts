/**
 * Starts the real thing, `npm start`, on a free port with a state of its own.
 *
 *   const server = await startServer();
 *   await fetch(`${server.url}/api/v1/health`);
 *   await server.stop();
 *
 * The tests of `tests/site` share one, started by `globalSetup.ts`: `inject('serverUrl')`. A test
 * that stops or breaks its server starts another one here.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Server {
	/** The origin, without a slash at its end: `http://localhost:49152`. */
	readonly url: string;
	/** Everything that the server has printed so far. */
	readonly output: () => string;
	/** Stops the server, waits until its last process is gone and removes its state. */
	readonly stop: () => Promise<void>;
}

interface ServerOptions {
	/** More environment variables for `npm start`. */
	readonly env?: Readonly<Record<string, string>>;
	/** How long the start may take, the build of the site included; in milliseconds. */
	readonly timeout?: number;
}

const root = join(import.meta.dirname, '../..');

/** Starts `npm start` and waits for its line; throws with all it printed when it does not come. */
export async function startServer({ env = {}, timeout = 120_000 }: ServerOptions = {}): Promise<Server> {
	const stateFolder = await mkdtemp(join(tmpdir(), 'lambda-over-2m-'));
	const url = `http://localhost:${await freePort()}`;
	const child = spawn('npm', ['start'], {
		cwd: root,
		env: {
			...process.env,
			PORT: new URL(url).port,
			STATE_DIR: stateFolder,
			WATCH_PID: String(process.pid),
			SITE_URL: undefined, // as `scripts/test.mjs` builds
			FEEDBACK_URL: undefined,
			NODE_ENV: undefined, // vitest's own would build a site for tests, without its service worker
			...(process.env.SITE_IS_BUILT && existsSync(join(root, 'dist')) ? { SKIP_BUILD: '1' } : {}),
			...env,
		},
		stdio: ['ignore', 'pipe', 'pipe'],
		shell: process.platform === 'win32', // npm is npm.cmd there
	});
	let printed = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => {
			printed += text;
		});
	}
	const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
	const stop = async () => {
		if (isRunning(child)) child.kill('SIGTERM');
		await exited; // the pipes close with the last process that holds them
		await rm(stateFolder, { recursive: true, force: true });
	};

	const deadline = Date.now() + timeout;
	while (!printed.includes(url)) {
		if (!isRunning(child) || Date.now() > deadline) {
			await stop();
			throw new Error(`npm start did not come up at ${url}:\n${printed}`);
		}
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	return { url, output: () => printed, stop };
}

const isRunning = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer().once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => {
				if (address && typeof address === 'object') resolve(address.port);
				else reject(new Error('no free port'));
			});
		});
	});
}
