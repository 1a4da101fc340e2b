import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Point, simplify } from '../../../site/pictures/boundary/simplify.ts';

const points = fc.array(fc.tuple(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 400 })), {
	maxLength: 60,
});
const TOLERANCE = 3;

/** How far a point lies from the nearest point of a segment. */
function toSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
	const [dx, dy] = [bx - ax, by - ay];
	const square = dx * dx + dy * dy;
	const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square));
	return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}

/** How far a point lies from a line of segments. */
const toLine = (point: Point, line: readonly Point[]) =>
	line.length === 1
		? Math.hypot(point[0] - (line[0]?.[0] ?? 0), point[1] - (line[0]?.[1] ?? 0))
		: Math.min(...line.slice(1).map((to, i) => toSegment(point, line[i] ?? to, to)));

describe('a line through fewer points', () => {
	test('keeps its ends, takes points of the line in their order, and drops what lies straight between', () => {
		const line: Point[] = [
			[0, 0],
			[1, 0],
			[2, 0],
			[3, 1],
			[4, 2],
			[4, 5],
		];
		expect(simplify(line, 0)).toEqual([
			[0, 0],
			[2, 0],
			[4, 2],
			[4, 5],
		]);
	});

	test('of a closed square keeps the corners', () => {
		const side = (at: (i: number) => Point) => Array.from({ length: 10 }, (_, i) => at(i));
		const ring = [
			...side((i) => [i, 0]),
			...side((i) => [10, i]),
			...side((i) => [10 - i, 10]),
			...side((i) => [0, 10 - i]),
			[0, 0] as const,
		];
		expect(simplify(ring, 0)).toEqual([
			[0, 0],
			[10, 0],
			[10, 10],
			[0, 10],
			[0, 0],
		]);
	});

	test('is made of points of the line, in their order', () => {
		fc.assert(
			fc.property(points, (line) => {
				const kept = simplify(line, TOLERANCE);
				let from = 0;
				for (const point of kept) {
					from = line.indexOf(point as (typeof line)[number], from) + 1;
					expect(from).toBeGreaterThan(0);
				}
			}),
			{ seed: 22, numRuns: 200 },
		);
	});

	test('of points that go ever further to the right misses none of them by more than the tolerance', () => {
		fc.assert(
			fc.property(points, (steps) => {
				const line = steps.map(([, y], i): Point => [i * 10, y]);
				const kept = simplify(line, TOLERANCE);
				for (const point of line) expect(toLine(point, kept)).toBeLessThanOrEqual(TOLERANCE + 1e-9);
			}),
			{ seed: 22, numRuns: 200 },
		);
	});
});
