import { cost } from '../engine/cost.ts';
import { resolve } from '../engine/resolve.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import type { Grid } from '../schema/sweep.ts';
import { countCells, vary } from './grid.ts';

/** What a sweep would take, known before any cell trains. */
export interface SweepCost {
	cells: number;
	/** What all cells are charged (`engine/cost.ts`), in FLOP, as if none were known; equal runs once. */
	charged: number;
	/** What the dearest cell is charged: a step of a lane must hold it. */
	dearest: number;
}

/** What a cell with this m and λ is charged: its arithmetic depends on nothing else that an axis changes. */
export type CellCost = (cell: { m: number; lambda: number }) => number;

/** The price list of a sweep's cells, from its first one; each kind of cell is estimated once. */
export function estimateCells(first: RunSpec): CellCost {
	const known = new Map<string, number>();
	const { scaling } = first.penalty;
	return ({ m, lambda }) => {
		const kind = `${m} ${lambda > 0}`;
		const charged = known.get(kind) ?? cost(resolve(vary(first, { lambda, m, scaling, seed: null }))).charged;
		known.set(kind, charged);
		return charged;
	};
}

/** What a whole grid would take. */
export function estimateSweep(grid: Grid, ofCell: CellCost): SweepCost {
	const zeros = grid.lambda.filter((lambda) => lambda === 0).length;
	const kinds = [
		{ lambda: 0, runs: zeros * grid.seed.length },
		{ lambda: 1, runs: (grid.lambda.length - zeros) * grid.scaling.length * grid.seed.length },
	].filter(({ runs }) => runs > 0);
	const costs = grid.m.flatMap((m) => kinds.map(({ lambda, runs }) => ({ runs, each: ofCell({ m, lambda }) })));
	return {
		cells: countCells(grid),
		charged: costs.reduce((sum, { runs, each }) => sum + runs * each, 0),
		dearest: Math.max(...costs.map(({ each }) => each)),
	};
}
