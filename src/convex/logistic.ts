import { at } from '../at.ts';
import { solvePositiveDefinite } from './cholesky.ts';
import { addMultiple, dot } from './vectors.ts';

/** p = σ(w·x + b) */
interface LogisticModel {
	w: number[];
	b: number;
}

/** A Newton step that promises less than this share of the objective is the last; its error is of the order of the square. */
const TOLERANCE = 1e-14;
const MAX_STEPS = 100;
/** The share of the promised fall that a step must deliver, or it is halved (Armijo). */
const SUFFICIENT = 1e-4;

/**
 * The w and b that minimise
 *
 *     ½‖w‖² + C·Σ log(1 + exp(−s_i(w·x_i + b)))        s_i = 2y_i − 1
 *
 * which is scikit-learn's `LogisticRegression(C=C)` (scikit-learn, "Linear Models", 1.1.11): the
 * intercept is not penalised, and 1/C is the project's λ under `over-2m`, after division by Cm.
 * Newton's method with Cholesky and step halving, float64 throughout.
 *
 * scikit-learn's default solver, L-BFGS, may stop short of this minimum: up to 1.2.1 at least, its
 * `tol` does not reach SciPy's test on the fall of the objective (scikit-learn #18074).
 *
 * @param y labels 0 and 1
 * @throws RangeError when only one class is present (b has no minimum), or 100 steps do not reach it
 */
export function logistic(X: readonly (readonly number[])[], y: readonly number[], C: number): LogisticModel {
	if (new Set(y).size < 2) throw new RangeError('both classes must be present');
	const rows = X.map((row) => [...row, 1]); // b is the weight of a last column of ones
	const d = at(X, 0).length;
	let point: number[] = Array.from({ length: d + 1 }, () => 0);
	let value = objective(rows, y, C, point);

	for (let step = 0; step < MAX_STEPS; step++) {
		const { gradient, hessian } = derivatives(rows, y, C, point);
		const direction = solvePositiveDefinite(hessian, gradient);
		const slope = dot(gradient, direction);
		if (slope / 2 <= TOLERANCE * value) {
			const last = moved(point, direction, 1);
			return { w: last.slice(0, d), b: at(last, d) };
		}
		let share = 1;
		let next = moved(point, direction, share);
		let nextValue = objective(rows, y, C, next);
		while (!(nextValue <= value - SUFFICIENT * share * slope)) {
			share /= 2;
			next = moved(point, direction, share);
			nextValue = objective(rows, y, C, next);
		}
		[point, value] = [next, nextValue];
	}
	throw new RangeError(`logistic regression has not settled after ${MAX_STEPS} Newton steps`);
}

const moved = (point: number[], direction: number[], share: number) =>
	point.map((value, j) => value - share * at(direction, j));

/** ½‖w‖² + C·Σ log-loss, with b the last entry of `point`. */
function objective(rows: number[][], y: readonly number[], C: number, point: number[]): number {
	const w = point.slice(0, -1);
	let loss = 0;
	for (const [i, row] of rows.entries()) {
		const z = dot(row, point);
		const margin = at(y, i) === 1 ? z : -z;
		loss += Math.max(-margin, 0) + Math.log1p(Math.exp(-Math.abs(margin)));
	}
	return dot(w, w) / 2 + C * loss;
}

/** Gradient w + C·Xᵀ(p − y) and Hessian I + C·Xᵀdiag(p(1−p))X, without the penalty in the last row, which is b's. */
function derivatives(rows: number[][], y: readonly number[], C: number, point: number[]) {
	const d = point.length - 1;
	const gradient = point.map((value, j) => (j < d ? value : 0));
	const hessian = point.map((_, j) => Array.from({ length: j + 1 }, (_, k): number => (j === k && j < d ? 1 : 0)));
	for (const [i, row] of rows.entries()) {
		const z = dot(row, point);
		const small = Math.exp(-Math.abs(z));
		const p = (z > 0 ? 1 : small) / (1 + small);
		const error = C * (p - at(y, i));
		const curvature = (C * small) / (1 + small) ** 2; // p(1−p) that does not round to 0 at p = 1
		addMultiple(gradient, error, row);
		for (const [j, x] of row.entries()) addMultiple(at(hessian, j), curvature * x, row);
	}
	return { gradient, hessian }; // of the Hessian, the lower triangle: what Cholesky reads
}
