import { at } from '../at.ts';
import { type Estimate, estimate, mean, type Resampled, slope, smoothArgmin } from '../statistics.ts';

/** A p that the grid alone leaves open by more than this, either way, is not given: 0, ½ and 1, as the rules have it, are ½ apart. */
export const MOST_GRID_ERROR = 0.25;

/** Where the losses over log λ are least at one m, and how far off that may be by the steps of the grid alone. */
export interface Optimum {
	/** log λ*, between the values of the grid. */
	smooth: number;
	gridError: number;
}

/**
 * A side that rises over this many times as much in one step as the other does in two is a cliff. A parabola's steeper side
 * rises no more than the other does in two, wherever between the λ its minimum is.
 */
const CLIFF = 5;

/**
 * log λ* by the parabola through the best λ and its neighbors (`smoothArgmin`). It may be off, by the steps of the grid
 * alone, as far as the parabola through their neighbors in turn puts it elsewhere, which is the same where the losses are
 * a parabola, but at most half a step; half a step, too, where those are not there to tell. Beside a cliff a parabola says
 * only that there is one: log λ* is that of the grid, and open by the whole step to either neighbor.
 *
 * @param x log λ, ascending
 */
export function findOptimum(x: readonly number[], y: readonly number[]): Optimum {
	const i = y.indexOf(Math.min(...y));
	const own = at(x, i);
	const step = ((x[i + 1] ?? own) - (x[i - 1] ?? own)) / 2;
	const rise = (steps: number) => (y[i + steps] ?? Number.NaN) - at(y, i);
	if (rise(1) > CLIFF * rise(-2) || rise(-1) > CLIFF * rise(2)) return { smooth: own, gridError: step };
	const smooth = smoothArgmin(x, y);
	if (!Number.isFinite(rise(-2)) || !Number.isFinite(rise(2))) return { smooth, gridError: step / 2 };
	const isSecond = (_: number, j: number) => (j - i) % 2 === 0;
	const coarse = smoothArgmin(x.filter(isSecond), y.filter(isSecond));
	return { smooth, gridError: Math.min(step / 2, Math.abs(coarse - smooth)) };
}

/** p of λ* ∝ m^p, and how far off it may be by the steps of the grid alone. */
interface GridExponent {
	p: number;
	gridError: number;
}

/**
 * p of λ* ∝ m^p by least squares, and how far the grid leaves it open: with x = log m and the error eᵢ of each log λ*,
 *
 *     √Σ((xᵢ − x̄)·eᵢ)² / Σ(xᵢ − x̄)²
 *
 * as of errors that know nothing of each other. An interval of p goes from the 2.5% quantile of p less that error over resampled
 * seeds to the 97.5% quantile of p plus it. Where a fine grid is the truth it holds p 95 times of 100 or more, while the seeds
 * alone, at steps of √10, may hold it only 70 times (`tests/core/study/gridError.test.ts`).
 */
export function exponentIn(x: readonly number[], optima: readonly Optimum[]): GridExponent {
	const middle = mean(x);
	const away = x.map((each) => each - middle);
	const errors = optima.map(({ gridError }, i) => at(away, i) * gridError);
	return {
		p: slope(
			x,
			optima.map(({ smooth }) => smooth),
		),
		gridError: Math.hypot(...errors) / away.reduce((sum, each) => sum + each ** 2, 0),
	};
}

/** That p with its interval, from p and its error on resampled seeds. */
export function exponentWithin(measured: Resampled<GridExponent>): Estimate {
	const end = (side: number) => estimate(measured, ({ p, gridError }) => p + side * gridError);
	const [{ low = Number.NaN }, { high = Number.NaN }] = [end(-1), end(1)];
	return { value: measured.found.p, low, high };
}
