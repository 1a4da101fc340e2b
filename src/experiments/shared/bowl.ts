import { at } from '../../at.ts';
import { dot } from '../../convex/vectors.ts';
import type { Point } from './plane.ts';

/** Two axes that are at an angle to w1 and w2; the bowl is ten times as steep along one as along the other. */
const AXES: readonly [Point, Point] = [
	[0.6 * Math.SQRT2, 0.8 * Math.SQRT2],
	[-0.8 * Math.sqrt(0.2), 0.6 * Math.sqrt(0.2)],
];
const LOW: Point = [3, 1];

/** Each row with its opposite: the bias has nothing to do, and stays 0. */
const X = AXES.flatMap(([a, b]) => [
	[a, b],
	[-a, -b],
]);

/** An entry of XᵀX/m. */
const curvatureAt = (i: number, j: number) => X.reduce((sum, row) => sum + at(row, i) * at(row, j), 0) / X.length;

/** Half a mean squared error over two weights, ½(w − low)ᵀH(w − low), as four examples make it. */
export const BOWL = {
	/** Where paths begin, where nobody chooses. */
	start: [-1.5, 1.8] as Point,
	low: LOW,
	X,
	y: X.map((row) => dot(row, LOW)),
	/** The entries of H = XᵀX/m: first, mixed, second. */
	curvature: [curvatureAt(0, 0), curvatureAt(0, 1), curvatureAt(1, 1)],
} as const;
