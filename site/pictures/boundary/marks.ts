import type { Sample } from '../../../src/data/sample.ts';
import type { Projection } from './frame.ts';

/** At fewer places than this the marks are drawn large; copies of an example lie at one place. */
const MANY = 100;
const LARGE = 5.2;
const SMALL = 3.4;

/**
 * The examples as SVG, one path a class: circles for 0 (`.class-0`), triangles for 1 (`.class-1`),
 * so that the classes differ in shape and not in colour alone.
 *
 * @param radius of a circle; the smaller the more places there are, unless it is given
 */
export function marksSvg({ X, y }: Sample, { project }: Projection, radius = radiusFor(X)): string {
	const path = (label: number, shape: typeof circle) =>
		X.flatMap(([a = 0, b = 0], i) => (y[i] === label ? [shape(...project(a, b), radius)] : [])).join('');
	return `<path class="class-0" d="${path(0, circle)}"/><path class="class-1" d="${path(1, triangle)}"/>`;
}

function radiusFor(X: Sample['X']): number {
	if (X.length < MANY) return LARGE;
	return new Set(X.map((row) => row.join())).size < MANY ? LARGE : SMALL;
}

/** A circle of radius r about (x, y). */
export function circle(x: number, y: number, r: number): string {
	return `M${short(x - r)} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
}

/** A triangle about (x, y) that looks as large as the circle of radius r. */
export function triangle(x: number, y: number, r: number): string {
	const half = short(r * 1.2);
	return `M${x} ${short(y - r * 1.3)}l${half} ${short(r * 2.1)}h${-2 * half}z`;
}

function short(value: number): number {
	return Math.round(value * 10) / 10;
}
