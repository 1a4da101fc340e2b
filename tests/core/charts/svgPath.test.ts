import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Point, simplifyLine, writePath } from '../../../site/charts/build/svgPath.ts';

const coordinate = fc.double({ min: -20, max: 600, noNaN: true });
const line = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 30 });

/** The points of a path of one line, read back. */
function read(path: string): Point[] {
	const numbers = [...path.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(([number]) => Number(number));
	const points: Point[] = [];
	let [x, y] = [0, 0];
	for (let i = 0; i + 1 < numbers.length; i += 2) {
		[x, y] = [x + (numbers[i] ?? 0), y + (numbers[i + 1] ?? 0)];
		points.push([x, y]);
	}
	return points;
}

test('a line in relative coordinates goes through its points to a tenth of a pixel', () => {
	fc.assert(
		fc.property(line, (points) => {
			const back = read(writePath({ points, isClosed: false }).replace('h0', ''));
			const kept = simplifyLine(points);
			expect(back.length).toBeLessThanOrEqual(kept.length);
			for (const [x, y] of kept) {
				const nearest = Math.min(...back.map(([u, v]) => Math.max(Math.abs(u - x), Math.abs(v - y))));
				expect(nearest).toBeLessThan(0.0501);
			}
		}),
	);
});

test('a point that is left out lies on the line that stays', () => {
	fc.assert(
		fc.property(line, (points) => {
			const kept = simplifyLine(points);
			expect([kept[0], kept.at(-1)]).toEqual([points[0], points.at(-1)]);
			const away = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point) => {
				const length = (bx - ax) ** 2 + (by - ay) ** 2;
				const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
				return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
			};
			for (const point of points) {
				const distances = kept.map((to, i) => away(point, kept[i - 1] ?? to, to));
				expect(Math.min(...distances)).toBeLessThanOrEqual(0.15 + 1e-9);
			}
		}),
	);
});

test.each([
	[
		{
			points: [
				[0.04, 10.52],
				[0.5, 9.98],
				[3, 12],
			] as Point[],
			isClosed: true,
		},
		'M0 10.5l.5-.5 2.5 2z',
	],
	[{ points: [[5, 5]] as Point[], isClosed: false }, 'M5 5h0'],
	[{ center: [10, 20] as const, radius: 4.5 }, 'M5.5 20a4.5 4.5 0 1 19 0 4.5 4.5 0 1 1-9 0'],
])('%j is written %s', (path, expected) => {
	expect(writePath(path)).toBe(expected);
});
