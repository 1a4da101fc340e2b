/**
 * zod's core without the schemas that nothing here has, those of formats above all, which every schema of a string would bring along,
 * and without its ways to arrange errors: `wrangler.toml` has the alias.
 */
import {
	constantCatch,
	derived,
	extend,
	hide,
	installLazyProp,
	issue,
	mergeDefs,
	normalizeParams,
	own,
	shallowClone,
} from '../../node_modules/zod/v4/core/util.js';

export * from '../../node_modules/zod/v4/core/index.js';
/** Without the functions that it would write, which a Worker may not. */
export { $ZodObject as $ZodObjectJIT } from '../../node_modules/zod/v4/core/schemas.js';

const refuse = () => {
	throw new Error('no schema of the Worker is made like this');
};
/** The tools that schemas ask for, since a namespace would bring all. */
const tools = {
	...{ constantCatch, derived, extend, hide, installLazyProp, issue, mergeDefs, normalizeParams, own, shallowClone },
	...{ merge: refuse, omit: refuse, partial: refuse, pick: refuse, required: refuse, safeExtend: refuse },
};

const refused = {
	init: refuse,
};
/** Where zod would keep what `describe` says: nothing, within `inDocument`. */
const unsaid = { add() {}, get() {} };
/** What zod makes a way to parse of as it loads: the Worker parses at once, and in one direction. */
const makeRefuse = () => refuse;

export {
	makeRefuse as _decode,
	makeRefuse as _decodeAsync,
	makeRefuse as _encode,
	makeRefuse as _encodeAsync,
	makeRefuse as _parseAsync,
	makeRefuse as _safeDecode,
	makeRefuse as _safeDecodeAsync,
	makeRefuse as _safeEncode,
	makeRefuse as _safeEncodeAsync,
	makeRefuse as _safeParseAsync,
	refuse as flattenError,
	refuse as formatError,
	refuse as prettifyError,
	refuse as treeifyError,
	refuse as validate,
	refuse as validateAsync,
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
	refused as $ZodISODateTime,
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
	tools as util,
	unsaid as globalRegistry,
};
