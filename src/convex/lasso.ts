import { at } from '../at.ts';
import { addMultiple, dot } from './vectors.ts';

/** A sweep that moves no fitted value by more than this share of ‖y‖ is the last: weights are then right to about 1e-9. */
const TOLERANCE = 1e-12;
/** As many columns left as there are rows, nearly dependent, have been seen to take 200,000; the diabetes data a few thousand. */
const MAX_SWEEPS = 1_000_000;

/**
 * The w that minimises
 *
 *     (1/2m)‖y − Xw‖² + α‖w‖₁
 *
 * which is scikit-learn's `Lasso(alpha=α)` without an intercept (scikit-learn, "Linear Models",
 * 1.1.3): a mean over m examples, so that α is λ/m where the data loss is half a squared error and
 * the scaling `over-m`. Coordinate descent with soft thresholding (Friedman, Hastie & Tibshirani
 * 2010, "Regularization Paths for Generalized Linear Models via Coordinate Descent", section 2),
 * float64 throughout; weights that the penalty removes are exactly 0.
 *
 * An intercept needs no code where the columns of X have mean 0, as in `ridge`.
 *
 * @throws RangeError when a million sweeps over the columns do not settle the weights
 */
export function lasso(X: readonly (readonly number[])[], y: readonly number[], alpha: number): number[] {
	const m = X.length;
	const columns = at(X, 0).map((_, j) => {
		const x = X.map((row) => at(row, j));
		return { x, square: dot(x, x) };
	});
	const w = columns.map(() => 0);
	const residual = [...y]; // y − Xw
	const settled = TOLERANCE * Math.sqrt(dot(y, y));

	for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
		let largest = 0;
		for (const [j, { x, square }] of columns.entries()) {
			if (square === 0) continue; // a column of zeros explains nothing
			const old = at(w, j);
			// The minimum along this coordinate, all others held: in sums over examples α is mα.
			const value = softThreshold(dot(x, residual) + square * old, m * alpha) / square;
			const change = value - old;
			if (change === 0) continue;
			w[j] = value;
			addMultiple(residual, -change, x);
			largest = Math.max(largest, Math.abs(change) * Math.sqrt(square));
		}
		if (largest <= settled) return w;
	}
	throw new RangeError(`the lasso has not settled after ${MAX_SWEEPS} sweeps`);
}

/** z moved towards 0 by `amount`, and 0 where that would cross it. */
function softThreshold(z: number, amount: number): number {
	if (z > amount) return z - amount;
	return z < -amount ? z + amount : 0;
}
