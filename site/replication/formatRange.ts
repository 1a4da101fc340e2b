import type { Range } from '../../src/experiments/experiment.ts';
import type { Language } from '../../src/language.ts';
import { formatLimit } from '../figures/experiment/measuredWords.ts';
import { REPLICATION_TEXT } from '../text/replication/replicationText.ts';

/** Where an expectation passes, with all digits of its limits: `9.99 to 10.01`, `interval touches 0.279`; in parts that each stay on a line:
 * `all of it in −10 to 0.01,` and `its lower end at most 0`. */
export function formatRange({ from, to, of, reaches }: Range, language: Language): string[] {
	const text = REPLICATION_TEXT[language];
	const range = text.range(formatLimit(from, language), formatLimit(to, language));
	const within = of ? text.inInterval[of](range) : range;
	if (reaches === undefined) return [within];
	return [`${within}${language === 'zh' ? '，' : ','}`, text.reaching(formatLimit(reaches, language))];
}
