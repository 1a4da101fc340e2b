/** Bodies of requests: valid ones, nearly valid ones, and what nobody should send. */
import fc from 'fast-check';
import { validSpec } from '../../core/arbitrarySpec.ts';

const encoder = new TextEncoder();

const STRANGE_TEXT = [
	'',
	'__proto__',
	'constructor',
	'toString',
	'\u0000',
	'\ud800',
	'💥',
	'＝1+1',
	'../..',
	'x'.repeat(5000),
];
/** A value in the place of any other. */
const strange = fc.oneof(
	fc.constantFrom<unknown>(null, true, -0, 0.1, -1, 1e308, 2 ** 53, 5e-324, [], {}, [[]], [null], ...STRANGE_TEXT),
	fc.double(),
	fc.jsonValue({ maxDepth: 3 }),
);

/** What JSON texts have that values do not: put in the place of a number. */
const UNSPOKEN = [
	'NaN',
	'Infinity',
	'-Infinity',
	'1e999',
	'-1e999',
	'0x10',
	'01',
	'.5',
	'1_000',
	'undefined',
	'1e-400',
];

const repeat = (part: string, bytes: number) =>
	Array(Math.ceil(bytes / (part.length + 1)))
		.fill(part)
		.join(',');
/** Sizes of the large bodies; some are above the bound. */
const size = fc.constantFrom(1e3, 3e4, 4e5, 1_900_000, 2_200_000);
const element = fc.constantFrom('[]', '[-1]', '["a"]', '{}', 'null', '""', '0', '1e999');

/** Texts that are large, deep or full of keys, in the places of a spec that take arrays and objects. */
const huge: fc.Arbitrary<string> = fc.oneof(
	fc
		.tuple(element, size)
		.map(([part, bytes]) => `{"data":{"kind":"moons"},"training":{"batches":[${repeat(part, bytes)}]}}`),
	fc.tuple(element, size).map(([part, bytes]) => `{"data":{"kind":"inline","X":[${repeat(part, bytes)}],"y":[1]}}`),
	fc
		.tuple(element, size)
		.map(
			([part, bytes]) => `{"data":{"kind":"moons"},"init":{"kind":"explicit","W":[[${repeat(part, bytes)}]],"b":[]}}`,
		),
	size.map((bytes) => `{${Array.from({ length: bytes / 10 }, (_, index) => `"k${index}":1`).join(',')}}`),
	size.map((bytes) => `{"data":{"kind":"moons"},"${'k'.repeat(bytes)}":1}`),
	size.map((bytes) => `{"data":{"kind":"${'k'.repeat(bytes)}"}}`),
	size.map((bytes) => `[${repeat('1', bytes)}]`),
	fc.nat(100_000).map((depth) => '['.repeat(depth)),
	fc.nat(40).map((depth) => `{"data":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`),
);

type Node = Record<string, unknown>;

const places = (value: Node): [Node, string][] =>
	Object.entries(value).flatMap(([key, child]) => [
		[value, key] as [Node, string],
		...(typeof child === 'object' && child !== null ? places(child as Node) : []),
	]);

const change = fc.tuple(fc.nat(200), fc.constantFrom('set', 'delete', 'rename', 'add'), strange);

/** A valid body with one to four of its places replaced, removed, renamed or added to. */
const changed = (valid: fc.Arbitrary<object>): fc.Arbitrary<string> =>
	fc.tuple(valid, fc.array(change, { minLength: 1, maxLength: 4 })).map(([body, changes]) => {
		const copy = JSON.parse(JSON.stringify(body)) as Node;
		for (const [place, how, value] of changes) {
			const nodes = places(copy);
			const [parent, key] = nodes[place % nodes.length] ?? [copy, 'data'];
			const name = how === 'rename' ? `${key} ` : how === 'add' ? JSON.stringify(value).slice(0, 30) : key;
			const kept = how === 'rename' ? parent[key] : value;
			if (how === 'delete' || how === 'rename') delete parent[key];
			if (how !== 'delete')
				Object.defineProperty(parent, name, { value: kept, enumerable: true, configurable: true, writable: true });
		}
		return JSON.stringify(copy);
	});

/** A text with something in it that a value cannot hold, cut off, or written twice. */
const broken = (valid: fc.Arbitrary<object>): fc.Arbitrary<string> =>
	fc
		.tuple(
			valid.map((body) => JSON.stringify(body)),
			fc.nat(),
			fc.constantFrom('cut', 'number', 'twice', 'prototype'),
		)
		.map(([text, place, how]) => {
			if (how === 'cut') return text.slice(0, place % text.length);
			if (how === 'number') return text.replace(/\d+/, UNSPOKEN[place % UNSPOKEN.length] ?? 'NaN');
			if (how === 'twice') return `${text.slice(0, -1)},${text.slice(1)}`;
			return text.replaceAll('{', () => '{"__proto__":{"data":1},').replaceAll(',}', '}');
		});

/** A text as bytes: in UTF-8, or in something else. */
const encoded = (text: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> =>
	fc.tuple(text, fc.nat(40)).map(([body, encoding]) => {
		if (encoding === 0)
			return new Uint8Array(Uint16Array.from([...body].slice(0, 5000), (letter) => letter.charCodeAt(0)).buffer);
		if (encoding === 1) return Uint8Array.from([...body].slice(0, 5000), (letter) => letter.charCodeAt(0) | 0x80);
		if (encoding === 2) return encoder.encode(`\ufeff${body}`);
		return encoder.encode(body);
	});

const label = fc.oneof(fc.constantFrom('a', 'b', '=1+1', '"', ...STRANGE_TEXT), fc.string());

/** What a path takes when nothing is wrong; `{}` where it takes nothing. */
function validBody(path: string): fc.Arbitrary<object> {
	if (path === '/runs' || path === '/explain') return validSpec;
	if (path === '/comparisons') {
		const variants = fc.array(fc.record({ label, patch: fc.record({ penalty: fc.record({ lambda: fc.nat(9) }) }) }), {
			minLength: 1,
			maxLength: 4,
		});
		return fc.record({ base: validSpec, variants });
	}
	if (path === '/sweeps') {
		const lambda = fc.uniqueArray(fc.nat(20), { minLength: 1, maxLength: 3 });
		return fc.record({ base: validSpec, axes: fc.record({ lambda, seed: lambda }, { requiredKeys: ['lambda'] }) });
	}
	if (path.endsWith('/predictions')) {
		const number = fc.oneof(fc.nat(9), fc.double({ min: -1e9, max: 1e9, noNaN: true }));
		return fc.record({ X: fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 40 }) });
	}
	return fc.oneof(fc.constant({}), fc.record({ seed: fc.nat(9) }), fc.record({ lambda: fc.double() }));
}

/** @param path under /api/v1, as the OpenAPI document writes it */
export function bodiesFor(path: string): fc.Arbitrary<Uint8Array> {
	const valid = validBody(path);
	return fc.oneof(
		{ weight: 6, arbitrary: encoded(valid.map((body) => JSON.stringify(body))) },
		{ weight: 8, arbitrary: encoded(changed(valid)) },
		{ weight: 4, arbitrary: encoded(broken(valid)) },
		{ weight: 1, arbitrary: encoded(huge) },
		{ weight: 1, arbitrary: encoded(fc.json({ maxDepth: 8 })) },
		{ weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
	);
}
