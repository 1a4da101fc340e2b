import type { Context } from 'hono';
import type { ApiRoute, Body, Params, Query } from '../../src/contract/routes.ts';

export interface AppEnv {
	Bindings: Env;
}

/** A request that the contract's schemas have parsed. */
export interface Asked<Key extends ApiRoute> {
	context: Context<AppEnv>;
	params: Params<Key>;
	query: Query<Key>;
	body: Body<Key>;
}

/** Answers the requests of one route. */
export type Handler<Key extends ApiRoute> = (asked: Asked<Key>) => Response | Promise<Response>;

/** The names of columns that a table sent to a route may have as its header, whatever they look like. */
export type KnowColumns = (
	context: Context<AppEnv>,
	params: Readonly<Record<string, string>>,
) => Promise<readonly string[] | undefined>;

/** A handler for each route of the contract, and for nothing else. */
export type Handlers = { readonly [Key in ApiRoute]: Handler<Key> };
