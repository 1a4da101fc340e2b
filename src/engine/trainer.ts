import type { DataSet } from '../data/sample.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import type { Recorded, Span } from './record.ts';

/** A network in training: what an engine offers to `train`, which knows nothing else of it. */
export interface Trainer {
	/** Trains a span of the run and measures on the way; the next call goes on from its end. */
	record(span: Span): Recorded;
	/** Probability of class 1 at each point, [points][features]. */
	probabilities(points: number[][]): number[];
	/** W₀, b₀, W₁, b₁ … as one vector, each W as [out][in]. */
	parameters(): Float32Array;
	/** Gives the memory back. The trainer cannot be used after it. */
	dispose(): void;
}

/** Makes a trainer for a canonical spec and the data that it names. */
export type Engine = (spec: RunSpec, data: DataSet) => Trainer;
