import { convert } from '../../src/convert/convert.ts';
import type { Language } from '../../src/language.ts';
import type { Conversion } from '../../src/schema/conversion.ts';
import { convertQuerySchema } from '../../src/schema/convertQuery.ts';
import type { FieldError } from '../../src/schema/fieldErrors.ts';
import { errorsIn } from './fieldMessages.ts';
import { type LaterValue, laterValues } from './laterValues.ts';
import { type ConverterState, inputOf } from './state.ts';

/** What the converter shows of a state. */
export interface Spellings extends Conversion {
	m: number;
	/** What each library's number becomes, where there will be another number of examples. */
	later: readonly LaterValue[];
}

type Answer = { ok: true; spellings: Spellings } | { ok: false; errors: FieldError[] };

/** What the converter says to a state: all spellings, or what is wrong with which field, in the reader's language. */
export function answerTo(state: ConverterState, language: Language): Answer {
	const input = inputOf(state, language);
	const query = convertQuerySchema.safeParse(input);
	if (!query.success) return { ok: false, errors: errorsIn(language, query.error, input) };
	const outcome = convert(query.data);
	if (outcome.ok) {
		const { conversion } = outcome;
		const later = laterValues(conversion, query.data, state.keep);
		return { ok: true, spellings: { ...conversion, m: query.data.m, later } };
	}
	return { ok: false, errors: errorsIn(language, outcome.errors, input) };
}
