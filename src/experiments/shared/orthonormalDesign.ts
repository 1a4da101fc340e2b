import { at } from '../../at.ts';
import { RandomState } from '../../data/randomState.ts';

/** Examples, weights, and those of the weights that are not truly zero. */
export const ORTHONORMAL = { m: 200, features: 50, relevant: 5 } as const;

/**
 * Columns of a Gaussian matrix, made orthogonal to each other and to the constant, each of length √m; five of them matter: the teacher's
 * weights are 1, −1, 1, −1, 1 and 0, the noise has standard deviation 1.
 */
export function drawOrthonormal(seed: number) {
	const { m, features, relevant } = ORTHONORMAL;
	const random = new RandomState(seed);
	const columns: number[][] = [];
	const basis = [Array<number>(m).fill(1)];
	for (let j = 0; j < features; j++) {
		let column = Array.from({ length: m }, () => random.gaussian());
		// Twice, so that rounding leaves no part of one column in another.
		for (let round = 0; round < 2; round++) {
			for (const other of basis) {
				const share = column.reduce((sum, value, i) => sum + value * at(other, i), 0) / m;
				column = column.map((value, i) => value - share * at(other, i));
			}
		}
		const length = Math.hypot(...column);
		column = column.map((value) => (value / length) * Math.sqrt(m));
		basis.push(column);
		columns.push(column);
	}
	const X = Array.from({ length: m }, (_, i) => columns.map((column) => at(column, i)));
	const y = X.map(
		(row) => row.slice(0, relevant).reduce((sum, x, j) => sum + x * (j % 2 === 0 ? 1 : -1), 0) + random.gaussian(),
	);
	const centre = y.reduce((sum, target) => sum + target, 0) / m;
	return { X, y: y.map((target) => target - centre) };
}
