import { solvePositiveDefinite } from '../../../src/convex/cholesky.ts';
import { lasso } from '../../../src/convex/lasso.ts';
import { normalEquations, ridge } from '../../../src/convex/ridge.ts';
import { linearTeacher } from '../../../src/data/linearTeacher.ts';

export type Prior = 'gaussian' | 'laplace';
export type Point = readonly [number, number];

/** Twenty examples of a teacher with two weights, of which the second is small. */
const DATA = {
	kind: 'linear-teacher',
	m: 20,
	noise: 1,
	seed: 39,
	test: null,
	features: 2,
	teacherStandardDeviation: 1,
} as const;
const { X, y } = linearTeacher(DATA).train;
const equations = normalEquations(X, y);

/** Xᵀ X: the likelihood's contours are the ellipses (w − MLE)ᵀ XᵀX (w − MLE) = const. */
export const CURVATURE = equations.A;

/** The weights that make the data least surprising. */
export const MLE = asPoint(solvePositiveDefinite(equations.A, equations.b));

/**
 * The peak of the posterior: with σ = 1 the minimum of ½‖y − Xw‖² + (λ/2)‖w‖² under a Gaussian prior, and
 * of ½‖y − Xw‖² + λ‖w‖₁ under a Laplace prior.
 */
export function posteriorPeak(prior: Prior, lambda: number): Point {
	return asPoint(prior === 'gaussian' ? ridge(X, y, lambda) : lasso(X, y, lambda / X.length));
}

/** Strengths that a reader may choose, and the one that the figure opens on. */
export const LAMBDAS = [0.3, 1, 2, 4, 8, 15, 30, 60] as const;
export const OPENING_LAMBDA = 8;

function asPoint([first = Number.NaN, second = Number.NaN]: readonly number[]): Point {
	return [first, second];
}
