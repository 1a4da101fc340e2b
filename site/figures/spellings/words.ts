import type { Language } from '../../../src/language.ts';
import { formatInProse } from '../../../src/numberFormat.ts';
import { SPELLINGS_TEXT } from '../../text/figures/spellings.ts';
import { pullsOf, SPELLINGS, type SpellingsState } from './model.ts';

/** Where to look, and what a screen reader says of the picture. */
export function spellingsWords(state: SpellingsState, language: Language) {
	const text = SPELLINGS_TEXT[language];
	const write = (value: number, digits = 5) => formatInProse(value, { language, digits });
	const [m, lambda] = [write(state.m), write(state.lambda)];
	const pulls = pullsOf(state);
	const said = SPELLINGS.map(({ penalty }, i) => text.labelRow(penalty, write(pulls[i] ?? Number.NaN, 2)));
	return {
		caption: text.caption({ m, lambda, ratio: write((pulls[0] ?? 0) / (pulls[3] ?? 1)) }),
		label: text.label({ m, lambda, pulls: said.join(text.listSeparator) }),
	};
}
