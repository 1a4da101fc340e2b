import { type Run, TRACE_COLUMNS } from '../../src/schema/run.ts';

/** The trace of a run from a store: one row an epoch that was recorded, in the order of `TRACE_COLUMNS`. */
export function traceRows(text: string): (number | null)[][] {
	const { trace } = JSON.parse(text) as Run; // what is read from under a run's key has been verified to be one
	return trace.epoch.map((_, row) => TRACE_COLUMNS.map((name) => trace[name][row] ?? null));
}
