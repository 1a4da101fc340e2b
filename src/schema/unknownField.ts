// Of `zod`, `z.core` as a value would bring the messages of fifty languages into every bundle.
import * as core from 'zod/v4/core';
import type { InputForm } from './inputForm.ts';
import { didYouMean } from './nearest.ts';

type Schema = core.$ZodType;
type ObjectSchema = core.$ZodObject;

/** Fields that an object at a path of an input may not have. */
interface Unknown {
	schema: Schema;
	input: unknown;
	form: InputForm;
	path: readonly PropertyKey[];
	unknown: string[];
}

/**
 * Why an object refuses a field: what the object was taken for, which fields that allows, and to which `kind` the
 * field belongs.
 *
 * @param path of the object in the input
 * @param unknown all fields of the object that are refused
 */
export function describeUnknownField({ schema, input, form, path, unknown }: Unknown, field: string): string {
	const nowhere = `is not a field of this ${form === 'query' ? form : 'object'}`;
	let members = objectsOf(schema);
	let value = input;
	for (const key of path) {
		// An array's objects are told apart by nothing but their fields, so its indices lead nowhere.
		if (typeof key !== 'number') members = objectsOf(fieldsOf(chooseMember(members, value))[String(key)]);
		value = memberOf(value, key);
	}
	const chosen = chooseMember(members, value, unknown);
	if (!chosen) return nowhere;
	const kind = kindOf(chosen);
	const owners = members
		.filter((member) => Object.hasOwn(fieldsOf(member), field))
		.map((member) => `"${kindOf(member)}"`);
	const belongs = kind && owners.length > 0 ? `; it belongs to ${owners.join(' or ')}` : '';
	const names = Object.keys(fieldsOf(chosen));
	const allowed = `allowed: ${names.join(', ') || 'none'}${belongs ? '' : didYouMean(field, names)}`;
	if (!kind) return `${nowhere}; ${allowed}`;
	if (memberOf(value, 'kind') !== undefined) return `is not a field of "${kind}"; ${allowed}${belongs}`;
	const remedy = belongs && `${belongs}: add "kind": ${owners.join(' or ')}`;
	return `is not a field of "${kind}", the kind taken where none is given; ${allowed}${remedy}`;
}

/** Every object that a value of this schema, or an element of it, may be. */
function objectsOf(schema: Schema | undefined): ObjectSchema[] {
	if (schema instanceof core.$ZodObject) return [schema];
	if (schema instanceof core.$ZodUnion) return schema._zod.def.options.flatMap(objectsOf);
	if (schema instanceof core.$ZodArray) return objectsOf(schema._zod.def.element);
	if (schema instanceof core.$ZodPipe) return objectsOf(schema._zod.def.in);
	const wraps = WRAPPERS.some((wrapper) => schema instanceof wrapper);
	return wraps ? objectsOf((schema as core.$ZodOptional)._zod.def.innerType) : []; // all of them have one
}

const WRAPPERS = [core.$ZodOptional, core.$ZodNullable, core.$ZodDefault, core.$ZodPrefault];

/** The member of a union that a value is taken for: of its kind, without the unknown fields, and most of the others. */
function chooseMember(members: readonly ObjectSchema[], value: unknown, unknown: readonly string[] = []) {
	const shared = (member: ObjectSchema) =>
		Object.keys(fieldsOf(member)).filter((name) => memberOf(value, name) !== undefined).length;
	return members
		.filter((member) => {
			const { kind } = fieldsOf(member);
			return !kind || core.safeParse(kind, memberOf(value, 'kind')).success;
		})
		.filter((member) => !unknown.some((name) => Object.hasOwn(fieldsOf(member), name)))
		.sort((a, b) => shared(b) - shared(a))[0];
}

const fieldsOf = (schema: ObjectSchema | undefined): Readonly<Record<string, Schema>> => schema?._zod.def.shape ?? {};

const kindOf = (schema: ObjectSchema | undefined) =>
	[...(fieldsOf(schema).kind?._zod.values ?? [])].find((value) => typeof value === 'string');

const memberOf = (value: unknown, key: PropertyKey): unknown =>
	typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;
