import type { z } from 'zod';
import type { Language, Text } from '../../src/language.ts';
import { type FieldError, fieldErrors, leafIssues, shorten } from '../../src/schema/fieldErrors.ts';
import { inChinese, type RuleWords } from './inChinese.ts';
import { whatWasMeant } from './typedNumber.ts';

/** Of a field that is left empty. */
const NOTHING: Text = { en: 'is required', zh: '必须填写' };

/** Of a field that an object does not have, in Chinese. */
const UNKNOWN = '没有这个字段';

/** How a number that was meant has to be written. */
const WRITE: Record<'grouped' | 'comma', Record<Language, (number: string) => string>> = {
	comma: {
		en: (number) => `: write a decimal point, ${number}`,
		zh: (number) => `：小数点请写作“.”，即 ${number}`,
	},
	grouped: {
		en: (number) => `: write ${number}`,
		zh: (number) => `：请写作 ${number}`,
	},
};

/** Of a whole number with a point before its last three digits. */
const EITHER: Record<Language, (typed: string, either: string, or: string) => string> = {
	en: (typed, either, or) => `${typed} can be read as two numbers: write ${either} or ${or}`,
	zh: (typed, either, or) => `“${typed}”可以读作两个数：请写作 ${either} 或 ${or}`,
};

/** Of a number that is none any more: a form has no quotes that could be left out. */
const TOO_LARGE: Record<Language, (typed: string) => string> = {
	en: (typed) => `${typed} is too large`,
	zh: (typed) => `“${typed}”太大`,
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
		const isUnknown = language === 'zh' && issues.some((one) => isKeyOf(one, path));
		const said = issue ? inChinese(issue, given, ofRule) : isUnknown ? UNKNOWN : message;
		const meant = typeof given === 'string' ? whatWasMeant(given) : null;
		if (typeof given !== 'string' || !meant) return { path, message: said };
		if (meant.is === 'dotted') return { path, message: EITHER[language](given, meant.either, meant.or) };
		if (meant.is === 'too-large') return { path, message: TOO_LARGE[language](shorten(given)) };
		return { path, message: said + WRITE[meant.is][language](meant.write) };
	});
}

/** Whether a path is that of a field which an object does not have. */
const isKeyOf = (issue: z.core.$ZodIssue, path: string): boolean =>
	issue.code === 'unrecognized_keys' && issue.keys.some((key) => [...issue.path, key].map(String).join('.') === path);

function valueAt(input: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>(
			(value, key) =>
				typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
			input,
		);
}
