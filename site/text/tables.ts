import { en } from './en.ts';
import type { LanguageKey } from './languages.ts';
import type { Text } from './text.ts';
import { zh } from './zh.ts';

/** Every visible string by language. */
export const TEXT: Record<LanguageKey, Text> = { en, zh };
