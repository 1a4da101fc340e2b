import type { Language } from '../../src/language.ts';
import type { FieldError } from '../../src/schema/fieldErrors.ts';
import { parseBounded } from '../../src/schema/parseBounded.ts';
import { runSpecSchema } from '../../src/schema/runSpec.ts';
import { type Sweep, type SweepInput, sweepSchema } from '../../src/schema/sweep.ts';
import { estimateCells, estimateSweep } from '../../src/sweeps/cost.ts';
import { firstCell, planSweep } from '../../src/sweeps/plan.ts';
import { fieldErrorsIn } from '../text/fieldErrorsIn.ts';
import { ruleInChinese } from '../text/ruleInChinese.ts';
import { SWEEPS_TEXT } from '../text/sweeps/sweepsText.ts';

/** What a sweep would take, or what is wrong with it, by field. */
type CheckedSweep = { ok: true; cells: number; gflop: number } | { ok: false; errors: FieldError[] };

/** A sweep held against the schema, and its cost before anything is sent. */
export function checkSweep(input: SweepInput, language: Language): CheckedSweep {
	const parsed = sweepSchema.safeParse(input);
	if (!parsed.success) {
		return {
			ok: false,
			errors: fieldErrorsIn(language, parsed.error, { input, schema: sweepSchema }, SWEEPS_TEXT[language].rule),
		};
	}
	const plan = planSweep(parsed.data);
	if (!('plan' in plan)) return { ok: false, errors: inLanguage(plan.errors, parsed.data, language) };
	const { cells, charged } = estimateSweep(plan.plan.grid, estimateCells(plan.plan.first));
	return { ok: true, cells, gflop: charged / 1e9 };
}

/** What is wrong with the cells: in Chinese what the schema says of the first cell, else what rules say of another one. */
function inLanguage(errors: FieldError[], sweep: Sweep, language: Language): FieldError[] {
	if (language === 'en') return errors;
	const input = firstCell(sweep);
	const parsed = parseBounded(runSpecSchema, input);
	if (parsed.success || errors.some(({ path }) => path.startsWith('axes.')))
		return errors.map((error) => ({ ...error, message: ruleInChinese({ ...error, given: '' }) }));
	return fieldErrorsIn(language, parsed.error, { input, schema: runSpecSchema }, ruleInChinese).map(
		({ path, message }) => ({ path: path ? `base.${path}` : 'base', message }),
	);
}
