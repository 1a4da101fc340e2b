/**
 * The router of `hono/tiny` in place of the second one with which Hono finds which methods a path has, and what it asks of mounted
 * applications, of which there are none: `wrangler.toml` has the aliases.
 */
import { PatternRouter } from 'hono/router/pattern-router';

const basePath = () => '';
const matchedRoutes = () => [];

export { basePath, matchedRoutes, PatternRouter as TrieRouter };
