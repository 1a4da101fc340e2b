/** The grid that the form of sweeps opens on, trained, which takes half a minute, before a release; and what the form shows of another sweep. */
import { expect, test } from 'vitest';
import { train } from '../../../scripts/nodeHost.ts';
import { baseOf, formOf, OPENING, type SweepForm, sweepOf } from '../../../site/sweeps/axes.ts';
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

test.each([
	{ data: { kind: 'moons', noise: 0.4, test: { m: 100, seed: 7 } }, network: { hidden: [3] } },
	{
		data: { kind: 'wine', validation: 20 },
		penalty: { application: 'decoupled', norm: 'l2' },
		optimizer: { kind: 'adam' },
	},
])('the base that a run of a sweep tells makes the same sweep again: %j', (base) => {
	const planned = (form: SweepForm) => {
		const found = planSweep(sweepSchema.parse(sweepOf(form)));
		return 'plan' in found ? found.plan : expect.unreachable(JSON.stringify(found.errors));
	};
	const { first, grid } = planned({ ...OPENING, m: '20, 60', base: JSON.stringify(base) });
	const run = specAt({ first, grid }, 7);
	expect(planned({ ...formOf(grid), base: baseOf(run, grid) })).toEqual(
		planned({ ...OPENING, m: '20, 60', base: JSON.stringify(base) }),
	);
});
