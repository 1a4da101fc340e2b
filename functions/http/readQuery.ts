import * as z from 'zod';
import { shorten } from '../../src/schema/fieldErrors.ts';
import { invalidSpec } from './problem.ts';

/**
 * A query as the object that a schema parses: a list where the schema has one, its items between commas; decimal numbers
 * and booleans where the text spells one, else the text, which the schema then refuses by name.
 *
 * @throws Problem 422 for a name that stands there twice and for a number beyond float64
 */
export function readQuery(query: URLSearchParams, { shape }: z.ZodObject): Record<string, unknown> {
	const values: Record<string, unknown> = {};
	for (const [name, text] of query) {
		const value = isList(shape[name]) ? text.split(',') : readValue(text);
		const refuse = (message: string) => invalidSpec([{ path: shorten(name), message }]);
		if (Object.hasOwn(values, name)) throw refuse('stands in the query more than once');
		if (Math.abs(Number(value)) === Number.POSITIVE_INFINITY) throw refuse(`${value} is not a finite number`);
		Object.defineProperty(values, name, { value, enumerable: true }); // __proto__ is a name like any other
	}
	return values;
}

const isList = (schema: z.core.$ZodType | undefined) =>
	(schema instanceof z.ZodOptional ? schema.unwrap() : schema) instanceof z.ZodArray;

function readValue(text: string): unknown {
	if (text === 'true' || text === 'false') return text === 'true';
	return DECIMAL.test(text) ? Number(text) : text;
}

/** JavaScript reads `0x10` as a number too, nothing as 0, and blanks beside a number. */
const DECIMAL = /^[+-]?(Infinity|(\d+\.?\d*|\.\d+)(e[+-]?\d+)?)$/i;
