import type { z } from 'zod';
import { formatGiven } from '../../src/numberFormat.ts';

type Issue = z.core.$ZodIssue;

/** Words for what a rule between fields refuses, from the field, the value given and the rule's English. */
export type RuleWords = (broken: { path: string; given: string; message: string }) => string;

/** What is wrong with a field, in Chinese; `fieldErrors` says the same in English. */
export function inChinese(issue: Issue, given: unknown, ofRule: RuleWords): string {
	const shown = `“${typeof given === 'number' ? formatGiven(given) : String(given)}”`;
	switch (issue.code) {
		case 'too_small':
			return `${shown}不行：${issue.inclusive === false ? '必须大于' : '至少为'} ${formatGiven(issue.minimum)}`;
		case 'too_big':
			return `${shown}不行：${issue.inclusive === false ? '必须小于' : '至多为'} ${formatGiven(issue.maximum)}`;
		case 'invalid_type':
			if (given === undefined) return '必须填写';
			return `${shown}不是${issue.expected === 'int' ? '整数' : '数'}`;
		case 'invalid_value':
			return `${shown}不在可选之列`;
		case 'invalid_union': {
			// Of the options, the one that is not a fixed word: a number was meant.
			const meant = issue.errors.flat().find(({ code }) => code !== 'invalid_value');
			return meant ? inChinese(meant, given, ofRule) : `${shown}不行`;
		}
		case 'custom':
			return ofRule({
				path: issue.path.map(String).join('.'),
				given: typeof given === 'number' ? formatGiven(given) : String(given),
				message: issue.message,
			});
		default:
			return `${shown}不行`;
	}
}
