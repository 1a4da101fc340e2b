import type { Language } from '../../../src/language.ts';
import { settle } from '../../../src/schema/canonical.ts';
import { type FieldError, fieldErrors, leafIssues } from '../../../src/schema/fieldErrors.ts';
import { type RunSpec, type RunSpecInput, runSpecSchema } from '../../../src/schema/runSpec.ts';
import { inChinese } from '../../text/inChinese.ts';

/** A spec in canonical form, or everything that is wrong with it in the reader's language. */
type Checked = { ok: true; spec: RunSpec } | { ok: false; errors: FieldError[] };

/** A spec as a reader wrote it, held against the schema. */
export function checkSpec(input: RunSpecInput, language: Language): Checked {
	const parsed = runSpecSchema.safeParse(input);
	if (parsed.success) return { ok: true, spec: settle(parsed.data) };
	const errors = fieldErrors(parsed.error, input, runSpecSchema);
	if (language === 'en') return { ok: false, errors };
	const issues = leafIssues(parsed.error.issues);
	return {
		ok: false,
		errors: errors.map((error) => {
			const issue = issues.find(({ path }) => path.map(String).join('.') === error.path);
			return issue
				? { ...error, message: inChinese(issue, valueAt(input, error.path), (_, message) => message) }
				: error;
		}),
	};
}

function valueAt(input: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>(
			(value, key) =>
				typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
			input,
		);
}
