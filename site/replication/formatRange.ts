import type { Range } from '../../src/experiments/experiment.ts';
import type { Language } from '../../src/language.ts';
import { formatLimit } from '../figures/experiment/measuredWords.ts';
import { REPLICATION_TEXT } from '../text/replication/replicationText.ts';

/** Where an expectation passes, with all digits of its limits: `9.99 to 10.01`, `interval touches 0.279`. */
export function formatRange({ from, to, of }: Range, language: Language): string {
	const text = REPLICATION_TEXT[language];
	const range = text.range(formatLimit(from, language), formatLimit(to, language));
	return of ? text.inInterval[of](range) : range;
}
