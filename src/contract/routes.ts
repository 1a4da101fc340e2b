import type * as z from 'zod';
import { comparisons } from './comparisons.ts';
import { convert } from './convert.ts';
import { dataSets } from './datasets.ts';
import { deployment } from './deployment.ts';
import { experiments } from './experiments.ts';
import { explain } from './explain.ts';
import { methodAndPath, type Resource, type Route, type RouteKey } from './route.ts';
import { runs } from './runs.ts';
import { sweeps } from './sweeps.ts';

/**
 * The API: every route with what it takes and what it answers. Validation, the OpenAPI document, the types of the
 * client and the pages of the API are made from it; the Worker has one handler a route, and none for anything else.
 */
export const RESOURCES = {
	runs,
	comparisons,
	sweeps,
	datasets: dataSets,
	experiments,
	convert,
	explain,
	limits: deployment,
} as const satisfies Record<string, Resource>;

export const ROUTES = {
	...runs.routes,
	...comparisons.routes,
	...sweeps.routes,
	...dataSets.routes,
	...experiments.routes,
	...convert.routes,
	...explain.routes,
	...deployment.routes,
} as const;

/** A route with its place in the API. */
export interface Operation extends Route {
	key: ApiRoute;
	method: 'GET' | 'POST' | 'DELETE';
	path: string;
	resource: keyof typeof RESOURCES;
}

/** Every route, in the order of the document. */
export const OPERATIONS: readonly Operation[] = Object.entries<Resource>(RESOURCES).flatMap(([resource, { routes }]) =>
	Object.entries(routes).map(([key, route]) => ({
		...route,
		resource: resource as keyof typeof RESOURCES, // one of its keys
		...methodAndPath(key as RouteKey), // so every resource says
		key: key as ApiRoute, // ROUTES are those of all resources
	})),
);

type Routes = typeof ROUTES;
/** A route of the API by its method and path. */
export type ApiRoute = keyof Routes;
/** The parts of a route's path. */
export type Params<Key extends ApiRoute> = Routes[Key] extends {
	params: infer Schemas extends Readonly<Record<string, z.ZodType>>;
}
	? { [Name in keyof Schemas]: z.output<Schemas[Name]> }
	: Record<never, string>;
/** The query of a route as its schema parses it. */
export type Query<Key extends ApiRoute> = Routes[Key] extends { query: infer Schema extends z.ZodType }
	? z.output<Schema>
	: undefined;
/** What a caller may send as the query of a route. */
export type QueryInput<Key extends ApiRoute> = Routes[Key] extends { query: infer Schema extends z.ZodType }
	? z.input<Schema>
	: undefined;
/** The body of a route as its schema parses it. */
export type Body<Key extends ApiRoute> = Routes[Key] extends { body: infer Schema extends z.ZodType }
	? z.output<Schema>
	: undefined;
/** What a caller may send as the body of a route. */
export type BodyInput<Key extends ApiRoute> = Routes[Key] extends { body: infer Schema extends z.ZodType }
	? z.input<Schema>
	: undefined;
/** What a route answers as JSON. */
export type JsonAnswer<Key extends ApiRoute> = Routes[Key]['answer']['content'] extends {
	'application/json': infer Schema extends z.ZodType;
}
	? z.output<Schema>
	: never;
/** A route that answers with the events of its trainings where a caller prefers them. */
export type StreamedRoute = {
	[Key in ApiRoute]: Routes[Key]['answer']['content'] extends Record<
		'application/json' | 'text/event-stream',
		z.ZodType
	>
		? Key
		: never;
}[ApiRoute];
