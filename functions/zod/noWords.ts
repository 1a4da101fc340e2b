/**
 * zod's own sentences for what it refuses, in place of them: `wrangler.toml` has the alias. The API says each kind of issue in
 * its own words (`fieldErrors`), and rules between fields bring theirs.
 */
export default () => ({ localeError: () => 'is not allowed' });
