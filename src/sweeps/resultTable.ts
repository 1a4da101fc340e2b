import { FINAL_MEASUREMENTS } from '../schema/finalMeasurements.ts';
import type { SweepResult } from '../schema/sweepAnswers.ts';

/** Columns of a sweep's results as a table. */
export const RESULT_COLUMNS = ['lambda', 'm', 'scaling', 'seed', 'status', 'runId', ...FINAL_MEASUREMENTS] as const;

/** One row a cell that is over. */
export const toResultRows = (results: readonly SweepResult[]): (string | number | null)[][] =>
	results.map(({ lambda, m, scaling, seed, status, runId, final }) => [
		...[lambda, m, scaling, seed, status, runId],
		...FINAL_MEASUREMENTS.map((name) => final?.[name] ?? null),
	]);
