import type { Sample } from '../../../src/data/sample.ts';
import type { Projection } from './frame.ts';

/** Below this many marks they are drawn large. */
const MANY = 100;
const LARGE = 5.2;
const SMALL = 3.4;

/**
 * The examples as SVG, one path a class: circles for 0 (`.class-0`), triangles for 1 (`.class-1`),
 * so that the classes differ in shape and not in colour alone. An example that is there twice is drawn once.
 *
 * @param radius of a circle; the smaller the more marks there are, unless it is given
 */
export function marksSvg({ X, y }: Sample, { project }: Projection, radius?: number): string {
	const places = [0, 1].map((label) => {
		const ofClass = X.filter((_, i) => y[i] === label).map(([a = 0, b = 0]) => project(a, b));
		return [...new Map(ofClass.map((place) => [place.join(' '), place])).values()];
	});
	const r = radius ?? (places.flat().length < MANY ? LARGE : SMALL);
	const [circles = '', triangles = ''] = places.map((of, label) =>
		of.map((place) => (label === 0 ? circle : triangle)(...place, r)).join(''),
	);
	return `<path class="class-0" d="${circles}"/><path class="class-1" d="${triangles}"/>`;
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
