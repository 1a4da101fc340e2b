import type { Sample } from '../../../src/data/sample.ts';
import type { Projection } from './frame.ts';

/** Below this many marks they are drawn large. */
const MANY = 100;
const LARGE = 5.2;
const SMALL = 3.4;
/** Above this many they are the smaller the more there are, down to the least, and one shines through another. */
const CROWD = 300;
const LEAST = 1.4;
/** Parts of a crowd: they lie on each other by turns, so that no class lies over all of the other. */
const LAYERS = 12;

/**
 * The examples as SVG, one path a class: circles for 0 (`.class-0`), triangles for 1 (`.class-1`),
 * so that the classes differ in shape and not in colour alone. An example that is there twice is drawn once.
 *
 * Those of a crowd are drawn in parts by their order, class by class in each (`.crowd`).
 *
 * @param radius of a circle; the smaller the more marks there are, unless it is given
 */
export function marksSvg({ X, y }: Sample, { project }: Projection, radius?: number): string {
	const places = [0, 1].map((label) => {
		const ofClass = X.filter((_, i) => y[i] === label).map(([a = 0, b = 0]) => project(a, b));
		return [...new Map(ofClass.map((place) => [place.join(' '), place])).values()];
	});
	const count = places.flat().length;
	const r = radius ?? radiusOf(count);
	const layers = count > CROWD ? LAYERS : 1;
	const pathOf = (label: number, layer: number) => {
		const of = places[label] ?? [];
		const part = of.slice((layer * of.length) / layers, ((layer + 1) * of.length) / layers);
		const marks = part.map((place) => (label === 0 ? circle : triangle)(...place, r));
		return `<path class="class-${label}${count > CROWD ? ' crowd' : ''}" d="${marks.join('')}"/>`;
	};
	return Array.from({ length: layers }, (_, layer) => pathOf(0, layer) + pathOf(1, layer)).join('');
}

function radiusOf(count: number): number {
	if (count < MANY) return LARGE;
	return count <= CROWD ? SMALL : short(Math.max(LEAST, SMALL * Math.sqrt(CROWD / count)));
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
