import type { Context } from 'hono';
import { contentId } from '../../src/schema/identity.ts';
import { Problem } from '../http/problem.ts';
import { callerAddress } from '../http/rateLimit.ts';
import type { AppEnv } from '../http/route.ts';
import { toGflop } from '../results/budget.ts';
import { sweepSettings } from './settings.ts';

/**
 * Charges a new sweep to the day and to its caller, who is remembered until midnight as the hash of an address
 * and of that day.
 *
 * @param charged FLOP
 * @throws Problem 429 that says when there is a new day
 */
export async function chargeDay(context: Context<AppEnv>, sweep: string, charged: number): Promise<void> {
	const { clientDailyFlop, dailyFlop } = sweepSettings(context.env);
	const client = await contentId({ caller: callerAddress(context), day: new Date().toISOString().slice(0, 10) });
	const quota = context.env.QUOTA.getByName('all');
	const refused = await quota.charge({ sweep, client, charged, clientDailyFlop, dailyFlop });
	if (!refused) return;
	const [who, limit] = refused.bound === 'client' ? ['one caller', clientDailyFlop] : ['all callers', dailyFlop];
	throw new Problem(
		'rate-limited',
		`sweeps of ${who} may cost ${toGflop(limit)} GFLOP a day (UTC), and this one costs ${toGflop(charged)} with what keeping its cells costs: a new day begins in ${refused.seconds} s`,
		{ headers: { 'Retry-After': String(refused.seconds) } },
	);
}
