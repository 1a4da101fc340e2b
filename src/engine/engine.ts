import type { DataSet } from '../data/sample.ts';
import type { Measurement } from '../schema/measurements.ts';
import type { ResolvedSpec } from './resolve.ts';
import type { TracePiece } from './trace.ts';
import type { Span } from './trainSpan.ts';

/** A network as it was after some epochs of its training. */
export interface Moment {
	epoch: number;
	/** W₀, b₀, W₁, b₁ … as one vector, each W as [out][in]. */
	parameters: Float32Array;
}

/** What a network gives at a moment. */
export interface Glance {
	/** The row that a trace would have there. */
	measured: Measurement;
	/** Probability of class 1 at each point. */
	probabilities: Float32Array;
}

/** A network in training: all that `training.ts` knows of an engine. */
export interface Trainer {
	/** Trains a span of the run and measures on the way; the next call goes on from its end. */
	trainSpan(span: Span): TracePiece;
	/** Probability of class 1 at each point, [points][features] in a row. */
	probabilities(points: Float32Array): Float32Array;
	/** The outputs of the network at each point before the loss's link (logits, or the values of a regression), [points][outputs]. */
	outputs(points: number[][]): Float32Array;
	/**
	 * Measures the network at a moment that has been, without going there.
	 *
	 * @param points where to ask for the probability of class 1, [points][features]; null: nowhere
	 */
	lookAt(moment: Moment, points: Float32Array | null): Glance;
	/** Probability of class 1 at each point, [points][features] in a row, of the network at a moment that has been. */
	probabilitiesAt(moment: Moment, points: Float32Array): Float32Array;
	/** W₀, b₀, W₁, b₁ … as one vector, each W as [out][in]; not the caller's to change. */
	parameters(): Float32Array;
	/** Gives the memory back. The trainer cannot be used after it. */
	dispose(): void;
}

/** Makes a trainer, at epoch 0, for a spec and the data that it names. */
export type Engine = (resolved: ResolvedSpec, data: DataSet) => Trainer;
