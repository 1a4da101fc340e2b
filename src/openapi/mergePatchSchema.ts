import { isSchema, type JsonSchema } from './jsonSchema.ts';

/**
 * The schema of a JSON merge patch (RFC 7396) for the values that a schema describes. Every field may be missing, or
 * null to remove it. Where a schema allows several objects, the patch may have the fields of all of them.
 */
export function mergePatchSchema(schema: JsonSchema): JsonSchema {
	const options = mergeAlternatives([schema]);
	const [only] = options;
	const description = schema.description === undefined ? {} : { description: schema.description };
	return only && options.length === 1 ? { ...description, ...only } : { ...description, anyOf: options };
}

/** The patches of any of these alternatives; all objects among them are merged into one. */
function mergeAlternatives(alternatives: readonly JsonSchema[]): JsonSchema[] {
	const options = alternatives.flatMap((one) => one.oneOf ?? one.anyOf ?? [one]).filter(isSchema);
	const objects = options.filter(({ type }) => type === 'object');
	const others = options
		.filter(({ type }) => type !== 'object')
		.map(({ description: _, default: __, ...rest }) => rest);
	const distinct = [...new Map(others.map((one) => [JSON.stringify(one), one])).values()];
	return objects.length === 0 ? distinct : [...distinct, mergeObjects(objects)];
}

function mergeObjects(objects: readonly JsonSchema[]): JsonSchema {
	const fields = new Map<string, JsonSchema[]>();
	for (const [name, field] of objects.flatMap(({ properties = {} }) => Object.entries(properties))) {
		if (isSchema(field)) fields.set(name, [...(fields.get(name) ?? []), field]);
	}
	const properties = [...fields].map(([name, alternatives]) => [name, allowNull(alternatives)]);
	return { type: 'object', properties: Object.fromEntries(properties), additionalProperties: false };
}

function allowNull(alternatives: readonly JsonSchema[]): JsonSchema {
	const description = alternatives.find((one) => one.description)?.description;
	const options = mergeAlternatives(alternatives).filter(({ type }) => type !== 'null');
	return { ...(description && { description }), anyOf: [...options, { type: 'null' }] };
}
