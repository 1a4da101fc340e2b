import type { CellCounts, SweepStatus } from '../../src/schema/sweepAnswers.ts';
import type { GridOfRuns } from '../../src/sweeps/grid.ts';
import { toGflop } from '../quota/gflop.ts';

/** What a ledger keeps of its sweep beside the cells. */
export interface Entry {
	id: string;
	plan: GridOfRuns;
	status: SweepStatus['status'];
	/** Arithmetic of all cells, in FLOP. */
	charged: number;
	/** What was charged when it last began, in FLOP, and for which weight of cells (`weighCells`). */
	paid?: { charged: number; weight: number };
	/** When the sweep is forgotten, in milliseconds since 1970. */
	expires: number;
}

/** A sweep in short, as the API answers it. */
export function describeSweep({ id, status, charged, expires }: Entry, cells: CellCounts): SweepStatus {
	const self = `/api/v1/sweeps/${id}`;
	return {
		id,
		status,
		cells,
		cost: { gflop: toGflop(charged) },
		expires: new Date(expires).toISOString(),
		links: { self, events: `${self}/events`, analysis: `${self}/analysis` },
	};
}
