import type { Language } from '../../src/language.ts';
import type { ConvertQueryInput } from '../../src/schema/convertQuery.ts';
import { RULES, type Rule } from '../../src/schema/lambdaRules.ts';
import { readTyped, tidyText, ungroup } from '../text/typedNumber.ts';

/** What a reader has typed, as text: the schema says what of it is allowed. */
export interface ConverterState {
	from: string;
	value: string;
	m: string;
	/** Examples that there will be. */
	newM: string;
	/** What is kept of λ then. */
	keep: Rule;
	batchSize: string;
	learningRate: string;
	/** μ of the steps of `from`. */
	momentum: string;
	loss: string;
	targetDeviation: string;
	/** Numbers that the code's network says of an example; empty where that is not known. */
	outputs: string;
}

/** Whose numbers the fields hold: the code's, the reader's own, or others than those of a code that gives none. */
export const ORIGINS = ['code', 'hand', 'other'] as const;
export type Origin = (typeof ORIGINS)[number];

/** Fields of the API's query. */
export type FieldName = Exclude<keyof ConverterState, 'keep' | 'outputs'>;

/**
 * What the converter opens on, which is what the code in its box says (`codeExample.ts`): written out, since reading it takes
 * more script than a page may open with. An empty field leaves the schema's default.
 */
export const OPENING: ConverterState = {
	from: 'pytorch-sgd',
	value: '0.0005',
	m: '50000',
	newM: '',
	keep: 'keep-lambda',
	batchSize: '128',
	learningRate: '0.1',
	momentum: '0.9',
	loss: 'softmax-cross-entropy',
	targetDeviation: '',
	outputs: '',
};

/** Fields of a state, in the order of a link. */
export const FIELDS = [
	'from',
	'value',
	'm',
	'newM',
	'batchSize',
	'learningRate',
	'momentum',
	'loss',
	'targetDeviation',
] as const;

/** Fields that may be left empty. */
const OPTIONAL: readonly FieldName[] = ['newM', 'batchSize', 'learningRate', 'momentum', 'loss', 'targetDeviation'];

const isOptional = (name: string) => OPTIONAL.some((one) => one === name);

/** Fields whose text is a number wherever it spells one. */
const NUMBERS: readonly FieldName[] = FIELDS.filter((name) => name !== 'from' && name !== 'loss');

const WHOLE: readonly string[] = ['m', 'newM', 'batchSize'] satisfies FieldName[];

/** Whether a field asks for a whole number. */
export const isWhole = (name: string): boolean => WHOLE.includes(name);

/** A state of which every field is `field(name)`; a rule that is none is the opening one. */
export function stateFrom(field: (name: keyof ConverterState) => string): ConverterState {
	return {
		from: field('from'),
		value: field('value'),
		m: field('m'),
		newM: field('newM'),
		keep: RULES.find((rule) => rule === field('keep')) ?? OPENING.keep,
		batchSize: field('batchSize'),
		learningRate: field('learningRate'),
		momentum: field('momentum'),
		loss: field('loss'),
		targetDeviation: field('targetDeviation'),
		outputs: /^[1-9]\d{0,8}$/.test(field('outputs')) ? field('outputs') : '',
	};
}

/** A state as the query of a link: the same that GET /api/v1/convert takes, and the rule where it is not the opening one. */
export function queryOf(state: ConverterState): string {
	const said = FIELDS.filter((name) => !isOptional(name) || tidyText(state[name]) !== '');
	const written = (name: FieldName) => (isWhole(name) ? ungroup(tidyText(state[name])) : tidyText(state[name]));
	const query = new URLSearchParams(said.map((name) => [name, written(name)]));
	if (state.keep !== OPENING.keep) query.set('keep', state.keep);
	if (state.outputs !== '') query.set('outputs', state.outputs);
	return query.toString();
}

/** The state that a link names. What a link leaves out that must be there is as the converter opens; the rest is empty. */
export function stateOf(query: string): ConverterState {
	const given = new URLSearchParams(query);
	const isGiven = isStated(query);
	return stateFrom((name) => given.get(name) ?? (isGiven && isOptional(name) ? '' : OPENING[name]));
}

/** Whether a link states anything that is converted. */
export function isStated(query: string): boolean {
	const given = new URLSearchParams(query);
	return FIELDS.some((name) => given.has(name));
}

/** Whether the number of examples is left open: numbers are then said as far as they can be without it. */
export const isWithoutM = ({ m }: ConverterState): boolean => tidyText(m) === '';

/** Whether two states are of one strength, however it is written: what becomes of it later is another question. */
export function isSameStrength(one: ConverterState, other: ConverterState): boolean {
	const { newM, keep } = OPENING;
	const [said, same] = [one, other].map((state) => JSON.stringify(inputOf({ ...state, newM, keep }, 'en')));
	return said === same;
}

/** A state as the schema's input: numbers where the text spells one, absent where it is empty. */
export function inputOf(state: ConverterState, language: Language): ConvertQueryInput {
	const input: Record<string, unknown> = { language };
	for (const name of FIELDS) {
		const text = tidyText(state[name]);
		if (text !== '') input[name] = NUMBERS.includes(name) ? readTyped(text, { isWhole: isWhole(name) }) : text;
	}
	return input as ConvertQueryInput; // whatever else it is, the schema refuses by name
}
