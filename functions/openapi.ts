import type { Hono } from 'hono';
import { openApiDocument } from '../src/openapi/document.ts';
import { type AppEnv, resource } from './http/resource.ts';

let text: string | null = null;

/** GET /openapi.json: the API as a document, made when it is first asked for. */
export function openApi(app: Hono<AppEnv>): void {
	resource(app, '/openapi.json', {
		get: () => {
			text ??= JSON.stringify(openApiDocument());
			return new Response(text, {
				headers: { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=3600' },
			});
		},
	});
}
