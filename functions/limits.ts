import type { Hono } from 'hono';
import { BOUNDS } from '../src/schema/bounds.ts';
import { SWEEP_BOUNDS } from '../src/schema/sweepBounds.ts';
import { type AppEnv, resource } from './http/resource.ts';
import { budget, GIGA, MOST_RESULT_BYTES } from './results/budget.ts';
import { type SweepSettings, sweepSettings } from './sweeps/settings.ts';

/** GET /limits: every bound of this deployment. */
export function limits(app: Hono<AppEnv>): void {
	resource(app, '/limits', {
		get: ({ env }) =>
			Response.json(
				{
					request: { gflop: budget(env) / GIGA, bytes: BOUNDS.body, resultBytes: MOST_RESULT_BYTES },
					sweep: sweepLimits(sweepSettings(env)),
					schema: { ...BOUNDS, ...SWEEP_BOUNDS },
				},
				{ headers: { 'Cache-Control': 'public, max-age=60' } },
			),
	});
}

const sweepLimits = ({
	cells,
	budget,
	step,
	stepCells,
	lanes,
	cellCharge,
	clientDaily,
	daily,
	hours,
}: SweepSettings) => ({
	cells,
	gflop: budget / GIGA,
	stepGflop: step / GIGA,
	stepCells,
	lanes,
	cellGflop: cellCharge / GIGA,
	clientGflopPerDay: clientDaily / GIGA,
	gflopPerDay: daily / GIGA,
	hours,
});
