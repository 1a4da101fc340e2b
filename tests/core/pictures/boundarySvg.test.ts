import { describe, expect, test } from 'vitest';
import { heroTask, PUBLISHED_HERO, SIDES } from '../../../site/figures/hero/tasks.ts';
import { isFlatField } from '../../../site/figures/hero/words.ts';
import { boundarySvg } from '../../../site/pictures/boundary/boundarySvg.ts';
import { projection } from '../../../site/pictures/boundary/frame.ts';
import { panelOf, publishedOutcome } from '../../../site/training/live/publishedOutcome.ts';
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
		// The contour is closed outside of the picture: what crosses it is the ½ line.
		const crossing = line.flatMap((point, i) => {
			const along = (share: number) =>
				point.map((value, axis) => value + share * ((line[i + 1]?.[axis] ?? value) - value));
			return Array.from({ length: 20 }, (_, k) => along(k / 20));
		});
		const inside = crossing.filter(([x = 0, y = 0]) => x > 0 && x < width && y > 0 && y < height);
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

	test('draws an example that is there ten times once, and as large as that one', () => {
		const boundary = field((x) => (x + 1) / 2);
		const copies = { X: Array(50).fill(sample.X).flat(), y: Array(50).fill(sample.y).flat() };
		expect(boundarySvg({ boundary, sample: copies, frame, label: 'a label' })).toBe(draw(boundary));
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

describe('the hero’s panels', () => {
	const panels = SIDES.map((side) => panelOf(heroTask(side, PUBLISHED_HERO), publishedOutcome('hero', side), ''));

	test('show every example that the networks learned from', () => {
		for (const { sample, frame } of panels) {
			expect(sample.X).toHaveLength(PUBLISHED_HERO.m);
			for (const [x = 0, y = 0] of sample.X) {
				expect(x > frame.x[0] && x < frame.x[1] && y > frame.y[0] && y < frame.y[1]).toBe(true);
			}
		}
	});

	test('are flat only where λ without the m has drawn every weight to zero', () => {
		expect(SIDES.filter((_, i) => panels[i] && isFlatField(panels[i].boundary.probability))).toEqual(['undivided']);
	});
});
