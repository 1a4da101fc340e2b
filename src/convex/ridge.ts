import { at } from '../at.ts';
import { solvePositiveDefinite } from './cholesky.ts';
import { dot } from './vectors.ts';

/**
 * The w that minimises
 *
 *     ‖y − Xw‖² + α‖w‖²
 *
 * which is scikit-learn's `Ridge(alpha=α)` without an intercept (scikit-learn, "Linear Models",
 * 1.1.2): a sum over examples, so that α is the project's λ when the data loss is a squared error
 * and λ/m its coefficient (`over-m`), or half a squared error and λ/2m (`over-2m`). Solved by
 * Cholesky on XᵀX + αI, float64 throughout.
 *
 * An intercept needs no code: centre the columns of X (`standardize` does) and w is the one that
 * an unpenalised intercept would leave, mean(y).
 *
 * @throws RangeError when XᵀX + αI is not positive definite: α = 0 on dependent columns
 */
export function ridge(X: readonly (readonly number[])[], y: readonly number[], alpha: number): number[] {
	return solveRidge(normalEquations(X, y), alpha);
}

/** XᵀX and Xᵀy: all that ridge needs of the data, whatever α. */
interface NormalEquations {
	A: number[][];
	b: number[];
}

export function normalEquations(X: readonly (readonly number[])[], y: readonly number[]): NormalEquations {
	const columns = at(X, 0).map((_, j) => X.map((row) => at(row, j)));
	return {
		A: columns.map((a) => columns.map((b) => dot(a, b))),
		b: columns.map((column) => dot(column, y)),
	};
}

/** `ridge` from XᵀX and Xᵀy. @throws RangeError as `ridge` */
export function solveRidge({ A, b }: NormalEquations, alpha: number): number[] {
	return solvePositiveDefinite(
		A.map((row, i) => row.map((value, j) => (i === j ? value + alpha : value))),
		b,
	);
}
