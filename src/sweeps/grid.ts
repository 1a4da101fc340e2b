import { settle } from '../schema/canonical.ts';
import type { RunSpec } from '../schema/runSpec.ts';
import type { Coordinates, Grid } from '../schema/sweep.ts';

/** What a lane needs to know of a sweep: any cell's spec follows from it. */
export interface GridOfRuns {
	/** The spec of the first cell, every default filled in. */
	first: RunSpec;
	grid: Grid;
}

/** Cells of a grid: the product of its axes. */
export const countCells = ({ lambda, m, scaling, seed }: Grid): number =>
	lambda.length * m.length * scaling.length * seed.length;

/**
 * Where the cell of that number stands. The seed varies slowest, then m, the scaling and λ: a sweep that is stopped
 * has finished whole seeds.
 *
 * @throws RangeError for a number that no cell has
 */
export function coordinatesAt(grid: Grid, position: number): Coordinates {
	const { lambda, m, scaling, seed } = grid;
	const row = Math.floor(position / lambda.length);
	const block = Math.floor(row / scaling.length);
	const found = {
		lambda: lambda[position % lambda.length],
		m: m[block % m.length],
		scaling: scaling[row % scaling.length],
		seed: seed[Math.floor(block / m.length)],
	};
	if (!isComplete(found)) throw new RangeError(`position ${position} is none of the ${countCells(grid)} cells`);
	return found;
}

const isComplete = (found: { [name in keyof Coordinates]: Coordinates[name] | undefined }): found is Coordinates =>
	Object.values(found).every((value) => value !== undefined);

/**
 * The first cell with the same run: under λ = 0 every scaling gives the same one, which is then trained once.
 *
 * @returns `position` itself for all other cells
 */
export function leaderOf(grid: Grid, position: number): number {
	if (grid.lambda[position % grid.lambda.length] !== 0) return position;
	const stride = grid.lambda.length;
	return position - stride * (Math.floor(position / stride) % grid.scaling.length);
}

/** Every cell with the same run as this one, which is the first of them. */
export function cellsOf(grid: Grid, leader: number): number[] {
	if (grid.lambda[leader % grid.lambda.length] !== 0) return [leader];
	return grid.scaling.map((_, i) => leader + i * grid.lambda.length);
}

/** The canonical spec of one cell. */
export function specAt({ first, grid }: GridOfRuns, position: number): RunSpec {
	return settle(vary(first, coordinatesAt(grid, position)));
}

/** A spec with another λ, m and scaling, and, unless `seed` is null, other seeds of the training sample and of the weights. */
export function vary(spec: RunSpec, { lambda, m, scaling, seed }: Coordinates): RunSpec {
	const { data, init, penalty } = spec;
	const drawn = seed === null ? {} : { seed };
	return {
		...spec,
		data: data.kind === 'inline' ? data : { ...data, m, ...drawn },
		init: init.kind === 'explicit' ? init : { ...init, ...drawn },
		penalty: { ...penalty, lambda, scaling },
	};
}
