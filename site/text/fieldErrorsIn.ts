import type { z } from 'zod';
import type { Language, Text } from '../../src/language.ts';
import { type FieldError, fieldErrors, leafIssues } from '../../src/schema/fieldErrors.ts';
import { inChinese, type RuleWords } from './inChinese.ts';

/** Of a field that is left empty. */
const NOTHING: Text = { en: 'is required', zh: '必须填写' };

/** A number as half of the world writes it, and what would be read. */
const COMMA = /^[-+]?\d*,\d+$/;
const WITH_POINT: Record<Language, (number: string) => string> = {
	en: (number) => `: write a decimal point, ${number}`,
	zh: (number) => `：小数点请写作“.”，即 ${number}`,
};

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
	const issues = leafIssues(error.issues);
	return fieldErrors(error, input, schema).map(({ path, message }) => {
		const given = valueAt(input, path);
		if (given === '') return { path, message: NOTHING[language] };
		const issue = language === 'zh' && issues.find((one) => one.path.map(String).join('.') === path);
		const said = issue ? inChinese(issue, given, ofRule) : message;
		const point = typeof given === 'string' && COMMA.test(given) ? WITH_POINT[language](given.replace(',', '.')) : '';
		return { path, message: said + point };
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
