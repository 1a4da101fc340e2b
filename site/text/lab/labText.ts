import type { Language } from '../../../src/language.ts';
import { en } from './en.ts';
import type { LabText } from './labWords.ts';
import { zh } from './zh.ts';

export const LAB_TEXT: Record<Language, LabText> = { en, zh };
