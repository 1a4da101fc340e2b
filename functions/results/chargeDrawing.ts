import type { Context } from 'hono';
import { drawingFlop, teachingFlop } from '../../src/engine/cost.ts';
import type { Data } from '../../src/schema/data.ts';
import { dataFacts } from '../../src/schema/dimensions.ts';
import type { AppEnv } from '../http/route.ts';
import { chargeDay, chargeTo, refuseForToday, resultFlop } from '../quota/chargeDay.ts';
import type { Charge } from '../quota/dayQuota.ts';
import { unavailable } from '../trainers/askTrainer.ts';
import { inlineBudget } from './budget.ts';

/**
 * Charges a caller's day for drawing what takes longer than asking whether it may be drawn.
 *
 * @throws Problem 429 for the day's quota, 503 where it cannot be charged
 */
export async function chargeDrawing(context: Context<AppEnv>, data: Data, rows = dataFacts(data).m): Promise<void> {
	const { env } = context;
	const charged = drawingFlop(rows * (dataFacts(data).features + 1)) + teachingFlop(data, rows);
	if (charged <= inlineBudget(env)) return;
	const charge = await chargeTo(context, charged + resultFlop(env));
	const refusal = await tryToCharge(env, charge);
	if (refusal) throw refuseForToday(env, refusal, charge.charged);
}

async function tryToCharge(env: Env, charge: Charge) {
	try {
		return await chargeDay(env, charge);
	} catch (error) {
		console.error({ message: 'what is drawn cannot be charged', error: String(error) });
		throw unavailable();
	}
}
