import type { Language } from '../../../src/language.ts';
import { settle } from '../../../src/schema/canonical.ts';
import type { FieldError } from '../../../src/schema/fieldErrors.ts';
import { parseBounded } from '../../../src/schema/parseBounded.ts';
import { type RunSpec, type RunSpecInput, runSpecSchema } from '../../../src/schema/runSpec.ts';
import { fieldErrorsIn } from '../../text/fieldErrorsIn.ts';

/** A spec in canonical form, or everything that is wrong with it in the reader's language. */
type Checked = { ok: true; spec: RunSpec } | { ok: false; errors: FieldError[] };

/** A spec as a reader wrote it, held against the schema. */
export function checkSpec(input: RunSpecInput, language: Language): Checked {
	const parsed = parseBounded(runSpecSchema, input);
	return parsed.success
		? { ok: true, spec: settle(parsed.data) }
		: { ok: false, errors: fieldErrorsIn(language, parsed.error, { input, schema: runSpecSchema }) };
}
