import { convertQuerySchema } from '../../src/schema/convertQuery.ts';
import type { LanguageKey } from '../text/languages.ts';
import { errorsIn } from './fieldMessages.ts';
import { type SpellingsOutcome, spellingsOf } from './spellings.ts';
import { type ConverterState, inputOf } from './state.ts';

/** What the converter says to a state: all spellings, or what is wrong with which field, in the reader's language. */
export function answerTo(state: ConverterState, language: LanguageKey): SpellingsOutcome {
	const input = inputOf(state, language);
	const query = convertQuerySchema.safeParse(input);
	if (!query.success) return { ok: false, errors: errorsIn(language, query.error, input) };
	const outcome = spellingsOf(query.data);
	if (outcome.ok || language === 'en') return outcome;
	return { ok: false, errors: errorsIn(language, outcome.errors, input) };
}
