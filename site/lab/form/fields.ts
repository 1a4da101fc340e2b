import * as z from 'zod';
import { fieldsSchema } from '../../../src/schema/specFields.ts';

interface Named {
	/** Dotted path in a RunSpec. */
	path: string;
	/** What the schema says of it, in English. */
	description: string;
	/** What stands in it when nothing is said, as text; empty where it must be filled in. */
	opening: string;
}

/** A number with its bounds; `or`: a word that may stand in its place. */
interface NumberField extends Named {
	kind: 'number';
	isWhole: boolean;
	from: number | null;
	/** Whether the lower bound itself is not allowed. */
	isOpen: boolean;
	to: number;
	or: string | null;
}

interface ChoiceField extends Named {
	kind: 'choice';
	options: readonly string[];
}

/** Several objects of which a spec has one. */
interface VariantsField extends Named {
	kind: 'variants';
	variants: readonly { names: readonly string[]; fields: readonly Field[] }[];
}

/** What a form can ask for. `list` holds whole numbers in a row, `json` whatever is too nested to be typed otherwise. */
export type Field =
	| NumberField
	| ChoiceField
	| VariantsField
	| (Named & { kind: 'switch' | 'list' | 'json' })
	| (Named & { kind: 'optional'; fields: readonly Field[]; isOn: boolean });

interface Schema {
	type?: string;
	const?: unknown;
	enum?: string[];
	default?: unknown;
	description?: string;
	properties?: Record<string, Schema>;
	items?: Schema;
	anyOf?: Schema[];
	oneOf?: Schema[];
	minimum?: number;
	exclusiveMinimum?: number;
	maximum?: number;
	exclusiveMaximum?: number;
}

/** A part of a RunSpec, such as `penalty`, with its fields. */
interface Part {
	name: string;
	fields: readonly Field[];
}

/** Every field of a RunSpec, from its schema: what is not asked for in a form is not in the schema. */
export function specParts(): Part[] {
	const { properties = {} } = z.toJSONSchema(fieldsSchema, { io: 'input' }) as Schema;
	return Object.entries(properties).map(([name, schema]) => {
		const field = fieldOf(name, schema);
		return { name, fields: field.kind === 'optional' ? field.fields : [field] };
	});
}

function fieldOf(path: string, schema: Schema): Field {
	const { default: opening = '' } = schema;
	const named = {
		path,
		description: schema.description ?? '',
		opening: Array.isArray(opening) ? opening.join(', ') : String(opening ?? ''),
	};
	const options = schema.oneOf ?? schema.anyOf;
	if (options) return ofOptions(named, options, schema);
	if (schema.enum) return { ...named, kind: 'choice', options: schema.enum };
	switch (schema.type) {
		case 'boolean':
			return { ...named, kind: 'switch' };
		case 'integer':
		case 'number':
			return { ...named, ...bounds(schema), kind: 'number', or: null };
		case 'object':
			return { ...named, kind: 'optional', fields: fieldsOf(path, schema), isOn: true };
		default:
			return { ...named, kind: schema.items?.type === 'integer' ? 'list' : 'json' };
	}
}

function ofOptions(named: Named, options: readonly Schema[], schema: Schema): Field {
	const objects = options.filter(({ type }) => type === 'object');
	const [only] = objects;
	if (objects.length === 0) {
		const number = options.find(({ type }) => type === 'integer' || type === 'number') ?? {};
		const word = options.find((option) => option.const !== undefined);
		return { ...named, ...bounds(number), kind: 'number', or: word ? String(word.const) : null };
	}
	if (only && objects.length === 1) {
		return { ...named, kind: 'optional', fields: fieldsOf(named.path, only), isOn: schema.default !== null };
	}
	const variants = new Map<string, { names: string[]; fields: Field[] }>();
	for (const object of objects) {
		const name = String(object.properties?.kind?.const ?? Object.keys(object.properties ?? {})[0]);
		const fields = fieldsOf(named.path, object);
		// Generators that ask the same share their fields.
		const alike = JSON.stringify(fields);
		const group = variants.get(alike);
		if (group) group.names.push(name);
		else variants.set(alike, { names: [name], fields });
	}
	return { ...named, kind: 'variants', variants: [...variants.values()] };
}

const fieldsOf = (path: string, { properties = {} }: Schema): Field[] =>
	Object.entries(properties)
		.filter(([, { const: constant }]) => constant === undefined)
		.map(([name, schema]) => fieldOf(`${path}.${name}`, schema));

const bounds = ({ type, minimum, exclusiveMinimum, maximum, exclusiveMaximum }: Schema) => ({
	isWhole: type === 'integer',
	from: minimum ?? exclusiveMinimum ?? null,
	isOpen: minimum === undefined && exclusiveMinimum !== undefined,
	to: maximum ?? exclusiveMaximum ?? Number.MAX_SAFE_INTEGER,
});
