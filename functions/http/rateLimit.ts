import type { MiddlewareHandler } from 'hono';
import { callerAddress } from './callerAddress.ts';
import { Problem } from './problem.ts';
import type { AppEnv } from './route.ts';

/** The time over which the bindings in wrangler.toml count. */
const PERIOD_SECONDS = 60;

/**
 * Refuses a caller who asks too often: computing (POST) and reading are counted apart, by address, with
 * the platform's own limiter, which answers yes or no and no more. `RATE_LIMIT=off` turns it off.
 *
 * @throws Problem 429 with Retry-After
 */
export const limitRate: MiddlewareHandler<AppEnv> = async (context, next) => {
	if (!areRatesLimited(context.env)) return next();
	const computes = context.req.method === 'POST';
	const [name, limit, limiter] = computes
		? (['compute', context.env.COMPUTE_PER_MINUTE, context.env.COMPUTE_LIMIT] as const)
		: (['read', context.env.READ_PER_MINUTE, context.env.READ_LIMIT] as const);
	const allowed = await isAllowed(limiter, callerAddress(context));
	if (!allowed) {
		throw new Problem('rate-limited', `more than ${limit} such requests a minute: try again in ${PERIOD_SECONDS} s`, {
			headers: {
				'Retry-After': String(PERIOD_SECONDS),
				RateLimit: `"${name}";r=0;t=${PERIOD_SECONDS}`,
				'RateLimit-Policy': describePolicy(name, limit),
			},
		});
	}
	await next();
	context.res.headers.set('RateLimit-Policy', describePolicy(name, limit));
};

/** Whether callers are refused who ask too often. */
export const areRatesLimited = (env: AppEnv['Bindings']): boolean => env.RATE_LIMIT === 'on';

const describePolicy = (name: string, limit: string) => `"${name}";q=${limit};w=${PERIOD_SECONDS}`;

/** A limiter that fails lets everybody through: it protects the budget, not the data. */
async function isAllowed(limiter: RateLimit, key: string): Promise<boolean> {
	try {
		return (await limiter.limit({ key })).success;
	} catch (error) {
		console.error({ message: 'the rate limiter fails', error: String(error) });
		return true;
	}
}
