/** Quadratic bowls over two weights, ½(w − low)ᵀH(w − low): what can be said of them by hand. */
import type { Point } from '../../../src/experiments/shared/plane.ts';

/** A symmetric matrix of two rows, ((a, b), (b, c)), as its entries. */
export type Symmetric = readonly [a: number, b: number, c: number];

export interface Bowl {
	curvature: Symmetric;
	low: Point;
}

export const minus = ([x, y]: Point, [u, v]: Point): Point => [x - u, y - v];

/** H·w. */
export const times = ([a, b, c]: Symmetric, [x, y]: Point): Point => [a * x + b * y, b * x + c * y];

/** H + amount·I. */
export const lift = ([a, b, c]: Symmetric, amount: number): Symmetric => [a + amount, b, c + amount];

/** H⁻¹·w by Cramer's rule. @throws RangeError where H has no inverse */
export function solve([a, b, c]: Symmetric, [x, y]: Point): Point {
	const determinant = a * c - b * b;
	if (!(Math.abs(determinant) > 0)) throw new RangeError(`((${a}, ${b}), (${b}, ${c})) has no inverse`);
	return [(x * c - b * y) / determinant, (a * y - b * x) / determinant];
}

/** The lowest point of a bowl with ½·pull·‖w‖² on top: (H + pull·I)⁻¹ H low, the ridge solution. */
export const ridgePoint = ({ curvature, low }: Bowl, pull: number): Point =>
	pull === 0 ? low : solve(lift(curvature, pull), times(curvature, low));

/** (w − low)ᵀH(w − low): twice the height above the lowest point. */
export function heightOf({ curvature, low }: Bowl, w: Point): number {
	const away = minus(w, low);
	const [x, y] = times(curvature, away);
	return away[0] * x + away[1] * y;
}

/** Points of the ellipse (w − low)ᵀH(w − low) = level, the last one the first again. */
export function contourOf({ curvature, low }: Bowl, level: number, count = 120): Point[] {
	const { large, small, angle } = principalAxes(curvature);
	const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
	return Array.from({ length: count + 1 }, (_, i) => {
		const turn = (2 * Math.PI * (i % count)) / count;
		const along = Math.sqrt(level / large) * Math.cos(turn);
		const across = Math.sqrt(level / small) * Math.sin(turn);
		return [low[0] + cos * along - sin * across, low[1] + sin * along + cos * across];
	});
}

/** Eigenvalues of H, the larger one first, and the angle of its eigenvector from the first axis. */
export function principalAxes([a, b, c]: Symmetric): { large: number; small: number; angle: number } {
	const middle = (a + c) / 2;
	const spread = Math.hypot((a - c) / 2, b);
	return { large: middle + spread, small: middle - spread, angle: Math.atan2(2 * b, a - c) / 2 };
}
