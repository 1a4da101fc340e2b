import type { Run, Trace } from '../../src/schema/run.ts';

/** Columns of a trace as CSV. */
export const traceColumns = [
	'epoch',
	'dataLoss',
	'penalty',
	'objective',
	'testLoss',
	'trainAccuracy',
	'testAccuracy',
	'weightNorm',
] as const satisfies readonly (keyof Trace)[];

/** The trace of a run from a store: one row an epoch that was recorded. */
export function traceRows(text: string): (number | null)[][] {
	const { trace } = JSON.parse(text) as Run; // only `trainedRun` writes under a run's key
	return trace.epoch.map((_, row) => traceColumns.map((name) => trace[name][row] ?? null));
}
