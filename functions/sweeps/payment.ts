/** What of a sweep is charged to the day when it begins, and what is given back when it is stopped. */
import { coordinatesAt, countCells, leaderOf } from '../../src/sweeps/grid.ts';
import type { OpenSweep } from './openSweep.ts';
import { positionsBegun, positionsWithResult } from './settledCells.ts';

/** What the cells count of a day but for some of them, in FLOP: their arithmetic, equal runs once, and keeping each. */
function weighCells({ entry, costOf }: OpenSweep, cellFlop: number, without: ReadonlySet<number>): number {
	const { grid } = entry.plan;
	let weight = 0;
	for (let position = 0; position < countCells(grid); position++) {
		if (without.has(position)) continue;
		const isOwnRun = leaderOf(grid, position) === position;
		weight += cellFlop + (isOwnRun ? costOf(coordinatesAt(grid, position)) : 0);
	}
	return weight;
}

/** The part of a known sweep, from 0 to 1, that has no result yet: what is to be paid when it goes on. */
export const shareLeft = (sweep: OpenSweep, sql: SqlStorage, cellFlop: number): number =>
	weighCells(sweep, cellFlop, positionsWithResult(sql)) / weighCells(sweep, cellFlop, new Set());

/** Notes what is paid for the cells without a result; it is kept with the next change of the status. */
export function notePayment(sweep: OpenSweep, sql: SqlStorage, cellFlop: number, charged: number): void {
	sweep.entry.paid = { charged, weight: weighCells(sweep, cellFlop, positionsWithResult(sql)) };
}

/** What was paid for cells that no lane has begun with, in FLOP; it is then no longer paid. */
export function settlePayment(sweep: OpenSweep, sql: SqlStorage, cellFlop: number): number {
	const { paid } = sweep.entry;
	delete sweep.entry.paid;
	if (!paid || paid.weight === 0) return 0;
	return (paid.charged * weighCells(sweep, cellFlop, positionsBegun(sql))) / paid.weight;
}
