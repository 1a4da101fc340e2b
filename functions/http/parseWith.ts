import type * as z from 'zod';
import { type FieldError, fieldErrors } from '../../src/schema/fieldErrors.ts';
import { parseBounded } from '../../src/schema/parseBounded.ts';
import { invalidSpec } from './problem.ts';

/**
 * An input as a schema parses it.
 *
 * @param say puts an error in the words of what was sent, where that was no JSON
 * @throws Problem 422 that names every field that is wrong
 */
export function parseWith<Schema extends z.ZodType>(
	schema: Schema,
	input: unknown,
	say: (error: FieldError) => FieldError = (error) => error,
): z.output<Schema> {
	const parsed = parseBounded(schema, input);
	if (parsed.success) return parsed.data;
	throw invalidSpec(fieldErrors(parsed.error, input, schema).map(say));
}
