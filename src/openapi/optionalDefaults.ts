import { isSchema, type JsonSchema } from './jsonSchema.ts';

/**
 * The same schema with every field's default moved into an `allOf`, which means the same in JSON Schema. Where a default
 * stands beside the type, openapi-typescript makes the field required, which is right for answers but not for requests.
 */
export function optionalDefaults(schema: JsonSchema): JsonSchema {
	const { properties, items, anyOf, oneOf } = schema;
	return {
		...schema,
		...(properties && {
			properties: Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, wrapDefault(field)])),
		}),
		...(isSchema(items) && { items: optionalDefaults(items) }),
		...(anyOf && { anyOf: anyOf.map((one) => optionalDefaults(one)) }),
		...(oneOf && { oneOf: oneOf.map((one) => optionalDefaults(one)) }),
	};
}

function wrapDefault(field: JsonSchema | boolean): JsonSchema | boolean {
	if (!isSchema(field)) return field;
	const { description, ...rest } = optionalDefaults(field);
	if (rest.default === undefined) return { ...(description && { description }), ...rest };
	return { ...(description && { description }), allOf: [rest] };
}
