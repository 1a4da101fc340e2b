/** The grid that the form of sweeps opens on, trained: it takes half a minute, before a release. */
import { expect, test } from 'vitest';
import { train } from '../../../scripts/nodeHost.ts';
import { OPENING, sweepOf } from '../../../site/sweeps/axes.ts';
import { sweepSchema } from '../../../src/schema/sweep.ts';
import type { SweepResult } from '../../../src/schema/sweepAnswers.ts';
import { analyseSweep } from '../../../src/sweeps/analysis.ts';
import { coordinatesAt, countCells, specAt } from '../../../src/sweeps/grid.ts';
import { planSweep } from '../../../src/sweeps/plan.ts';

test.runIf(process.env.EVERY_CASE)(
	'has an exponent under both spellings: its interval holds 0 under λ/2m, and is below it under λ/2',
	{ timeout: 300_000 },
	async () => {
		const planned = planSweep(sweepSchema.parse(sweepOf(OPENING)));
		if (!('plan' in planned)) throw new Error(JSON.stringify(planned.errors));
		const { plan } = planned;
		const results: SweepResult[] = [];
		for (let position = 0; position < countCells(plan.grid); position++) {
			const { status, final } = await train(specAt(plan, position));
			results.push({ ...coordinatesAt(plan.grid, position), runId: 'x', status, final });
		}
		const [half, over2m] = ['half', 'over-2m'].map(
			(scaling) => analyseSweep(plan.grid, results).scalings.find((one) => one.scaling === scaling)?.exponent,
		);
		expect(half?.value).toBeLessThan(-0.7);
		expect(half?.high).toBeLessThan(-0.3);
		expect(over2m?.low).toBeLessThan(0);
		expect(over2m?.high).toBeGreaterThan(0);
	},
);
