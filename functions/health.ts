import type { Hono } from 'hono';
import { ENGINE_VERSION } from '../src/engine/version.ts';
import { type AppEnv, resource } from './http/resource.ts';

/** GET /health: that the Worker answers, and which engine it trains with. */
export function health(app: Hono<AppEnv>): void {
	resource(app, '/health', {
		get: () =>
			Response.json(
				{ status: 'ok', engine: { version: ENGINE_VERSION } },
				{ headers: { 'Cache-Control': 'no-store' } },
			),
	});
}
