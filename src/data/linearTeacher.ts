import { dot } from '../convex/vectors.ts';
import type { Data } from '../schema/data.ts';
import { RandomState } from './randomState.ts';
import type { DataSet } from './sample.ts';
import { taughtBy } from './taught.ts';

type LinearTeacher = Extract<Data, { kind: 'linear-teacher' }>;

/**
 * Targets y = Xw + noise·ε with inputs and ε from N(0, 1), and a teacher w ~ N(0, τ²) that the held-out
 * sample shares. Drawn in this order: the teacher, then X row by row, then ε; the held-out X and ε come
 * from its own seed.
 *
 * @returns the samples, and the teacher that the experiments compare with
 */
export function linearTeacher(data: LinearTeacher): DataSet & { teacher: number[] } {
	const random = new RandomState(data.seed);
	const teacher = Array.from({ length: data.features }, () => data.teacherStandardDeviation * random.gaussian());
	return { ...taughtBy((x) => dot(x, teacher), data, random), teacher };
}
