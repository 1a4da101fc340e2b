import type { Hono } from 'hono';
import { BOUNDS } from '../src/schema/bounds.ts';
import { type AppEnv, resource } from './http/resource.ts';
import { budget, MOST_RESULT_BYTES } from './results/budget.ts';

/** GET /limits: every bound of this deployment. */
export function limits(app: Hono<AppEnv>): void {
	resource(app, '/limits', {
		get: ({ env }) =>
			Response.json(
				{ request: { gflop: budget(env) / 1e9, bytes: BOUNDS.body, resultBytes: MOST_RESULT_BYTES }, schema: BOUNDS },
				{ headers: { 'Cache-Control': 'public, max-age=60' } },
			),
	});
}
