import type { Context, Hono } from 'hono';
import { limitBody } from './jsonBody.ts';
import { Problem } from './problem.ts';

export interface AppEnv {
	Bindings: Env;
}
type Handler = (context: Context<AppEnv>) => Response | Promise<Response>;

/**
 * Registers a path with the methods that it answers. HEAD goes with GET, OPTIONS says what there is,
 * and any other method is a 405 with Allow.
 */
export function resource(
	app: Hono<AppEnv>,
	path: string,
	handlers: { get?: Handler; post?: Handler; delete?: Handler },
): void {
	if (handlers.get) app.get(path, handlers.get);
	if (handlers.post) app.post(path, limitBody, handlers.post);
	if (handlers.delete) app.delete(path, handlers.delete);
	const allow = [
		...(handlers.get ? ['GET', 'HEAD'] : []),
		...(handlers.post ? ['POST'] : []),
		...(handlers.delete ? ['DELETE'] : []),
		'OPTIONS',
	].join(', ');
	app.options(path, () => {
		const headers = { Allow: allow, 'Access-Control-Allow-Methods': allow, 'Access-Control-Max-Age': '86400' };
		return new Response(null, { status: 204, headers });
	});
	app.all(path, ({ req }) => {
		throw new Problem('method-not-allowed', `${req.path} answers ${allow}, and the request is ${req.method}`, {
			headers: { Allow: allow },
		});
	});
}
