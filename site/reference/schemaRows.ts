import type { Language } from '../../src/language.ts';
import { SCHEMA_TEXT } from '../text/reference/schemaText.ts';

/** A field of a JSON Schema as a row of a table. */
export interface SchemaRow {
	/** Dotted path; `[]` for the items of an array. */
	path: string;
	type: string;
	/** Whether it must be there. */
	isRequired: boolean;
	/** As JSON, null where there is none. */
	opening: string | null;
	/** What is allowed: bounds, lengths, a list of words. */
	allowed: string;
	description: string;
	/** The kinds of the object around it that have this field as it is here: rows of a group stand together. */
	group?: string;
}

export interface JsonSchema {
	type?: string | string[];
	$ref?: string;
	const?: unknown;
	enum?: unknown[];
	default?: unknown;
	description?: string;
	properties?: Record<string, JsonSchema>;
	required?: string[];
	items?: JsonSchema;
	allOf?: JsonSchema[];
	anyOf?: JsonSchema[];
	oneOf?: JsonSchema[];
	minimum?: number;
	exclusiveMinimum?: number;
	maximum?: number;
	exclusiveMaximum?: number;
	minItems?: number;
	maxItems?: number;
	minLength?: number;
	maxLength?: number;
}

/** Components that have a table of their own, on the page of runs: within others they are named. */
const HAS_ITS_OWN_TABLE = ['RunSpec', 'RunSpecPart', 'RunSpecPatch'];

/** Deeper than this the schema itself is easier to read. */
const DEPTH = 4;

/**
 * The fields of a schema, outer before inner. Fields of its options stand once, under the kinds that have them.
 *
 * @param components what a `$ref` leads to
 * @param language of descriptions, and of what is said around bounds
 */
export function schemaRows(
	schema: JsonSchema,
	components: Record<string, JsonSchema>,
	language: Language = 'en',
): SchemaRow[] {
	const text = SCHEMA_TEXT[language];
	const rows: SchemaRow[] = [];
	/** What a reference leads to, and what a field says within `allOf`, with the description that stands beside it. */
	const resolved = ({ $ref, allOf = [], ...beside }: JsonSchema): JsonSchema => {
		const named = components[$ref?.split('/').at(-1) ?? ''];
		return Object.assign({}, named, ...allOf.map(resolved), beside);
	};
	const visit = (given: JsonSchema, path: string, isRequired: boolean, depth: number): void => {
		const component = (given.$ref ?? given.allOf?.[0]?.$ref)?.split('/').at(-1) ?? '';
		if (path && HAS_ITS_OWN_TABLE.includes(component)) {
			rows.push({ path, isRequired, ...factsOf(given, [], language), type: component });
			return;
		}
		const one = resolved(given);
		const options = (one.oneOf ?? one.anyOf ?? []).map(resolved);
		if (path) rows.push({ path, isRequired, ...factsOf(one, options, language) });
		if (depth >= DEPTH) return;
		const name = (inner: string) => (path ? `${path}.${inner}` : inner);
		const inside = (object: JsonSchema, suffix: string) => {
			for (const [key, property] of Object.entries(object.properties ?? {})) {
				visit(property, `${name(key)}${suffix}`, object.required?.includes(key) ?? false, depth + 1);
			}
		};
		inside(one, '');
		for (const { kinds, fields } of sharedBy(options)) {
			const before = rows.length;
			for (const [key, property, isNeeded] of fields) visit(property, name(key), isNeeded, depth + 1);
			if (kinds.length > 0)
				for (const row of rows.slice(before)) row.group ??= `${name('kind')}: ${kinds.join(text.comma)}`;
		}
		const items = one.items && resolved(one.items);
		if (items?.properties) {
			for (const [key, property] of Object.entries(items.properties)) {
				visit(property, `${path}[].${key}`, items.required?.includes(key) ?? false, depth + 1);
			}
		}
	};
	visit(schema, '', true, 0);
	return rows;
}

/**
 * The fields of options, each once: those of the same kinds together under these, and what more kinds have before what fewer have.
 * Options without a kind have none to tell them apart.
 */
function sharedBy(options: readonly JsonSchema[]) {
	const all = options.map((option) => String(kindOf(option) ?? ''));
	const groups = new Map<string, { kinds: string[]; fields: [string, JsonSchema, boolean][] }>();
	const seen = new Set<string>();
	for (const { properties = {}, required = [], ...option } of options) {
		for (const [key, property] of Object.entries(properties)) {
			const written = JSON.stringify(property);
			if ((key === 'kind' && kindOf({ ...option, properties }) !== undefined) || seen.has(`${key} ${written}`))
				continue;
			seen.add(`${key} ${written}`);
			const kinds = all.filter((kind, at) => kind && JSON.stringify(options[at]?.properties?.[key]) === written);
			const group = groups.get(kinds.join()) ?? { kinds, fields: [] };
			groups.set(kinds.join(), group);
			group.fields.push([key, property, required.includes(key)]);
		}
	}
	return [...groups.values()].sort(
		(one, other) =>
			all.indexOf(one.kinds[0] ?? '') - all.indexOf(other.kinds[0] ?? '') || other.kinds.length - one.kinds.length,
	);
}

function factsOf(one: JsonSchema, options: readonly JsonSchema[], language: Language) {
	return {
		type: typeOf(one, options),
		opening: one.default === undefined ? null : JSON.stringify(one.default),
		allowed: allowedOf(one, options, language),
		description: SCHEMA_TEXT[language].describe(one.description ?? ''),
	};
}

function typeOf(one: JsonSchema, options: readonly JsonSchema[]): string {
	if (options.length > 0) {
		if (options.some((option) => kindOf(option) !== undefined)) return 'object';
		return [...new Set(options.map((option) => typeOf(option, [])))].join(' | ');
	}
	if (one.const !== undefined) return JSON.stringify(one.const);
	if (one.type === 'array') return `${one.items ? typeOf(one.items, one.items.anyOf ?? []) : 'number'}[]`;
	return Array.isArray(one.type) ? one.type.join(' | ') : (one.type ?? (one.enum ? 'string' : 'object'));
}

/** What tells an option from the others; one with a default has it within `allOf`. */
const kindFieldOf = ({ properties }: JsonSchema): JsonSchema | undefined =>
	properties?.kind && Object.assign({}, ...(properties.kind.allOf ?? []), properties.kind);
const kindOf = (option: JsonSchema) => kindFieldOf(option)?.const;

function allowedOf(one: JsonSchema, options: readonly JsonSchema[], language: Language): string {
	const text = SCHEMA_TEXT[language];
	const kinds = options.filter((option) => kindOf(option) !== undefined);
	if (kinds.length > 0) {
		const said = kinds.map((option) => {
			const kind = String(kindOf(option));
			return kindFieldOf(option)?.default === undefined ? kind : text.byDefault(kind);
		});
		return `kind: ${said.join(', ')}`;
	}
	if (one.enum) return one.enum.map(String).join(', ');
	const numbers =
		options.find((option) => option.minimum !== undefined || option.exclusiveMinimum !== undefined) ?? one;
	const parts = [
		numbers.minimum === undefined ? '' : `≥ ${numbers.minimum}`,
		numbers.exclusiveMinimum === undefined ? '' : `> ${numbers.exclusiveMinimum}`,
		// The largest whole number that JSON keeps is no bound that a reader wants to know.
		numbers.maximum === undefined || numbers.maximum >= Number.MAX_SAFE_INTEGER ? '' : `≤ ${numbers.maximum}`,
		numbers.exclusiveMaximum === undefined ? '' : `< ${numbers.exclusiveMaximum}`,
		one.minItems === undefined && one.maxItems === undefined ? '' : text.items(one.minItems ?? 0, one.maxItems ?? '∞'),
		one.maxLength === undefined ? '' : text.characters(one.minLength ?? 0, one.maxLength),
	];
	return parts.filter((part) => part !== '' && part !== `≥ ${Number.MIN_SAFE_INTEGER}`).join(text.comma);
}
