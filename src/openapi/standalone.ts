import { componentSchemas } from './components.ts';
import type { JsonSchema } from './jsonSchema.ts';

type ComponentName = 'RunSpecPart' | 'ComparisonRequest' | 'PredictionRequest' | 'CodeRequest';

const REFERENCE = /"#\/components\/schemas\/(\w+)"/g;

/** Components that a reader of one schema can do without: any object stands for them. */
const LEFT_OPEN: readonly string[] = ['RunSpecPatch'];

/**
 * A component with everything that it refers to, for readers who have no document around it.
 *
 * @param required fields that must be there
 */
export function standaloneSchema(name: ComponentName, required: readonly string[] = []): JsonSchema {
	const all = componentSchemas();
	const definitions: Record<string, JsonSchema> = {};
	const read = (from: string): JsonSchema => {
		const schema = all[from];
		if (!schema) throw new RangeError(`there is no component ${from}`);
		if (LEFT_OPEN.includes(from)) return { type: 'object' };
		const text = JSON.stringify(schema);
		for (const [, other = ''] of text.matchAll(REFERENCE)) definitions[other] ??= read(other);
		return JSON.parse(text.replace(REFERENCE, '"#/$defs/$1"'));
	};
	const schema = read(name);
	return {
		...schema,
		...(required.length > 0 && { required: [...required] }),
		...(Object.keys(definitions).length > 0 && { $defs: definitions }),
	};
}
