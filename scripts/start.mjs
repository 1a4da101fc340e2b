/**
 * `npm start`: builds kernel and site and serves page and API at http://localhost:8787, with local KV.
 *
 * Environment: PORT (8787), FREE=1 (with the bounds of the free plan), STATE_DIR (.wrangler/state: what survives a
 * restart), SKIP_BUILD=1 (serve dist/ as it is), ASSETS_DIR (another
 * folder than dist/), RATE_LIMIT=on (off otherwise), WATCH_PID (stop when that process is
 * gone: the tests' own), and the bounds of wrangler.toml (SWEEP_* and what has GFLOP in its name) by their names.
 *
 * wrangler runs in a process group of its own with workerd and esbuild. So Ctrl-C reaches this
 * process alone, and this process ends the whole group, whichever way it is stopped itself: by a
 * signal, because npm above it is gone, or killed (then `guardGroup.mjs` and `tieToStart.mjs` do it). When
 * one of the group ends by itself or is killed, all end, with exit 1 and the reason. package.json
 * says `exec` because a shell between npm and this process would keep a SIGINT for itself; where
 * there is no `exec` (Windows), what stands after `||` runs.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { guardGroup } from './guardGroup.mjs';
import { isPortTaken } from './isPortTaken.mjs';
import { end, exists, isWindows } from './processGroups.mjs';
import { lockState } from './stateLock.mjs';
import { isNoise } from './wranglerNoise.mjs';

const NAME = 'lambda-over-2m';
const root = join(import.meta.dirname ?? '.', '..');
const isFree = Boolean(process.env.FREE);
const parent = process.ppid;

/** Nothing asks an account, an update server or the network for anything. */
const env = {
	...process.env,
	PATH: join(root, 'node_modules/.bin') + delimiter + (process.env.PATH ?? ''),
	ASTRO_TELEMETRY_DISABLED: '1',
	CLOUDFLARE_CF_FETCH_ENABLED: 'false',
	WRANGLER_HIDE_BANNER: 'true',
	WRANGLER_NO_SKILLS_UPDATE_PROMPTS: 'true',
	WRANGLER_REGISTRY_PATH: join(root, '.wrangler/registry'),
	WRANGLER_SEND_ERROR_REPORTS: 'false',
	WRANGLER_SEND_METRICS: 'false',
	WRANGLER_WRITE_LOGS: 'false',
};

/** The processes that this one has started and that still run. @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
let stopping = false;

const port = readPort();
if (await isPortTaken(port)) {
	refuse(`port ${port} is taken; choose another one: PORT=${port === 65535 ? 8787 : port + 1} npm start`);
}
const state = process.env.STATE_DIR || join(root, '.wrangler/state');
const reason = await lockState(state);
if (reason) refuse(`${reason}; choose another folder: STATE_DIR=… npm start`);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0));
setInterval(() => isOrphan() && stop(0), 200).unref();
process.stdout.on('error', () => stop(0)); // whoever read it is gone

if (!process.env.SKIP_BUILD) await build();
if (!stopping) await serve();

/** Whether npm above, or the process that WATCH_PID names, is gone. */
function isOrphan() {
	if (process.env.npm_lifecycle_event && process.ppid !== parent) return true;
	const watched = Number(process.env.WATCH_PID);
	return watched > 0 && !exists(watched);
}

/** The port asked for, or an exit in one line. */
function readPort() {
	const text = process.env.PORT || '8787';
	const number = Number(text);
	if (Number.isInteger(number) && number > 0 && number < 65536) return number;
	return refuse(`PORT is ${JSON.stringify(text)}; it must be a whole number from 1 to 65535`);
}

/** Builds the kernel and the site, without a word unless one fails. */
async function build() {
	await quietly(['node_modules/assemblyscript/bin/asc.js', ...kernelArguments()], 'the kernel (npm run build:kernel)');
	if (!stopping) await quietly(['scripts/buildSite.mjs', '--silent'], 'the site (npm run build)');
}

/** What package.json gives the compiler: one place says how the kernel is built. */
function kernelArguments() {
	const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	return scripts['build:kernel'].split(' ').slice(1);
}

/** @param {string[]} args @param {string} what */
async function quietly(args, what) {
	const child = launch(args);
	let printed = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding('utf8').on('data', (text) => {
			printed += text;
		});
	}
	const [code] = await once(child, 'close');
	if (stopping || code === 0) return;
	process.stderr.write(printed);
	fail(`${what} does not build`);
}

/** Runs the Worker and the built site until it is stopped. */
async function serve() {
	const child = launch([
		'node_modules/wrangler/wrangler-dist/cli.js',
		...['dev', '--local', '--ip', 'localhost', '--port', String(port), '--inspector-port', '0'],
		...(process.env.ASSETS_DIR ? ['--assets', process.env.ASSETS_DIR] : []),
		...['--var', `RATE_LIMIT:${process.env.RATE_LIMIT || 'off'}`],
		...(isFree ? ['--env', 'free'] : []),
		...boundsOfEnvironment(),
		...['--persist-to', state, '--show-interactive-dev-session', 'false', '--log-level', 'log'],
	]);
	/** @type {string[]} */
	const held = [];
	let ready = false;
	const streams = /** @type {const} */ ([
		[child.stdout, process.stdout],
		[child.stderr, process.stderr],
	]);
	for (const [from, to] of streams) {
		if (!from) continue;
		createInterface({ input: from }).on('line', (line) => {
			if (!ready) held.push(line);
			if (!isNoise(line)) to.write(`${line}\n`);
			// wrangler would wait for somebody to mend it; what follows says where it fails.
			if (!ready && line.includes('Build failed')) setTimeout(() => fail('the Worker does not build'), 300);
		});
	}
	child.on('message', (message) => {
		const { gone } = /** @type {{ gone?: string }} */ (message); // wrangler's own messages are strings
		// A start that fails is explained by wrangler, a little later.
		if (gone) setTimeout(() => fail(`a part of the server ended: ${gone}`), ready ? 0 : 1000);
	});
	child.once('close', (code, signal) => {
		fail(
			ready
				? `the server stopped by itself (${signal ?? code})`
				: `wrangler dev did not start (${signal ?? code}):\n${held.join('\n')}`,
		);
	});
	const url = `http://localhost:${port}`;
	while (!stopping && !(await answers(`${url}/api/v1/health`))) await new Promise((next) => setTimeout(next, 50));
	if (stopping) return;
	ready = true;
	const rates = process.env.RATE_LIMIT === 'on' ? 'rate limits on' : 'rate limits off (RATE_LIMIT=on for them)';
	process.stdout.write(`${NAME}: ${url}${isFree ? ' with the bounds of the free plan' : ''}, ${rates}\n`);
}

/**
 * The bounds that the environment states, as wrangler's options. One lane of a sweep, and one of all sweeps at a time,
 * unless it says otherwise: here all lanes share one thread, so that more are no faster, and leave no turn for requests
 * (docs/scale.md). Instances of lanes end with their runtime, so that a sweep goes on at its ledger's first look.
 */
function boundsOfEnvironment() {
	const own = { SWEEP_LANES: '1', SWEEP_TURNS: '1', SWEEP_LOOK_SECONDS: '2', SWEEP_LANES_SINCE: String(Date.now()) };
	const stated = { ...own, ...process.env };
	return Object.entries(stated).flatMap(([name, value]) =>
		/^SWEEP_|GFLOP/.test(name) && value ? ['--var', `${name}:${value}`] : [],
	);
}

/** @param {string} url @returns {Promise<boolean>} */
async function answers(url) {
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
		await response.arrayBuffer();
		return response.ok;
	} catch {
		return false;
	}
}

/** Starts a script with Node as the leader of its own process group, which ends with this process. @param {string[]} args */
function launch(args) {
	const tied = ['--no-warnings', '--import', './scripts/tieToStart.mjs', ...args];
	const child = spawn('node', tied, { cwd: root, env, detached: !isWindows, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
	children.add(child);
	const guard = child.pid && !isWindows ? guardGroup(child.pid) : undefined;
	guard?.once('exit', () => fail('the guard of its processes is gone'));
	child.once('exit', () => {
		children.delete(child);
		guard?.removeAllListeners('exit').kill('SIGKILL');
		if (child.pid) end(child.pid, 'SIGKILL'); // what it has started would go on, and hold the port
	});
	child.once('error', (error) => fail(error.message));
	return child;
}

/**
 * Ends every group, the patient way and then the sure way.
 *
 * @param {number} code of this process @param {number} patience in milliseconds
 */
async function stop(code, patience = 500) {
	if (stopping) return;
	stopping = true;
	const groups = [...children].flatMap(({ pid }) => (pid ? [pid] : []));
	for (const pid of groups) end(pid, patience > 0 ? 'SIGTERM' : 'SIGKILL');
	await untilGone(groups, patience);
	for (const pid of groups) end(pid, 'SIGKILL');
	await untilGone(groups, 200); // no longer: where nobody reaps them, killed processes stay as zombies
	process.exit(code);
}

/** @param {number[]} groups @param {number} patience in milliseconds */
async function untilGone(groups, patience) {
	for (let waited = 0; waited < patience && groups.some((pid) => exists(isWindows ? pid : -pid)); waited += 20) {
		await new Promise((next) => setTimeout(next, 20));
	}
}

/** Ends everything because something went wrong. @param {string} message */
function fail(message) {
	if (stopping) return;
	process.stderr.write(`${NAME}: ${message}\n`);
	void stop(1, 0);
}

/** Ends before anything was started. @param {string} message @returns {never} */
function refuse(message) {
	process.stderr.write(`${NAME}: ${message}\n`);
	process.exit(1);
}
