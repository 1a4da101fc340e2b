/** zod's own tools without what makes schemas of schemas in ways that nothing here asks for: `wrangler.toml` has the alias. */
export * from '../../node_modules/zod/v4/core/util.js';

const refuse = () => {
	throw new Error('no schema of the Worker is made like this');
};

export {
	refuse as merge,
	refuse as omit,
	refuse as partial,
	refuse as pick,
	refuse as required,
	refuse as safeExtend,
	refuse as slugify,
};
