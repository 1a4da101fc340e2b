import type { Handler } from 'hono';
import { OPEN_ORIGIN } from '../src/openOrigin.ts';
import type { AppEnv } from './http/route.ts';

/** A file of the site with the request's own origin where the build did not know it; as it is where it did. */
export const nameOwnOrigin: Handler<AppEnv> = async ({ req, env }) => {
	const file = await env.ASSETS.fetch(req.raw);
	if (file.status !== 200 || req.method === 'HEAD') return file;
	const text = await file.text();
	const headers = new Headers(file.headers);
	headers.delete('Content-Length');
	return new Response(text.replaceAll(OPEN_ORIGIN, new URL(req.url).origin), { headers });
};
