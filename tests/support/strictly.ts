/**
 * A JSON Schema, or anything that holds some, in which every object may have the fields that it names and no others.
 * What a schema leaves open on purpose stays open: no fields named, or `additionalProperties` given.
 */
export function strictly(schema: unknown): unknown {
	if (Array.isArray(schema)) return schema.map(strictly);
	if (typeof schema !== 'object' || schema === null) return schema;
	const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, strictly(value)]));
	const isObject = inner.type === 'object' && typeof inner.properties === 'object';
	return isObject && !('additionalProperties' in inner) ? { ...inner, additionalProperties: false } : inner;
}
