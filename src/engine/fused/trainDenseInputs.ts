/** Examples as the kernel reads them. */
export interface FlatSample {
	/** [rows][features] */
	X: Float32Array;
	/** [rows] */
	y: Float32Array;
}

/** What a piece of a run starts from. */
export interface TrainDenseInputs {
	train: FlatSample;
	test: FlatSample | null;
	/** The parameters, then the optimizer's slots: each a vector in plain order, W₀, b₀, W₁, b₁ … */
	state: readonly Float32Array[];
}
