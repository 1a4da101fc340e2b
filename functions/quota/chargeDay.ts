import type { Context } from 'hono';
import { contentId } from '../../src/schema/identity.ts';
import { callerAddress } from '../http/callerAddress.ts';
import { Problem } from '../http/problem.ts';

import type { AppEnv } from '../http/route.ts';
import type { Charge, DayLimits, Refusal } from './dayQuota.ts';
import { GIGA, toGflop } from './gflop.ts';

/** What holds where wrangler.toml says nothing: the paid plan's profile, in GFLOP. */
const DEFAULTS = { CLIENT_GFLOP_PER_DAY: 40_000, GFLOP_PER_DAY: 400_000, RESULT_GFLOP: 2.5 } as const;

const readFlop = (env: object, name: keyof typeof DEFAULTS) => {
	const stated = Number((env as Partial<Record<string, string>>)[name]); // looked at on the next line
	return (stated > 0 ? stated : DEFAULTS[name]) * GIGA;
};

/** What may be asked of trainers and sweeps a day. */
export const dayLimits = (env: object): DayLimits => ({
	clientFlop: readFlop(env, 'CLIENT_GFLOP_PER_DAY'),
	flop: readFlop(env, 'GFLOP_PER_DAY'),
});

/** What a result from a trainer counts of a day beside its arithmetic, for the rows that count and keep it; in FLOP. */
export const resultFlop = (env: object): number => readFlop(env, 'RESULT_GFLOP');

/** A charge to a request's caller, who is remembered until midnight as the hash of an address and of that day. */
export async function chargeTo(context: Context<AppEnv>, charged: number): Promise<Charge> {
	const day = new Date().toISOString().slice(0, 10);
	return { client: await contentId({ caller: callerAddress(context), day }), charged };
}

const CANNOT_CHARGE = 'the day cannot be charged';

/** Whether an error, also one that comes from another object, is that of `chargeDay`. */
export const isChargeError = (error: unknown): boolean => String(error).includes(CANNOT_CHARGE);

/**
 * Charges the day.
 *
 * @returns why it must not be asked for, or null
 * @throws Error `isChargeError` when the object that counts does not answer, or may not write: nothing is trained uncounted
 */
export async function chargeDay(env: Env, charge: Charge): Promise<Refusal | null> {
	try {
		return await env.QUOTA.getByName('all').charge(charge, dayLimits(env));
	} catch (error) {
		throw new Error(`${CANNOT_CHARGE}: ${error}`);
	}
}

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
