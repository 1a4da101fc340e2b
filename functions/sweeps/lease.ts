import { coordinatesAt, type GridOfRuns } from '../../src/sweeps/grid.ts';
import type { OpenSweep } from './openSweep.ts';
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

/** Arithmetic of one turn, if it has more than one cell: two seconds of a slow core. */
export const TURN_FLOP = 8e9;

/** A lane takes its share of the remaining cells divided by this number, so that all lanes end together. */
const PARTS_OF_A_SHARE = 4;

/**
 * Cells for a lane: within the bounds of a step and a turn, and not more than its share of what is left. A lane whose step
 * ended half-way gets the first of the cells that it holds, alone, and a failure is counted for that one.
 */
export function lendCells(sweep: OpenSweep, settings: SweepSettings, { lane, attempt }: Asking, now: number): Lease {
	const { entry, cells, lanes } = sweep;
	lanes.see(lane, now);
	const [suspect] = cells.heldBy(lane);
	cells.release(lane);
	if (suspect !== undefined && attempt > 1) {
		cells.fail(suspect, 'the step that trained this cell ended before it was over', true, now);
		if (cells.isOpen(suspect)) {
			cells.holdAgain(lane, suspect);
			return { plan: entry.plan, positions: [suspect], wait: null };
		}
	}
	const positions = holdShare(sweep, settings, lane, now);
	if (positions.length > 0) return { plan: entry.plan, positions, wait: null };
	const wait = cells.untilDue(now);
	if (wait === null) lanes.end(lane);
	return { ...NO_LEASE, wait };
}

/** A lane's share of what is left, within the bounds of one step and one turn; the first cell always fits. */
function holdShare(
	{ entry, cells, lanes, costOf }: OpenSweep,
	settings: SweepSettings,
	lane: number,
	now: number,
): number[] {
	const share = Math.ceil(cells.unheld / (PARTS_OF_A_SHARE * Math.max(1, lanes.count)));
	const limit = Math.min(settings.stepCells, Math.max(1, share));
	let count = 0;
	let charged = 0;
	return cells.hold(lane, now, (position) => {
		charged += costOf(coordinatesAt(entry.plan.grid, position));
		count += 1;
		return count === 1 || (count <= limit && charged <= Math.min(TURN_FLOP, settings.stepFlop));
	});
}
