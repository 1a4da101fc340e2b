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

/** The part of everybody's day that is there for callers who ask for more than a little. */
const SHARED_PART = 0.75;
/** The part of a caller's day that is little. */
const LITTLE_PART = 0.025;

/** What may be asked of trainers and sweeps a day. */
export function dayLimits(env: object): DayLimits {
	const clientFlop = readFlop(env, 'CLIENT_GFLOP_PER_DAY');
	const flop = readFlop(env, 'GFLOP_PER_DAY');
	return { clientFlop, flop, sharedFlop: SHARED_PART * flop, littleFlop: LITTLE_PART * clientFlop };
}

/** What is kept counts as many times as it holds of this: results are kept for ever, and storage is not endless. */
const KEPT_BYTES = 65_536;

/** How many times a result of so many bytes, by estimate, counts. */
export const timesKept = (bytes: number): number => Math.max(1, Math.ceil(bytes / KEPT_BYTES));

/**
 * What a result from a trainer counts of a day beside its arithmetic, for the rows that count and keep it; in FLOP.
 *
 * @param bytes of the result, by estimate
 */
export const resultFlop = (env: object, bytes = 0): number => readFlop(env, 'RESULT_GFLOP') * timesKept(bytes);

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

/** Gives back what was reserved today and not used; a failure costs the caller a part of the day, and nothing else. */
export async function giveBackToDay(env: Env, reservation: string, flop: number): Promise<void> {
	try {
		if (flop > 0) await env.QUOTA.getByName('all').giveBack(reservation, flop);
	} catch (error) {
		console.error({ message: 'what was not used is not given back', reservation, error: String(error) });
	}
}

/** A refusal of the day's quota as the caller gets it. */
export function refuseForToday(env: Env, { bound, left, seconds }: Refusal, charged: number): Problem {
	const limits = dayLimits(env);
	const who = {
		clientFlop: 'one caller',
		flop: 'all callers',
		sharedFlop: `all callers who ask for more than ${toGflop(limits.littleFlop)} GFLOP`,
	}[bound];
	const limit = toGflop(limits[bound]);
	return new Problem(
		'rate-limited',
		`what ${who} may have trained costs at most ${limit} GFLOP a day (UTC), and this costs ${toGflop(charged)} of the ${toGflop(left)} that are left: a new day begins in ${seconds} s`,
		{ headers: { 'Retry-After': String(seconds) } },
	);
}
