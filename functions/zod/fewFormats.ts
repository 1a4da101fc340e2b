/**
 * zod's patterns without those of formats that no schema here has (addresses, identifiers, cards), which every schema of a string
 * would bring along: `wrangler.toml` has the alias. One that is used all the same matches nothing.
 */
export {
	anyString,
	bigint,
	boolean,
	date,
	datetime,
	integer,
	lowercase,
	null,
	number,
	string,
	time,
	undefined,
	uppercase,
} from '../../node_modules/zod/v4/core/regexes.js';

const nothing = /(?!)/;
const noPattern = () => nothing;

export {
	noPattern as emoji,
	noPattern as mac,
	noPattern as nanoidOfLength,
	noPattern as uuid,
	nothing as base64,
	nothing as base64url,
	nothing as cidrv4,
	nothing as cidrv6,
	nothing as creditCard,
	nothing as cuid,
	nothing as cuid2,
	nothing as duration,
	nothing as e164,
	nothing as email,
	nothing as guid,
	nothing as httpProtocol,
	nothing as iban,
	nothing as ipv4,
	nothing as ipv6,
	nothing as ksuid,
	nothing as nanoid,
	nothing as ulid,
	nothing as xid,
};
