import { en } from './en.ts';
import type { LanguageKey } from './languages.ts';
import { problems as enProblems } from './problems/en.ts';
import type { ProblemTexts } from './problems/problemText.ts';
import { problems as zhProblems } from './problems/zh.ts';
import type { Text } from './text.ts';
import { zh } from './zh.ts';

/** Every visible string by language. */
export const TEXT: Record<LanguageKey, Text> = { en, zh };

/** The pages of the API's failures by language. */
export const PROBLEM_TEXTS: Record<LanguageKey, ProblemTexts> = { en: enProblems, zh: zhProblems };
