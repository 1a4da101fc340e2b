import type { Language } from '../../../src/language.ts';
import { settle } from '../../../src/schema/canonical.ts';
import type { FieldError } from '../../../src/schema/fieldErrors.ts';
import { parseBounded } from '../../../src/schema/parseBounded.ts';
import { type RunSpec, type RunSpecInput, runSpecSchema } from '../../../src/schema/runSpec.ts';
import { fieldErrorsIn } from '../../text/fieldErrorsIn.ts';

/** A spec in canonical form, or everything that is wrong with it in the reader's language. */
type Checked = { ok: true; spec: RunSpec } | { ok: false; errors: FieldError[] };

type Parsed = { success: true; spec: RunSpec } | Extract<ReturnType<typeof parse>, { success: false }>;

const parse = (input: RunSpecInput) => parseBounded(runSpecSchema, input);

/** What is known of specs: none is ever changed, and many parts of the page ask of the same one. */
const known = new WeakMap<RunSpecInput, Parsed>();

/** A spec as a reader wrote it, held against the schema. */
export function checkSpec(input: RunSpecInput, language: Language): Checked {
	const parsed = parsedOf(input);
	return parsed.success
		? { ok: true, spec: parsed.spec }
		: { ok: false, errors: fieldErrorsIn(language, parsed.error, { input, schema: runSpecSchema }) };
}

/** The same spec in canonical form; null where it is not valid. */
export function wholeSpec(input: RunSpecInput): RunSpec | null {
	const parsed = parsedOf(input);
	return parsed.success ? parsed.spec : null;
}

function parsedOf(input: RunSpecInput): Parsed {
	const before = known.get(input);
	if (before) return before;
	const parsed = parse(input);
	const now: Parsed = parsed.success ? { success: true, spec: settle(parsed.data) } : parsed;
	known.set(input, now);
	return now;
}
