import { eachMeasurement, type Measurement } from '../schema/run.ts';
import type { RunSpec } from '../schema/runSpec.ts';

/** A network that an engine trains: what `record` needs of it. */
export interface Network {
	/**
	 * Trains the epochs from `first` up to, but without, `last`.
	 *
	 * @returns the first epoch before whose update a parameter or the objective is not finite, or null when all is well
	 */
	advance(first: number, last: number): number | null;
	/** Losses, accuracies and norms as they are before the update of `epoch`; the objective is their sum. */
	measure(epoch: number): Omit<Measurement, 'objective'>;
}

/** Early stopping: the least test loss so far, and the epochs that may pass without a lower one. */
export interface Watch {
	patience: number;
	least: number;
	leastAt: number;
}

/** What early stopping starts from, or null where a spec has none. */
export function watchFor({ regularizers: { earlyStopping } }: RunSpec): Watch | null {
	return earlyStopping && { patience: earlyStopping.patience, least: Number.POSITIVE_INFINITY, leastAt: 0 };
}

/** One row of a trace for each epoch that was reached, and why the run ended before the last, if it did. */
export interface Recorded {
	epochs: number[];
	rows: Measurement[];
	ended: { as: 'diverged' | 'stopped'; at: number } | null;
}

/** A piece of a run: measure before each of `epochs`, in order, and train on to `to`, at or beyond the last of them. */
export interface Span {
	epochs: readonly number[];
	to: number;
}

/** Trains a span from epoch `from`, until its end, until the objective is no longer finite or `watch` has run out of patience. */
export function record(network: Network, from: number, { epochs, to }: Span, watch: Watch | null): Recorded {
	const recorded: Recorded = { epochs: [], rows: [], ended: null };
	const diverged = (at: number): Recorded => {
		recorded.epochs.push(at);
		recorded.rows.push(NOTHING);
		return { ...recorded, ended: { as: 'diverged', at } };
	};
	let previous = from;
	for (const epoch of epochs) {
		const broken = network.advance(previous, epoch);
		if (broken !== null) return diverged(broken);
		const row = complete(network.measure(epoch));
		if (row.objective === null) return diverged(epoch);
		recorded.epochs.push(epoch);
		recorded.rows.push(row);
		if (watch && impatient(watch, epoch, row.testLoss)) return { ...recorded, ended: { as: 'stopped', at: epoch } };
		previous = epoch;
	}
	const broken = network.advance(previous, to);
	return broken === null ? recorded : diverged(broken);
}

const NOTHING: Measurement = eachMeasurement(() => null);

const LARGEST_FLOAT32 = 3.4028234663852886e38;

/** With the objective, and with null for what float32 cannot hold: both engines then call the same thing finite. */
function complete(measured: Omit<Measurement, 'objective'>): Measurement {
	const held = (value: number | null) => (value !== null && Math.abs(value) <= LARGEST_FLOAT32 ? value : null);
	const objective = (measured.dataLoss ?? Number.NaN) + (measured.penalty ?? Number.NaN);
	return {
		dataLoss: held(measured.dataLoss),
		penalty: held(measured.penalty),
		objective: held(objective),
		testLoss: held(measured.testLoss),
		trainAccuracy: measured.trainAccuracy,
		testAccuracy: measured.testAccuracy,
		weightNorm: held(measured.weightNorm),
	};
}

function impatient(watch: Watch, epoch: number, testLoss: number | null): boolean {
	if (testLoss !== null && testLoss < watch.least) {
		watch.least = testLoss;
		watch.leastAt = epoch;
	}
	return epoch - watch.leastAt >= watch.patience;
}
