import { at } from '../../at.ts';
import { mean } from '../../statistics.ts';

/** Columns and targets of mean 0: what a network's unpenalised bias takes out. */
export function centre({ X, y }: { X: number[][]; y: number[] }) {
	const means = at(X, 0).map((_, j) => mean(X.map((row) => at(row, j))));
	const centre = mean(y);
	return {
		X: X.map((row) => row.map((value, j) => value - at(means, j))),
		y: y.map((target) => target - centre),
	};
}
