/**
 * Pictures over a plane of two weights, as the text of SVG: the build and the browser both draw with them. Colours and
 * strokes are those of the style sheet (`Plane.astro`).
 */
import type { Point } from '../../../src/experiments/shared/plane.ts';
import { escapeHtml } from '../../html/escapeHtml.ts';
import { tenth } from '../../html/tenth.ts';
import { type Frame, type Projection, projection } from '../boundary/frame.ts';
import { type Bowl, principalAxes } from './quadratic.ts';

/** The part of the plane that a picture shows, and how it lies there. */
export interface Plane extends Projection {
	frame: Frame;
	/** Units of the drawing to one of a weight. */
	scale: number;
}

export function planeOf(frame: Frame): Plane {
	const plane = projection(frame);
	return { ...plane, frame, scale: plane.width / (frame.x[1] - frame.x[0]) };
}

/** Points of a path that are nearer together than this are one, in units of the drawing. */
const NEAR = 0.7;
/** What leaves the picture is drawn this many widths beyond it, and no farther. */
const BEYOND = 3;

/** A line through points; those that nobody could tell apart are left out. */
export function pathData(plane: Plane, points: readonly Point[]): string {
	const far = BEYOND * plane.width;
	const clamp = (value: number) => Math.min(far, Math.max(-far, value));
	let last: Point = [Number.NaN, Number.NaN];
	const kept = points.flatMap(([x, y], i) => {
		const [left, top] = plane.project(x, y).map(clamp) as [number, number]; // a projection gives two
		const isNear = Math.hypot(left - last[0], top - last[1]) < NEAR;
		if (isNear && i < points.length - 1) return [];
		last = [left, top];
		return [`${left} ${top}`];
	});
	return kept.length === 0 ? '' : `M${kept.join('L')}`;
}

export const lineSvg = (plane: Plane, points: readonly Point[], names: string): string =>
	`<path class="${names}" d="${pathData(plane, points)}"/>`;

/** A closed line through points. */
export const shapeSvg = (plane: Plane, points: readonly Point[], names: string): string =>
	`<path class="${names}" d="${pathData(plane, points)}Z"/>`;

/** Where (w − low)ᵀH(w − low) = level. */
export function ellipseSvg(plane: Plane, { curvature, low }: Bowl, level: number, names: string): string {
	const { large, small, angle } = principalAxes(curvature);
	const [x, y] = plane.project(...low);
	const [along, across] = [large, small].map((value) => tenth(plane.scale * Math.sqrt(level / value)));
	const turn = tenth((-angle * 180) / Math.PI); // upwards on the plane is downwards in a drawing
	return `<ellipse class="${names}" cx="${x}" cy="${y}" rx="${along}" ry="${across}" transform="rotate(${turn} ${x} ${y})"/>`;
}

/** Radius of a mark. */
const MARK = 5.5;

/** A point: a disc, or a ring where the point is one to reach. */
export function markSvg(plane: Plane, [x, y]: Point, names: string, radius = MARK): string {
	const [left, top] = plane.project(x, y);
	return `<circle class="${names}" cx="${left}" cy="${top}" r="${radius}"/>`;
}

/** The whole numbers along the axes, and where they lie in the drawing. */
function ticksOf({ frame, project, width, height }: Plane) {
	const wholes = ([from, to]: readonly [number, number]) =>
		Array.from({ length: Math.floor(to) - Math.ceil(from) + 1 }, (_, i) => Math.ceil(from) + i).filter((n) => n !== 0);
	const inside = (at: number, size: number) => at > 14 && at < size - 14;
	return {
		across: wholes(frame.x)
			.map((n) => [n, project(n, 0)[0]] as const)
			.filter(([, at]) => inside(at, width - 14)),
		up: wholes(frame.y)
			.map((n) => [n, project(0, n)[1]] as const)
			.filter(([, at]) => inside(at, height)),
	};
}

/** The middles of the numbers along the axes, in the drawing. */
export function tickPlaces(plane: Plane): (readonly [left: number, top: number])[] {
	const [left, top] = plane.project(0, 0);
	const { across, up } = ticksOf(plane);
	return [...across.map(([, at]) => [at, top + 11] as const), ...up.map(([, at]) => [left - 14, at] as const)];
}

/** The lines w₁ = 0 and w₂ = 0 with whole numbers along them. */
function axesSvg(plane: Plane): string {
	const { project, width, height } = plane;
	const [left, top] = project(0, 0);
	const write = (n: number) => String(n).replace('-', '−');
	const { across, up } = ticksOf(plane);
	return [
		`<path class="axis" d="M0 ${top}H${width}M${left} 0V${height}${across.map(([, at]) => `M${at} ${top - 3}v6`).join('')}${up.map(([, at]) => `M${left - 3} ${at}h6`).join('')}"/>`,
		...across.map(([n, at]) => `<text class="tick" x="${at}" y="${top + 15}" text-anchor="middle">${write(n)}</text>`),
		...up.map(([n, at]) => `<text class="tick" x="${left - 7}" y="${at + 4}" text-anchor="end">${write(n)}</text>`),
		`<text class="tick name" x="${width - 5}" y="${top - 6}" text-anchor="end">w₁</text>`,
		`<text class="tick name" x="${left + 7}" y="14">w₂</text>`,
	].join('');
}

/** The whole picture: what lies below the axes, the axes, what lies above. */
export const planeSvg = (plane: Plane, label: string, { below, above }: { below: string; above: string }): string =>
	`<svg class="plane" viewBox="0 0 ${plane.width} ${plane.height}" role="img" aria-label="${escapeHtml(label)}">${below}${axesSvg(plane)}${above}</svg>`;
