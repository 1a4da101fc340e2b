import { readCode } from '../../src/codeReading/readCode.ts';
import { type OwnCall, withNumber } from './ownCall.ts';
import type { ConverterState } from './state.ts';

/** A number as it is written into code. */
const LITERAL = /^[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:e[-+]?\d+)?(?=[\s,)\]};#'"]|$)/i;

/** A name that stands for the number, as a whole argument. */
const NAME = /^[A-Za-z_][\w.]*(?=\s*[,)])/;

/** Characters of a line that is shown instead of a call. */
const LONGEST_LINE = 200;

/**
 * The code whose strength a state of the converter is, as its reader would change it: the call, where its number stands there or
 * where it takes one more argument; the line of the number, where that stands elsewhere; the argument alone where neither is to
 * be had. Null where the state is of no strength of this code.
 */
export function ownCallIn(code: string, { from, value }: Pick<ConverterState, 'from' | 'value'>): OwnCall | null {
	const number = Number(value);
	const decay = readCode(code).decays.find(({ row, value: read }) => row === from && (read.value ?? number) === number);
	if (!decay) return null;
	const { parameter, isDefault, value: read } = decay;
	const call = code.slice(decay.from, decay.to);
	const around = (start: number, at: number, end: number, to: number): OwnCall => ({
		library: from,
		before: code.slice(start, at).trimStart(),
		after: code.slice(end, to).trimEnd(),
	});
	if (isDefault && /^[\w.:]+\([\s\S]*\)$/.test(call)) {
		const before = call.slice(0, -1).replace(/,?\s*$/, '');
		const more = { library: from, before: `${before}${before.endsWith('(') ? '' : ', '}${parameter}=`, after: ')' };
		if (takesNumber(more)) return more;
	}
	const isInCall = call.endsWith(')') && read.from > decay.from && read.from < decay.to;
	const name = isInCall ? NAME.exec(code.slice(read.from))?.[0] : undefined;
	if (name !== undefined) return around(decay.from, read.from, read.from + name.length, decay.to);
	const literal = LITERAL.exec(code.slice(read.from))?.[0];
	if (literal !== undefined && Number(literal.replaceAll('_', '')) === read.value) {
		const end = read.from + literal.length;
		if (isInCall) return around(decay.from, read.from, end, decay.to);
		const next = code.indexOf('\n', end);
		const line = { from: code.lastIndexOf('\n', read.from) + 1, to: next < 0 ? code.length : next };
		if (line.to - line.from <= LONGEST_LINE) return around(line.from, read.from, end, line.to);
	}
	return { library: from, before: `${parameter}=`, after: '' };
}

/** Whether a call with one more argument is read as having it: `get_cfg()` has a default, and takes none. */
const takesNumber = (call: OwnCall): boolean =>
	readCode(withNumber(call, 1)).decays.some(
		({ row, value, isDefault }) => row === call.library && value.value === 1 && !isDefault,
	);
