import type { Pair, Proof } from '../../src/convert/proveIt.ts';
import type { ExperimentResult } from '../../src/schema/experimentResult.ts';
import type { Boundary, Run, Trace } from '../../src/schema/run.ts';
import type { RunSpecInput } from '../../src/schema/runSpec.ts';

/** What a page asks of its training worker. */
export type Job =
	| { kind: 'run'; spec: RunSpecInput; watch: Watch }
	/** @property workers that its runs are spread over */
	| { kind: 'experiment'; name: string; parameters: unknown; workers: number }
	| { kind: 'proof'; pair: Pair };

/** Asks for workers and experiments to be at hand soon; it is not answered. */
export interface Warming {
	kind: 'warm';
	workers: number;
}

/** What is sent while a run trains; nothing of it changes the result. */
export interface Watch {
	/** Points along one side of the boundary, null for none. */
	boundary: number | null;
	weights: boolean;
	/** At least this many moments. */
	pictures: number;
}

/** A run at a moment of its training. */
export interface RunProgress {
	epoch: number;
	epochs: number;
	trace: Trace;
	boundary?: Boundary;
	/** All weights, layer by layer, without the biases. */
	weights?: number[][];
}

/** How far an experiment is. */
export interface ExperimentProgress {
	done: number;
	/** 0 where a closed form is computed and nothing trains. */
	total: number;
	/** What is done of the runs that train now, in runs. */
	part: number;
	/** Of the run that was last heard of. */
	trace: Trace | null;
}

export interface Outcomes {
	run: { progress: RunProgress; result: Run };
	experiment: { progress: ExperimentProgress; result: ExperimentResult };
	proof: { progress: never; result: Proof };
}

/** What the worker answers. */
export type Answer =
	| { kind: 'progress'; progress: unknown }
	| { kind: 'result'; result: unknown }
	| { kind: 'failure'; message: string };
