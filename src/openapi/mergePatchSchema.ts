import type { JsonSchema } from './components.ts';

/**
 * The schema of a JSON merge patch (RFC 7396) of what a schema describes: every field may be missing, or null, which
 * removes it, and an object that is one of several may have the fields of all of them.
 */
export function mergePatchSchema(schema: JsonSchema): JsonSchema {
	const [patch, ...others] = patches([schema]);
	const described = schema.description === undefined ? {} : { description: schema.description };
	return patch && others.length === 0 ? { ...described, ...patch } : { ...described, anyOf: patches([schema]) };
}

/** What a patch may hold in the place of any of these: all objects together are one. */
function patches(alternatives: readonly JsonSchema[]): JsonSchema[] {
	const options = alternatives.flatMap((one) => one.oneOf ?? one.anyOf ?? [one]).filter(isSchema);
	const objects = options.filter(({ type }) => type === 'object');
	const others = options
		.filter(({ type }) => type !== 'object')
		.map(({ description: _, default: __, ...rest }) => rest);
	const distinct = [...new Map(others.map((one) => [JSON.stringify(one), one])).values()];
	return objects.length === 0 ? distinct : [...distinct, patchOfObjects(objects)];
}

function patchOfObjects(objects: readonly JsonSchema[]): JsonSchema {
	const fields = new Map<string, JsonSchema[]>();
	for (const [name, field] of objects.flatMap(({ properties = {} }) => Object.entries(properties))) {
		if (isSchema(field)) fields.set(name, [...(fields.get(name) ?? []), field]);
	}
	const properties = [...fields].map(([name, alternatives]) => [name, removable(alternatives)]);
	return { type: 'object', properties: Object.fromEntries(properties), additionalProperties: false };
}

function removable(alternatives: readonly JsonSchema[]): JsonSchema {
	const description = alternatives.find((one) => one.description)?.description;
	const options = patches(alternatives).filter(({ type }) => type !== 'null');
	return { ...(description && { description }), anyOf: [...options, { type: 'null' }] };
}

const isSchema = (schema: JsonSchema | boolean): schema is JsonSchema => typeof schema === 'object';
