/** The examples of RFC 7396, appendix A, in its order: original, patch, result. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isJsonObject, type Json, mergePatch, patchBetween } from '../../src/schema/mergePatch.ts';

const EXAMPLES: [Json, Json, Json][] = [
	[{ a: 'b' }, { a: 'c' }, { a: 'c' }],
	[{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
	[{ a: 'b' }, { a: null }, {}],
	[{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
	[{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
	[{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
	[{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
	[{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
	[
		['a', 'b'],
		['c', 'd'],
		['c', 'd'],
	],
	[{ a: 'b' }, ['c'], ['c']],
	[{ a: 'foo' }, null, null],
	[{ a: 'foo' }, 'bar', 'bar'],
	[{ e: null }, { a: 1 }, { e: null, a: 1 }],
	[[1, 2], { a: 'b', c: null }, { a: 'b' }],
	[{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
];

test.each(EXAMPLES)('%j patched with %j is %j', (original, patch, result) => {
	expect(mergePatch(original, patch)).toEqual(result);
});

test('a member named __proto__ is a member like any other', () => {
	const patch = JSON.parse('{ "__proto__": { "polluted": true } }') as Json;
	expect(JSON.stringify(mergePatch({}, patch))).toBe('{"__proto__":{"polluted":true}}');
	expect('polluted' in {}).toBe(false);
});

test('the patch between two values makes one of the other', () => {
	const value = fc.json({ maxDepth: 3 }).map((text) => dropNulls(JSON.parse(text) as Json));
	fc.assert(
		fc.property(value, value, (from, to) => {
			expect(mergePatch(from, patchBetween(from, to))).toEqual(to);
		}),
	);
});

/** Objects without null members, which no patch can set. */
function dropNulls(value: Json): Json {
	if (!isJsonObject(value)) return value;
	const kept = Object.entries(value).filter(([, member]) => member !== null);
	return Object.fromEntries(kept.map(([key, member]) => [key, dropNulls(member)]));
}
