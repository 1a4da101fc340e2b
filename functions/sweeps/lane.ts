import { WorkflowEntrypoint, type WorkflowEvent, type WorkflowStep, type WorkflowStepConfig } from 'cloudflare:workers';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { runId } from '../../src/schema/identity.ts';
import { type GridOfRuns, specAt } from '../../src/sweeps/grid.ts';
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
/** What a step leaves behind: how many cells it trained and, if none, how long to sleep; null ends the lane. */
type StepResult = { cells: number; wait: number | null };

/**
 * A lane of a sweep: asks the ledger for a group of cells, has their trainers train them, reports each, and so on until
 * none are left. It only waits, so that a step takes next to no CPU.
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
			const report = this.#train(plan, position).then(
				(finished) => ledger.finish(asking, [finished]),
				(error: unknown) => ledger.fail(asking, position, error instanceof Error ? error.message : String(error)),
			);
			reports.push(
				report.then((answer) => {
					isStopped ||= answer.isStopped;
				}),
			);
			if (reports.length >= CELLS_IN_FLIGHT) await reports[reports.length - CELLS_IN_FLIGHT];
		}
		await Promise.all(reports);
		return { cells: positions.length, wait: null };
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

/** Cells of one lane that train at once: the next ones are on their way while one trains. */
const CELLS_IN_FLIGHT = 2;
