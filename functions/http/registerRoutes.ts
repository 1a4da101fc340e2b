import type { Hono } from 'hono';
import type * as z from 'zod';
import type { MediaType } from '../../src/contract/route.ts';
import { type ApiRoute, OPERATIONS, type Operation } from '../../src/contract/routes.ts';
import { fieldErrors, listErrors, shorten } from '../../src/schema/fieldErrors.ts';
import { answerPreflight, REQUEST_HEADERS } from './crossOrigin.ts';
import { choosePreferred } from './negotiate.ts';
import { parseWith } from './parseWith.ts';
import { invalidSpec, Problem } from './problem.ts';
import { readBody } from './readBody.ts';
import { readQuery } from './readQuery.ts';
import { refuseMethod } from './refuseMethod.ts';
import { refusePrototypes } from './refusePrototypes.ts';
import type { AppEnv, Asked, Handlers, KnowColumns } from './route.ts';

/** A handler when it is no longer known of which route. */
type AnyHandler = (asked: Asked<never>) => Response | Promise<Response>;

/**
 * Registers every route of the contract. Its schemas parse the path, the query and the body before the handler sees
 * them. HEAD goes with GET, and OPTIONS says what a path answers.
 */
export function registerRoutes(
	app: Hono<AppEnv>,
	handlers: Handlers,
	knownColumns: { readonly [Key in ApiRoute]?: KnowColumns },
): void {
	const methods = new Map<string, string[]>();
	for (const operation of OPERATIONS) {
		const { key } = operation;
		registerRoute(app, operation, handlers[key] as AnyHandler, knownColumns[key]); // the handler of this very route
		const path = honoPath(operation);
		const added = operation.method === 'GET' ? ['GET', 'HEAD'] : [operation.method];
		methods.set(path, [...(methods.get(path) ?? []), ...added]);
	}
	for (const [path, answered] of methods) {
		const allowed = [...answered, 'OPTIONS'];
		app.options(path, answerPreflight(allowed, REQUEST_HEADERS));
		app.all(path, refuseMethod(allowed));
	}
}

function registerRoute(app: Hono<AppEnv>, operation: Operation, handle: AnyHandler, know?: KnowColumns): void {
	const { method, params = {}, body } = operation;
	const path = honoPath(operation);
	const types = Object.keys(operation.answer.content).map((type) => ({ type: type as MediaType })); // so the contract says
	app.on(method, path, async (context) => {
		const { req } = context;
		checkPath(params, req.param());
		if (types.length === 1) choosePreferred(req.raw, types); // of several the handler chooses, once it has one
		const { searchParams } = new URL(req.url);
		const query = operation.queryOf?.(req.param()) ?? operation.query;
		if (!query) refuseQuery(searchParams, operation);
		const asked = {
			context,
			params: req.param(),
			query: query && parseWith(query, readQuery(searchParams, query), { form: 'query' }),
			body: body && (await parseBody(body, operation, req.raw, async () => know?.(context, req.param()))),
		};
		return handle(asked as Asked<never>); // parsed by the schemas of the handler's own route
	});
}

/** @throws Problem 422 for fields that their caller put in the address, where they would change nothing */
function refuseQuery(given: URLSearchParams, { key, path, body }: Operation): void {
	const within = OPERATIONS.filter((other) => other.method === 'GET' && other.path.startsWith(`${path}/`));
	const errors = [...new Set(given.keys())].map((name) => {
		const taker = within.find(({ params, query }) => Object.hasOwn({ ...params, ...query?.shape }, name));
		const remedy = taker ? `; did you mean ${taker.key}?` : `: ${body ? 'send it in the body, or ' : ''}leave it out`;
		return { path: shorten(name), message: `stands in the query, of which ${key} takes nothing${remedy}` };
	});
	if (errors.length > 0) throw invalidSpec(listErrors({ errors, unnamed: 0 }));
}

/** Fields that the schema has looked at are refused in its words; where any object will do, here. */
async function parseBody(
	schema: z.ZodType,
	operation: Operation,
	request: Request,
	columns: () => Promise<readonly string[] | undefined>,
): Promise<unknown> {
	const { body, say } = await readBody(request, operation, columns);
	const parsed = parseWith(schema, body, { say });
	refusePrototypes(body);
	return parsed;
}

/** Characters of a part of a path: no id and no name has as many. */
const LONGEST_NAME = 200;

/** `/runs/{id}` as Hono writes it. */
const honoPath = ({ path }: Operation) => path.replace(/{(\w+)}/g, ':$1');

/** @throws Problem 404 where a part of the path names nothing that there is */
function checkPath(params: Readonly<Record<string, z.ZodType>>, given: Record<string, string>): void {
	for (const [name, schema] of Object.entries(params)) {
		const parsed = schema.safeParse(given[name]);
		const value = given[name] ?? '';
		if (value.length > LONGEST_NAME) throw new Problem('not-found', `${name}: "${shorten(value)}" names nothing here`);
		if (parsed.success) continue;
		const [error] = fieldErrors(parsed.error, given[name], schema);
		throw new Problem('not-found', `${name}: ${error?.message}`);
	}
}
