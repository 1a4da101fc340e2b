import { at } from '../at.ts';

/** What a column is moved and divided by. */
export interface ColumnScale {
	mean: number;
	/** Population standard deviation (÷ m, not m − 1); 1 for a column that never changes. */
	deviation: number;
}

/** The scale of each column of X, from these rows alone: for a held-out sample, the training rows. */
export function columnScales(X: readonly (readonly number[])[]): ColumnScale[] {
	const m = X.length;
	return at(X, 0).map((first, j) => {
		// Distances from the first value, so that a constant column is exactly constant: the mean of three 0.1 is not 0.1.
		const shifted = X.map((row) => at(row, j) - first);
		const shift = shifted.reduce((sum, value) => sum + value, 0) / m;
		const variance = shifted.reduce((sum, value) => sum + (value - shift) ** 2, 0) / m;
		return { mean: first + shift, deviation: Math.sqrt(variance) || 1 };
	});
}

/**
 * X with columns of mean 0 and population standard deviation 1, as scikit-learn's StandardScaler
 * makes them; constant columns become 0.
 *
 * @param scales of the rows that define the scale, where those are not X itself
 */
export function standardize(X: readonly (readonly number[])[], scales: ColumnScale[] = columnScales(X)): number[][] {
	return X.map((row) => scales.map(({ mean, deviation }, j) => (at(row, j) - mean) / deviation));
}
