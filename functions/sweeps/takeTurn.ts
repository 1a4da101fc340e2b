import { estimateSweep } from '../../src/sweeps/cost.ts';
import { TURN_FLOP } from './lease.ts';
import type { OpenSweep } from './openSweep.ts';
import { sweepSettings } from './settings.ts';

/** Arithmetic that the slowest core does in a millisecond, and how many times longer than that a turn may last. */
const SLOW_FLOP_PER_MS = 4e6;
const SLACK = 2;
/** What a turn has beside its arithmetic: steps, calls, stores. */
const EXTRA_MS = 15_000;
/** The longest that a lane waits in one call. */
const PATIENCE_MS = 10_000;

/** @returns how long a lane shall sleep before it asks for its turn again; 0 when it has it */
export async function takeTurn(env: Env, { entry, costOf }: OpenSweep, lane: number): Promise<number> {
	const flop = Math.max(TURN_FLOP, estimateSweep(entry.plan.grid, costOf).dearest);
	const milliseconds = EXTRA_MS + (SLACK * flop) / SLOW_FLOP_PER_MS;
	// A lane that waits must be heard of before it counts as dead.
	const patience = Math.min(PATIENCE_MS, 500 * sweepSettings(env).stallSeconds);
	try {
		return (await turns(env).take({ sweep: entry.id, lane, milliseconds, patience })) ? 0 : 1;
	} catch (error) {
		console.error({ message: 'there are no turns to be had', sweep: entry.id, lane, error: String(error) });
		return patience / 2;
	}
}

/** Ends the turn of a lane that trains no more, or those of all lanes of a sweep; what fails ends by itself in a while. */
export async function giveBackTurns(env: Env, sweep: string, lane?: number): Promise<void> {
	try {
		await turns(env).giveBack(sweep, lane);
	} catch (error) {
		console.error({ message: 'turns cannot be given back', sweep, error: String(error) });
	}
}

const turns = (env: Env) => env.TURNS.getByName('all');
