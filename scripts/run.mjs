/**
 * Bundles a TypeScript entry and runs it: `node scripts/run.mjs scripts/precompute/precompute.ts [arguments]`.
 * Node cannot load the ES modules of TensorFlow.js as they are published; a bundler can.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [entry, ...rest] = process.argv.slice(2);
if (!entry) throw new Error('usage: node scripts/run.mjs ENTRY.ts [arguments]');
const root = join(import.meta.dirname, '..');
const folder = await mkdtemp(join(root, 'node_modules', '.run-'));
const outfile = join(folder, `${basename(entry, '.ts')}.mjs`);
try {
	await build({
		entryPoints: [entry],
		outfile,
		bundle: true,
		platform: 'node',
		format: 'esm',
		mainFields: ['module', 'main'],
		sourcemap: 'inline',
		external: ['esbuild'],
		logLevel: 'warning',
		// CommonJS that ends up in the bundle calls require for Node's own modules.
		banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
	});
	process.argv.splice(1, process.argv.length, entry, ...rest);
	await import(pathToFileURL(outfile).href);
} finally {
	await rm(folder, { recursive: true, force: true });
}
