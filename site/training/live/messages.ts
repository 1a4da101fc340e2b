import type { Sample } from '../../../src/data/sample.ts';
import type { FinalNumbers, Run, Trace, TrainedRun, Weights } from '../../../src/schema/run.ts';
import type { RunSpecInput } from '../../../src/schema/runSpec.ts';

/** A part of the input plane. */
export interface Window {
	x: readonly [number, number];
	y: readonly [number, number];
}

/** One training that a figure asks for, and what it wants to see of it. */
export interface LiveTask {
	spec: RunSpecInput;
	/**
	 * Trains on the first so many examples of the spec's sample, rounded to three decimals: as m grows, points come and
	 * none moves, which a generator's samples of different sizes do not offer. The spec then holds them inline.
	 */
	first?: number;
	/** Examples that a reader has moved, by their place in the sample; the spec then holds all of them inline, rounded. */
	moved?: Readonly<Record<number, readonly [number, number]>>;
	/** Learns each example so many times, the copies moved by noise of this standard deviation; inline likewise. */
	copies?: { count: number; jitter: number };
	/** Epochs after which the network is looked at, ascending; left out, only its end. */
	lookAt?: readonly number[];
	/** Where probabilities are computed at each look, on a square grid. */
	grid?: Window & { resolution: number };
	/** Whether each look holds all weights. */
	weights?: boolean;
}

/** A network at a moment of its training. */
export interface Look {
	epoch: number;
	/** [resolution²], row by row from the least y; empty without a grid. */
	probability: Float32Array;
	weights: Weights | null;
}

/** What came of a task. */
export interface LiveOutcome {
	/** What was trained, in canonical form. */
	spec: Run['spec'];
	status: Run['status'];
	trace: Trace;
	final: FinalNumbers;
	/** One for each epoch asked for that was reached; a diverged run has none at its end. */
	looks: Look[];
	/** The examples that it learned from. */
	sample: Sample;
}

/** A whole run while it trains. */
export interface LiveProgress {
	/** Of its epochs, 0 to 1. */
	share: number;
	trace: Trace;
}

/** What a worker can be asked for, and what it answers. */
export interface LiveJobs {
	/** What a figure shows of a training. */
	task: { asked: LiveTask; answer: LiveOutcome };
	/** The run itself, as the edge would train it; it is told of about once a frame. */
	run: { asked: RunSpecInput; answer: TrainedRun };
}

type Asked = { [Kind in keyof LiveJobs]: { kind: Kind; id: number; asked: LiveJobs[Kind]['asked'] } };

/** To a worker: the compiled kernel once, then jobs. */
export type LiveRequest = { kind: 'kernel'; module: WebAssembly.Module } | Asked[keyof LiveJobs];

/** From a worker. */
export type LiveAnswer =
	| { id: number; progress: LiveProgress }
	| { id: number; answer: LiveJobs[keyof LiveJobs]['answer'] }
	| { id: number; failure: string };
