import { WorkflowEntrypoint, type WorkflowEvent, type WorkflowStep, type WorkflowStepConfig } from 'cloudflare:workers';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { runId } from '../../src/schema/identity.ts';
import { type GridOfRuns, specAt } from '../../src/sweeps/grid.ts';
import type { FinishedCell } from './cells.ts';
import type { LaneParams } from './lanes.ts';
import type { Asking, CellFailure } from './lease.ts';
import { sweepSettings } from './settings.ts';

/** Steps of one instance: the platform allows 1,024 on the free plan. */
const MAX_STEPS = 1000;
/** Calls of objects by one instance, all steps together: 1,000 on the free plan, 10,000 on the paid one. */
const MAX_CALLS = 1000;
/** Calls of a step with so many cells: for the cells, and for each to its trainer and to the ledger. */
const countCalls = (cells: number) => 1 + 2 * cells;
/**
 * A step breaks off when it uses too much CPU or memory, or when its machine goes away. A cell that breaks its step
 * three times is given up, so the fourth attempt of a step gets past one such cell.
 */
const STEP: WorkflowStepConfig = {
	retries: { limit: 5, delay: '4 seconds', backoff: 'exponential' },
	timeout: '15 minutes',
};
/**
 * What a step leaves behind: how many cells it trained, how many calls that took, failed attempts included, and, if there
 * were no cells, how long to sleep; null ends the lane.
 */
type StepResult = { cells: number; calls: number; wait: number | null };

/**
 * A lane of a sweep: asks the ledger for a group of cells, has their trainers train them, reports each, and so on until
 * none are left. It only waits, so that a step takes next to no CPU.
 * Only the ledger remembers what is done, so an instance can be started from the beginning at any time.
 */
export class SweepLane extends WorkflowEntrypoint<Env, LaneParams> {
	override async run({ payload, instanceId }: Readonly<WorkflowEvent<LaneParams>>, step: WorkflowStep): Promise<void> {
		const { sweep, lane } = payload;
		const mostCalls = MAX_CALLS - countCalls(sweepSettings(this.env).stepCells) - 1; // one is for handing over
		let called = 0;
		for (let number = 0; number === 0 || (number < MAX_STEPS && called <= mostCalls); number++) {
			const { cells, calls, wait } = await step.do<StepResult>(`group ${number}`, STEP, ({ attempt }) =>
				this.#trainGroup(sweep, { lane, instance: instanceId, attempt }),
			);
			called += calls;
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
		const calls = asking.attempt * countCalls(positions.length);
		if (!plan) return { cells: 0, calls, wait };
		const atOnce = sweepSettings(this.env).turns === 1 ? 1 : CELLS_IN_FLIGHT;
		let isStopped = false;
		const reports: Promise<void>[] = [];
		for (const position of positions) {
			if (isStopped) break;
			const report = this.#train(plan, position).then(
				(finished) => ledger.finish(asking, [finished]),
				(error: unknown) => ledger.fail(asking, position, describeFailure(error)),
			);
			reports.push(
				report.then((answer) => {
					isStopped ||= answer.isStopped;
				}),
			);
			if (reports.length >= atOnce) await reports[reports.length - atOnce];
		}
		await Promise.all(reports);
		return { cells: positions.length, calls, wait: null };
	}

	/** The result of a cell from its trainer, which keeps it: what the ledger says is done can be had. */
	async #train(plan: GridOfRuns, position: number): Promise<FinishedCell> {
		const spec = specAt(plan, position);
		const id = await runId(spec, ENGINE_VERSION);
		const cell = await this.env.TRAINERS.getByName(id).trainCell({ kind: 'run', spec });
		if (cell.isTrained) console.log(JSON.stringify({ message: 'trained', run: id }));
		return { position, runId: id, ...cell };
	}
}

/** Cells of one lane that train at once: the next ones are on their way while one trains. Where all share a thread, one. */
const CELLS_IN_FLIGHT = 2;

/** An error of a training: the platform marks as `remote` what the trainer's own code threw, and would throw again. */
const describeFailure = (error: unknown): CellFailure => ({
	reason: error instanceof Error ? error.message : String(error),
	isOwn: (error as { remote?: boolean } | null)?.remote === true,
});
