import type { Context } from 'hono';
import type { AppEnv } from './route.ts';

/** Whom a request comes from, for counting: an IPv4 address, or the /64 of an IPv6 one, which is what one customer gets. */
export const callerAddress = ({ req }: Context<AppEnv>): string =>
	networkOf(req.header('CF-Connecting-IP') ?? 'unknown');

/** The first four groups of an IPv6 address; any other text as it is. */
export function networkOf(address: string): string {
	if (!address.includes(':')) return address;
	const [head = '', tail] = address.split('::');
	const groups = head === '' ? [] : head.split(':');
	const after = tail ? tail.split(':').length : 0;
	// What `::` stands for are zeros, as many as are missing.
	const all =
		tail === undefined ? groups : [...groups, ...Array<string>(Math.max(0, 8 - groups.length - after)).fill('0')];
	return `${all
		.slice(0, 4)
		.map((group) => Number.parseInt(group, 16).toString(16))
		.join(':')}::/64`;
}
