import { answerCode } from '../../src/codeAnswer/answerCode.ts';
import { isStepOf } from '../../src/codeAnswer/meaning.ts';
import { readCode } from '../../src/codeReading/readCode.ts';
import { interceptOf } from '../../src/convert/intercept.ts';
import { libraries } from '../../src/convert/libraries.ts';
import type { Language } from '../../src/language.ts';
import { roundTo } from '../../src/numberFormat.ts';
import type { CodeAnswer, DecayAnswer } from '../../src/schema/codeAnswer.ts';
import { type CodeField, codeQuerySchema, LONGEST_CODE } from '../../src/schema/codeQuery.ts';
import type { FieldError } from '../../src/schema/fieldErrors.ts';
import type { LibraryId } from '../../src/schema/libraryIds.ts';
import type { Loss } from '../../src/schema/losses.ts';
import { isSame } from '../../src/study/sayAdvice.ts';
import { fieldErrorsIn } from '../text/fieldErrorsIn.ts';
import { readTyped, tidyText } from '../text/typedNumber.ts';
import type { InexactCode } from './everyRow.ts';
import { type ConverterState, isWhole, OPENING } from './state.ts';

/** What a reader has typed into the fields that the code left out. */
export type CodeFields = Readonly<Partial<Record<CodeField, string>>>;

/** What the box says to a text, and what is wrong with a field that holds what is not allowed there. */
export function readBox(
	code: string,
	fields: CodeFields,
	language: Language,
): { answer: CodeAnswer; wrong: FieldError[] } {
	const base = { code: code.slice(0, LONGEST_CODE), language };
	const given = Object.entries(fields).flatMap(([name, text]): [string, unknown][] => {
		const tidied = tidyText(text);
		return tidied === '' ? [] : [[name, readTyped(tidied, { isWhole: isWhole(name) })]];
	});
	const wrong = given.flatMap(([name, value]) => {
		const input = { ...base, [name]: value };
		const { error } = codeQuerySchema.safeParse(input);
		return error ? fieldErrorsIn(language, error, { input, schema: codeQuerySchema }) : [];
	});
	const allowed = given.filter(([name]) => !wrong.some(({ path }) => path === name));
	return { answer: answerCode(codeQuerySchema.parse({ ...base, ...Object.fromEntries(allowed) })), wrong };
}

/** Numbers of examples to try a code with that says none. */
export const TRIED = ['1000000', '2000000'] as const;

/** The spelling whose number is d: that of a decay which no library's own number says before m is known. */
const AS_DECAY = 'lambda-over-2' satisfies LibraryId;

/**
 * The state of the converter that says what a text says; of a text without m one without m. Null where it says no number.
 *
 * @param chosen which of its decays a reader wants, by its place among them
 */
export function stateOfBox(
	code: string,
	fields: CodeFields,
	language: Language,
	chosen: number | null = null,
): ConverterState | null {
	const stateWith = (stated: CodeFields) =>
		withOutputs(code, converterStateOf(readBox(code, stated, language).answer, stated, chosen));
	const state = stateWith(fields);
	if (state) return state;
	const [one, other] = TRIED.map((m) => stateWith({ ...fields, m }));
	if (!one || !other) return null;
	if (one.value === other.value) return { ...one, m: '' };
	// A λ that depends on m is no number yet, but d = λ/m may be one.
	const [decay, same] = [one, other].map(({ value }, at) => Number(value) / Number(TRIED[at]));
	if (decay === undefined || same === undefined || !isSame(decay, same)) return null;
	return { ...one, from: AS_DECAY, value: String(roundTo(decay, 12)), m: '' };
}

/** With the outputs of a code's network, where its squared error is a mean over them. */
function withOutputs(code: string, state: ConverterState | null): ConverterState | null {
	if (!state || !/squared/.test(state.loss)) return state;
	const { outputs, decays } = readCode(code);
	return decays.some(({ isSummed }) => isSummed)
		? { ...state, outputs: '1' }
		: { ...state, outputs: String(outputs ?? '') };
}

/** The places of those decays that the converter can be asked of: they have a row and a strength. */
const convertibleIn = ({ decays }: CodeAnswer): number[] =>
	decays.flatMap(({ library, value }, at) => (library !== null && value !== null && value > 0 ? [at] : []));

/** Of a text with several decays: which the converter can show, and which it does. Null where there is no choice. */
export function choiceIn(answer: CodeAnswer, chosen: number | null): Choice | null {
	const places = convertibleIn(answer);
	const shown = places.find((at) => at === chosen) ?? places[0];
	return places.length > 1 && shown !== undefined ? { places, shown } : null;
}

/** Places of decays in an answer. */
export interface Choice {
	places: readonly number[];
	shown: number;
}

/** The decay that is chosen, or the first that means something. */
function convertedIn(answer: CodeAnswer, chosen: number | null): DecayAnswer | undefined {
	const { decays } = answer;
	const wanted = decays[choiceIn(answer, chosen)?.shown ?? convertibleIn(answer)[0] ?? -1];
	return wanted?.meaning ? wanted : decays.find(({ meaning }) => meaning !== null);
}

/** Why no other row has the minimizer of a text, and what becomes of its intercept, where that is so; the same whatever m is. */
export function whyOtherIn(
	code: string,
	fields: CodeFields,
	language: Language,
	chosen: number | null = null,
): Pick<InexactCode, 'reason' | 'intercept'> | null {
	const said = readBox(code, fields, language).answer;
	const answer = said.sizes.m === null ? readBox(code, { ...fields, m: TRIED[0] }, language).answer : said;
	const decay = convertedIn(answer, chosen);
	const { conversion } = decay?.meaning ?? {};
	const reason = (conversion?.reasonCode === 'another-minimiser' && conversion.reason) || null;
	const intercept = decay ? interceptOf(decay.library, decay, code) : null;
	return reason || intercept ? { reason, intercept } : null;
}

/** Whether a loss is the code's or that of its classes, and not the one that is taken where nothing says any. */
const isLossSaid = (row: LibraryId | 'lambda', taken: Loss, said: Loss | null): boolean =>
	taken === said || taken !== (row === 'lambda' ? 'binary-cross-entropy' : libraries[row].losses[0]);

/** The state of the converter that says the decay that is chosen, or the first that means something; null where there is none. */
export function converterStateOf(
	answer: CodeAnswer,
	fields: CodeFields,
	chosen: number | null = null,
): ConverterState | null {
	const { loss, m, sizes } = answer;
	const decay = convertedIn(answer, chosen);
	if (!decay?.meaning || decay.library === null || decay.value === null) return null;
	const { conversion, lambda } = decay.meaning;
	const optimizer = isStepOf(decay.library, decay.optimizer) ? decay.optimizer : null;
	// Beside a loss that is summed, momentum or a factor the strength is none of the library's own: the converter starts from λ then.
	const own = conversion.equivalents.find(({ library }) => library === decay.library)?.value;
	const isOwn = decay.library === 'lambda' || (typeof own === 'number' && isSame(own, decay.value));
	return {
		...OPENING,
		from: isOwn ? decay.library : 'lambda',
		value: String(isOwn ? decay.value : lambda),
		m: fields.m?.trim() || String(m?.value ?? ''),
		batchSize: decay.batchSize === null ? '' : String(Math.min(decay.batchSize, sizes.m ?? decay.batchSize)),
		learningRate: optimizer?.learningRate ? String(optimizer.learningRate) : '',
		momentum: isOwn && optimizer?.momentum ? String(optimizer.momentum) : '',
		loss: isLossSaid(decay.library, conversion.loss, loss) ? conversion.loss : '',
		targetDeviation: fields.targetDeviation ?? '',
	};
}
