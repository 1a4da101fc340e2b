import { cost } from '../../src/engine/cost.ts';
import { resolve } from '../../src/engine/resolve.ts';
import type { Axes, Grid, Sweep } from '../../src/schema/sweep.ts';
import { estimateCells, estimateSweep, type SweepCost } from '../../src/sweeps/cost.ts';
import { countCells, type GridOfRuns } from '../../src/sweeps/grid.ts';
import { thinGrid } from '../../src/sweeps/thinGrid.ts';
import { Problem } from '../http/problem.ts';
import { timesKept } from '../quota/chargeDay.ts';
import { toGflop } from '../quota/gflop.ts';
import { checkResultSize } from '../results/budget.ts';
import { shortenToFit } from '../results/shrinkToFit.ts';
import type { SweepSettings } from './settings.ts';

/**
 * The cost of a sweep that this deployment would run.
 *
 * @throws Problem 422 with `cost`, `limit` and, as `fits`, a smaller sweep that would run: with fewer epochs
 * where one cell is too dear for a step, else with fewer values on its axes
 *
 * @param clientFlop what one caller may ask of a day; a sweep that counts more could not be run on any day
 */
export function admitSweep(
	sweep: Sweep,
	plan: GridOfRuns,
	settings: SweepSettings,
	clientFlop: number,
): SweepCost & { counted: number } {
	const { first, grid } = plan;
	const ofFirst = cost(resolve(first));
	checkResultSize([ofFirst], settings.stepFlop, (shrink) => {
		const smaller = shrink(first);
		return smaller && { base: { ...sweep.base, training: smaller.training }, axes: sweep.axes };
	});
	const ofCell = estimateCells(first);
	const whole = estimateSweep(grid, ofCell);
	if (whole.dearest > settings.stepFlop) throw refuseDearCell(sweep, plan, whole.dearest, settings.stepFlop);

	// What is left of a caller's day for arithmetic, beside keeping so many cells.
	const cellFlop = settings.cellFlop * timesKept(ofFirst.resultBytes);
	const most = (cells: number) => Math.min(settings.budgetFlop, clientFlop - cells * cellFlop);
	const isWithin = ({ cells, charged }: SweepCost) => cells <= settings.cells && charged <= most(cells);
	if (isWithin(whole)) return { ...whole, counted: whole.charged + whole.cells * cellFlop };
	const fits = thinGrid(grid, (smaller) => isWithin(estimateSweep(smaller, ofCell)));
	const { cells, charged } = whole;
	const counted = toGflop(charged + cells * cellFlop);
	throw new Problem(
		'over-budget',
		`the sweep has ${cells} cells, costs ${toGflop(charged)} GFLOP and counts ${counted} GFLOP of a day, the limits are ${settings.cells}, ${toGflop(settings.budgetFlop)} and ${toGflop(clientFlop)}: ${fits ? `${countCells(fits)} cells would fit, see "fits"` : 'not one cell of it would fit'}`,
		{
			members: {
				cost: { gflop: toGflop(charged), cells },
				limit: { gflop: Math.max(0, toGflop(most(Math.min(cells, settings.cells)))), cells: settings.cells },
				...(fits && { fits: { base: sweep.base, axes: axesOf(sweep.axes, fits) } }),
			},
		},
	);
}

/** One cell is more than a step may train: the same grid with fewer epochs. */
function refuseDearCell(sweep: Sweep, { first, grid }: GridOfRuns, charged: number, limit: number): Problem {
	const ofCell = estimateCells(first);
	const lambda = Math.max(...grid.lambda);
	const m = grid.m.reduce((dearest, each) =>
		ofCell({ m: each, lambda }) > ofCell({ m: dearest, lambda }) ? each : dearest,
	);
	const { data, penalty } = first;
	const dearest = {
		...first,
		data: data.kind === 'inline' ? data : { ...data, m },
		penalty: { ...penalty, lambda },
	};
	const training = shortenToFit(dearest, (cell) => cell.charged <= limit)?.training;
	const detail = `the dearest cell costs ${toGflop(charged)} GFLOP, a step of a sweep may take ${toGflop(limit)}`;
	return new Problem(
		'over-budget',
		`${detail}: ${training ? 'fewer epochs would fit, see "fits"' : 'not one epoch of it would fit'}`,
		{
			members: {
				cost: { gflop: toGflop(charged) },
				limit: { gflop: toGflop(limit) },
				...(training && { fits: { base: { ...sweep.base, training }, axes: sweep.axes } }),
			},
		},
	);
}

/** The axes that were asked for, with the values that are left. */
const axesOf = (asked: Axes, grid: Grid): Axes => ({
	...(asked.lambda && { lambda: grid.lambda }),
	...(asked.m && { m: grid.m }),
	...(asked.scaling && { scaling: grid.scaling }),
	...(asked.seed && { seed: grid.seed.flatMap((seed) => (seed === null ? [] : [seed])) }),
});
