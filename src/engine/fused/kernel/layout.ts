/** Examples of one panel: four vectors of four float32. */
export const PANEL: i32 = 16;
/** Bytes of one unit's row in a panel: a cache line. */
export const ROW: usize = 64;

/** One dense layer; the host writes it as 11 int32. Unit counts are even: an odd layer has one more unit, whose numbers are all zero. */
@unmanaged
export class Layer {
	inputs: i32;
	outputs: i32;
	/** Units that are real: outputs or outputs − 1. */
	realOutputs: i32;
	/** [outputs/2][inputs][2] */
	weights: usize;
	bias: usize;
	weightGradient: usize;
	biasGradient: usize;
	/** Activations of the inputs and of the outputs, [panels][units][16]. */
	below: usize;
	above: usize;
	/** Derivatives of the data loss by the same. */
	deltaBelow: usize;
	deltaAbove: usize;
}

/** A range of parameters and what the penalty does to it; the host writes it as 9 float64. */
@unmanaged
export class Range {
	parameters: f64;
	gradient: f64;
	/** Velocity of SGD or first moment of Adam. */
	first: f64;
	/** Second moment of Adam. */
	second: f64;
	/** Numbers, a multiple of 4. */
	count: f64;
	/** Through the gradient: d of d·w, and c₁ of c₁·sign(w). */
	decay: f64;
	l1: f64;
	/** Beside the step: the share that is shrunk away, and the threshold of the proximal step. */
	shrink: f64;
	threshold: f64;
}

/** A run; the host writes it as float64, in this order. */
@unmanaged
export class Run {
	layers: f64;
	layerCount: f64;
	ranges: f64;
	rangeCount: f64;
	activation: f64;
	loss: f64;
	optimizer: f64;
	/** Training rows as they came, [m][features] and [m]. */
	X: f64;
	y: f64;
	m: f64;
	features: f64;
	/** Rows of one batch. */
	batchSize: f64;
	/** Rows that go through the network together, a multiple of 16. */
	chunk: f64;
	/** Where the order of the rows in an epoch stands, int32[m]. */
	order: f64;
	/** The batch as panels of inputs, and of targets and weights. */
	inputs: f64;
	targets: f64;
	/** 1 when those panels hold the batch already, at every step. */
	resident: f64;
	/** 1 when shrink and threshold are multiplied by η. */
	timesRate: f64;
	learningRate: f64;
	linearDecay: f64;
	momentum: f64;
	beta1: f64;
	beta2: f64;
	epsilon: f64;
	dropout: f64;
	inputNoise: f64;
	seed: f64;
	/** Steps done, and steps of the whole run. */
	step: f64;
	steps: f64;
	/** What `measure` answers: the sum of the losses and the number of rows that are classified rightly. */
	lossSum: f64;
	correct: f64;
}

export const LAYER_BYTES: usize = offsetof<Layer>();
export const RANGE_BYTES: usize = offsetof<Range>();
