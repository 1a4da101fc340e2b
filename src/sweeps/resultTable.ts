import type { Final, SweepResult } from '../schema/sweep.ts';

const MEASURED = [
	'dataLoss',
	'penalty',
	'objective',
	'testLoss',
	'trainAccuracy',
	'testAccuracy',
	'weightNorm',
	'zeroWeights',
] as const satisfies readonly (keyof Final)[];

/** Columns of a sweep's results as a table. */
export const resultColumns = ['lambda', 'm', 'scaling', 'seed', 'status', 'runId', ...MEASURED] as const;

/** One row a cell that is over. */
export const resultRows = (results: readonly SweepResult[]): (string | number | null)[][] =>
	results.map(({ lambda, m, scaling, seed, status, runId, final }) => [
		...[lambda, m, scaling, seed, status, runId],
		...MEASURED.map((name) => final?.[name] ?? null),
	]);
