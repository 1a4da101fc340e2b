import type { Language } from '../../src/language.ts';
import { formatDuration, formatInProse, formatLoss, formatShare } from '../../src/numberFormat.ts';

/** Shown for a number that is not finite: a run that diverged. */
const NO_NUMBER = '–';

/** How a language writes the quantities of the scaling figure. */
export interface Formats {
	loss: (value: number | null) => string;
	share: (value: number | null) => string;
	/** @param milliseconds as measured */
	duration: (milliseconds: number) => string;
	/** A sample size or a λ: as short as it is. */
	number: (value: number) => string;
}

export const formatsIn = (language: Language): Formats => ({
	loss: (value) => (value === null ? NO_NUMBER : formatLoss(value, language)),
	share: (value) => (value === null ? NO_NUMBER : formatShare(value, language)),
	duration: (milliseconds) => formatDuration(milliseconds, language),
	number: (value) => formatInProse(value, { language, digits: 6 }),
});
