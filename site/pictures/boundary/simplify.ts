/** A point of a drawing, in its units. */
export type Point = readonly [x: number, y: number];

/**
 * A line through some of its points that passes within `tolerance` of each of the others (Ramer 1972, Douglas & Peucker
 * 1973). The first and the last point stay; a ring, which ends where it begins, is taken as two halves.
 */
export function simplify(line: readonly Point[], tolerance: number): Point[] {
	const [first, last] = [line[0], line.at(-1)];
	if (!first || !last || line.length < 3) return [...line];
	const isRing = first[0] === last[0] && first[1] === last[1];
	const { index, distance } = isRing
		? { index: line.length >> 1, distance: Number.POSITIVE_INFINITY }
		: furthest(line, first, last);
	if (distance <= tolerance) return [first, last];
	return [...simplify(line.slice(0, index + 1), tolerance).slice(0, -1), ...simplify(line.slice(index), tolerance)];
}

/** The point between the ends that lies furthest from the straight line through them. */
function furthest(line: readonly Point[], [x, y]: Point, [toX, toY]: Point): { index: number; distance: number } {
	const length = Math.hypot(toX - x, toY - y);
	let found = { index: 0, distance: 0 };
	for (const [index, [px, py]] of line.entries()) {
		const area = (toX - x) * (py - y) - (toY - y) * (px - x);
		const distance = length === 0 ? Math.hypot(px - x, py - y) : Math.abs(area) / length;
		if (distance > found.distance) found = { index, distance };
	}
	return found;
}
