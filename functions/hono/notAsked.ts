/**
 * What Hono brings along to read forms, to write pages and to hold other applications, in place of it: `wrangler.toml` has the
 * alias. Nothing here asks for these; bodies are read by `functions/http/`.
 */
const refuse = () => {
	throw new Error('the Worker reads no forms, writes no pages and mounts no applications');
};

export const HtmlEscapedCallbackPhase = {};

export { refuse as createMountedRequest, refuse as parseBody, refuse as resolveCallback };
