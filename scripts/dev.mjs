/**
 * `npm run dev`: the pages as they are written, at http://localhost:8787 (PORT), with the API beside them. A changed sentence,
 * style or script is on the page at once, without a restart: Astro's own server serves the pages, and hands /api/v1 and /mcp to the
 * Worker of `npm start`, which reloads after a change of `functions/` or `src/`. A change of the kernel needs a restart.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname ?? '.', '..');
const port = Number(process.env.PORT || 8787);
const apiPort = port === 65535 ? port - 1 : port + 1;
const env = {
	...process.env,
	PATH: join(root, 'node_modules/.bin') + delimiter + (process.env.PATH ?? ''),
	ASTRO_TELEMETRY_DISABLED: '1',
	API_ORIGIN: `http://localhost:${apiPort}`,
};

/** @param {string[]} args @param {Record<string, string>} more */
const launch = (args, more = {}) =>
	spawn('node', args, { cwd: root, env: { ...env, ...more }, stdio: ['ignore', 'inherit', 'inherit'] });

mkdirSync(join(root, 'dist'), { recursive: true }); // the Worker's files; the pages are Astro's here
const kernel = spawn('npm', ['run', '--silent', 'build:kernel'], {
	cwd: root,
	env,
	stdio: 'inherit',
	shell: process.platform === 'win32',
});
const [failed] = await once(kernel, 'close');
if (failed) process.exit(1);

const api = launch(['scripts/start.mjs'], { PORT: String(apiPort), SKIP_BUILD: '1', WATCH_PID: String(process.pid) });
const pages = launch(['node_modules/astro/bin/astro.mjs', 'dev', '--port', String(port)]);
const running = [api, pages];
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => end(0));
for (const child of running) child.once('exit', (code) => end(code ?? 1));

/** Ends both, whichever ended first. @param {number} code */
function end(code) {
	for (const child of running) child.kill('SIGTERM');
	setTimeout(() => process.exit(code), 1000);
}
