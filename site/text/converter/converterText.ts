import type { Language } from '../../../src/language.ts';
import type { ConverterText } from './converterWords.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export const CONVERTER_TEXT: Record<Language, ConverterText> = { en, zh };
