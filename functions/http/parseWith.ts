import type * as z from 'zod';
import { fieldErrors } from '../../src/schema/fieldErrors.ts';
import { parseBounded } from '../../src/schema/parseBounded.ts';
import { invalidSpec } from './problem.ts';

/**
 * An input as a schema parses it.
 *
 * @param at path of the input in the request, for the errors
 * @throws Problem 422 that names every field that is wrong
 */
export function parseWith<Schema extends z.ZodType>(schema: Schema, input: unknown, at = ''): z.output<Schema> {
	const parsed = parseBounded(schema, input);
	if (parsed.success) return parsed.data;
	throw invalidSpec(
		fieldErrors(parsed.error, input, schema).map(({ path, message }) => ({
			path: [at, path].filter((part) => part !== '').join('.'),
			message,
		})),
	);
}
