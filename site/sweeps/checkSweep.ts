import type { Language } from '../../src/language.ts';
import type { FieldError } from '../../src/schema/fieldErrors.ts';
import { parseBounded } from '../../src/schema/parseBounded.ts';
import { runSpecSchema } from '../../src/schema/runSpec.ts';
import { type Sweep, type SweepInput, sweepSchema } from '../../src/schema/sweep.ts';
import { estimateCells, estimateSweep } from '../../src/sweeps/cost.ts';
import { firstCell, planSweep } from '../../src/sweeps/plan.ts';
import { fieldErrorsIn } from '../text/fieldErrorsIn.ts';
import { SWEEPS_TEXT } from '../text/sweeps/sweepsText.ts';

/** What a sweep would take, or what is wrong with it, by field. */
type CheckedSweep = { ok: true; cells: number; gflop: number } | { ok: false; errors: FieldError[] };

/** A sweep held against the schema, and its cost before anything is sent. What a rule between fields refuses in a cell is in English. */
export function checkSweep(input: SweepInput, language: Language): CheckedSweep {
	const parsed = sweepSchema.safeParse(input);
	if (!parsed.success) {
		return {
			ok: false,
			errors: fieldErrorsIn(language, parsed.error, { input, schema: sweepSchema }, SWEEPS_TEXT[language].rule),
		};
	}
	const plan = planSweep(parsed.data);
	if (!('plan' in plan)) return { ok: false, errors: ofFirstCell(parsed.data, language) ?? plan.errors };
	const { cells, charged } = estimateSweep(plan.plan.grid, estimateCells(plan.plan.first));
	return { ok: true, cells, gflop: charged / 1e9 };
}

/** What the schema of a run says of the first cell, in another language than the API's; null where it says nothing. */
function ofFirstCell(sweep: Sweep, language: Language): FieldError[] | null {
	const input = firstCell(sweep);
	const parsed = language === 'en' ? null : parseBounded(runSpecSchema, input);
	if (!parsed || parsed.success) return null;
	return fieldErrorsIn(language, parsed.error, { input, schema: runSpecSchema }).map(({ path, message }) => ({
		path: path ? `base.${path}` : 'base',
		message,
	}));
}
