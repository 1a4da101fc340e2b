import { dot } from '../convex/vectors.ts';
import type { Data } from '../schema/data.ts';
import { RandomState } from './randomState.ts';
import type { DataSet } from './sample.ts';
import { tanh } from './tanh.ts';
import { taughtBy } from './taught.ts';

type NetworkTeacher = Extract<Data, { kind: 'network-teacher' }>;

/** Weights of a teacher without biases. */
interface Teacher {
	/** Into the hidden units, [hidden][features]. */
	U: number[][];
	/** Out of them, [hidden]. */
	v: number[];
}

/**
 * Targets y = Σ_k v_k·tanh(Σ_j u_kj·x_j) + noise·ε with inputs and ε from N(0, 1), and a teacher whose weights are all
 * from N(0, τ²), which the held-out sample shares: a network with the prior that the penalty stands for. Drawn in this
 * order: U row by row, v, then X row by row, then ε; the held-out X and ε come from its own seed.
 *
 * @returns the samples, and the teacher to compare with
 */
export function networkTeacher(data: NetworkTeacher): DataSet & { teacher: Teacher } {
	const random = new RandomState(data.seed);
	const drawWeights = (length: number) =>
		Array.from({ length }, () => data.teacherStandardDeviation * random.gaussian());
	const U = Array.from({ length: data.hidden }, () => drawWeights(data.features));
	const v = drawWeights(data.hidden);
	const answer = (x: readonly number[]) =>
		dot(
			v,
			U.map((u) => tanh(dot(u, x))),
		);
	return { ...taughtBy(answer, data, random), teacher: { U, v } };
}
