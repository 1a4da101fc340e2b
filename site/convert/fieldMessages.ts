import type { z } from 'zod';
import { type FieldError, fieldErrors } from '../../src/schema/fieldErrors.ts';
import type { LanguageKey } from '../text/languages.ts';

type Issue = z.core.$ZodIssue;
type Input = Readonly<Record<string, unknown>>;

/** What is wrong with a query. In English these are the words of the API; in Chinese the same, said anew. */
export function errorsIn(language: LanguageKey, wrong: z.ZodError | FieldError[], input: Input): FieldError[] {
	const isRefusal = Array.isArray(wrong);
	if (language === 'en') return isRefusal ? wrong : fieldErrors(wrong, input);
	if (isRefusal) return wrong.map(({ path }) => ({ path, message: REFUSALS[path] ?? '这个值不行' }));
	return wrong.issues.map((issue) => {
		const path = issue.path.map(String).join('.');
		return { path, message: inChinese(issue, input[path]) };
	});
}

/** What `convert` refuses although each field is well formed. */
const REFUSALS: Readonly<Record<string, string>> = {
	loss: '所选的库不用这个损失训练，请另选一个，或留给它自己的损失',
	value: '换算不出有限的强度；C = 1/λ 这类写法必须大于 0',
};

function inChinese(issue: Issue, given: unknown): string {
	const shown = `“${String(given)}”`;
	switch (issue.code) {
		case 'too_small':
			return `${shown}不行：${issue.inclusive === false ? '必须大于' : '至少为'} ${issue.minimum}`;
		case 'too_big':
			return `${shown}不行：${issue.inclusive === false ? '必须小于' : '至多为'} ${issue.maximum}`;
		case 'invalid_type':
			if (given === undefined) return '必须填写';
			return `${shown}不是${issue.expected === 'int' ? '整数' : '数'}`;
		case 'invalid_value':
			return `${shown}不在可选之列`;
		case 'invalid_union': {
			// Of the options, the one that is not a fixed word: a number was meant.
			const meant = issue.errors.flat().find(({ code }) => code !== 'invalid_value');
			return meant ? inChinese(meant, given) : `${shown}不行`;
		}
		case 'custom':
			return `批里的样本（${String(given)}）比训练样本还多：至多取 m，或留空`;
		default:
			return `${shown}不行`;
	}
}
