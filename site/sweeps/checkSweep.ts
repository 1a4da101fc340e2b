import { fieldErrors } from '../../src/schema/fieldErrors.ts';
import { type SweepInput, sweepSchema } from '../../src/schema/sweep.ts';
import { estimateCells, estimateSweep } from '../../src/sweeps/cost.ts';
import { planSweep } from '../../src/sweeps/plan.ts';

/** What a sweep would take, or what is wrong with it, by field. */
type CheckedSweep =
	| { ok: true; cells: number; gflop: number }
	| { ok: false; errors: { path: string; message: string }[] };

/** A sweep held against the schema, and its cost before anything is sent. */
export function checkSweep(input: SweepInput): CheckedSweep {
	const parsed = sweepSchema.safeParse(input);
	if (!parsed.success) return { ok: false, errors: fieldErrors(parsed.error, input, sweepSchema) };
	const plan = planSweep(parsed.data);
	if (!('plan' in plan)) return { ok: false, errors: plan.errors };
	const { cells, charged } = estimateSweep(plan.plan.grid, estimateCells(plan.plan.first));
	return { ok: true, cells, gflop: charged / 1e9 };
}
