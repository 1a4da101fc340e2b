import { answerCode } from '../../src/codeAnswer/answerCode.ts';
import type { Language } from '../../src/language.ts';
import type { CodeAnswer } from '../../src/schema/codeAnswer.ts';
import { type CodeField, codeQuerySchema, LONGEST_CODE } from '../../src/schema/codeQuery.ts';
import { isSame } from '../../src/study/sayAdvice.ts';
import { type ConverterState, OPENING } from './state.ts';

/** What a reader has typed into the fields that the code left out. */
type CodeFields = Readonly<Partial<Record<CodeField, string>>>;

/** What the box says to a text, and the fields that hold what is not allowed there. */
export function readBox(
	code: string,
	fields: CodeFields,
	language: Language,
): { answer: CodeAnswer; wrong: CodeField[] } {
	const base = { code: code.slice(0, LONGEST_CODE), language };
	const given = Object.entries(fields).flatMap(([name, text]): [string, unknown][] => {
		const tidied = text.normalize('NFKC').trim();
		return tidied === '' ? [] : [[name, name === 'optimizer' ? tidied : Number(tidied)]];
	});
	const wrong = given
		.filter(([name, value]) => !codeQuerySchema.safeParse({ ...base, [name]: value }).success)
		.map(([name]) => name as CodeField); // keys of `fields`
	const allowed = given.filter(([name]) => !wrong.some((one) => one === name));
	return { answer: answerCode(codeQuerySchema.parse({ ...base, ...Object.fromEntries(allowed) })), wrong };
}

/** The state of the converter that says the first decay of an answer that means something; null where there is none. */
export function converterStateOf({ decays, loss, m }: CodeAnswer, fields: CodeFields): ConverterState | null {
	const decay = decays.find(({ meaning }) => meaning !== null);
	if (!decay?.meaning || decay.library === null || decay.value === null) return null;
	const { conversion, lambda } = decay.meaning;
	// Beside a loss that is summed, momentum or a factor the strength is none of the library's own: the converter starts from λ then.
	const own = conversion.equivalents.find(({ library }) => library === decay.library)?.value;
	const isOwn = decay.library === 'lambda' || (typeof own === 'number' && isSame(own, decay.value));
	return {
		...OPENING,
		from: isOwn ? decay.library : 'lambda',
		value: String(isOwn ? decay.value : lambda),
		m: fields.m?.trim() || String(m?.value ?? ''),
		batchSize: decay.batchSize === null ? '' : String(decay.batchSize),
		learningRate: decay.optimizer?.learningRate ? String(decay.optimizer.learningRate) : '',
		loss: loss !== null && loss === conversion.loss ? loss : '',
		targetDeviation: fields.targetDeviation ?? '',
	};
}
