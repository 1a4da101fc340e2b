import type { SweepStatus } from '../../src/schema/sweepAnswers.ts';
import { type CellCost, estimateCells } from '../../src/sweeps/cost.ts';
import { Cells } from './cells.ts';
import { describeSweep, type Entry } from './entry.ts';
import { Interests } from './interests.ts';
import { KeptAnalysis } from './keptAnalysis.ts';
import { type LaneParams, Lanes } from './lanes.ts';

const ENTRY = 'entry';

/** A sweep as its ledger has it open: what is kept of it in SQLite, by kind. */
export class OpenSweep {
	readonly entry: Entry;
	readonly cells: Cells;
	readonly lanes: Lanes;
	readonly interests: Interests;
	readonly costOf: CellCost;
	readonly analysis: KeptAnalysis;
	readonly #storage: DurableObjectStorage;

	constructor(storage: DurableObjectStorage, workflow: Workflow<LaneParams>, entry: Entry) {
		this.entry = entry;
		this.cells = new Cells(storage.sql, entry.plan.grid);
		this.lanes = new Lanes(storage.sql, workflow, entry.id);
		this.interests = new Interests(storage.sql);
		this.costOf = estimateCells(entry.plan.first);
		this.analysis = new KeptAnalysis(storage);
		this.#storage = storage;
	}

	/** The sweep that a ledger's storage holds; null when there is none. */
	static find(storage: DurableObjectStorage, workflow: Workflow<LaneParams>): OpenSweep | null {
		const entry = storage.kv.get<Entry>(ENTRY);
		return entry ? new OpenSweep(storage, workflow, entry) : null;
	}

	get isRunning(): boolean {
		return this.entry.status === 'running';
	}

	/** Whether that instance is a lane of a sweep that runs, and not one that has been replaced. */
	isLane(lane: number, instance: string): boolean {
		return this.isRunning && this.lanes.isCurrent(lane, instance);
	}

	setStatus(status: Entry['status']): void {
		this.entry.status = status;
		this.#storage.kv.put(ENTRY, this.entry);
	}

	describe(): SweepStatus {
		return describeSweep(this.entry, this.cells.counts);
	}
}
