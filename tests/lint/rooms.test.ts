/**
 * The rooms of the tree have an order, and imports go down it, types included: a room imports what stands below it.
 * No file imports itself through others, types included. Both rules are shown to fail on samples first, and then
 * checked on the tree itself.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** The rooms, and the files outside of one, from the lowest up; what stands in one line does not know each other. */
const ORDER: readonly (readonly string[])[] = [
	['src/at.ts', 'src/csv.ts', 'src/language.ts', 'src/openOrigin.ts'],
	['src/numberFormat.ts'],
	['src/schema'],
	['src/penalty.ts', 'src/convex'],
	['src/data'],
	['src/statistics.ts'],
	['src/study'],
	['src/engine', 'src/convert', 'src/codeReading'],
	['src/experiments', 'src/explain', 'src/export'],
	['src/codeAnswer'],
	['src/sweeps'],
	['src/contract'],
	['src/openapi', 'src/client'],
	['functions/http'],
	['functions/quota'],
	['functions/trainers'],
	['functions/results'],
	['functions/sweeps'],
	['functions/routes', 'functions/mcp'],
	['functions'],
	['site/text', 'site/styles', 'site/fonts', 'site/html'],
	['site/theme', 'site/offline', 'site/charts'],
	['site/pictures'],
	['site/training'],
	['site/elements'],
	['site/layouts'],
	['site/convert', 'site/lab', 'site/problems', 'site/reference', 'site/withoutNetwork'],
	['site/figures'],
	['site/article', 'site/replication', 'site/sweeps'],
	['site/pages'],
];

/** Imports by file: both paths from the root of the repository. */
type Imports = ReadonlyMap<string, readonly string[]>;

const SOURCE = /\.(ts|js|mjs|astro)$/;
const IMPORT = /(?:from\s*|import\s*\(?\s*|new URL\(\s*)(['"])(\.{1,2}\/[^'"\n]+)\1/g;

/** What the text of a file imports by a relative path. */
const importsOf = (file: string, text: string): string[] =>
	[...text.matchAll(IMPORT)].map(([, , path = '']) => normalize(join(dirname(file), path.replace(/\?\w+$/, ''))));

function readImports(): Imports {
	const files = ['src', 'functions', 'site'].flatMap((room) =>
		readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
			.map((path) => join(room, path))
			.filter((path) => SOURCE.test(path)),
	);
	return new Map(
		files.map((file) => {
			const text = readFileSync(join(root, file), 'utf8');
			return [file, importsOf(file, text)];
		}),
	);
}

/** Every file that imports itself through others, with the way back to it. */
function findCircles(imports: Imports): string[][] {
	const circles: string[][] = [];
	const isDone = new Set<string>();
	const visit = (file: string, way: readonly string[]) => {
		if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file]);
		if (way.includes(file) || isDone.has(file)) return;
		for (const imported of imports.get(file) ?? []) visit(imported, [...way, file]);
		isDone.add(file);
	};
	for (const file of imports.keys()) visit(file, []);
	return circles;
}

/** Every import that does not go down, as `from -> to`. */
function findArrowsUp(imports: Imports): string[] {
	const arrows: string[] = [];
	for (const [file, imported] of imports) {
		for (const other of imported) {
			const [from, to] = [roomOf(file), roomOf(other)];
			if (from !== to && to !== null && (from === null || levelOf(from) <= levelOf(to)))
				arrows.push(`${file} -> ${other}`);
		}
	}
	return arrows;
}

/** The room of a file; null outside all of them, as for what a build makes. */
const roomOf = (file: string): string | null =>
	ORDER.flat()
		.filter((room) => file === room || file.startsWith(`${room}/`))
		.sort((a, b) => b.length - a.length)[0] ?? null;

const levelOf = (room: string): number => ORDER.findIndex((rooms) => rooms.includes(room));

describe('a sample', () => {
	const circle = new Map([
		['src/a.ts', importsOf('src/a.ts', "import { b } from './deep/b.ts';")],
		['src/deep/b.ts', importsOf('src/deep/b.ts', "export const c = () => import('../c.ts');")],
		['src/c.ts', importsOf('src/c.ts', "export { a } from './a.ts';")],
	]);

	test('of three files in a circle is found', () => {
		expect(findCircles(circle)).toEqual([['src/a.ts', 'src/deep/b.ts', 'src/c.ts', 'src/a.ts']]);
	});

	test.each([
		['site/text/words.ts', "import { chart } from '../charts/chart.ts';"],
		['site/layouts/Page.astro', "---\nimport Lab from '../lab/Lab.astro';\n---\n<Lab />"],
		['site/lab/lab.ts', "import { convert } from '../convert/convert.ts';"],
		['src/schema/spec.ts', "import { train } from '../engine/train.ts';"],
		['functions/http/cache.ts', "import '../results/stores.ts';"],
	])('%s, which imports upwards or beside itself, is found', (file, text) => {
		expect(findArrowsUp(new Map([[file, importsOf(file, text)]]))).toHaveLength(1);
	});

	test('of an arrow down is none of the two', () => {
		const imports = new Map([['site/lab/lab.ts', importsOf('site/lab/lab.ts', "import '../text/en.ts';")]]);
		expect(findArrowsUp(imports)).toEqual([]);
		expect(findCircles(imports)).toEqual([]);
	});
});

describe('the tree', () => {
	const imports = readImports();

	test('is read', () => {
		expect(imports.size).toBeGreaterThan(300);
		expect([...imports.values()].flat().length).toBeGreaterThan(1000);
	});

	test('has no circle', () => {
		expect(findCircles(imports)).toEqual([]);
	});

	test('has no arrow up', () => {
		expect(findArrowsUp(imports)).toEqual([]);
	});
});
