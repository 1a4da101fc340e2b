import type { Language } from '../../../src/language.ts';

/** What the title of an axis ends with where a drawing ends before its data do. */
export const CUT_TEXT: Record<
	Language,
	{ intervals: string; lines: string; noted: (title: string, notes: readonly string[]) => string }
> = {
	en: {
		intervals: 'arrow: the interval goes on',
		lines: 'lines that leave go on',
		noted: (title, notes) => `${title} (${notes.join('; ')})`,
	},
	zh: {
		intervals: '箭头：区间延伸到图外',
		lines: '伸出图外的线在图外延续',
		noted: (title, notes) => `${title}（${notes.join('；')}）`,
	},
};
