/** Every value and type that a file exports is imported by another one: `export` on anything else hides that nobody needs it. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const FOLDERS = ['src', 'functions', 'site', 'scripts', 'tests', 'examples'];
/** Exports that something other than an import needs. */
const ENTRY_POINTS = [
	/^src\/engine\/fused\/kernel\//, // AssemblyScript, whose exports the engine calls by name
	/^functions\/index\.ts$/, // the Worker and its classes
	/^functions\/(hono|tensorFlow|zod)\/no\w+\.ts$/, // dependencies get them by aliases of wrangler.toml
	/^functions\/worker-configuration\.d\.ts$/,
	/^site\/pages\//, // Astro calls them
	/^src\/client\//, // whoever uses the API imports it
	/\.test\.ts$/, // vitest runs them
	/^tests\/site\/clients\/caller\.ts$/, // compiled against the packed client
	/^tests\/support\/globalSetup\.ts$/, // vitest calls it
];

const EXPORT = /^export (?:default )?(?:async )?(?:abstract )?(?:const|let|function\*?|class|type|interface) (\w+)/gm;
const NAMED = /(?:import|export)\s+(?:type\s+)?(?:\w+\s*,\s*)?\{([^}]*)\}\s+from\s+'(\.[^']+)'/g;
const WHOLE = /(?:import\s+(?:type\s+)?\*\s+as\s+\w+\s+from|import\s+\w+\s+from|export\s+\*\s+from)\s+'(\.[^']+)'/g;
const TYPE_OF = /\bimport\('(\.[^']+)'\)\.(\w+)/g;
const DYNAMIC = /(?:const\s+\{([^}]*)\}\s*=\s*await\s+)?import\('(\.[^']+)'\)/g;

test('every export is imported somewhere', async () => {
	const files = (
		await Promise.all(
			FOLDERS.map(async (folder) => (await readdir(folder, { recursive: true })).map((file) => join(folder, file))),
		)
	)
		.flat()
		.concat('astro.config.mjs', 'vitest.config.ts')
		.filter((file) => /\.(ts|mjs|astro|mdx)$/.test(file));
	const sources = await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'utf8') })));
	const imported = new Set<string>();
	for (const { file, text } of sources) {
		const add = (path: string, name: string) => imported.add(`${join(dirname(file), path)} ${name}`);
		for (const [, names = '', path = ''] of text.matchAll(NAMED)) for (const name of namesIn(names)) add(path, name);
		for (const [, path = '', name = ''] of text.matchAll(TYPE_OF)) add(path, name);
		for (const [, path = ''] of text.matchAll(WHOLE)) add(path, '*');
		for (const [, names, path = ''] of text.matchAll(DYNAMIC)) {
			for (const name of names ? namesIn(names) : ['*']) add(path, name);
		}
	}
	const unused = sources
		.filter(({ file }) => !ENTRY_POINTS.some((entry) => entry.test(file)))
		.flatMap(({ file, text }) => [...text.matchAll(EXPORT)].map(([, name = '']) => ({ file, name })))
		.filter(({ file, name }) => !imported.has(`${file} ${name}`) && !imported.has(`${file} *`));
	expect(unused.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
});

/** The exported names in the braces of an import: `a as b, type C` is a and C. */
const namesIn = (braces: string) =>
	braces
		.split(',')
		.map(
			(part) =>
				part
					.trim()
					.replace(/^type\s+/, '')
					.split(/\s+as\s+|:/)[0]
					?.trim() ?? '',
		)
		.filter((name) => name !== '');
