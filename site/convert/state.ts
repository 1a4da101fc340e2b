import type { ConvertQueryInput } from '../../src/schema/convertQuery.ts';

/** What a reader has typed, as text: the schema says what of it is allowed. */
export interface ConverterState {
	from: string;
	value: string;
	m: string;
	batchSize: string;
	learningRate: string;
}

/** What the converter opens on. */
export const OPENING: ConverterState = { from: 'lambda', value: '1', m: '1000', batchSize: '32', learningRate: '0.01' };

const FIELDS = ['from', 'value', 'm', 'batchSize', 'learningRate'] as const;
/** Fields that may be left out. */
const OPTIONAL: readonly string[] = ['batchSize', 'learningRate'];

/** A state as the query of a link: the same that GET /api/v1/convert takes. */
export function queryOf(state: ConverterState): string {
	return new URLSearchParams(FIELDS.filter((name) => state[name] !== '').map((name) => [name, state[name]])).toString();
}

/** The state that a link names; what it leaves out stays as the converter opens. */
export function stateOf(query: string): ConverterState {
	const given = new URLSearchParams(query);
	const isGiven = FIELDS.some((name) => given.has(name));
	const from = (name: (typeof FIELDS)[number]) =>
		given.get(name) ?? (isGiven && OPTIONAL.includes(name) ? '' : OPENING[name]);
	return {
		from: from('from'),
		value: from('value'),
		m: from('m'),
		batchSize: from('batchSize'),
		learningRate: from('learningRate'),
	};
}

/** A state as the schema's input: numbers where a field holds one, nothing where it is empty. */
export function inputOf(state: ConverterState, language: 'en' | 'zh'): ConvertQueryInput {
	const number = (text: string) => (text.trim() === '' ? undefined : Number(text));
	const input = {
		from: state.from,
		value: number(state.value),
		m: number(state.m),
		batchSize: number(state.batchSize),
		learningRate: number(state.learningRate),
		language,
	};
	// Keys without a value are absent: the schema's defaults apply.
	return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as ConvertQueryInput;
}
