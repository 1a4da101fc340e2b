import type { Language } from '../../src/language.ts';
import { en } from './en.ts';
import { problems as enProblems } from './problems/en.ts';
import type { ProblemTexts } from './problems/problemText.ts';
import { problems as zhProblems } from './problems/zh.ts';
import type { Text } from './text.ts';
import { zh } from './zh.ts';

/** Every visible string by language. */
export const TEXT: Record<Language, Text> = { en, zh };

/** The pages of the API's failures by language. */
export const PROBLEM_TEXTS: Record<Language, ProblemTexts> = { en: enProblems, zh: zhProblems };
