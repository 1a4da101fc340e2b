import type { z } from 'zod';
import type { Language } from '../../src/language.ts';
import { type FieldError, fieldErrors, leafIssues } from '../../src/schema/fieldErrors.ts';
import { inChinese, type RuleWords } from './inChinese.ts';

/**
 * What is wrong with an input, by field: in English the words of the API, in Chinese the same said anew.
 *
 * @param schema what refused the input
 * @param ofRule Chinese for what a rule between fields refuses; without it the rule's English
 */
export function fieldErrorsIn(
	language: Language,
	error: z.ZodError,
	{ input, schema }: { input: unknown; schema: z.ZodType },
	ofRule: RuleWords = ({ message }) => message,
): FieldError[] {
	const errors = fieldErrors(error, input, schema);
	if (language === 'en') return errors;
	const issues = leafIssues(error.issues);
	return errors.map(({ path, message }) => {
		const issue = issues.find((one) => one.path.map(String).join('.') === path);
		return { path, message: issue ? inChinese(issue, valueAt(input, path), ofRule) : message };
	});
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
