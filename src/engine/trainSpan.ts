import type { Measurement } from '../schema/measurements.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import { isWithinFloat32 } from './float32.ts';
import { emptyRow, type TracePiece, type Validation } from './trace.ts';

/** A network that an engine trains: all that `trainSpan` needs of it. */
export interface Network {
	/**
	 * Trains the epochs from `first` up to, but without, `last`.
	 *
	 * @param eachEpoch hears of each of them
	 * @returns the first epoch before whose update a parameter or the objective is not finite, or null when all is well
	 */
	advance(first: number, last: number, eachEpoch?: EachEpoch): number | null;
	/** Losses, accuracies and norms as they are before the update of `epoch`. */
	measure(epoch: number): Measured;
}

/** What a network measures; the objective is the sum of the data loss and the penalty. */
type Measured = Omit<Measurement, 'objective' | 'dataLoss' | 'penalty'> & {
	dataLoss: number;
	penalty: number;
	validation: Validation | null;
};

/**
 * Hears that so many epochs are done, and may ask for the parameters, W₀, b₀, W₁, b₁ …, which are lent until it returns.
 * Of a run that diverges it may hear of epochs beyond the one at which it ends.
 */
export type EachEpoch = (epoch: number, parameters: () => Float32Array) => void;

/** A piece of a run: measure before each of `epochs`, in order, and train on to `to`, at or beyond the last of them. */
export interface Span {
	epochs: readonly number[];
	to: number;
	eachEpoch?: EachEpoch | undefined;
}

/** Early stopping: the least held-out loss so far, of the examples that validate where there are any, and the epochs that may pass without a lower one. */
export interface StoppingWatch {
	patience: number;
	least: number;
	leastAt: number;
}

/** The watch that a spec's early stopping begins with, or null where it has none. */
export function startWatch({ regularizers: { earlyStopping } }: RunSpec): StoppingWatch | null {
	return earlyStopping && { patience: earlyStopping.patience, least: Number.POSITIVE_INFINITY, leastAt: 0 };
}

/**
 * Trains a span from epoch `from`: to its end, or until the objective is no longer finite, or until `watch` has run
 * out of patience.
 */
export function trainSpan(
	network: Network,
	from: number,
	{ epochs, to, eachEpoch }: Span,
	watch: StoppingWatch | null,
): TracePiece {
	const piece: TracePiece = { epochs: [], rows: [], validation: null, ended: null };
	const add = (epoch: number, row: Measurement, validation: Validation | null) => {
		piece.epochs.push(epoch);
		piece.rows.push(row);
		piece.validation = validation;
	};
	const endDiverged = (epoch: number): TracePiece => {
		add(epoch, emptyRow(), null);
		return { ...piece, ended: { as: 'diverged', at: epoch } };
	};
	let previous = from;
	for (const epoch of epochs) {
		const broken = network.advance(previous, epoch, eachEpoch);
		if (broken !== null) return endDiverged(broken);
		const measured = network.measure(epoch);
		const row = toRow(measured);
		if (row.objective === null) return endDiverged(epoch);
		const validation = measured.validation && { ...measured.validation, loss: held(measured.validation.loss) };
		add(epoch, row, validation);
		if (watch && isOutOfPatience(watch, epoch, validation ? validation.loss : row.testLoss)) {
			return { ...piece, ended: { as: 'stopped', at: epoch } };
		}
		previous = epoch;
	}
	const broken = network.advance(previous, to, eachEpoch);
	return broken === null ? piece : endDiverged(broken);
}

/** Null for what float32 does not hold. */
const held = (value: number | null) => (value !== null && isWithinFloat32(value) ? value : null);

/** The row of a trace: with the objective. */
function toRow(measured: Measured): Measurement {
	return {
		dataLoss: held(measured.dataLoss),
		penalty: held(measured.penalty),
		objective: held(measured.dataLoss + measured.penalty),
		testLoss: held(measured.testLoss),
		trainAccuracy: measured.trainAccuracy,
		testAccuracy: measured.testAccuracy,
		weightNorm: held(measured.weightNorm),
	};
}

/** Notes a held-out loss, and says whether the last lowest one is too long ago. */
function isOutOfPatience(watch: StoppingWatch, epoch: number, loss: number | null): boolean {
	if (loss !== null && loss < watch.least) {
		watch.least = loss;
		watch.leastAt = epoch;
	}
	return epoch - watch.leastAt >= watch.patience;
}
