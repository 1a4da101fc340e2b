import { at } from '../at.ts';
import { smoothArgmin } from '../statistics.ts';

/** A p that the grid alone leaves open by more than this, either way, is not given: 0, ½ and 1, as the rules have it, are ½ apart. */
export const MOST_GRID_ERROR = 0.25;

/**
 * How far log λ* may lie from the minimum of the parabola through the best λ and its neighbors (`smoothArgmin`), by the
 * steps of the grid alone: as far as that of the parabola through their neighbors in turn, which is the same where the
 * losses are a parabola, but at most half a step; half a step, too, where those are not there to tell.
 *
 * @param x log λ, ascending
 */
export function gridErrorOf(x: readonly number[], y: readonly number[], smooth: number): number {
	const i = y.indexOf(Math.min(...y));
	const halfStep = ((x[i + 1] ?? at(x, i)) - (x[i - 1] ?? at(x, i))) / 4;
	if (!Number.isFinite(y[i - 2]) || !Number.isFinite(y[i + 2])) return halfStep;
	const isSecond = (_: number, j: number) => (j - i) % 2 === 0;
	return Math.min(halfStep, Math.abs(smoothArgmin(x.filter(isSecond), y.filter(isSecond)) - smooth));
}
