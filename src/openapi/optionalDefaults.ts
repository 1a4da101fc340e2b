import type { JsonSchema } from './components.ts';

/**
 * The same schema with every field's default inside an `allOf`, which to JSON Schema says the same of the field.
 * openapi-typescript makes a field required that has its default beside its type, as if it were one of an answer.
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

const isSchema = (schema: unknown): schema is JsonSchema =>
	typeof schema === 'object' && schema !== null && !Array.isArray(schema);
