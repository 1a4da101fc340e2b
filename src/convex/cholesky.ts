import { at } from '../at.ts';
import { dot } from './vectors.ts';
/**
 * The lower triangle L of A = L·Lᵀ, row i holding L[i][0…i].
 *
 * @param A symmetric; only its lower triangle is read
 * @throws RangeError when A is not positive definite in float64
 */
export function cholesky(A: readonly (readonly number[])[]): number[][] {
	const L: number[][] = [];
	for (const [i, a] of A.entries()) {
		const row: number[] = [];
		for (const [j, other] of L.entries()) {
			row.push((at(a, j) - dot(row, other)) / at(other, j)); // dot stops at row's j entries
		}
		const pivot = at(a, i) - dot(row, row);
		if (!(pivot > 0)) throw new RangeError(`the matrix is not positive definite: pivot ${i} is ${pivot}`);
		row.push(Math.sqrt(pivot));
		L.push(row);
	}
	return L;
}

/**
 * x of A·x = b, through `cholesky`.
 *
 * @throws RangeError when A is not positive definite in float64
 */
export function solvePositiveDefinite(A: readonly (readonly number[])[], b: readonly number[]): number[] {
	const L = cholesky(A);
	const x: number[] = [];
	for (const [i, row] of L.entries()) x.push((at(b, i) - dot(x, row)) / at(row, i)); // L·z = b
	for (const [i, row] of [...L.entries()].reverse()) {
		const value = at(x, i) / at(row, i); // Lᵀ·x = z, from the last row up
		x[i] = value;
		for (let j = 0; j < i; j++) x[j] = at(x, j) - value * at(row, j);
	}
	return x;
}
