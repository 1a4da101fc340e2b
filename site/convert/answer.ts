import { libraries } from '../../src/convert/libraries.ts';
import { besideStepOf } from '../../src/convert/moveLambda.ts';
import type { Language } from '../../src/language.ts';
import type { Conversion } from '../../src/schema/conversion.ts';
import { convertQuerySchema } from '../../src/schema/convertQuery.ts';
import type { FieldError } from '../../src/schema/fieldErrors.ts';
import type { LibraryId } from '../../src/schema/libraryIds.ts';
import { convertToEvery } from './everyRow.ts';
import { errorsIn } from './fieldMessages.ts';
import { type LaterValue, laterValues } from './laterValues.ts';
import { sayShort } from './sayShort.ts';
import { type ConverterState, inputOf, isWithoutM } from './state.ts';
import { convertWithoutM } from './withoutM.ts';

/** What the converter shows of a state. */
export interface Spellings extends Conversion {
	/** Null where the reader has not said it yet. */
	m: number | null;
	/** μ of SGD's steps, with which the numbers of decays beside them go; 0 where none is stated. */
	momentum: number;
	/** Numbers that a network says of an example, over which a squared error is a mean as well; null where that is not known. */
	outputs: number | null;
	/** Whether B is; without it nobody knows how many steps an epoch has. */
	isBatchKnown: boolean;
	/** λ and d as they are said: numbers, or what m makes of them. */
	said: { lambda: string; decay: string };
	/** The parameter of a decay that is no penalty, and has no λ; null where λ is one. */
	besideStep: string | null;
	/** Numbers of libraries that m decides, while it is not known. */
	inM: ReadonlyMap<LibraryId, string>;
	/** What each library's number becomes, where there will be another number of examples. */
	later: readonly LaterValue[];
}

type Answer = { ok: true; spellings: Spellings } | { ok: false; errors: FieldError[] };

/** What the converter says to a state: all spellings, or what is wrong with which field, in the reader's language. */
export function answerTo(state: ConverterState, language: Language): Answer {
	const input = inputOf(state, language);
	const besideStep = state.from in libraries ? besideStepOf(libraries[state.from as LibraryId]) : null; // it is one of theirs
	const { momentum = 0, batchSize } = input;
	const k = Number(state.outputs) || 1;
	const outputs = state.outputs === '' ? null : k;
	const besideIn = ({ lambda }: Conversion) => ({
		...{ momentum, outputs, isBatchKnown: batchSize !== undefined },
		besideStep: lambda === 0 ? null : besideStep, // what is nothing is a λ of 0
	});
	const open = isWithoutM(state) ? convertWithoutM(input, k) : null;
	if (open) {
		const { conversion, inM, ...said } = open;
		return { ok: true, spellings: { ...conversion, ...besideIn(conversion), m: null, said, inM, later: [] } };
	}
	const query = convertQuerySchema.safeParse(input);
	if (!query.success) {
		const errors = errorsIn(language, query.error, input);
		const others = isWithoutM(state) ? errors.filter(({ path }) => path !== 'm') : [];
		return { ok: false, errors: others.length > 0 ? others : errors };
	}
	const outcome = convertToEvery(query.data, k);
	if (!outcome.ok) return { ok: false, errors: errorsIn(language, outcome.errors, input) };
	const { conversion } = outcome;
	const { m } = query.data;
	const said = { lambda: sayShort(conversion.lambda), decay: sayShort(conversion.lambda / m) };
	const later = laterValues(conversion, query.data, state.keep, k);
	return { ok: true, spellings: { ...conversion, ...besideIn(conversion), m, said, inM: new Map(), later } };
}
