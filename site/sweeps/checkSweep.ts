import type { Language } from '../../src/language.ts';
import type { FieldError } from '../../src/schema/fieldErrors.ts';
import { type SweepInput, sweepSchema } from '../../src/schema/sweep.ts';
import { estimateCells, estimateSweep } from '../../src/sweeps/cost.ts';
import { planSweep } from '../../src/sweeps/plan.ts';
import { fieldErrorsIn } from '../text/fieldErrorsIn.ts';
import { SWEEPS_TEXT } from '../text/sweeps/sweepsText.ts';

/** What a sweep would take, or what is wrong with it, by field. */
type CheckedSweep = { ok: true; cells: number; gflop: number } | { ok: false; errors: FieldError[] };

/** A sweep held against the schema, and its cost before anything is sent. What single cells refuse is in English. */
export function checkSweep(input: SweepInput, language: Language): CheckedSweep {
	const parsed = sweepSchema.safeParse(input);
	if (!parsed.success) {
		return {
			ok: false,
			errors: fieldErrorsIn(language, parsed.error, { input, schema: sweepSchema }, SWEEPS_TEXT[language].rule),
		};
	}
	const plan = planSweep(parsed.data);
	if (!('plan' in plan)) return { ok: false, errors: plan.errors };
	const { cells, charged } = estimateSweep(plan.plan.grid, estimateCells(plan.plan.first));
	return { ok: true, cells, gflop: charged / 1e9 };
}
