import Papa from 'papaparse';
import { MEASUREMENTS } from '../../../src/schema/measurements.ts';
import type { Trace } from '../../../src/schema/run.ts';

/** The traces of all runs as one table: a row an epoch and run, with the names of the API's CSV. */
export function tracesCsv(runs: readonly { key: number; trace: Trace }[]): string {
	const rows = runs.flatMap(({ key, trace }) =>
		trace.epoch.map((epoch, i) => [key, epoch, ...MEASUREMENTS.map((name) => trace[name][i] ?? '')]),
	);
	return `${Papa.unparse({ fields: ['run', 'epoch', ...MEASUREMENTS], data: rows }, { newline: '\n' })}\n`;
}
