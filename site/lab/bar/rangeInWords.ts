import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { LAB_TEXT } from '../../text/lab/labText.ts';

/** What a slider stands at: a number, or the least and the most of the runs that it moves; `–` where they have none. */
export function rangeInWords(range: readonly [least: number, most: number] | null, language: Language): string {
	if (range === null) return '–';
	const [least = '', most = ''] = range.map((value) => formatInProse(value, { language }));
	return least === most ? least : LAB_TEXT[language].range(least, most);
}
