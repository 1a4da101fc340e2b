/**
 * What makes JSON Schemas of zod's, in place of it: `wrangler.toml` has the alias. The Worker makes none, since the API's
 * document and its tools are files of the site, and every schema would bring along how it is described. Where something is
 * missing here, the Worker's bundle names it and does not build.
 */
const refuse = () => {
	throw new Error('the Worker makes no JSON Schemas');
};

export { refuse as createStandardJSONSchemaMethod, refuse as createToJSONSchemaMethod, refuse as toJSONSchema };
