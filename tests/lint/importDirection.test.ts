/**
 * The direction of imports is checked by the linter, not by hope: src/ imports nothing of
 * Cloudflare, of Node, of a page or of the other folders; functions/ and site/ never each other.
 * Deliberate violations, in a folder laid out like the repository, under the repository's biome.json.
 */
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

interface Case {
	file: string;
	content: string;
	/** The rules that the linter must name; none for a file that is fine. */
	rules: string[];
}

const IMPORTS = 'lint/style/noRestrictedImports';
const GLOBALS = 'lint/style/noRestrictedGlobals';
const NODE = 'lint/correctness/noNodejsModules';

const cases: Case[] = [
	{ file: 'src/cloudflare.ts', content: "import 'cloudflare:workers';", rules: [IMPORTS] },
	{ file: 'src/scoped.ts', content: "export const x = await import('@cloudflare/foo');", rules: [IMPORTS] },
	{ file: 'src/typeOnly.ts', content: "import type { Hono } from 'hono';\nexport type App = Hono;", rules: [IMPORTS] },
	{ file: 'src/subpath.ts', content: "export { cors } from 'hono/cors';", rules: [IMPORTS] },
	{ file: 'src/miniflare.ts', content: "import 'miniflare';", rules: [IMPORTS] },
	{ file: 'src/wrangler.ts', content: "import 'wrangler';", rules: [IMPORTS] },
	{ file: 'src/builtin.ts', content: "import 'node:fs';", rules: [IMPORTS, NODE] },
	{ file: 'src/bare.ts', content: "import 'fs/promises';", rules: [NODE] },
	{ file: 'src/chart.ts', content: "import 'chart.js/auto';", rules: [IMPORTS] },
	{ file: 'src/astro.ts', content: "import 'astro:content';", rules: [IMPORTS] },
	{ file: 'src/edge.ts', content: "export { app } from '../functions/app.ts';", rules: [IMPORTS] },
	{ file: 'src/deep/down/page.ts', content: "import '../../../site/figure.ts';", rules: [IMPORTS] },
	{ file: 'src/tests.ts', content: "import '../tests/core/x.ts';", rules: [IMPORTS] },
	{ file: 'src/dom.ts', content: 'export const title = document.title;', rules: [GLOBALS] },
	{ file: 'src/window.ts', content: 'export const size = window.innerWidth;', rules: [GLOBALS] },
	{ file: 'src/storage.ts', content: "localStorage.setItem('a', 'b');", rules: [GLOBALS] },
	{ file: 'src/navigator.ts', content: 'export const agent = navigator.userAgent;', rules: [GLOBALS] },
	{ file: 'src/process.ts', content: 'export const env = process.env;', rules: [GLOBALS] },
	{ file: 'functions/page.ts', content: "import '../site/figure.ts';", rules: [IMPORTS] },
	{ file: 'functions/deep/page.ts', content: "import '../../site/figure.ts';", rules: [IMPORTS] },
	{ file: 'functions/astro.ts', content: "import 'astro';", rules: [IMPORTS] },
	{ file: 'site/edge.ts', content: "import '../functions/app.ts';", rules: [IMPORTS] },
	{ file: 'site/hono.ts', content: "import 'hono/client';", rules: [IMPORTS] },
	{ file: 'site/front.astro', content: "---\nimport '../functions/app.ts';\n---\n<p>x</p>", rules: [IMPORTS] },
	{
		file: 'site/script.astro',
		content: "<p>x</p>\n<script>\nimport '../functions/app.ts';\n</script>",
		rules: [IMPORTS],
	},
	{ file: 'src/fine.ts', content: "import '@tensorflow/tfjs-core';\nimport './penalty.ts';", rules: [] },
	{ file: 'functions/fine.ts', content: "import 'cloudflare:workers';\nimport '../src/fine.ts';", rules: [] },
	{ file: 'site/fine.ts', content: "import 'chart.js';\nimport '../src/fine.ts';", rules: [] },
];

const root = join(import.meta.dirname, '../..');
let folder = '';
let status: number | null = null;
let reported: Map<string, string[]>;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'import-direction-'));
	for (const file of ['biome.json', '.gitignore']) await copyFile(join(root, file), join(folder, file));
	for (const { file, content } of cases) {
		await mkdir(dirname(join(folder, file)), { recursive: true });
		await writeFile(join(folder, file), `${content}\n`);
	}
	const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
	const args = [biome, 'lint', '--reporter=github', '--max-diagnostics=none', 'src', 'functions', 'site'];
	const run = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
	status = run.status;
	reported = new Map();
	for (const [, rule = '', path = ''] of run.stdout.matchAll(/title=([^,]+),file=([^,]+),/g)) {
		const file = cases.find((known) => path.endsWith(known.file))?.file ?? basename(path);
		reported.set(file, [...(reported.get(file) ?? []), rule]);
	}
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('a violation fails the check', () => {
	expect(status).toBe(1);
});

test.each(cases.filter(({ rules }) => rules.length > 0))('$file is refused by $rules', ({ file, rules }) => {
	expect(reported.get(file)).toEqual(expect.arrayContaining(rules));
});

test.each(cases.filter(({ rules }) => rules.length === 0))('$file is fine', ({ file }) => {
	expect(reported.get(file)).toBeUndefined();
});
