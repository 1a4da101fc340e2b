import { DurableObject } from 'cloudflare:workers';
import type { SweepDocument, SweepStatus, SweepWithdrawn } from '../../src/schema/sweepAnswers.ts';
import type { GridOfRuns } from '../../src/sweeps/grid.ts';
import { chargeDay, giveBackToDay } from '../quota/chargeDay.ts';
import type { Charge, Refusal } from '../quota/dayQuota.ts';
import type { FinishedCell } from './cells.ts';
import type { Entry } from './entry.ts';
import { lookAfterLanes, setNextAlarm } from './laneCare.ts';
import { type Asking, type CellFailure, type Lease, lendCells, NO_LEASE } from './lease.ts';
import { OpenSweep } from './openSweep.ts';
import { notePayment, settlePayment, shareLeft } from './payment.ts';
import { type SweepSettings, sweepSettings } from './settings.ts';
import { readResults, readSettledAfter } from './settledCells.ts';
import { streamEvents } from './streamEvents.ts';
import { giveBackTurns, takeTurn } from './takeTurn.ts';

/** How a sweep stands that was asked for, and whether this caller's interest is counted; or why the day does not allow it. */
type Opened = (SweepStatus & { isCounted: boolean }) | { refusal: Refusal };

/** How a sweep stands, and its analysis as JSON, of the cells up to that number. */
export interface SweepAnalysed {
	status: SweepStatus;
	sequence: number;
	/** null where it would have to be made first, and was not wanted. */
	text: string | null;
}

/**
 * The ledger of one sweep: which cells are over and with what, which lane holds which, who wants it, and everybody who
 * watches. It alone decides what is trained, so that a report that comes twice, late or from a lane that was given up does
 * no harm. Everything that must survive is in SQLite.
 */
export class SweepLedger extends DurableObject<Env> {
	#sweep: OpenSweep | null;
	readonly #watchers = new Set<() => void>();
	/** The last opening, over once it resolves. */
	#opening: Promise<unknown> = Promise.resolve();

	constructor(state: DurableObjectState, env: Env) {
		super(state, env);
		this.#sweep = OpenSweep.find(state.storage, env.LANES);
	}

	get #settings(): SweepSettings {
		return sweepSettings(this.env);
	}

	/**
	 * Begins a sweep, goes on with one that was stopped, and tries failed cells of one that does not run again; one that
	 * runs is left alone. Openings take turns, so that equal ones are charged once.
	 *
	 * @param charged arithmetic of all cells, in FLOP
	 * @param charge what the whole sweep counts of the day; of one that is known only cells without a result count. Null
	 * when nothing is to be charged
	 * @param interest the digest of the caller's token
	 */
	open(id: string, plan: GridOfRuns, charged: number, charge: Charge | null, interest: string): Promise<Opened> {
		const opened = this.#opening.then(() => this.#begin(id, plan, charged, charge, interest));
		this.#opening = opened.catch(() => {}); // whoever asked hears of it
		return opened;
	}

	async #begin(
		id: string,
		plan: GridOfRuns,
		charged: number,
		charge: Charge | null,
		interest: string,
	): Promise<Opened> {
		await this.#lookAfterLanes();
		const known = this.#sweep && { status: this.#sweep.entry.status, ...this.#sweep.cells.counts };
		if (this.#sweep && (known?.status === 'running' || (known?.status === 'done' && known.failed === 0))) {
			const isCounted = this.#sweep.interests.add(interest);
			return { ...this.#sweep.describe(), isCounted };
		}
		const { cellFlop } = this.#settings;
		const share = this.#sweep ? shareLeft(this.#sweep, this.ctx.storage.sql, cellFlop) : 1;
		const due = charge && { ...charge, charged: share * charge.charged, reservation: id };
		const refusal = due && share > 0 && (await chargeDay(this.env, due));
		if (refusal) return { refusal };
		const expires = Date.now() + this.#settings.hours * 3_600_000;
		const entry: Entry = { id, plan, status: 'stopped', charged, expires };
		this.#sweep ??= new OpenSweep(this.ctx.storage, this.env.LANES, entry);
		notePayment(this.#sweep, this.ctx.storage.sql, cellFlop, due?.charged ?? 0);
		const { cells, lanes, interests } = this.#sweep;
		lanes.endAll();
		cells.releaseAll();
		cells.retryFailed();
		interests.withdrawAll();
		const isCounted = interests.add(interest);
		this.#setStatus(cells.areAllOver ? 'done' : 'running'); // from here on it is paid for
		await setNextAlarm(this.ctx, this.#sweep, this.#settings);
		await this.#lookAfterLanes();
		return { ...this.#sweep.describe(), isCounted };
	}

	/** The sweep in short, dead lanes started again; null when there is none. */
	async status(): Promise<SweepStatus | null> {
		await this.#lookAfterLanes();
		return this.#sweep?.describe() ?? null;
	}

	/** The sweep with its results; null when there is none. */
	async document(): Promise<SweepDocument | null> {
		const status = await this.status();
		if (!status || !this.#sweep) return null;
		const { grid } = this.#sweep.entry.plan;
		return { ...status, grid, results: readResults(this.ctx.storage.sql, grid) };
	}

	/** What the results say, see `KeptAnalysis`; null when there is no sweep. */
	async analysis(isWanted: boolean): Promise<SweepAnalysed | null> {
		const status = await this.status();
		if (!status || !this.#sweep) return null;
		const { entry, cells, analysis, isRunning } = this.#sweep;
		const { grid } = entry.plan;
		const readAll = () => readResults(this.ctx.storage.sql, grid);
		const { lastSequence } = cells;
		return {
			status,
			...(await analysis.read({ grid, readResults: readAll, sequence: lastSequence, isRunning }, isWanted)),
		};
	}

	/**
	 * Withdraws an interest; without any the sweep stops: its lanes end before their next cell, and what is over stays.
	 *
	 * @param interest the digest of a token; null without one
	 * @returns null when there is no sweep
	 */
	async withdraw(interest: string | null): Promise<SweepWithdrawn | { isForeign: true } | null> {
		if (!this.#sweep) return null;
		const { interests } = this.#sweep;
		if (interest === null || !interests.withdraw(interest)) return { isForeign: true };
		if (interests.count === 0) await this.#stop();
		return this.#sweep && { ...this.#sweep.describe(), interests: interests.count };
	}

	async #stop(): Promise<void> {
		if (!this.#sweep?.isRunning) return;
		const { entry, cells, lanes } = this.#sweep;
		const unused = settlePayment(this.#sweep, this.ctx.storage.sql, this.#settings.cellFlop);
		const instances = lanes.endAll();
		cells.releaseAll();
		this.#setStatus('stopped');
		// From here on the sweep may be opened again, with other instances.
		await setNextAlarm(this.ctx, this.#sweep, this.#settings);
		await giveBackTurns(this.env, entry.id);
		await giveBackToDay(this.env, entry.id, unused);
		await lanes.terminate(instances);
	}

	/** Cells for a lane, once it is its turn; see `lendCells`. */
	async lease(asking: Asking): Promise<Lease> {
		const { lane, instance } = asking;
		if (!this.#sweep?.isLane(lane, instance)) return NO_LEASE;
		const { entry, cells, lanes } = this.#sweep;
		lanes.see(lane, Date.now());
		const mayHaveCells = cells.unheld > 0 || cells.heldBy(lane).length > 0;
		const wait = mayHaveCells ? await takeTurn(this.env, this.#sweep, lane) : 0;
		// Whatever may have happened while it waited.
		const isLane = this.#sweep?.isLane(lane, instance) ?? false;
		if (isLane && wait > 0) return { ...NO_LEASE, wait };
		const lease = isLane ? lendCells(this.#sweep, this.#settings, asking, Date.now()) : NO_LEASE;
		this.#afterReport();
		if (lease.positions.length === 0) await giveBackTurns(this.env, entry.id, lane);
		return lease;
	}

	/** Takes a report of cells, from whichever lane and however often; says whether the lane shall stop. */
	async finish(asking: Asking, finished: readonly FinishedCell[]): Promise<{ isStopped: boolean }> {
		for (const cell of finished) this.#sweep?.cells.finish(cell);
		return this.#answerReport(asking);
	}

	/** Takes the report that a cell failed. */
	async fail(asking: Asking, position: number, { reason, isOwn }: CellFailure): Promise<{ isStopped: boolean }> {
		this.#sweep?.cells.fail(position, reason, isOwn, Date.now());
		return this.#answerReport(asking);
	}

	#answerReport({ lane, instance }: Asking): { isStopped: boolean } {
		this.#afterReport();
		if (!this.#sweep?.isLane(lane, instance)) return { isStopped: true };
		this.#sweep.lanes.hear(lane, Date.now());
		return { isStopped: false };
	}

	/** An instance has made all the steps that it may: another one goes on as the same lane. */
	async handOver({ lane, instance }: Asking): Promise<void> {
		if (this.#sweep?.isLane(lane, instance)) await this.#sweep.lanes.start([lane], Date.now());
	}

	/** After a change of cells: ends the sweep when its last cell is over, and wakes everybody who watches. */
	#afterReport(): void {
		if (this.#sweep?.isRunning && this.#sweep.cells.areAllOver) {
			this.#setStatus('done');
			this.ctx.waitUntil(giveBackTurns(this.env, this.#sweep.entry.id));
		} else this.#wakeWatchers();
	}

	#setStatus(status: SweepStatus['status']): void {
		this.#sweep?.setStatus(status);
		this.#wakeWatchers();
	}

	#wakeWatchers(): void {
		for (const wake of [...this.#watchers]) wake();
	}

	async #lookAfterLanes(): Promise<void> {
		if (this.#sweep) await lookAfterLanes(this.ctx, this.#sweep, this.#settings);
	}

	/** The stream of events, for GET /sweeps/{id}/events. */
	override async fetch(request: Request): Promise<Response> {
		if (!this.#sweep) return new Response(null, { status: 404 });
		return streamEvents(request, {
			state: () => this.#sweep && { status: this.#sweep.describe(), lastSequence: this.#sweep.cells.lastSequence },
			settledAfter: (sequence, limit) =>
				this.#sweep ? readSettledAfter(this.ctx.storage.sql, this.#sweep.entry.plan.grid, sequence, limit) : [],
			watch: (wake) => {
				this.#watchers.add(wake);
				return () => this.#watchers.delete(wake);
			},
		});
	}

	/** The next alarm is set first: whatever fails now is tried again then. */
	override async alarm(): Promise<void> {
		if (!this.#sweep) return;
		if (Date.now() < this.#sweep.entry.expires) {
			await setNextAlarm(this.ctx, this.#sweep, this.#settings);
			return this.#lookAfterLanes();
		}
		const { lanes } = this.#sweep;
		const instances = lanes.endAll();
		this.#sweep = null;
		await this.ctx.storage.deleteAll();
		this.#wakeWatchers();
		await lanes.terminate(instances);
	}
}
