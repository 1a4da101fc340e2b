import { DurableObject } from 'cloudflare:workers';
import type { SweepDocument, SweepStatus } from '../../src/schema/sweep.ts';
import { type CellCost, estimateCells } from '../../src/sweeps/cost.ts';
import type { GridOfRuns } from '../../src/sweeps/grid.ts';
import { chargeDay } from '../quota/chargeDay.ts';
import type { Charge, Refusal } from '../quota/dayQuota.ts';
import { Cells, type FinishedCell } from './cells.ts';
import { describeSweep, type Entry } from './entry.ts';
import { Lanes } from './lanes.ts';
import { type Asking, type CellFailure, holdShare, type Lease, NO_LEASE } from './lease.ts';
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
	/** The last opening, over once it resolves. */
	#opening: Promise<unknown> = Promise.resolve();

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

	/**
	 * Begins a sweep, goes on with one that was stopped, and tries failed cells of one that does not run again; one that
	 * runs is left alone. Openings take turns, so that equal ones are charged once.
	 *
	 * @param charged arithmetic of all cells, in FLOP
	 * @param charge what the whole sweep counts of the day; of one that is known only failed cells count again. Null
	 * when nothing is to be charged
	 * @returns how the sweep stands, or why the day does not allow it
	 */
	open(
		id: string,
		plan: GridOfRuns,
		charged: number,
		charge: Charge | null,
	): Promise<SweepStatus | { refusal: Refusal }> {
		const opened = this.#opening.then(() => this.#begin(id, plan, charged, charge));
		this.#opening = opened.catch(() => {}); // whoever asked hears of it
		return opened;
	}

	async #begin(id: string, plan: GridOfRuns, charged: number, charge: Charge | null) {
		const known = this.#open && { status: this.#open.entry.status, ...this.#open.cells.counts };
		if (known?.status === 'running') await this.#lookAfterLanes();
		if (known?.status === 'running' || (known?.status === 'done' && known.failed === 0)) return this.#describe();

		const share = known ? known.failed / known.total : 1;
		const refusal = charge && share > 0 && (await chargeDay(this.env, { ...charge, charged: share * charge.charged }));
		if (refusal) return { refusal };
		const expires = Date.now() + this.#settings.hours * 3_600_000;
		const { cells, lanes } = this.#open ?? this.#load({ id, plan, status: 'stopped', charged, expires });
		lanes.endAll();
		cells.releaseAll();
		cells.retryFailed();
		this.#setStatus(cells.areAllOver ? 'done' : 'running'); // from here on it is paid for
		await this.#setNextAlarm();
		await this.#lookAfterLanes();
		return this.#describe();
	}

	/** The sweep in short, dead lanes started again; null when there is none. */
	async status(): Promise<SweepStatus | null> {
		await this.#lookAfterLanes();
		return this.#open && this.#describe();
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
			const instances = lanes.endAll();
			cells.releaseAll();
			this.#setStatus('stopped');
			// From here on the sweep may be opened again, with other instances.
			await this.#setNextAlarm();
			await lanes.terminate(instances);
		}
		return this.#open && this.#describe();
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
			cells.fail(suspect, 'the step that trained this cell ended before it was over', true, now);
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
	async fail(
		{ lane, instance }: Asking,
		position: number,
		{ reason, isOwn }: CellFailure,
	): Promise<{ isStopped: boolean }> {
		if (!this.#open) return { isStopped: true };
		this.#open.cells.fail(position, reason, isOwn, Date.now());
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

	/** Starts dead lanes again, and sees to it that somebody looks again; what fails is left to the next look. */
	async #lookAfterLanes(): Promise<void> {
		if (this.#open?.entry.status !== 'running') return;
		const sweep = this.#open.entry.id;
		try {
			if ((await this.ctx.storage.getAlarm()) === null) await this.#setNextAlarm();
			await this.#restartDeadLanes();
		} catch (error) {
			console.error({ message: 'lanes cannot be started', sweep, error: String(error) });
		}
	}

	/** Starts dead lanes again; where none is left but cells are, as many as there is work for. */
	async #restartDeadLanes(): Promise<void> {
		const found = await this.#open?.lanes.findDead(Date.now(), this.#settings.stallSeconds * 1000);
		if (!found || this.#open?.entry.status !== 'running') return; // its status may have changed while we asked
		const { entry, cells, lanes } = this.#open;
		const dead = found.filter(({ lane, instance }) => lanes.isCurrent(lane, instance));
		if (lanes.count === 0) cells.releaseAll();
		const wanted = Math.min(this.#settings.lanes, cells.unheld, Math.ceil(entry.charged / FLOP_OF_A_LANE));
		const started =
			lanes.count === 0 ? Array.from({ length: Math.max(1, wanted) }, (_, i) => i) : dead.map(({ lane }) => lane);
		if (started.length === 0) return;
		console.log(JSON.stringify({ message: 'lanes are started', sweep: entry.id, lanes: started }));
		for (const lane of started) cells.release(lane);
		await lanes.start(started, Date.now());
		await lanes.terminate(dead.map(({ instance }) => instance));
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

	/** The next alarm is set first: whatever fails now is tried again then. */
	override async alarm(): Promise<void> {
		if (!this.#open) return;
		if (Date.now() < this.#open.entry.expires) {
			await this.#setNextAlarm();
			return this.#lookAfterLanes();
		}
		const { lanes } = this.#open;
		const instances = lanes.endAll();
		this.#open = null;
		await this.ctx.storage.deleteAll();
		this.#wakeWatchers();
		await lanes.terminate(instances);
	}
}
