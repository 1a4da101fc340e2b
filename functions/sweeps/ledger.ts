import { DurableObject } from 'cloudflare:workers';
import type { SweepDocument, SweepStatus } from '../../src/schema/sweep.ts';
import { type CellCost, estimateCells } from '../../src/sweeps/cost.ts';
import type { GridOfRuns } from '../../src/sweeps/grid.ts';
import { Cells, type FinishedCell } from './cells.ts';
import { describeSweep, type Entry } from './entry.ts';
import { Lanes } from './lanes.ts';
import { type Asking, holdShare, type Lease, NO_LEASE } from './lease.ts';
import { type SweepSettings, sweepSettings } from './settings.ts';
import { readResults, readSettledAfter } from './settledCells.ts';
import { streamEvents } from './streamEvents.ts';

const ENTRY = 'entry';
/** Arithmetic of a sweep for which one more lane is started, in FLOP: a second on a slow core. */
const FLOP_OF_A_LANE = 4e9;

/**
 * The ledger of one sweep: which cells are over and with what, which lane holds which, and everybody who watches.
 * It alone decides what is trained, so that a report that comes twice, late or from a lane that was given up does
 * no harm. Everything that must survive is in SQLite.
 */
export class SweepLedger extends DurableObject<Env> {
	#open: { entry: Entry; cells: Cells; lanes: Lanes; costOf: CellCost } | null = null;
	readonly #watchers = new Set<() => void>();

	constructor(state: DurableObjectState, env: Env) {
		super(state, env);
		const entry = state.storage.kv.get<Entry>(ENTRY);
		if (entry) this.#load(entry);
	}

	#load(entry: Entry) {
		const { sql } = this.ctx.storage;
		this.#open = {
			entry,
			cells: new Cells(sql, entry.plan.grid),
			lanes: new Lanes(sql, this.env.LANES, entry.id),
			costOf: estimateCells(entry.plan.first),
		};
		return this.#open;
	}

	get #settings(): SweepSettings {
		return sweepSettings(this.env);
	}

	/** Begins a sweep, or one that was stopped again; one that is there is left alone. */
	async open(id: string, plan: GridOfRuns, charged: number): Promise<SweepStatus> {
		const { hours, lanes } = this.#settings;
		const now = Date.now();
		const open = this.#open ?? this.#load({ id, plan, status: 'stopped', charged, expires: now + hours * 3_600_000 });
		if (open.entry.status !== 'stopped') return this.#describe();
		const isOver = open.cells.areAllOver;
		this.#setStatus(isOver ? 'done' : 'running');
		await this.#setNextAlarm();
		const wanted = Math.min(lanes, open.cells.unheld, Math.ceil(charged / FLOP_OF_A_LANE));
		const numbers = Array.from({ length: Math.max(1, wanted) }, (_, i) => i);
		if (!isOver) await open.lanes.start(numbers, now);
		return this.#describe();
	}

	/** The sweep in short, dead lanes started again; null when there is none. */
	async status(): Promise<SweepStatus | null> {
		if (!this.#open) return null;
		await this.#restartDeadLanes();
		return this.#describe();
	}

	/** The sweep with its results; null when there is none. */
	async document(): Promise<SweepDocument | null> {
		const status = await this.status();
		return status && this.#open
			? {
					...status,
					grid: this.#open.entry.plan.grid,
					results: readResults(this.ctx.storage.sql, this.#open.entry.plan.grid),
				}
			: null;
	}

	/** Stops a sweep: lanes end before their next cell. What is over stays. */
	async stop(): Promise<SweepStatus | null> {
		if (!this.#open) return null;
		const { entry, cells, lanes } = this.#open;
		if (entry.status === 'running') {
			this.#setStatus('stopped');
			const ended = lanes.numbers;
			await lanes.terminate(ended);
			for (const lane of ended) {
				cells.release(lane);
				lanes.end(lane);
			}
			await this.#setNextAlarm();
		}
		return this.#describe();
	}

	/**
	 * Cells for a lane: within the step's bounds, and not more than its share of what is left. A lane whose step
	 * ended half-way gets the first of the cells that it holds, alone, and a failure is counted for that one.
	 */
	lease({ lane, instance, attempt }: Asking): Lease {
		if (!this.#isLane(lane, instance) || !this.#open) return NO_LEASE;
		const { entry, cells, lanes, costOf } = this.#open;
		const now = Date.now();
		lanes.see(lane, now);
		const [suspect] = cells.heldBy(lane);
		cells.release(lane);
		if (suspect !== undefined && attempt > 1) {
			cells.fail(suspect, 'the step that trained this cell ended before it was over', now);
			this.#afterReport();
			if (cells.isOpen(suspect)) {
				cells.holdAgain(lane, suspect);
				return { plan: entry.plan, positions: [suspect], wait: null };
			}
		}
		const positions = holdShare({ plan: entry.plan, cells, lanes, costOf }, this.#settings, lane, now);
		if (positions.length > 0) return { plan: entry.plan, positions, wait: null };
		const wait = cells.untilDue(now);
		if (wait === null) lanes.end(lane);
		return { ...NO_LEASE, wait };
	}

	/** Takes a report of cells, from whichever lane and however often; says whether the lane shall stop. */
	async finish({ lane, instance }: Asking, finished: readonly FinishedCell[]): Promise<{ isStopped: boolean }> {
		if (!this.#open) return { isStopped: true };
		for (const cell of finished) this.#open.cells.finish(cell);
		return this.#answerReport(lane, instance);
	}

	/** Takes the report that a cell failed. */
	async fail({ lane, instance }: Asking, position: number, reason: string): Promise<{ isStopped: boolean }> {
		if (!this.#open) return { isStopped: true };
		this.#open.cells.fail(position, reason, Date.now());
		return this.#answerReport(lane, instance);
	}

	async #answerReport(lane: number, instance: string): Promise<{ isStopped: boolean }> {
		this.#afterReport();
		const isStopped = !this.#isLane(lane, instance);
		if (!isStopped) this.#open?.lanes.hear(lane, Date.now());
		return { isStopped };
	}

	/** An instance has made all the steps that it may: another one goes on as the same lane. */
	async handOver({ lane, instance }: Asking): Promise<void> {
		if (this.#isLane(lane, instance)) await this.#open?.lanes.start([lane], Date.now());
	}

	#isLane(lane: number, instance: string): boolean {
		return this.#open?.entry.status === 'running' && this.#open.lanes.isCurrent(lane, instance);
	}

	/** After a change of cells: ends the sweep when its last cell is over, and wakes everybody who watches. */
	#afterReport(): void {
		if (this.#open?.entry.status === 'running' && this.#open.cells.areAllOver) this.#setStatus('done');
		else this.#wakeWatchers();
	}

	#setStatus(status: Entry['status']): void {
		if (!this.#open) return;
		this.#open.entry.status = status;
		this.ctx.storage.kv.put(ENTRY, this.#open.entry);
		this.#wakeWatchers();
	}

	#wakeWatchers(): void {
		for (const wake of [...this.#watchers]) wake();
	}

	/** Restarts dead lanes, and starts one where none is left but cells are. */
	async #restartDeadLanes(): Promise<void> {
		if (this.#open?.entry.status !== 'running') return;
		const { cells, lanes } = this.#open;
		const dead = await lanes.findDead(Date.now(), this.#settings.stallSeconds * 1000);
		if (this.#open?.entry.status !== 'running') return; // its status may have changed while we asked
		const again = lanes.count === 0 ? [0] : dead;
		if (again.length === 0) return;
		console.log(JSON.stringify({ message: 'lanes are started again', sweep: this.#open.entry.id, lanes: again }));
		const terminated = lanes.terminate(dead); // reads who they are before they are replaced
		for (const lane of again) cells.release(lane);
		await lanes.start(again, Date.now());
		await terminated;
	}

	#describe(): SweepStatus {
		if (!this.#open) throw new Error('there is no sweep here');
		return describeSweep(this.#open.entry, this.#open.cells.counts);
	}

	/** The stream of events, for GET /sweeps/{id}/events. */
	override async fetch(request: Request): Promise<Response> {
		if (!this.#open) return new Response(null, { status: 404 });
		return streamEvents(request, {
			state: () => this.#open && { status: this.#describe(), lastSequence: this.#open.cells.lastSequence },
			settledAfter: (sequence, limit) =>
				this.#open ? readSettledAfter(this.ctx.storage.sql, this.#open.entry.plan.grid, sequence, limit) : [],
			watch: (wake) => {
				this.#watchers.add(wake);
				return () => this.#watchers.delete(wake);
			},
		});
	}

	/** The next alarm: to look after the lanes while there are any, and to forget the sweep in the end. */
	async #setNextAlarm(): Promise<void> {
		if (!this.#open) return;
		const { entry } = this.#open;
		const soon = entry.status === 'running' ? Date.now() + this.#settings.stallSeconds * 1000 : entry.expires;
		await this.ctx.storage.setAlarm(Math.min(soon, entry.expires));
	}

	override async alarm(): Promise<void> {
		if (!this.#open) return;
		if (Date.now() < this.#open.entry.expires) {
			await this.#restartDeadLanes();
			return this.#setNextAlarm();
		}
		const { lanes } = this.#open;
		const terminated = lanes.terminate(lanes.numbers);
		this.#open = null;
		await this.ctx.storage.deleteAll();
		this.#wakeWatchers();
		await terminated;
	}
}
