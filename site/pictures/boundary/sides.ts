/** The two sides of ½ on a grid of log-odds: a line is drawn between them, and nowhere else. */
import { EVEN_ODDS } from './isEven.ts';

const isNear = (z: number): boolean => Math.abs(z) < EVEN_ODDS;
const isAbove = (z: number): boolean => z >= 0;

/**
 * Puts every speck on the other side: a part of the plane on one side of ½ that nowhere gets further from it than `EVEN_ODDS`. A
 * plateau near ½ is full of them.
 *
 * @param odds [resolution²], changed in place
 */
export function turnSpecks(odds: Float64Array, resolution: number): void {
	const seen = new Set<number>();
	for (let i = 0; i < odds.length; i++) {
		if (isNear(odds[i] as number) && !seen.has(i)) turnSpeck(odds, resolution, i, seen);
	}
}

/** Does so with the part that a point lies in, if it is one. @param seen points of parts that were looked at */
function turnSpeck(odds: Float64Array, resolution: number, from: number, seen: Set<number>): void {
	const side = isAbove(odds[from] as number);
	const part = [from];
	let isSpeck = true;
	seen.add(from);
	for (const point of part) {
		for (const i of pointsAbout(point, resolution)) {
			const z = odds[i] as number;
			if (isAbove(z) !== side) continue;
			if (!isNear(z)) isSpeck = false;
			else if (!seen.has(i)) {
				seen.add(i);
				part.push(i); // and is looked at in its turn
			}
		}
	}
	if (isSpeck) for (const point of part) odds[point] = side ? -EVEN_ODDS : EVEN_ODDS;
}

/** The points of the grid about one: eight, or fewer at its edges. */
function pointsAbout(point: number, resolution: number): number[] {
	const [row, column] = [Math.floor(point / resolution), point % resolution];
	const about: number[] = [];
	for (let j = Math.max(0, row - 1); j <= Math.min(resolution - 1, row + 1); j++)
		for (let i = Math.max(0, column - 1); i <= Math.min(resolution - 1, column + 1); i++)
			if (i !== column || j !== row) about.push(j * resolution + i);
	return about;
}

/** Whether both sides are in a cell or in one beside it. Where a slope only comes down to ½ there is no line. @param at the cell's least point */
export function hasBothSides(odds: Float64Array, resolution: number, at: number): boolean {
	const [row, column] = [Math.floor(at / resolution), at % resolution];
	const side = isAbove(odds[at] as number);
	for (let j = Math.max(0, row - 1); j <= Math.min(resolution - 1, row + 2); j++)
		for (let i = Math.max(0, column - 1); i <= Math.min(resolution - 1, column + 2); i++)
			if (isAbove(odds[j * resolution + i] as number) !== side) return true;
	return false;
}
