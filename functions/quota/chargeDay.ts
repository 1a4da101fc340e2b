import type { Context } from 'hono';
import { contentId } from '../../src/schema/identity.ts';
import { Problem } from '../http/problem.ts';
import { callerAddress } from '../http/rateLimit.ts';
import type { AppEnv } from '../http/route.ts';
import type { Charge, DayLimits, Refusal } from './dayQuota.ts';
import { GIGA, toGflop } from './gflop.ts';

/** What holds where wrangler.toml says nothing: the paid plan's profile, in GFLOP. */
const DEFAULTS = { CLIENT_GFLOP_PER_DAY: 40_000, GFLOP_PER_DAY: 400_000 } as const;

/** What may be asked of trainers and sweeps a day. */
export function dayLimits(env: object): DayLimits {
	const variables = env as Partial<Record<keyof typeof DEFAULTS, string>>; // every value is looked at below
	const read = (name: keyof typeof DEFAULTS) => {
		const stated = Number(variables[name]);
		return (stated > 0 ? stated : DEFAULTS[name]) * GIGA;
	};
	return { clientFlop: read('CLIENT_GFLOP_PER_DAY'), flop: read('GFLOP_PER_DAY') };
}

/** A charge to a request's caller, who is remembered until midnight as the hash of an address and of that day. */
export async function chargeTo(context: Context<AppEnv>, charged: number): Promise<Charge> {
	const day = new Date().toISOString().slice(0, 10);
	return { client: await contentId({ caller: callerAddress(context), day }), charged };
}

/** Charges the day. @returns why it cannot, or null */
export const chargeDay = (env: Env, charge: Charge): Promise<Refusal | null> =>
	env.QUOTA.getByName('all').charge(charge, dayLimits(env));

/** A refusal of the day's quota as the caller gets it. */
export function refuseForToday(env: Env, { bound, seconds }: Refusal, charged: number): Problem {
	const who = bound === 'clientFlop' ? 'one caller' : 'all callers';
	const limit = toGflop(dayLimits(env)[bound]);
	return new Problem(
		'rate-limited',
		`what ${who} may have trained costs at most ${limit} GFLOP a day (UTC), and this costs ${toGflop(charged)}: a new day begins in ${seconds} s`,
		{ headers: { 'Retry-After': String(seconds) } },
	);
}
