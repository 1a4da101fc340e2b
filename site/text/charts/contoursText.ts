import type { Language } from '../../../src/language.ts';

/** What the title of an axis ends with where contours lie below what is drawn. */
export const CONTOURS_TEXT: Record<Language, (title: string) => string> = {
	en: (title) => `${title} (thin gray lines: contours of the loss)`,
	zh: (title) => `${title}（灰色细线：损失的等高线）`,
};
