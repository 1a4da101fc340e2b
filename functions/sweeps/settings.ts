import { GIGA } from '../quota/gflop.ts';

/** Every bound of a deployment's sweeps; `wrangler.toml` says what each plan allows. */
export interface SweepSettings {
	/** Cells of one sweep. */
	cells: number;
	/** Arithmetic of one sweep, in FLOP. */
	budgetFlop: number;
	/** Arithmetic of the cells that one step of a lane waits for, in FLOP. Also the dearest cell: what a trainer can train. */
	stepFlop: number;
	/** Cells of one step: what fits the plan's subrequests, of which a cell takes two. */
	stepCells: number;
	/** Workflow instances that train one sweep side by side. */
	lanes: number;
	/** Lanes of all sweeps that train at once. */
	turns: number;
	/** What a cell is charged to the day beside its arithmetic, in FLOP: its rows in the ledger and in its trainer. */
	cellFlop: number;
	/** Hours until a sweep is forgotten. */
	hours: number;
	/** Seconds without progress after which a lane is started again. */
	stallSeconds: number;
	/** Seconds from one look of the ledger after its lanes to the next. */
	lookSeconds: number;
	/** When the runtime began, in milliseconds: instances of lanes from before are over. 0 where they outlive it. */
	lanesSince: number;
}

type Variables = Partial<Record<`SWEEP_${string}`, string>>;

/** What holds where wrangler.toml says nothing: the paid plan's profile. */
const DEFAULTS = {
	SWEEP_CELLS: 10_000,
	SWEEP_BUDGET_GFLOP: 20_000,
	SWEEP_STEP_GFLOP: 120,
	SWEEP_STEP_CELLS: 200,
	SWEEP_LANES: 8,
	SWEEP_TURNS: 64,
	SWEEP_CELL_GFLOP: 2,
	SWEEP_HOURS: 168,
	SWEEP_STALL_SECONDS: 60,
	SWEEP_LOOK_SECONDS: 60,
	SWEEP_LANES_SINCE: 0,
} as const;

/** What one batch of new Workflow instances may hold. */
const MAX_LANES = 100;

/** The bounds that a deployment's variables state. */
export function sweepSettings(env: object): SweepSettings {
	const variables = env as Variables; // every value is looked at below
	const read = (name: keyof typeof DEFAULTS) => {
		const number = Number(variables[name]);
		return number > 0 ? number : DEFAULTS[name];
	};
	return {
		cells: read('SWEEP_CELLS'),
		budgetFlop: read('SWEEP_BUDGET_GFLOP') * GIGA,
		stepFlop: read('SWEEP_STEP_GFLOP') * GIGA,
		stepCells: read('SWEEP_STEP_CELLS'),
		lanes: Math.min(MAX_LANES, read('SWEEP_LANES')),
		turns: read('SWEEP_TURNS'),
		cellFlop: read('SWEEP_CELL_GFLOP') * GIGA,
		hours: read('SWEEP_HOURS'),
		stallSeconds: read('SWEEP_STALL_SECONDS'),
		lookSeconds: read('SWEEP_LOOK_SECONDS'),
		lanesSince: read('SWEEP_LANES_SINCE'),
	};
}
