/**
 * zod's core without the schemas that nothing here has, those of formats above all, which every schema of a string would bring along:
 * `wrangler.toml` has the alias.
 */
export * from '../../node_modules/zod/v4/core/index.js';
/** Without the functions that it would write, which a Worker may not. */
export { $ZodObject as $ZodObjectJIT } from '../../node_modules/zod/v4/core/schemas.js';

const refused = {
	init: () => {
		throw new Error('no schema of the Worker is of this kind');
	},
};

export {
	refused as $ZodBase64,
	refused as $ZodBase64URL,
	refused as $ZodCIDRv4,
	refused as $ZodCIDRv6,
	refused as $ZodCUID,
	refused as $ZodCUID2,
	refused as $ZodE164,
	refused as $ZodEmail,
	refused as $ZodEmoji,
	refused as $ZodGUID,
	refused as $ZodIntersection,
	refused as $ZodIPv4,
	refused as $ZodIPv6,
	refused as $ZodISODate,
	refused as $ZodISODuration,
	refused as $ZodISOTime,
	refused as $ZodJWT,
	refused as $ZodKSUID,
	refused as $ZodMAC,
	refused as $ZodNanoID,
	refused as $ZodNonOptional,
	refused as $ZodReadonly,
	refused as $ZodULID,
	refused as $ZodURL,
	refused as $ZodUUID,
	refused as $ZodXID,
};
