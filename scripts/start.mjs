/**
 * `npm start`: builds kernel and site and serves page and API at http://localhost:8787, with local KV.
 *
 * Environment: PORT (8787), FREE=1 (with the bounds of the free plan), STATE_DIR (.wrangler/state: what survives a
 * restart), SKIP_BUILD=1 (serve dist/ as it is), RATE_LIMIT=on (off otherwise), WATCH_PID (stop when that process is
 * gone: the tests' own), and the bounds of wrangler.toml (SWEEP_* and what has GFLOP in its name) by their names.
 *
 * wrangler runs in a process group of its own with workerd and esbuild. So Ctrl-C reaches this
 * process alone, and this process ends the whole group, whichever way it is stopped itself: by a
 * signal, because npm above it is gone, or killed (then `endWithParent.mjs` does it). package.json
 * says `exec` because a shell between npm and this process would keep a SIGINT for itself; where
 * there is no `exec` (Windows), what stands after `||` runs.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { isPortTaken } from './isPortTaken.mjs';
import { end, exists, isWindows } from './processGroups.mjs';
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
	fail(`port ${port} is taken; choose another one: PORT=${port === 65535 ? 8787 : port + 1} npm start`);
}
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
	return fail(`PORT is ${JSON.stringify(text)}; it must be a whole number from 1 to 65535`);
}

/** Builds the kernel and the site, without a word unless one fails. */
async function build() {
	await quietly(['node_modules/assemblyscript/bin/asc.js', ...kernelArguments()], 'the kernel (npm run build:kernel)');
	if (!stopping) await quietly(['node_modules/astro/bin/astro.mjs', 'build', '--silent'], 'the site (astro build)');
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
	const state = process.env.STATE_DIR || join(root, '.wrangler/state');
	const child = launch([
		'node_modules/wrangler/wrangler-dist/cli.js',
		...['dev', '--local', '--ip', 'localhost', '--port', String(port), '--inspector-port', '0'],
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
		});
	}
	child.once('close', (code) => {
		if (stopping) return;
		fail(
			ready ? `the server stopped by itself (${code})` : `wrangler dev did not start (${code}):\n${held.join('\n')}`,
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
 * The bounds that the environment states, as wrangler's options. One lane of a sweep unless it says otherwise: here all
 * lanes share one thread, so that more are no faster, and leave no turn for requests (docs/scale.md).
 */
function boundsOfEnvironment() {
	const stated = { SWEEP_LANES: '1', ...process.env };
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

/** Starts a script with Node as the leader of its own process group. @param {string[]} args */
function launch(args) {
	const guarded = ['--no-warnings', '--import', './scripts/endWithParent.mjs', ...args];
	const child = spawn('node', guarded, { cwd: root, env, detached: !isWindows, stdio: 'pipe' });
	children.add(child);
	child.once('exit', () => children.delete(child));
	child.once('error', (error) => fail(error.message));
	return child;
}

/** Ends every group, the patient way for half a second and then the sure way. @param {number} code */
async function stop(code) {
	if (stopping) return;
	stopping = true;
	const groups = [...children].flatMap(({ pid }) => (pid ? [pid] : []));
	for (const pid of groups) end(pid, 'SIGTERM');
	for (let waited = 0; waited < 500 && groups.some((pid) => exists(isWindows ? pid : -pid)); waited += 20) {
		await new Promise((next) => setTimeout(next, 20));
	}
	for (const pid of groups) end(pid, 'SIGKILL');
	process.exit(code);
}

/** @param {string} message @returns {never} */
function fail(message) {
	process.stderr.write(`${NAME}: ${message}\n`);
	for (const { pid } of children) if (pid) end(pid, 'SIGKILL');
	process.exit(1);
}
