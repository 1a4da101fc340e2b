/**
 * What Hono brings along to read forms and to hold other applications, in place of it: `wrangler.toml` has the alias. Nothing here
 * asks for either; bodies are read by `functions/http/`.
 */
const refuse = () => {
	throw new Error('the Worker reads no forms and mounts no applications');
};

export { refuse as createMountedRequest, refuse as parseBody };
