import { at } from '../../src/at.ts';
import { TRACE_COLUMNS } from '../../src/schema/measurements.ts';
import type { Run } from '../../src/schema/run.ts';

/** The trace of a run from a store: one row an epoch that was recorded, in the order of `TRACE_COLUMNS`. */
export function traceRows(text: string): (number | null)[][] {
	const { trace } = JSON.parse(text) as Run; // a store's text under a run's key has been verified to be a run
	return trace.epoch.map((_, row) => TRACE_COLUMNS.map((name) => at(trace[name], row)));
}
