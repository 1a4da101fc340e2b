import type { CellCost } from '../../src/sweeps/cost.ts';
import { coordinatesAt, type GridOfRuns } from '../../src/sweeps/grid.ts';
import type { Cells } from './cells.ts';
import type { Lanes } from './lanes.ts';
import type { SweepSettings } from './settings.ts';

/** Who asks for cells: a lane, as that Workflow instance. */
export interface Asking {
	lane: number;
	instance: string;
	/** 1, or more when the step has ended before it was over. */
	attempt: number;
}

/** Why a cell has no result. */
export interface CellFailure {
	reason: string;
	/** Whether the cell itself failed, and not what is between it and its trainer. */
	isOwn: boolean;
}

/** What a lane is given: cells of the plan; or none, and then it sleeps for `wait` milliseconds, or ends if that is null. */
export interface Lease {
	plan: GridOfRuns | null;
	positions: number[];
	wait: number | null;
}

export const NO_LEASE: Lease = { plan: null, positions: [], wait: null };

/** A lane takes its share of the remaining cells divided by this number, so that all lanes end together. */
const PARTS_OF_A_SHARE = 4;

/** What is shared out: a sweep's cells, among its lanes. */
interface Shared {
	plan: GridOfRuns;
	cells: Cells;
	lanes: Lanes;
	costOf: CellCost;
}

/** A lane's share of what is left, within the bounds of one step; the first cell always fits. */
export function holdShare(
	{ plan, cells, lanes, costOf }: Shared,
	settings: SweepSettings,
	lane: number,
	now: number,
): number[] {
	const share = Math.ceil(cells.unheld / (PARTS_OF_A_SHARE * Math.max(1, lanes.count)));
	const limit = Math.min(settings.stepCells, Math.max(1, share));
	let count = 0;
	let charged = 0;
	return cells.hold(lane, now, (position) => {
		charged += costOf(coordinatesAt(plan.grid, position));
		count += 1;
		return count === 1 || (count <= limit && charged <= settings.stepFlop);
	});
}
