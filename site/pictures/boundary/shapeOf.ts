import { isEven, onlySide } from './isEven.ts';

/** What the line at ½ looks like: none, a straight one, or any other. */
export type Shape = 'none' | 'line' | 'curve';

/** So far a straight line may leave the straight, as a share of the picture's side: less is not seen. */
const UNSEEN = 0.02;

/**
 * The shape of the boundary p = ½: of the points where it crosses the grid, how far the farthest lies from their principal axis.
 *
 * @param probability [resolution²], row by row
 */
export function shapeOf(probability: ArrayLike<number>, resolution: number): Shape {
	if (isEven(probability) || onlySide(probability) !== null) return 'none';
	const points = crossings(probability, resolution);
	if (points.length < 2) return 'none';
	const [meanX, meanY] = [0, 1].map(
		(axis) => points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length,
	) as [number, number]; // of two axes
	let [xx, xy, yy] = [0, 0, 0];
	for (const [x, y] of points) {
		xx += (x - meanX) ** 2;
		xy += (x - meanX) * (y - meanY);
		yy += (y - meanY) ** 2;
	}
	const angle = Math.atan2(2 * xy, xx - yy) / 2;
	const distance = ([x, y]: readonly [number, number]) =>
		Math.abs((y - meanY) * Math.cos(angle) - (x - meanX) * Math.sin(angle));
	return Math.max(...points.map(distance)) <= UNSEEN * (resolution - 1) ? 'line' : 'curve';
}

/** Where p = ½ between neighbors of the grid, in steps of it. */
function crossings(probability: ArrayLike<number>, resolution: number): (readonly [number, number])[] {
	const points: (readonly [number, number])[] = [];
	for (let row = 0; row < resolution; row++)
		for (let column = 0; column < resolution; column++) {
			const from = (probability[row * resolution + column] as number) - 0.5;
			const share = (to: number) => (from < 0 === to < 0 ? null : from / (from - to));
			const right =
				column + 1 < resolution ? share((probability[row * resolution + column + 1] as number) - 0.5) : null;
			const below = row + 1 < resolution ? share((probability[(row + 1) * resolution + column] as number) - 0.5) : null;
			if (right !== null) points.push([column + right, row]);
			if (below !== null) points.push([column, row + below]);
		}
	return points;
}
