import type * as z from 'zod';
import type { ProblemName } from '../schema/problems.ts';
import type { HeaderName } from './headers.ts';

/** A route by its method and its path under /api/v1: `GET /runs/{id}`. */
export type RouteKey = `${'GET' | 'POST' | 'DELETE'} /${string}`;

/** What an answer may be; each is text but for the two of arrays. */
export type MediaType =
	| 'application/json'
	| 'text/csv'
	| 'text/event-stream'
	| 'text/x-python'
	| 'application/x-npz'
	| 'application/x-safetensors';

/** Everything that a caller may send to one route and expect of it. */
export interface Route {
	/** What the route does, in one sentence without its full stop. */
	summary: string;
	/** Further sentences. */
	description?: string;
	/** Parts of the path, each with what it may be. */
	params?: Readonly<Record<string, z.ZodType<string>>>;
	/** Fields of the query. */
	query?: z.ZodObject;
	/** Those of them that there are under these parts of the path, where that depends on them. */
	queryOf?: (params: Readonly<Record<string, string>>) => z.ZodObject;
	/** Request headers that change the answer, by name. */
	requestHeaders?: Readonly<Record<string, z.ZodType>>;
	/** What `Authorization: Bearer …` holds, where the route needs it. */
	bearer?: string;
	/** The body, as JSON. */
	body?: z.ZodType;
	/** The body as a table (`text/csv`), where the route takes one: what it holds, and an example. */
	csvBody?: { description: string; example: string };
	/** The body as plain text, where the route takes one: what it holds, and an example. It is the `code` of the body. */
	textBody?: { description: string; example: string };
	answer: {
		/** Of a success. */
		status: 200 | 202;
		/** The answer in each media type; where it is not JSON, a described string. */
		content: Readonly<Partial<Record<MediaType, z.ZodType>>>;
		headers?: readonly HeaderName[];
	};
	/** Other answers that are not problems, by status. */
	otherwise?: Readonly<Partial<Record<204 | 304, string>>>;
	/** Problems in addition to those that follow from the rest of the route (`problemsOf`). */
	problems?: readonly ProblemName[];
	/** A request that works; a test sends it. Parts of the path that are ids are those of the results of other examples. */
	example: {
		params?: Readonly<Record<string, string>>;
		query?: Readonly<Record<string, string | number>>;
		body?: object;
	};
}

/** Routes that belong together: a tag of the OpenAPI document, and a page. */
export interface Resource {
	description: string;
	routes: Readonly<Record<RouteKey, Route>>;
}

/** A key as its method and its path. */
export function methodAndPath(key: RouteKey): { method: 'GET' | 'POST' | 'DELETE'; path: string } {
	const [method, path] = key.split(' ') as ['GET' | 'POST' | 'DELETE', string]; // as the type says
	return { method, path };
}

/** Every problem that a route may answer with. */
export function problemsOf({ params, bearer, body, problems = [] }: Route): ProblemName[] {
	return [
		...(body ? (['malformed-json'] as const) : []),
		...(bearer ? (['forbidden'] as const) : []),
		...(params ? (['not-found'] as const) : []),
		'not-acceptable',
		...(body ? (['body-too-large', 'unsupported-media-type'] as const) : []),
		'invalid-spec', // of a field of the query at least
		...problems,
		'rate-limited',
		'internal',
	];
}
