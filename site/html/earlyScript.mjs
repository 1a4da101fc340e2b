import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is alive before the rest of its page has been read: its script waits for nothing. */
const EARLY = /<script type="module"(?= src="[^"]*HeroFigure)/g;

/** Has the script of the article's first figure run as soon as it has come, in each built page. */
export const earlyScript = () => ({
	name: 'early-script',
	hooks: {
		/** @param {{ dir: URL }} built */
		'astro:build:done': async ({ dir }) => {
			const root = fileURLToPath(dir);
			for await (const file of glob('**/*.html', { cwd: root })) {
				const page = await readFile(join(root, file), 'utf8');
				const early = page.replace(EARLY, '<script type="module" async');
				if (early !== page) await writeFile(join(root, file), early);
			}
		},
	},
});
