import { type Cost, cost } from '../../src/engine/cost.ts';
import { type ResolvedSpec, resolve } from '../../src/engine/resolve.ts';
import { BOUNDS } from '../../src/schema/bounds.ts';
import { settle } from '../../src/schema/canonical.ts';
import type { RunSpec } from '../../src/schema/runSpec.ts';
import { Problem } from '../http/problem.ts';
import { GIGA, toGflop } from '../quota/gflop.ts';
import { shrinkToFit } from './shrinkToFit.ts';

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

/**
 * Refuses runs whose results, known before anything trains, would be too large together.
 *
 * @throws Problem 422 with the size, the limit and, as `fits`, the same recorded less often where that is enough
 */
export function checkResultSize(costs: readonly Cost[], refit: Refit): void {
	const bytes = costs.reduce((sum, { resultBytes }) => sum + resultBytes, 0);
	if (bytes <= MAX_RESULT_BYTES) return;
	const share = MAX_RESULT_BYTES / costs.length;
	const fits = refit((spec) => {
		const sparser = recordLessOften(spec, bytes / MAX_RESULT_BYTES);
		return cost(resolve(sparser)).resultBytes <= share ? sparser : null;
	});
	const remedy = fits
		? 'recorded less often it would fit, see "fits"'
		: 'its trace alone is not what is too large, leave out output.weights or lower output.boundary.resolution';
	refuseSize('the result', bytes, remedy, fits ? { fits } : {});
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

/** Whether a request may ask for the arithmetic of these runs together. */
export const isWithinBudget = (runs: readonly ResolvedSpec[], limit: number): boolean =>
	runs.reduce((sum, run) => sum + cost(run).charged, 0) <= limit;

/**
 * Refuses runs whose arithmetic, estimated before anything trains, is more than the budget together. A
 * Worker's clock stands still while it computes, so nothing could stop them later.
 *
 * @returns the arithmetic of all of them, in FLOP
 * @throws Problem 422 with the cost, the limit and, as `fits`, a request of the same kind that is as small as it must be
 */
export function chargeWithinBudget(runs: readonly ResolvedSpec[], limit: number, refit: Refit): number {
	const costs = runs.map(cost);
	checkResultSize(costs, refit);
	const charged = costs.reduce((sum, each) => sum + each.charged, 0);
	if (charged <= limit) return charged;
	const fits = refit((spec) => shrinkToFit(spec, limit / runs.length));
	const remedy = fits ? 'a smaller one would fit, see "fits"' : 'nothing smaller of its kind would fit';
	throw new Problem(
		'over-budget',
		`the job costs ${toGflop(charged)} GFLOP, the limit is ${toGflop(limit)}: ${remedy}`,
		{
			members: { cost: { gflop: toGflop(charged) }, limit: { gflop: toGflop(limit) }, ...(fits && { fits }) },
		},
	);
}
