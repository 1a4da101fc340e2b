import { type Cost, cost } from '../../src/engine/cost.ts';
import type { ResolvedSpec } from '../../src/engine/resolve.ts';
import { BOUNDS } from '../../src/schema/bounds.ts';
import { settle } from '../../src/schema/canonical.ts';
import type { RunSpec } from '../../src/schema/runSpec.ts';
import { Problem } from '../http/problem.ts';
import { GIGA, toGflop } from '../quota/gflop.ts';
import { type IsWithin, shrinkToFit } from './shrinkToFit.ts';

/** What holds where wrangler.toml says nothing, in GFLOP. */
const DEFAULTS = { JOB_BUDGET_GFLOP: 120, INLINE_GFLOP: 0.04 } as const;

const readFlop = (env: object, name: keyof typeof DEFAULTS) => {
	const stated = Number((env as Partial<Record<string, string>>)[name]); // looked at on the next line
	return (stated > 0 ? stated : DEFAULTS[name]) * GIGA;
};

/** The arithmetic that one request may ask for, in FLOP (`JOB_BUDGET_GFLOP` in wrangler.toml). */
export const requestBudget = (env: object): number => readFlop(env, 'JOB_BUDGET_GFLOP');

/** The arithmetic that a request may take in the Worker itself, in FLOP: what is more goes to a trainer. */
export const inlineBudget = (env: object): number => readFlop(env, 'INLINE_GFLOP');

/**
 * A request of the same kind as the caller's, made of smaller runs: what `fits` offers. Null where there is none.
 *
 * @param shrink makes one run as small as its share of the limit
 */
type Refit = (shrink: (spec: RunSpec) => RunSpec | null) => object | null;

/** What an answer may weigh: KV keeps values of up to 25 MiB, and an isolate holds a text several times while it makes it. */
export const MAX_RESULT_BYTES = 20 * 1024 * 1024;

/** Memory that one run may take: an isolate has 128 MB, and holds the code and other requests too. */
const MAX_RUN_BYTES = 80 * 1024 * 1024;

/** What each of some runs may take for all to be within the limits of a request. */
const withinShare =
	(runs: number, limit: number): IsWithin =>
	({ charged, resultBytes, bytes }) =>
		charged <= limit / runs && resultBytes <= MAX_RESULT_BYTES / runs && bytes <= MAX_RUN_BYTES;

/**
 * Refuses runs whose results, known before anything trains, would be too large together.
 *
 * @param limit of their arithmetic, in FLOP, which `fits` keeps too
 * @throws Problem 422 with the size, the limit and, as `fits`, the same recorded less often where that is enough
 */
export function checkResultSize(costs: readonly Cost[], limit: number, refit: Refit): void {
	const bytes = costs.reduce((sum, { resultBytes }) => sum + resultBytes, 0);
	if (bytes <= MAX_RESULT_BYTES) return;
	const isWithin = withinShare(costs.length, limit);
	const fits = refit((spec) => shrinkToFit(recordLessOften(spec, bytes / MAX_RESULT_BYTES), isWithin));
	const remedy = fits ? 'recorded less often it would fit, see "fits"' : lightenBy(costs);
	refuseSize('the result', bytes, remedy, fits ? { fits } : {});
}

/** What makes an answer small enough that would not be by recording less. */
function lightenBy(costs: readonly Cost[]): string {
	const runs = Math.floor(MAX_RESULT_BYTES / Math.max(...costs.map(({ resultBytes }) => resultBytes)));
	const fewer = costs.length > 1 && runs > 0 ? `send ${runs} of these runs at once, or ` : '';
	return `its trace alone is not what is too large: ${fewer}leave out output.weights, lower output.boundary.resolution, or send less data and fewer batches, which each answer repeats`;
}

/** @throws Problem 422 when a run would take more memory than there is */
function checkMemory(costs: readonly Cost[], limit: number, refit: Refit): void {
	const bytes = Math.max(0, ...costs.map((each) => each.bytes));
	if (bytes <= MAX_RUN_BYTES) return;
	const fits = refit((spec) => shrinkToFit(spec, withinShare(costs.length, limit)));
	const remedy = fits ? 'a smaller one would fit, see "fits"' : 'take a smaller network or fewer features';
	throw new Problem(
		'over-budget',
		`a run would take ${bytes} bytes of memory, the limit is ${MAX_RUN_BYTES}: ${remedy}`,
		{
			members: { cost: { bytes }, limit: { bytes: MAX_RUN_BYTES }, ...(fits && { fits }) },
		},
	);
}

/** @throws Problem 422 with the size of an answer and the limit */
export function refuseSize(what: string, bytes: number, remedy: string, members: { fits?: object } = {}): never {
	throw new Problem('over-budget', `${what} has up to ${bytes} bytes, the limit is ${MAX_RESULT_BYTES}: ${remedy}`, {
		members: { cost: { bytes }, limit: { bytes: MAX_RESULT_BYTES }, ...members },
	});
}

/** The same spec with half the records that a result so many times too large may have. */
function recordLessOften(spec: RunSpec, excess: number): RunSpec {
	const recordEvery = Math.min(BOUNDS.epochs, Math.ceil(spec.training.recordEvery * 2 * excess));
	return settle({ ...spec, training: { ...spec.training, recordEvery } } as RunSpec); // the same kind of training, with another number in it
}

/**
 * Refuses runs whose arithmetic, estimated before anything trains, is more than the budget together. A
 * Worker's clock stands still while it computes, so nothing could stop them later.
 *
 * @param beside arithmetic that is no run's, in FLOP
 * @returns the arithmetic of all of it, in FLOP
 * @throws Problem 422 with the cost, the limit and, as `fits`, a request of the same kind that is as small as it must be
 */
export function chargeWithinBudget(runs: readonly ResolvedSpec[], limit: number, refit: Refit, beside = 0): number {
	const costs = runs.map(cost);
	checkResultSize(costs, limit, refit);
	checkMemory(costs, limit, refit);
	const charged = costs.reduce((sum, each) => sum + each.charged, beside);
	if (charged <= limit) return charged;
	const fits = refit((spec) => shrinkToFit(spec, withinShare(runs.length, limit)));
	const remedy = fits
		? 'a smaller one would fit, see "fits"'
		: 'make the network, its batches or what is held out smaller';
	throw new Problem(
		'over-budget',
		`the job costs ${toGflop(charged)} GFLOP, the limit is ${toGflop(limit)}: ${remedy}`,
		{
			members: { cost: { gflop: toGflop(charged) }, limit: { gflop: toGflop(limit) }, ...(fits && { fits }) },
		},
	);
}
