/**
 * Builds the site beside `dist/` and puts it there once it is whole: a build that fails, or is killed, leaves `dist/` as
 * it was. Arguments go to `astro build`, which runs in this process, so that neither outlives the other.
 */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exists } from './processGroups.mjs';

const root = join(import.meta.dirname ?? '.', '..');
const site = join(root, 'dist');
const built = join(root, 'build', `site-${process.pid}`);
const former = join(root, 'build', `former-${process.pid}`);

for (const name of existsSync(join(root, 'build')) ? readdirSync(join(root, 'build')) : []) {
	const [, pid] = /^(?:site|former)-(\d+)$/.exec(name) ?? [];
	if (pid && !exists(Number(pid))) rmSync(join(root, 'build', name), { recursive: true }); // it was killed
}
process.once('exit', (code) => {
	if (code === 0) {
		if (existsSync(site)) renameSync(site, former);
		renameSync(built, site);
	}
	for (const folder of [built, former]) rmSync(folder, { recursive: true, force: true });
});
process.argv.splice(2, process.argv.length, 'build', '--outDir', built, ...process.argv.slice(2));
await import(pathToFileURL(join(root, 'node_modules/astro/bin/astro.mjs')).href);
