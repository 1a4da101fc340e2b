import Papa from 'papaparse';
import type { Trace } from '../../src/schema/run.ts';

/** The traces of all runs as one table: a row an epoch and run, with the names of the API's CSV. */
export function tracesCsv(runs: readonly { key: number; trace: Trace }[]): string {
	const names = [
		'dataLoss',
		'penalty',
		'objective',
		'testLoss',
		'trainAccuracy',
		'testAccuracy',
		'weightNorm',
	] as const;
	const rows = runs.flatMap(({ key, trace }) =>
		trace.epoch.map((epoch, i) => [key, epoch, ...names.map((name) => trace[name][i] ?? '')]),
	);
	return `${Papa.unparse({ fields: ['run', 'epoch', ...names], data: rows }, { newline: '\n' })}\n`;
}
