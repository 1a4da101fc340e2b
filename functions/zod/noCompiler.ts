/**
 * What zod writes functions with where code may make code, in place of it: `wrangler.toml` has the alias. A Worker may not, which
 * zod sees by itself.
 */
export class Doc {}
