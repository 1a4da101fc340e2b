import { isSchema, type JsonSchema } from './jsonSchema.ts';

/**
 * The schema of a JSON merge patch (RFC 7396) for the values that a schema describes. Every field may be missing, or
 * null to remove it. Where a schema allows several objects, the patch may have the fields of all of them.
 */
export const mergePatchSchema = (schema: JsonSchema): JsonSchema => partSchema(schema, [{ type: 'null' }]);

/**
 * The schema of any part of the values that a schema describes: as a patch of them, but what is there stays.
 *
 * @param removal what else may stand for a field
 */
export function partSchema(schema: JsonSchema, removal: readonly JsonSchema[] = []): JsonSchema {
	return anyOf(schema.description, mergeAlternatives([schema], removal));
}

function anyOf(described: string | undefined, options: readonly JsonSchema[]): JsonSchema {
	const [only, ...others] = options;
	const description = described === undefined ? {} : { description: described };
	return only && others.length === 0 ? { ...description, ...only } : { ...description, anyOf: [...options] };
}

/** The patches of any of these alternatives; all objects among them are merged into one. */
function mergeAlternatives(alternatives: readonly JsonSchema[], removal: readonly JsonSchema[]): JsonSchema[] {
	const options = alternatives.flatMap((one) => one.oneOf ?? one.anyOf ?? [one]).filter(isSchema);
	const objects = options.filter(({ type }) => type === 'object');
	const others = options
		.filter(({ type }) => type !== 'object')
		.map(({ description: _, default: __, ...rest }) => rest);
	const distinct = [...new Map(others.map((one) => [JSON.stringify(one), one])).values()];
	return objects.length === 0 ? distinct : [...distinct, mergeObjects(objects, removal)];
}

function mergeObjects(objects: readonly JsonSchema[], removal: readonly JsonSchema[]): JsonSchema {
	const fields = new Map<string, JsonSchema[]>();
	for (const [name, field] of objects.flatMap(({ properties = {} }) => Object.entries(properties))) {
		if (isSchema(field)) fields.set(name, [...(fields.get(name) ?? []), field]);
	}
	const properties = [...fields].map(([name, alternatives]) => [name, mergeField(alternatives, removal)]);
	return { type: 'object', properties: Object.fromEntries(properties), additionalProperties: false };
}

function mergeField(alternatives: readonly JsonSchema[], removal: readonly JsonSchema[]): JsonSchema {
	const description = alternatives.find((one) => one.description)?.description;
	const options = mergeAlternatives(alternatives, removal);
	const isNullable = options.some(({ type }) => type === 'null');
	return anyOf(description, isNullable ? options : [...options, ...removal]);
}
