import { describe, expect, test } from 'vitest';
import { figureSample } from '../../../site/figures/figureSample.ts';
import { PRECOMPUTED_RUNS } from '../../../site/figures/scaling/precomputed.ts';
import { boundarySvg } from '../../../site/pictures/boundary/boundarySvg.ts';
import { isFlat } from '../../../site/pictures/boundary/field.ts';
import { commonFrame, projection } from '../../../site/pictures/boundary/frame.ts';
import { drawDataSet } from '../../../src/data/registry.ts';
import { selfContainedDataSchema } from '../../../src/schema/data.ts';
import type { Boundary } from '../../../src/schema/run.ts';

const RESOLUTION = 41;
const frame = { x: [-1, 1], y: [-0.5, 0.5] } as const;
const sample = {
	X: [
		[-0.5, 0],
		[0.5, 0.25],
		[0.25, -0.25],
	],
	y: [0, 1, 1],
};

/** A boundary whose probability is a function of the point. */
function field(probability: (x: number, y: number) => number): Boundary {
	const at = ([low, high]: readonly [number, number], i: number) => low + ((high - low) * i) / (RESOLUTION - 1);
	return {
		x: [-1, 1],
		y: [-0.5, 0.5],
		resolution: RESOLUTION,
		probability: Array.from({ length: RESOLUTION ** 2 }, (_, i) =>
			probability(at(frame.x, i % RESOLUTION), at(frame.y, Math.floor(i / RESOLUTION))),
		),
	};
}

const draw = (boundary: Boundary, label = 'a label') => boundarySvg({ boundary, sample, frame, label });
const pathOf = (svg: string, name: string) => svg.match(new RegExp(`class="${name}" d="([^"]*)"`))?.[1];
const points = (path: string) =>
	[...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('the drawing of a decision boundary', () => {
	test.each([
		['upright at x = 0.2', (x: number) => 0.5 + (x - 0.2) / 4, ([x]: number[]) => Math.abs((x ?? 0) - 240)],
		['level at y = -0.1', (_: number, y: number) => 0.5 + (y + 0.1) / 4, ([, y]: number[]) => Math.abs((y ?? 0) - 120)],
	])('puts its ½ line where the probability is ½: %s', (_, probability, distance) => {
		const line = points(pathOf(draw(field(probability)), 'decision') ?? '');
		const { width, height } = projection(frame);
		const inside = line.filter(([x = 0, y = 0]) => x > 0 && x < width && y > 0 && y < height);
		expect(inside.length).toBeGreaterThan(10);
		for (const point of inside) expect(distance(point)).toBeLessThan(0.11); // coordinates are rounded to a tenth
	});

	test('has y pointing upwards and one scale for both axes', () => {
		const { width, height, project } = projection(frame);
		expect([width, height]).toEqual([400, 200]);
		expect(project(-1, 0.5)).toEqual([0, 0]);
		expect(project(1, -0.5)).toEqual([400, 200]);
	});

	test('has no ½ line for a network that answers ½ everywhere, and shades it neutrally', () => {
		const svg = draw(field((x) => 0.5 + x * 1e-6));
		expect(pathOf(svg, 'decision')).toBeUndefined();
		expect(pathOf(svg, 'band-3')).toBeDefined();
		expect(pathOf(svg, 'band-4')).toBeUndefined();
	});

	test('draws one circle for each example of class 0 and one triangle for each of class 1', () => {
		const svg = draw(field((x) => (x + 1) / 2));
		expect(pathOf(svg, 'class-0')?.match(/M[^M]*a/g)).toHaveLength(1);
		expect(pathOf(svg, 'class-1')?.match(/M[^M]*z/g)).toHaveLength(2);
	});

	test('escapes what a screen reader is told', () => {
		expect(
			draw(
				field((x) => x),
				'a "b" & <c>',
			),
		).toContain('aria-label="a &quot;b&quot; &amp; &lt;c>"');
	});
});

describe('the common frame', () => {
	const shared = commonFrame(PRECOMPUTED_RUNS.map(({ run }) => run.boundary));

	test('is covered by every boundary', () => {
		for (const { run } of PRECOMPUTED_RUNS) {
			expect(run.boundary.x[0]).toBeLessThanOrEqual(shared.x[0]);
			expect(run.boundary.x[1]).toBeGreaterThanOrEqual(shared.x[1]);
			expect(run.boundary.y[0]).toBeLessThanOrEqual(shared.y[0]);
			expect(run.boundary.y[1]).toBeGreaterThanOrEqual(shared.y[1]);
		}
	});

	test.each(PRECOMPUTED_RUNS)('shows every training example of $figureRun.key', ({ run }) => {
		for (const [x = 0, y = 0] of drawDataSet(selfContainedDataSchema.parse(run.spec.data)).train.X) {
			expect(x > shared.x[0] && x < shared.x[1] && y > shared.y[0] && y < shared.y[1]).toBe(true);
		}
	});

	test.each(PRECOMPUTED_RUNS)('gives $figureRun.key the examples of its spec', ({ run }) => {
		expect(figureSample(run)).toEqual(drawDataSet(selfContainedDataSchema.parse(run.spec.data)).train);
	});

	test('is flat only where λ/2 with λ = 0.5 has drawn every weight to zero', () => {
		const flat = PRECOMPUTED_RUNS.filter(({ run }) => isFlat(run.boundary)).map(({ figureRun }) => figureRun.key);
		expect(flat).toEqual(['half-0.5-30', 'half-0.5-300']);
	});
});
