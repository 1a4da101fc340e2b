/**
 * What the schema says of specs, for a page that opens before it has the schema: evaluating that takes a phone longer
 * than all else of the Lab. Of the specs that the page opens on the build has asked it (`knowSpecs`); for all others
 * `specReader.ts` comes (`bringSchema.ts`), and puts itself in here.
 */
import type { Language } from '../../../src/language.ts';
import type { FieldError } from '../../../src/schema/fieldErrors.ts';
import type { RunSpec, RunSpecInput } from '../../../src/schema/runSpec.ts';

/** A spec in canonical form, or what is wrong with it. */
export type Reading = { ok: true; spec: RunSpec } | { ok: false; errorsIn: (language: Language) => FieldError[] };

/** A spec in canonical form, or everything that is wrong with it in the reader's language. */
type Checked = { ok: true; spec: RunSpec } | { ok: false; errors: FieldError[] };

/** What is known of specs: none is ever changed, and many parts of the page ask of the same one. */
const known = new WeakMap<RunSpecInput, Reading>();
/** Canonical forms that the build has worked out, by the JSON of what was written. */
const built = new Map<string, RunSpec>();
let read: ((input: RunSpecInput) => Reading) | null = null;

/** Has specs held against the schema from now on. */
export function readWith(reader: (input: RunSpecInput) => Reading): void {
	read = reader;
}

/** Takes over what the build knows of specs. */
export function knowSpecs(specs: readonly { written: RunSpecInput; whole: RunSpec }[]): void {
	for (const { written, whole } of specs) built.set(JSON.stringify(written), whole);
}

/** Whether `checkSpec` can answer for this one. */
export const canCheck = (input: RunSpecInput): boolean => readingOf(input) !== null;

/**
 * A spec as a reader wrote it, held against the schema.
 *
 * @throws Error where that has not come (`canCheck`)
 */
export function checkSpec(input: RunSpecInput, language: Language): Checked {
	const reading = readingOf(input);
	if (reading === null) throw new Error('the schema has not come yet');
	return reading.ok ? reading : { ok: false, errors: reading.errorsIn(language) };
}

/** The same spec in canonical form; null where it is not valid, or the schema has not come. */
export function wholeSpec(input: RunSpecInput): RunSpec | null {
	const reading = readingOf(input);
	return reading?.ok ? reading.spec : null;
}

function readingOf(input: RunSpecInput): Reading | null {
	const before = known.get(input);
	if (before) return before;
	const whole = built.get(JSON.stringify(input));
	const reading: Reading | null = whole ? { ok: true, spec: whole } : (read?.(input) ?? null);
	if (reading === null) return null;
	known.set(input, reading);
	if (reading.ok) known.set(reading.spec, reading); // a canonical form is its own
	return reading;
}
