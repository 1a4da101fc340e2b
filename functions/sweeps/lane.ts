import { WorkflowEntrypoint, type WorkflowEvent, type WorkflowStep, type WorkflowStepConfig } from 'cloudflare:workers';
import { resolve } from '../../src/engine/resolve.ts';
import type { Run } from '../../src/schema/run.ts';
import { type GridOfRuns, specAt } from '../../src/sweeps/grid.ts';
import { resultStore } from '../results/store.ts';
import { trainOrFindRun } from '../results/trainOrFindRun.ts';
import type { FinishedCell } from './cells.ts';
import type { LaneParams } from './lanes.ts';
import type { Asking } from './lease.ts';

/** Steps of one instance: the platform allows 1,024 on the free plan. */
const MAX_STEPS = 1000;
/**
 * A step breaks off when it uses too much CPU or memory, or when its machine goes away. A cell that breaks its step
 * three times is given up, so the fourth attempt of a step gets past one such cell.
 */
const STEP: WorkflowStepConfig = {
	retries: { limit: 5, delay: '1 second', backoff: 'exponential' },
	timeout: '15 minutes',
};
/** Said to a store instead of a cell's real cost: its run is always written to KV, since the ledger promises that it can be read. */
const WORTH_KEEPING_FLOP = Number.POSITIVE_INFINITY;

/** What a step leaves behind: how many cells it trained and, if none, how long to sleep; null ends the lane. */
type StepResult = { cells: number; wait: number | null };

/**
 * A lane of a sweep: asks the ledger for a group of cells, trains them, reports each, and so on until none are left.
 * Only the ledger remembers what is done, so an instance can be started from the beginning at any time.
 */
export class SweepLane extends WorkflowEntrypoint<Env, LaneParams> {
	override async run({ payload, instanceId }: Readonly<WorkflowEvent<LaneParams>>, step: WorkflowStep): Promise<void> {
		const { sweep, lane } = payload;
		for (let number = 0; number < MAX_STEPS; number++) {
			const { cells, wait } = await step.do<StepResult>(`group ${number}`, STEP, ({ attempt }) =>
				this.#trainGroup(sweep, { lane, instance: instanceId, attempt }),
			);
			if (cells > 0) continue;
			if (wait === null) return;
			await step.sleep(`until cells are due again ${number}`, Math.max(1, wait));
		}
		const asking = { lane, instance: instanceId, attempt: 1 };
		await step.do('hand over', STEP, () => this.env.LEDGERS.getByName(sweep).handOver(asking));
	}

	async #trainGroup(sweep: string, asking: Asking): Promise<StepResult> {
		const ledger = this.env.LEDGERS.getByName(sweep);
		const { plan, positions, wait } = await ledger.lease(asking);
		if (!plan) return { cells: 0, wait };
		let isStopped = false;
		const reports: Promise<void>[] = [];
		for (const position of positions) {
			if (isStopped) break;
			const writes: Promise<unknown>[] = [];
			const trained = this.#trainOrFind(plan, position, writes).then(
				async (finished) => {
					await Promise.all(writes); // what the ledger says is done can be had
					return ledger.finish(asking, [finished]);
				},
				(error: unknown) => ledger.fail(asking, position, error instanceof Error ? error.message : String(error)),
			);
			// The report is on its way while the next cell trains.
			reports.push(
				trained.then((answer) => {
					isStopped ||= answer.isStopped;
				}),
			);
			if (reports.length > CELLS_IN_FLIGHT) await reports[reports.length - 1 - CELLS_IN_FLIGHT];
			// Awaiting a store in the same process does not let other requests run; a timer does.
			await scheduler.wait(YIELD_MS);
		}
		await Promise.all(reports);
		return { cells: positions.length, wait: null };
	}

	/** The result of a cell, from a store or trained now. */
	async #trainOrFind(plan: GridOfRuns, position: number, writes: Promise<unknown>[]): Promise<FinishedCell> {
		const store = resultStore({ env: this.env, executionCtx: { waitUntil: (work) => writes.push(work) } });
		const { id, text, fromStore } = await trainOrFindRun(resolve(specAt(plan, position)), store, WORTH_KEEPING_FLOP);
		if (!fromStore) console.log(JSON.stringify({ message: 'trained', run: id }));
		const { status, final } = JSON.parse(text) as Run; // `trainOrFindRun` made or checked it
		return { position, runId: id, status, final, isTrained: !fromStore };
	}
}

/** Cells of one lane between the beginning of their training and the end of their report. */
const CELLS_IN_FLIGHT = 4;
/** Time between two cells in which the isolate can answer requests. */
const YIELD_MS = 1;
