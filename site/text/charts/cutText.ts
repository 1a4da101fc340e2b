import type { Language } from '../../../src/language.ts';

/** What the title of an axis ends with where a drawing ends before its data do. */
export const CUT_TEXT: Record<Language, { intervals: (title: string) => string; lines: (title: string) => string }> = {
	en: {
		intervals: (title) => `${title} (arrow: the interval goes on)`,
		lines: (title) => `${title} (lines that leave go on)`,
	},
	zh: {
		intervals: (title) => `${title}（箭头：区间延伸到图外）`,
		lines: (title) => `${title}（出图的线继续上升）`,
	},
};
