import type { Hono, MiddlewareHandler } from 'hono';
import type * as z from 'zod';
import { OPERATIONS, type Operation } from '../../src/contract/routes.ts';
import { fieldErrors, shorten } from '../../src/schema/fieldErrors.ts';
import { answerPreflight } from './crossOrigin.ts';
import { parseWith } from './parseWith.ts';
import { invalidSpec, Problem } from './problem.ts';
import { readBody } from './readBody.ts';
import { readQuery } from './readQuery.ts';
import { refusePrototypes } from './refusePrototypes.ts';
import type { AppEnv, Asked, Handlers } from './route.ts';

/** A handler when it is no longer known of which route. */
type AnyHandler = (asked: Asked<never>) => Response | Promise<Response>;

/**
 * Registers every route of the contract. Its schemas parse the path, the query and the body before the handler sees
 * them. HEAD goes with GET, and OPTIONS says what a path answers.
 */
export function registerRoutes(app: Hono<AppEnv>, handlers: Handlers): void {
	const methods = new Map<string, string[]>();
	for (const operation of OPERATIONS) {
		registerRoute(app, operation, handlers[operation.key] as AnyHandler); // the handler of this very route
		const path = honoPath(operation);
		const added = operation.method === 'GET' ? ['GET', 'HEAD'] : [operation.method];
		methods.set(path, [...(methods.get(path) ?? []), ...added]);
	}
	for (const [path, answered] of methods) {
		const allowed = [...answered, 'OPTIONS'];
		app.options(path, allow(allowed), answerPreflight(allowed));
	}
}

function registerRoute(app: Hono<AppEnv>, operation: Operation, handle: AnyHandler): void {
	const { method, params = {}, query, body } = operation;
	const path = honoPath(operation);
	app.on(method, path, async (context) => {
		const { req } = context;
		checkPath(params, req.param());
		const { searchParams } = new URL(req.url);
		if (body && !query) refuseQuery(searchParams);
		const asked = {
			context,
			params: req.param(),
			query: query && parseWith(query, readQuery(searchParams, query)),
			body: body && (await parseBody(body, req.raw, operation)),
		};
		return handle(asked as Asked<never>); // parsed by the schemas of the handler's own route
	});
}

/** @throws Problem 422 for a field that its caller put in the address, where it would change nothing */
function refuseQuery(given: URLSearchParams): void {
	for (const name of given.keys()) {
		const message = 'stands in the query, of which this route takes nothing: send it in the body, or leave it out';
		throw invalidSpec([{ path: shorten(name), message }]);
	}
}

/** Fields that the schema has looked at are refused in its words; where any object will do, here. */
async function parseBody(schema: z.ZodType, request: Request, operation: Operation): Promise<unknown> {
	const { body, say } = await readBody(request, operation);
	const parsed = parseWith(schema, body, say);
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

const allow =
	(methods: readonly string[]): MiddlewareHandler =>
	async (context, next) => {
		context.header('Allow', methods.join(', '));
		await next();
	};
