import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The element that is alive before the rest of its page has been read: its script waits for nothing. */
const EARLY = 'HeroFigure';

/**
 * Names in the head of each built page every module that its scripts import, so that a browser asks for all of them at
 * once: a module tells what it imports only when it has come, and each of four such steps costs a phone a round trip.
 */
export function preloadModules() {
	/** @type {Map<string, readonly string[]>} what a chunk imports, by its file */
	const imports = new Map();
	const collect = {
		name: 'collect-imports',
		/** @param {unknown} _ @param {Record<string, { type: string, fileName: string, imports?: string[] }>} bundle */
		generateBundle(_, bundle) {
			for (const chunk of Object.values(bundle))
				if (chunk.type === 'chunk') imports.set(chunk.fileName, chunk.imports ?? []);
		},
	};
	return {
		name: 'preload-modules',
		hooks: {
			/** @param {{ updateConfig: (config: object) => void }} setup */
			'astro:config:setup': ({ updateConfig }) => updateConfig({ vite: { plugins: [collect] } }),
			/** @param {{ dir: URL }} built */
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				for await (const file of glob('**/*.html', { cwd: root })) {
					const page = await readFile(join(root, file), 'utf8');
					await writeFile(join(root, file), withPreloads(page, imports));
				}
			},
		},
	};
}

const SCRIPT = /<script type="module" src="\/([^"]+)"/g;

/** @param {string} page @param {Map<string, readonly string[]>} imports */
function withPreloads(page, imports) {
	const found = new Set([...page.matchAll(SCRIPT)].map(([, file = '']) => file));
	for (const file of found) for (const imported of imports.get(file) ?? []) found.add(imported); // a set also visits what is added meanwhile
	const links = [...found].map((file) => `<link rel="modulepreload" fetchpriority="low" href="/${file}">`).join('');
	return page
		.replace('<script', `${links}<script`) // a script in the head waits for the style sheet, and with it all that stands below
		.replace(SCRIPT, (tag, file) => (file.includes(EARLY) ? tag.replace(' src', ' async src') : tag));
}
