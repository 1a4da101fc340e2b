/**
 * What lets zod parse values that hold themselves, in place of it: `wrangler.toml` has the alias. What the API is sent is JSON,
 * which has no cycles, and no schema refers to itself; zod leaves out by itself what such schemas would need.
 */
export const memoizer = () => undefined;

export const isBackEdge = () => false;

export const isRecursiveSchema = () => false;
