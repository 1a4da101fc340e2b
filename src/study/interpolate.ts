import { at } from '../at.ts';

/** Nearer than this to a λ of the grid, in logarithms, is that λ: sizes are whole numbers. */
const NEAR = 0.01;

/**
 * y at a place between the x, t of the way from x₁ to x₂: (1 − t)·P₀(place) + t·P₁(place), where P₀ is the parabola
 * through the x₁, x₂ and the point before them and P₁ that through them and the point behind (Overhauser 1968). It goes through every point and is exact
 * where y is a parabola, as `smoothArgmin` takes it to be around its minimum; a straight line, which lies above every
 * valley, would charge a λ for lying between two of the grid. At the ends of the x and beside an infinite y it takes
 * the parabola that is left, or the line; beyond the x, the y of the nearest.
 */
export function interpolate(x: readonly number[], y: readonly number[], place: number): number {
	const last = x.length - 1;
	if (place <= at(x, 0) + NEAR) return at(y, 0);
	if (place >= at(x, last) - NEAR) return at(y, last);
	const after = x.findIndex((each) => each > place);
	const before = after - 1;
	if (at(x, after) - place < NEAR) return at(y, after);
	if (place - at(x, before) < NEAR) return at(y, before);
	const share = (place - at(x, before)) / (at(x, after) - at(x, before));
	const line = (1 - share) * at(y, before) + share * at(y, after);
	if (!Number.isFinite(line)) return line;
	const bend = (outer: number) => bendAt(x, y, [before, after, outer], place);
	const [first, second] = [bend(before - 1), bend(after + 1)];
	if (first === null || second === null) return line + (first ?? second ?? 0);
	return line + (1 - share) * first + share * second;
}

/** y at a place between the x on the straight line between its two neighbors; beyond the x, the y of the nearest. */
export function alongLine(x: readonly number[], y: readonly number[], place: number): number {
	const after = x.findIndex((each) => each > place);
	if (after < 1) return at(y, after === 0 ? 0 : x.length - 1);
	return interpolate([at(x, after - 1), at(x, after)], [at(y, after - 1), at(y, after)], place);
}

/** How far the parabola through two neighbours and a third point lies above their line; null where there is no third. */
function bendAt(
	x: readonly number[],
	y: readonly number[],
	[before, after, outer]: readonly [number, number, number],
	place: number,
): number | null {
	const [x0, x1, x2] = [at(x, before), at(x, after), x[outer]];
	const [y0, y1, y2] = [at(y, before), at(y, after), y[outer]];
	if (x2 === undefined || y2 === undefined || !Number.isFinite(y2)) return null;
	const curvature = ((y2 - y1) / (x2 - x1) - (y1 - y0) / (x1 - x0)) / (x2 - x0);
	return curvature * (place - x0) * (place - x1);
}
