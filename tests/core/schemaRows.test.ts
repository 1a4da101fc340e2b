/** The tables of the API's pages against the parser itself: what they call a default is what a spec without the field gets. */
import { expect, test } from 'vitest';
import { type JsonSchema, schemaRows } from '../../site/reference/schemaRows.ts';
import { openApiDocument } from '../../src/openapi/document.ts';
import { runSpecSchema } from '../../src/schema/runSpec.ts';

const { schemas } = openApiDocument().components as unknown as { schemas: Record<string, JsonSchema> }; // as OpenAPI 3.1 has them
const rows = schemaRows(schemas.RunSpec ?? {}, schemas);
const spec: Record<string, unknown> = runSpecSchema.parse({ data: { kind: 'moons' } });
const allowedAt = (path: string) => rows.find((row) => row.path === path)?.allowed ?? '';

test.each(['optimizer', 'init'])('the kinds of %s are all there, the one taken by default as such', (field) => {
	const kinds = allowedAt(field).replace('kind: ', '').split(', ');
	expect(kinds.filter((kind) => kind.endsWith(' (default)'))).toEqual([`${Object(spec[field]).kind} (default)`]);
	for (const kind of kinds) {
		const given = { data: { kind: 'moons' }, [field]: { kind: kind.replace(' (default)', '') } };
		const said = runSpecSchema.safeParse(given).error?.issues.map(({ path }) => path.join('.')) ?? [];
		expect(said).not.toContain(`${field}.kind`);
	}
	expect(kinds).toHaveLength({ optimizer: 2, init: 4 }[field] ?? 0);
});

test('what a field is opened with is what a spec without it has', () => {
	const scalars = rows.filter(({ path, opening }) => opening !== null && opening !== '{}' && !path.startsWith('data'));
	expect(scalars.length).toBeGreaterThan(20);
	for (const { path, opening, group } of scalars) {
		if (
			group === 'optimizer.kind: adam' ||
			path.startsWith('regularizers.earlyStopping.') ||
			path.startsWith('output.boundary.')
		)
			continue;
		const value = path.split('.').reduce<unknown>((inner, key) => Object(inner)[key], spec);
		expect(JSON.stringify(value), path).toBe(opening);
	}
});

test('fields of data stand under the kinds that have them, one name once under each heading', () => {
	const headings = rows.filter(({ path }) => path.startsWith('data.')).map(({ group = '' }) => group);
	const inOrder = headings.filter((heading, at) => heading !== headings[at - 1]);
	expect(inOrder).toEqual([...new Set(headings)]); // no group is torn apart
	const generated = 'data.kind: moons, circles, spirals, blobs, xor, linear-teacher, network-teacher';
	expect(inOrder).toEqual(expect.arrayContaining([generated, 'data.kind: wine', 'data.kind: inline']));
	const under = (heading: string) => rows.filter(({ group }) => group === heading).map(({ path }) => path);
	for (const heading of inOrder) expect(new Set(under(heading)).size, heading).toBe(under(heading).length);
	expect(under(generated)).toEqual(expect.arrayContaining(['data.m', 'data.noise', 'data.test.seed']));
	const ofWine = inOrder.filter((heading) => /\bwine\b/.test(heading)).flatMap(under);
	expect(ofWine.sort()).toEqual(['data.m', 'data.seed', 'data.standardize', 'data.validation']);
});
