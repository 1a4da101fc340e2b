/** Examples in the order in which they train: X as [rows][features], y as [rows]. */
export interface Sample {
	X: number[][];
	y: number[];
}

/** A training sample and, where the spec asks for one, a held-out sample of the same distribution. */
export interface DataSet {
	train: Sample;
	test: Sample | null;
}
