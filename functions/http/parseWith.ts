import type * as z from 'zod';
import { type FieldError, fieldErrors } from '../../src/schema/fieldErrors.ts';
import type { InputForm } from '../../src/schema/inputForm.ts';
import { parseBounded } from '../../src/schema/parseBounded.ts';
import { invalidSpec } from './problem.ts';

/** How what was sent was written. */
interface Sent {
	form?: InputForm;
	/** An error where it stands in what was sent: a table has lines and columns. */
	say?: ((error: FieldError) => FieldError) | undefined;
}

/**
 * An input as a schema parses it.
 *
 * @throws Problem 422 that names every field that is wrong
 */
export function parseWith<Schema extends z.ZodType>(
	schema: Schema,
	input: unknown,
	{ form, say = (error) => error }: Sent = {},
): z.output<Schema> {
	const parsed = parseBounded(schema, input);
	if (parsed.success) return parsed.data;
	throw invalidSpec(fieldErrors(parsed.error, input, schema, form).map(say));
}
