/** Examples as the kernel reads them. */
export interface FlatSample {
	/** [rows][features] */
	X: Float32Array;
	/** [rows] */
	y: Float32Array;
}

/** Where a network is to be evaluated, and what for: the outputs before the loss's link, or the probability of class 1. */
export interface Points {
	/** [points][features] */
	X: Float32Array;
	as: 'outputs' | 'probabilities';
}

/** What a piece of a run starts from. */
export interface TrainDenseInputs {
	train: FlatSample;
	test: FlatSample | null;
	/** The parameters, then the optimizer's slots: each a vector in plain order, W₀, b₀, W₁, b₁ … */
	state: readonly Float32Array[];
}
