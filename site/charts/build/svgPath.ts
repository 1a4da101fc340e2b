export type Point = readonly [number, number];

/** A part of a path: a line through points, or a circle. */
export type Subpath = { points: Point[]; isClosed: boolean } | { center: Point; radius: number };

/** Closer than this to a straight line, in pixels, a point is not seen. */
const UNSEEN = 0.15;

/** A part of a path as SVG writes it: relative to the point before, in tenths of a pixel, as short as it can be. */
export function writePath(path: Subpath): string {
	if (!('points' in path)) {
		const [[x, y], r] = [path.center, path.radius];
		return `M${join(x - r, y)}a${join(r, r)} 0 1 1${join(2 * r, 0)} ${join(r, r)} 0 1 1${join(-2 * r, 0)}`;
	}
	const [first, ...rest] = simplifyLine(path.points).map(([x, y]) => [tenths(x), tenths(y)] as const);
	if (!first) return '';
	const steps: string[] = [];
	let [x, y] = first;
	for (const [toX, toY] of rest) {
		if (toX === x && toY === y) continue;
		steps.push(join((toX - x) / 10, (toY - y) / 10));
		[x, y] = [toX, toY];
	}
	const line = steps.reduce((text, step) => text + (text && !step.startsWith('-') ? ' ' : '') + step, '');
	return `M${join(first[0] / 10, first[1] / 10)}${line ? `l${line}` : 'h0'}${path.isClosed ? 'z' : ''}`;
}

/** The points without which a line looks the same (Ramer, 1972; Douglas and Peucker, 1973). */
export function simplifyLine(points: readonly Point[]): Point[] {
	const [first, last] = [points[0], points.at(-1)];
	if (!first || !last || points.length < 3) return [...points];
	let [farthest, distance] = [0, 0];
	for (const [i, point] of points.entries()) {
		const away = distanceTo(point, first, last);
		if (away > distance) [farthest, distance] = [i, away];
	}
	if (distance <= UNSEEN) return [first, last];
	return [...simplifyLine(points.slice(0, farthest + 1)).slice(0, -1), ...simplifyLine(points.slice(farthest))];
}

/** The distance of a point from the stretch between two others. */
function distanceTo([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number {
	const [dx, dy] = [toX - fromX, toY - fromY];
	const length = dx * dx + dy * dy;
	const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - fromX) * dx + (y - fromY) * dy) / length));
	return Math.hypot(x - fromX - share * dx, y - fromY - share * dy);
}

const tenths = (value: number) => Math.round(value * 10);

/** Two numbers, in tenths, with nothing between them that can be left out. */
function join(one: number, other: number): string {
	const [first, second] = [one, other].map((value) => String(tenths(value) / 10).replace(/^(-?)0\./, '$1.'));
	return `${first}${second?.startsWith('-') ? '' : ' '}${second}`;
}
