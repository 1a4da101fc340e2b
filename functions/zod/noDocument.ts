/**
 * What only the API's document and pages say, in place of it: `wrangler.toml` has the aliases. A call of an empty function goes from
 * the bundle together with the words that it is given.
 */
export function inDocument(_said: unknown): undefined {}
