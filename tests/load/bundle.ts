import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** A Worker's modules by name, as Miniflare takes them; the first is its main one. */
interface Modules {
	mainModule: string;
	modules: Record<string, { type: 'esm' | 'wasm'; contents: string | Uint8Array<ArrayBuffer> }>;
}

const MAIN = 'index.js';
/** As `npm run deploy` says. */
const DEFINE = ['--env=', '--define', 'process:undefined'];
const quiet = { ...process.env, NO_COLOR: '1', WRANGLER_SEND_METRICS: 'false', WRANGLER_WRITE_LOGS: 'false' };

/**
 * The Worker's modules as `wrangler deploy` would upload them.
 *
 * @throws Error with what wrangler printed when it does not bundle
 */
export async function workerModules(folder: string): Promise<Modules> {
	const bundled = spawnSync('wrangler', ['deploy', '--dry-run', '--outdir', folder, ...DEFINE], {
		encoding: 'utf8',
		env: quiet,
	});
	if (bundled.status !== 0) throw new Error(bundled.stderr || bundled.stdout);
	const modules: Modules['modules'] = {
		[MAIN]: { type: 'esm', contents: await readFile(join(folder, MAIN), 'utf8') },
	};
	for (const name of (await readdir(folder)).filter((file) => file.endsWith('.wasm'))) {
		modules[name] = { type: 'wasm', contents: new Uint8Array(await readFile(join(folder, name))) };
	}
	return { mainModule: MAIN, modules };
}

/** Milliseconds that the Worker's module takes to start, of its own profile. */
export function startUp(folder: string): number {
	const { stdout } = spawnSync(
		'wrangler',
		['check', 'startup', '--outfile', join(folder, 'startup.cpuprofile'), `--args=${DEFINE.join(' ')}`],
		{
			encoding: 'utf8',
			env: quiet,
			stdio: ['ignore', 'pipe', 'pipe'],
			timeout: 60_000, // it does not always end by itself once it has written the profile
		},
	);
	return Number(/Active: ([\d.]+) ms/.exec(stdout)?.[1]);
}

export async function helloModules(): Promise<Modules> {
	const { outputFiles } = await build({
		entryPoints: [join(import.meta.dirname, 'hello.ts')],
		bundle: true,
		minify: true,
		format: 'esm',
		write: false,
	});
	return { mainModule: MAIN, modules: { [MAIN]: { type: 'esm', contents: outputFiles[0]?.text ?? '' } } };
}
