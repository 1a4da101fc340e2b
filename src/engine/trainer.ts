import type { DataSet } from '../data/sample.ts';
import type { Measurement, Weights } from '../schema/run.ts';
import type { RunSpec } from '../schema/runSpec.ts';

/** A network in training: what an engine offers to `train`, which knows nothing else of it. */
export interface Trainer {
	/**
	 * Trains the epochs from `first` up to, but without, `last`.
	 *
	 * @returns the first epoch before whose update the objective is not finite, or null when all went well
	 */
	advance(first: number, last: number): number | null;
	/** Losses, accuracies and norms of the network as it is now; the objective is their sum. */
	measure(): Omit<Measurement, 'objective'>;
	/** Probability of class 1 at each point of the plane, [points][2]. */
	probabilities(points: number[][]): number[];
	weights(): Weights;
	/** Gives the memory back. The trainer cannot be used after it. */
	dispose(): void;
}

/** Makes a trainer for a canonical spec and the data that it names. */
export type Engine = (spec: RunSpec, data: DataSet) => Trainer;
