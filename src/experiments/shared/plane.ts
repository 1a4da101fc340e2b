import { at } from '../../at.ts';

export type Point = readonly [number, number];

export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** How far a point is from the nearest one on a path of straight pieces. */
export function distanceToPath(point: Point, path: readonly Point[]): number {
	const toPieces = path.slice(1).map((end, i) => {
		const start = at(path, i);
		const [x, y] = [end[0] - start[0], end[1] - start[1]];
		const along = (point[0] - start[0]) * x + (point[1] - start[1]) * y;
		const share = Math.min(1, Math.max(0, along / (x * x + y * y || 1)));
		return distance(point, [start[0] + share * x, start[1] + share * y]);
	});
	return Math.min(...toPieces);
}
