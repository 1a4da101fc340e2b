import { describe, expect, test } from 'vitest';
import { labelsSvg } from '../../../site/pictures/plane/labels.ts';
import { ellipseSvg, pathData, planeOf, planeSvg } from '../../../site/pictures/plane/planeSvg.ts';
import { heightOf, principalAxes, ridgePoint, solve, times } from '../../../site/pictures/plane/quadratic.ts';

const plane = planeOf({ x: [-2, 2], y: [-1, 1] });
const numbers = (text: string) => [...text.matchAll(/-?\d+(\.\d+)?/g)].map(([number]) => Number(number));

describe('a bowl', () => {
	const curvature = [0.424, 0.432, 0.676] as const;
	const bowl = { curvature, low: [0.5, -0.25] as const };

	test('has two axes: eigenvalues and the direction of the larger one', () => {
		const { large, small, angle } = principalAxes(curvature);
		expect(large * small).toBeCloseTo(0.424 * 0.676 - 0.432 ** 2, 12);
		expect(large + small).toBeCloseTo(1.1, 12);
		const [x, y] = times(curvature, [Math.cos(angle), Math.sin(angle)]);
		expect([x / Math.cos(angle), y / Math.sin(angle)].map((value) => value / large)).toEqual([
			expect.closeTo(1, 12),
			expect.closeTo(1, 12),
		]);
	});

	test('is solved by Cramer’s rule, and with a pull on top has no slope at its ridge point', () => {
		expect(times(curvature, solve(curvature, [3, -2]))).toEqual([expect.closeTo(3, 10), expect.closeTo(-2, 10)]);
		expect(() => solve([1, 1, 1], [1, 0])).toThrow(RangeError);
		const w = ridgePoint(bowl, 0.3);
		const away = [w[0] - bowl.low[0], w[1] - bowl.low[1]] as const;
		const slope = times(curvature, away).map((value, j) => value + 0.3 * (w[j] ?? 0));
		for (const value of slope) expect(value).toBeCloseTo(0, 12);
		expect(ridgePoint(bowl, 0)).toEqual(bowl.low);
	});

	test('is drawn as ellipses whose ends lie at their level', () => {
		const [cx = 0, cy = 0, rx = 0, ry = 0, turn = 0] = numbers(ellipseSvg(plane, bowl, 0.05, 'level'));
		const back = (x: number, y: number) => [x / plane.scale - 2, 1 - y / plane.scale] as const;
		const radians = (turn * Math.PI) / 180;
		const ends = [
			[cx + rx * Math.cos(radians), cy + rx * Math.sin(radians)],
			[cx - ry * Math.sin(radians), cy + ry * Math.cos(radians)],
		] as const;
		for (const [x, y] of ends) expect(heightOf(bowl, back(x, y))).toBeCloseTo(0.05, 2);
	});
});

describe('a path', () => {
	test('keeps its ends and leaves out what nobody could see', () => {
		const points = Array.from({ length: 1000 }, (_, i) => [i / 1e5, 0] as const);
		const data = pathData(plane, [...points, [1, 0.5]]);
		expect(numbers(data).slice(0, 2)).toEqual([200, 100]);
		expect(numbers(data).slice(-2)).toEqual([300, 50]);
		expect(data.split('L').length).toBeLessThan(5);
		expect(pathData(plane, [])).toBe('');
	});

	test('that explodes stays a number', () => {
		expect(
			pathData(plane, [
				[0, 0],
				[1e300, -1e300],
			]),
		).toBe('M200 100L1200 1200');
	});
});

describe('words beside points', () => {
	test('do not lie on each other or out of the picture', () => {
		const labels = [0, 0.05, 0.1].map((x) => ({ at: [1.9 + x / 2, 0] as const, text: 'lowest <point>' }));
		const svg = labelsSvg(plane, labels);
		expect(svg).toContain('lowest &lt;point>');
		const places = [...svg.matchAll(/x="(-?[\d.]+)" y="(-?[\d.]+)" text-anchor="(\w+)"/g)];
		expect(new Set(places.map(([, , y]) => y)).size).toBe(3);
		for (const [, x, y] of places) {
			expect(Number(x)).toBeLessThanOrEqual(400);
			expect(Number(y)).toBeLessThan(200);
		}
	});

	test('are escaped in the name of the picture too', () => {
		expect(planeSvg(plane, '"a" < b', { below: '', above: '' })).toContain('aria-label="&quot;a&quot; &lt; b"');
	});
});
