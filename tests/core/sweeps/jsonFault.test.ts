/** The file of a sweep: where it stops being JSON, held against the engine's own parser. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonFault } from '../../../scripts/sweep/jsonFault.ts';

const parses = (text: string) => {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
};

test('accepts what JSON.parse accepts, and nothing else', () => {
	const damaged = fc
		.tuple(
			fc.json({ maxDepth: 4 }),
			fc.nat(),
			fc.constantFrom('', ',', '}', '"', '1', ' ', '\n', '\\', '-', 'e', '\u0001'),
		)
		.map(
			([text, place, put]) =>
				text.slice(0, place % (text.length + 1)) + put + text.slice((place % (text.length + 1)) + 1),
		);
	fc.assert(fc.property(damaged, (text) => void expect(findJsonFault(text) === null, text).toBe(parses(text))));
	fc.assert(fc.property(fc.json(), (text) => void expect(findJsonFault(text)).toBeNull()));
});

test('names a place that is not behind the damage', () => {
	const cut = fc.tuple(fc.json({ maxDepth: 3 }), fc.nat()).map(([text, place]) => {
		const at = place % (text.length + 1);
		return { text: `${text.slice(0, at)}\u0001${text.slice(at)}`, at };
	});
	fc.assert(
		fc.property(cut, ({ text, at }) => {
			const { line = 0, column = 0 } = findJsonFault(text) ?? {};
			const before = text.split('\n').slice(0, line - 1);
			expect(before.reduce((sum, { length }) => sum + length + 1, column - 1)).toBeLessThanOrEqual(at);
		}),
	);
});

test.each([
	['{\n\t"a": 1,\n}', 3, 1, 'expected the name of a field in double quotes, found "}"'],
	['{ "a": [1 2] }', 1, 11, 'expected "," or "]", found "2]"'],
	['{ "a" 1 }', 1, 7, 'expected ":", found "1"'],
	["{ 'a': 1 }", 1, 3, 'expected the name of a field in double quotes, found "\'a\':"'],
	['{ "a": NaN }', 1, 8, 'expected a value, found "NaN"'],
	['{ "a": 01 }', 1, 9, 'expected "," or "}", found "1"'],
	['{}\n{}', 2, 1, 'expected nothing more, found "{}"'],
	['{ "a": 1', 1, 9, 'expected "," or "}", and the file ends'],
	['', 1, 1, 'expected a value, and the file ends'],
])('%j', (text, line, column, message) => {
	expect(findJsonFault(text)).toEqual({ line, column, message });
});
