import type { RunSpec } from './runSpec.ts';

/** Quantities that follow from a spec before anything trains (`penalty.ts`); null where undefined. */
export interface Derived {
	m: number;
	batchSize: number;
	/** Updates of the weights in the whole run. */
	steps: number;
	parameters: number;
	/** c, what multiplies Ω in the objective. */
	penaltyCoefficient: number;
	/** d, what multiplies w in the gradient of the L2 part. */
	decayCoefficient: number;
	/** The share of a weight that the penalty alone removes in one step. */
	shrinkPerStep: number | null;
	/** Epochs until the penalty alone has shrunk a weight to 1/e. */
	timescaleEpochs: number | null;
	/** Standard deviation of the prior on a weight that the penalty is the negative log of. */
	priorStandardDeviation: number | null;
}

/** Everything a run measures at one point in time. */
export interface Measurement {
	/** Mean of the loss over the training examples, without the penalty. */
	dataLoss: number | null;
	penalty: number | null;
	/** dataLoss + penalty. */
	objective: number | null;
	/** Mean of the loss over the held-out examples; never holds the penalty. */
	testLoss: number | null;
	/** Share of training examples classified rightly; null for a regression. */
	trainAccuracy: number | null;
	testAccuracy: number | null;
	/** √Σw² over the weights, without biases. */
	weightNorm: number | null;
}

/** One column a measurement; row i belongs to `epoch[i]`, taken before that epoch's first update. */
export type Trace = { epoch: number[] } & { [Name in keyof Measurement]: (number | null)[] };

/** W as [layer][out][in], b as [layer][out]. */
export interface Weights {
	W: number[][][];
	b: number[][];
}

/** Probability of class 1 on a square grid over the inputs, row by row from the least y. */
export interface Boundary {
	x: [number, number];
	y: [number, number];
	resolution: number;
	probability: number[];
}

/** What an engine returns: a run without its id. */
export interface TrainedRun {
	status: 'ok' | 'diverged';
	/** The epoch whose update made a number that is not finite. */
	divergedAt?: number;
	/** The epoch at which early stopping ended the run. */
	stoppedAt?: number;
	/** Canonical. */
	spec: RunSpec;
	engine: { name: RunSpec['engine']; version: string };
	derived: Derived;
	trace: Trace;
	final: Measurement & { zeroWeights: number | null };
	weights?: Weights;
	boundary?: Boundary;
	cost: { flop: number };
}

/** A result as the API returns it and a store keeps it. */
export interface Run extends TrainedRun {
	id: string;
}
