import type { Context } from 'hono';
import { cost } from '../../src/engine/cost.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { ENGINE_VERSION } from '../../src/engine/version.ts';
import { settle } from '../../src/schema/canonical.ts';
import type { Run, Weights } from '../../src/schema/run.ts';
import { Problem } from '../http/problem.ts';
import type { AppEnv } from '../http/route.ts';
import { chargeWithinBudget, MAX_RESULT_BYTES, refuseSize, requestBudget } from './budget.ts';
import { findOrCompute } from './findOrCompute.ts';
import { resultStore } from './store.ts';
import { wantRun } from './wantRun.ts';

/**
 * The weights of a run after its last update: those that it holds, or those of the same run with `output.weights`, which
 * is found or trained like any other and has the same bits.
 *
 * @param run that has some (`checkWeights`)
 * @throws Problem as a POST of that run does
 */
export async function findWeights(context: Context<AppEnv>, { weights, spec }: Run): Promise<Weights> {
	if (weights) return weights;
	const run = resolve(settle({ ...spec, output: { boundary: null, weights: true } }));
	const { resultBytes } = cost(run);
	if (resultBytes > MAX_RESULT_BYTES) {
		const what = `the run with the ${run.derived.parameters} weights of its network`;
		refuseSize(what, resultBytes, 'they cannot be had, nor what they predict; train a smaller network');
	}
	chargeWithinBudget([run], requestBudget(context.env), (shrink) => shrink(run.spec));
	const { text } = await findOrCompute(context, resultStore(context), await wantRun(run));
	const found = (JSON.parse(text) as Run).weights;
	if (!found) throw new Error('a run that did not diverge has no weights');
	return found;
}

/** @throws Problem 422 where a run has no weights, or not any more */
export function checkWeights({ status, divergedAt, weights, engine }: Run): void {
	if (weights) return;
	if (status === 'diverged') {
		const why = `the run diverged at epoch ${divergedAt}: a number of its network is not finite`;
		throw new Problem('no-such-form', `${why}. Train it with a smaller learning rate or penalty`);
	}
	if (engine.version !== ENGINE_VERSION) {
		const why = `the run holds no weights, and engine ${engine.version}, which trained it, is not here any more`;
		throw new Problem('no-such-form', `${why}: POST its spec again with output.weights, for engine ${ENGINE_VERSION}`);
	}
}
