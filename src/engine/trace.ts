import { eachMeasurement, type Measurement } from '../schema/measurements.ts';
import type { Trace } from '../schema/run.ts';

/** Rows of a trace, one for each recorded epoch that was reached, and why the run ended before its last, if it did. */
export interface TracePiece {
	epochs: number[];
	rows: Measurement[];
	/** Of the examples that validate, at the last of the rows; null without any. */
	validation: Validation | null;
	ended: { as: 'diverged' | 'stopped'; at: number } | null;
}

/** What a run measures on the examples that `data.validation` sets apart. */
export interface Validation {
	loss: number | null;
	accuracy: number | null;
}

/** The columns of a trace, from the row `from` on. */
export function columnsOf({ epochs, rows }: TracePiece, from = 0): Trace {
	const chosen = rows.slice(from);
	return { epoch: epochs.slice(from), ...eachMeasurement((name) => chosen.map((row) => row[name])) };
}

/** The last row of a trace; null throughout when it has none. */
export const lastRowOf = (trace: Trace): Measurement => eachMeasurement((name) => trace[name].at(-1) ?? null);

/** The row of an epoch at which nothing can be measured. */
export const emptyRow = (): Measurement => eachMeasurement(() => null);
