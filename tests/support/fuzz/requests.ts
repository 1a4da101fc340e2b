/** Random requests to every route of an OpenAPI document: valid, nearly valid, hostile. */
import fc from 'fast-check';
import { bodiesFor } from './bodies.ts';

/** A request as it goes over the wire. */
export interface FuzzRequest {
	/** The route that it is about, as the document writes it: `GET /runs/{id}`. */
	route: string;
	method: string;
	/** Path and query from the root, of printable ASCII. */
	target: string;
	headers: Record<string, string>;
	body: Uint8Array | null;
}

/** What of an OpenAPI document is looked at. */
export interface Document {
	paths: Record<string, Record<string, { parameters?: Parameter[]; responses?: object }>>;
}

interface Parameter {
	name: string;
	in: string;
	required?: boolean;
	schema?: { enum?: unknown[]; minimum?: number; maximum?: number; type?: string };
}

/** Ids of results that are there, so that requests for them find something. */
type Ids = readonly string[];

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const HOSTILE_PARTS = [
	'__proto__',
	'constructor',
	'..',
	'%2e%2e',
	'%00',
	'%ff',
	'%F0%9F%92%A5',
	'*',
	'%2F',
	'',
	'%',
	'x'.repeat(3000),
	'%3Cb%3E',
	"'",
];
const HOSTILE_VALUES = [
	'',
	'0x10',
	'0b11',
	'%203',
	'1e999',
	'-1',
	'NaN',
	'Infinity',
	'1e308',
	'true',
	'%00',
	'3.5',
	'%F0%9F%92%A5',
	'9'.repeat(400),
	'x'.repeat(2000),
];

const printable = fc.string({ maxLength: 30 }).map((text) => encodeURIComponent(text));
const part = fc.oneof(fc.constantFrom(...HOSTILE_PARTS), printable);
const value = fc.oneof(fc.constantFrom(...HOSTILE_VALUES), fc.nat(100).map(String), printable);

/** A valid value of a parameter, as its schema has it. */
function validValue({ schema = {} }: Parameter, ids: Ids): fc.Arbitrary<string> {
	if (schema.enum) return fc.constantFrom(...schema.enum.map((one) => encodeURIComponent(String(one))));
	if (schema.type === 'boolean') return fc.constantFrom('true', 'false');
	const { minimum = 0, maximum = 60 } = schema;
	const number = fc.oneof({ weight: 9, arbitrary: fc.nat(60) }, { weight: 1, arbitrary: fc.constant(maximum) });
	if (schema.type !== 'string') return number.map((more) => String(Math.min(minimum + more, maximum)));
	return ids.length > 0 ? fc.constantFrom(...ids) : fc.constant('0'.repeat(40));
}

const mostly = <Value>(usual: fc.Arbitrary<Value>, other: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
	fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: other });

function targets(path: string, parameters: readonly Parameter[], ids: Ids): fc.Arbitrary<string> {
	const inPath = parameters.filter((one) => one.in === 'path');
	const filled = fc
		.tuple(...inPath.map((one) => mostly(validValue(one, ids), part)))
		.map((values) =>
			inPath.reduce((text, { name }, index) => text.replace(`{${name}}`, () => values[index] ?? ''), path),
		);
	const known = parameters
		.filter((one) => one.in === 'query')
		.map((one) => {
			const stated = mostly(validValue(one, ids), value).map((text) => `${one.name}=${text}`);
			return one.required ? stated : fc.oneof(stated, fc.constant(''), fc.constant(''));
		});
	const unknown = fc
		.tuple(fc.oneof(fc.constantFrom('__proto__', 'a', 'm', 'k'.repeat(2000)), printable), value)
		.map((pair) => pair.join('='));
	const queries = fc.oneof(
		{ weight: 6, arbitrary: fc.tuple(...known).map((fields) => fields.filter((field) => field !== '')) },
		{ weight: 1, arbitrary: fc.array(unknown, { maxLength: 30 }) },
	);
	return fc
		.tuple(
			mostly(
				filled,
				fc.array(part, { maxLength: 4 }).map((parts) => `/${parts.join('/')}`),
			),
			queries,
		)
		.map(([asked, query]) => `/api/v1${asked}${query.length > 0 ? `?${query.join('&')}` : ''}`);
}

const latin = fc.string({ maxLength: 60 }).map((text) => text.replaceAll(/[^\x21-\x7e\xa1-\xff]/g, '?'));

/** Headers that change an answer, each mostly left out. */
const headersWith = (token: string): fc.Arbitrary<Record<string, string>> =>
	fc
		.record(
			{
				Accept: fc.oneof(
					fc.constantFrom(
						'*/*',
						'application/json',
						'text/csv',
						'text/event-stream',
						'image/png',
						'*/*;q=0',
						';;;',
						','.repeat(5000),
					),
					latin,
				),
				'Accept-Language': fc.oneof(fc.constantFrom('zh', 'en;q=0', 'x'.repeat(3000)), latin),
				'Content-Encoding': fc.constantFrom('identity', 'gzip', 'br', 'x'.repeat(3000)),
				'If-None-Match': fc.oneof(fc.constantFrom('*', 'W/"x"', ','.repeat(3000)), latin),
				'Last-Event-ID': fc.oneof(fc.constantFrom('0', '-1', '1e9', 'NaN'), latin),
				Authorization: fc.oneof(fc.constantFrom(`Bearer ${token}`, 'Bearer ', 'x'.repeat(3000)), latin),
				Origin: fc.constantFrom('null', 'https://elsewhere.example'),
				'Access-Control-Request-Method': fc.constantFrom('POST', 'TRACE'),
				Range: fc.constantFrom('bytes=0-1', 'bytes=-'),
			},
			{ requiredKeys: [] },
		)
		.chain((all) => fc.subarray(Object.entries(all)).map((some) => Object.fromEntries(fewer(some))));

/** So many at once are rare: most requests have one or none. */
const fewer = <Item>(items: Item[]) => items.slice(0, items.length > 4 ? items.length : 1);

const types = fc.oneof(
	{ weight: 12, arbitrary: fc.constant('application/json') },
	{
		weight: 1,
		arbitrary: fc.constantFrom(
			'text/plain',
			'text/csv',
			'application/problem+json;',
			'multipart/form-data',
			'application/json; charset=utf-16',
			'x'.repeat(3000),
		),
	},
);

/** @param token that stops the sweep among the results */
export function requestsTo({ paths }: Document, ids: Ids, token: string): fc.Arbitrary<FuzzRequest> {
	const headers = headersWith(token);
	const operations = Object.entries(paths).flatMap(([path, methods]) =>
		Object.entries(methods)
			.filter(([method]) => METHODS.includes(method.toUpperCase()))
			.map(([method, { parameters = [] }]) => ({ path, method: method.toUpperCase(), parameters })),
	);
	return fc.oneof(
		...operations.map(({ path, method, parameters }) =>
			fc
				.record({
					method: mostly(fc.constant(method), fc.constantFrom(...METHODS)),
					target: targets(path, parameters, ids),
					headers,
					type: types,
					length: mostly(fc.constant({}), fc.constant({ 'Transfer-Encoding': 'chunked' })),
					body: bodiesFor(path),
				})
				.map((drawn): FuzzRequest => {
					const hasBody = drawn.method !== 'GET' && drawn.method !== 'HEAD' && drawn.method !== 'OPTIONS';
					return {
						route: `${method} ${path}`,
						method: drawn.method,
						target: drawn.target,
						headers: hasBody ? { 'Content-Type': drawn.type, ...drawn.length, ...drawn.headers } : drawn.headers,
						body: hasBody ? drawn.body : null,
					};
				}),
		),
	);
}

/** The request of a seed: the same one every time. Seeds side by side give requests that have nothing in common. */
export function requestOf(seed: number, requests: fc.Arbitrary<FuzzRequest>): FuzzRequest {
	const [request] = fc.sample(requests, { seed: mix(seed), numRuns: 1 });
	if (!request) throw new Error('nothing was drawn');
	return request;
}

/** The finalizer of MurmurHash3: every bit of a seed changes half of the result's. */
function mix(seed: number): number {
	let bits = Math.imul(seed ^ (seed >>> 16), 0x85ebca6b);
	bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
	return (bits ^ (bits >>> 16)) | 0;
}
