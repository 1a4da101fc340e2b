import { at } from '../../at.ts';
import { normalEquations, solveRidge } from '../../convex/ridge.ts';
import { linearTeacher } from '../../data/linearTeacher.ts';
import { linearTeacherSchema } from '../../schema/data.ts';

/** Ridge on many linear teachers, at each of some strengths. */
interface RidgeDraws {
	/** ‖ŵ − w‖² of each draw and strength, [strength][draw]: the risk beyond the noise, as the inputs are N(0, I). */
	excess: number[][];
	/** ‖ŵ‖ likewise. */
	norm: number[][];
}

interface Teacher {
	features: number;
	/** τ of the prior N(0, τ²) that draws the teacher. */
	teacherStandardDeviation: number;
	/** σ of the noise. */
	noise: number;
}

/** Draws a linear teacher with `m` examples for each seed and solves ridge for each λ (`over-2m` of half a squared error). */
export function ridgeDraws(
	teacher: Teacher,
	m: number,
	seeds: readonly number[],
	lambdas: readonly number[],
): RidgeDraws {
	const excess = lambdas.map((): number[] => []);
	const norm = lambdas.map((): number[] => []);
	for (const seed of seeds) {
		const drawn = linearTeacher(linearTeacherSchema.parse({ kind: 'linear-teacher', ...teacher, m, seed, test: null }));
		const equations = normalEquations(drawn.train.X, drawn.train.y);
		lambdas.forEach((lambda, i) => {
			const w = solveRidge(equations, lambda);
			excess[i]?.push(w.reduce((sum, value, j) => sum + (value - at(drawn.teacher, j)) ** 2, 0));
			norm[i]?.push(Math.hypot(...w));
		});
	}
	return { excess, norm };
}
