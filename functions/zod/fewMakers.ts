/** What makes zod's schemas, without those of formats and checks that nothing here has: `wrangler.toml` has the alias. */
export * from '../../node_modules/zod/v4/core/api.js';

const refuse = () => {
	throw new Error('no schema of the Worker has this format');
};

export {
	refuse as _base64,
	refuse as _base64url,
	refuse as _cidrv4,
	refuse as _cidrv6,
	refuse as _cuid,
	refuse as _cuid2,
	refuse as _e164,
	refuse as _email,
	refuse as _emoji,
	refuse as _guid,
	refuse as _ipv4,
	refuse as _ipv6,
	refuse as _isoDuration,
	refuse as _jwt,
	refuse as _ksuid,
	refuse as _mac,
	refuse as _nanoid,
	refuse as _ulid,
	refuse as _url,
	refuse as _uuid,
	refuse as _uuidv4,
	refuse as _uuidv6,
	refuse as _uuidv7,
	refuse as _xid,
	refuse as _includes,
	refuse as _startsWith,
	refuse as _endsWith,
	refuse as _lowercase,
	refuse as _uppercase,
	refuse as _isoDate,
	refuse as _isoDateTime,
	refuse as _isoTime,
	refuse as _length,
	refuse as _multipleOf,
	refuse as _slugify,
	refuse as _toLowerCase,
	refuse as _toUpperCase,
};
