import { TORCH_ROW } from '../codeReading/optimizers.ts';
import type { Quantity } from '../codeReading/quantity.ts';
import { readCode } from '../codeReading/readCode.ts';
import { type Decay, type Note, note } from '../codeReading/reading.ts';
import { LAMBDA } from '../convert/exactness.ts';
import { libraries } from '../convert/libraries.ts';
import { WRITTEN_BY_THE_USER } from '../convert/library.ts';
import { formatShortest, roundTo } from '../numberFormat.ts';
import type { CodeAnswer, CodeNote, DecayAnswer } from '../schema/codeAnswer.ts';
import { CODE_FIELDS, type CodeField, type CodeQuery } from '../schema/codeQuery.ts';
import type { Loss } from '../schema/losses.ts';
import { alone, type Beside } from './derivation.ts';
import { findingsOf } from './findings.ts';
import { type Known, meaningOf } from './meaning.ts';
import { sayNote } from './noteWords.ts';
import { sayUnknown } from './unknownWords.ts';

/**
 * Training code as an answer: what decays in it (`codeReading/`), what that is in every library (`convert/`), what follows
 * from it (`explain/`), and which fields would say more. What the request states holds in place of what the code says.
 *
 * @param query as `codeQuerySchema` parses it
 */
export function answerCode(query: CodeQuery): CodeAnswer {
	const { code, language } = query;
	const reading = readCode(code, query.codeLanguage);
	const placeOf = placesIn(code);
	const say = (note: Note): CodeNote => ({ code: note.code, ...placeOf(note.from), message: sayNote(note)[language] });
	const unsaid = (what: string, quantity: Quantity | null): CodeNote[] =>
		quantity?.value === null
			? [
					{
						code: 'not-read',
						...placeOf(quantity.from),
						message: sayNote({ code: 'not-read', from: 0, params: { what, reason: sayUnknown(quantity)[language] } })[
							language
						],
					},
				]
			: [];
	const sizes = { m: reading.m, batchSize: reading.batchSize, epochs: reading.epochs };
	const sizeOf = (name: keyof typeof sizes) => query[name] ?? sizes[name]?.value ?? null;
	const ways = (quantity: Quantity | null): CodeNote[] => waysOf(quantity, code).map(say);
	const decays = reading.decays.map((decay): DecayAnswer => {
		const row = rowOf(decay, query);
		const optimizer = decay.optimizer && {
			...decay.optimizer,
			kind: query.optimizer && decay.row === null ? query.optimizer : decay.optimizer.kind,
		};
		const value = decay.value.value ?? query.value ?? null;
		const batchSize = query.batchSize ?? decay.batchSize?.value ?? sizeOf('batchSize');
		const learningRate = query.learningRate ?? optimizer?.learningRate?.value ?? null;
		const m = sizeOf('m');
		const loss = lossOf(row, query.loss ?? decay.loss ?? reading.loss);
		const summedOver = decay.isSummed && m !== null ? Math.min(batchSize ?? m, m) : null;
		const library = row === null || row === LAMBDA ? null : libraries[row];
		const isBesideStep = library?.coupling === 'decoupled' && library.optimizer === 'sgd';
		const beside: Beside = {
			summedOver,
			momentumShare: isBesideStep ? roundTo(1 - (optimizer?.momentum ?? 0), 12) : 1,
			rawRate: decay.isRaw ? learningRate : null,
		};
		const why = decay.notes.find((note) => OTHER_MINIMISERS.includes(note.code));
		const stated = { learningRate, loss, targetDeviation: query.targetDeviation ?? null, language };
		const askable =
			row !== null && value !== null && !(decay.isRaw && learningRate === null)
				? {
						...{ ...stated, row, value: alone(value, beside), stated: value, beside, batchSize },
						inexact: why ? sayNote(why)[language] : null,
					}
				: null;
		const known = askable && m !== null ? { ...askable, m } : null;
		const meaning = known && meaningOf(known, optimizer);
		const isAsked = decay.notes.some((note) => note.code === 'unknown-optimizer') && row === null;
		const lacking: Record<CodeField, boolean> = {
			optimizer: isAsked,
			value: value === null && (row !== null || isAsked),
			m: m === null && (row !== null || isAsked),
			batchSize:
				batchSize === null &&
				(optimizer !== null || row === 'sklearn-mlp' || row === 'convnetjs') &&
				(row !== null || isAsked),
			learningRate: learningRate === null && optimizer !== null && (row !== null || isAsked),
			epochs: sizeOf('epochs') === null && optimizer?.kind === 'adamw',
			targetDeviation: library?.strength === 'over-target-deviation' && query.targetDeviation === undefined,
		};
		const free =
			askable && m === null && !decay.isSummed && !lacking.targetDeviation ? whateverM({ ...askable, m: 1 }) : null;
		const isRefused = known !== null && meaning === null;
		return {
			name: decay.name,
			...placeOf(decay.from),
			library: row,
			parameter: decay.parameter,
			value,
			isDefault: decay.isDefault,
			optimizer: optimizer && {
				kind: optimizer.kind,
				learningRate,
				momentum: optimizer.momentum,
				nesterov: optimizer.nesterov,
			},
			batchSize,
			covers: decay.covers,
			count: decay.count,
			missing: CODE_FIELDS.filter((field) => lacking[field]),
			meaning,
			findings:
				known && meaning
					? findingsOf({ decay: { ...decay, optimizer }, known, meaning, epochs: sizeOf('epochs') })
					: [],
			notes: [
				...(value === null ? unsaid(decay.parameter, decay.value) : ways(decay.value)),
				...(learningRate === null
					? unsaid('η', optimizer?.learningRate ?? null)
					: ways(optimizer?.learningRate ?? null)),
				...decay.notes.filter(({ code: one }) => one !== 'unknown-optimizer' || row === null).map(say),
				...(decay.isSummed
					? [say(note('loss-summed', decay, { over: batchSize === null ? 'm' : `B = ${batchSize}` }))]
					: []),
				...(free ? [say(note('whatever-m', decay, free))] : []),
				...(isRefused
					? [say({ code: 'out-of-bounds', from: decay.from, params: { value: `${decay.parameter} = ${value}` } })]
					: []),
			],
		};
	});
	const added = addsUp(decays);
	const isLossAssumed = decays.some(
		({ library, meaning }, at) =>
			library !== null &&
			library !== LAMBDA &&
			meaning?.conversion.loss === 'binary-cross-entropy' &&
			libraries[library].losses === WRITTEN_BY_THE_USER &&
			!(query.loss ?? reading.decays[at]?.loss ?? reading.loss),
	);
	const at = (quantity: Quantity | null) =>
		quantity && quantity.value !== null ? { value: quantity.value, ...placeOf(quantity.from) } : null;
	return {
		codeLanguage: reading.language,
		decays,
		m: at(sizes.m),
		batchSize: at(sizes.batchSize),
		epochs: at(sizes.epochs),
		loss: reading.loss,
		missing: CODE_FIELDS.filter((field) => decays.some(({ missing }) => missing.includes(field))),
		notes: [
			...(sizeOf('m') === null ? unsaid('m', sizes.m) : ways(sizes.m)),
			...(sizeOf('batchSize') === null ? unsaid('B', sizes.batchSize) : ways(sizes.batchSize)),
			...(added ? [{ ...say(added.adding), line: added.line, column: added.column }] : []),
			...(isLossAssumed ? [say(note('loss-assumed', { from: 0 }))] : []),
			...reading.notes.map(say),
		],
	};
}

/** Notes that say why a decay has another minimiser than its row. */
const OTHER_MINIMISERS: readonly Note['code'][] = ['l2-part', 'features-scaled', 'penalty-factor'];

/** The row of a decay; one that the code does not name is PyTorch's of the optimizer that the request states. */
const rowOf = (decay: Decay, { optimizer }: CodeQuery): Decay['row'] =>
	decay.row === null && optimizer && decay.notes.some(({ code }) => code === 'unknown-optimizer')
		? TORCH_ROW[optimizer]
		: decay.row;

/** λ where it needs no m: `λ = 1/C`. */
function whateverM(known: Known): Note['params'] | null {
	// The last one is larger than any batch that a library chooses itself.
	const [one, ...others] = [100, 200, 1e6].map((m) => meaningOf({ ...known, m }, null));
	if (!one || others.some((other) => other?.lambda !== one.lambda)) return null;
	return { derivation: one.lambda === 0 ? 'λ = 0' : one.derivation };
}

/** An optimizer's decay and a penalty in the loss reach the same weights, and their λ are added. */
function addsUp(decays: readonly DecayAnswer[]): { adding: Note; line: number; column: number } | null {
	const acting = decays.filter(({ value, library }) => value !== 0 && library !== null);
	const isWritten = ({ covers, notes }: DecayAnswer) =>
		covers === 'layers' || notes.some(({ code }) => code === 'written-out');
	const [first, second, ...more] = acting.filter((one) => isWritten(one) || one.optimizer);
	if (!first || !second || isWritten(first) === isWritten(second)) return null;
	const lambdas = [first, second].map(({ meaning }) =>
		meaning?.conversion.reasonCode === 'another-minimiser' ? undefined : meaning?.lambda,
	);
	const [one, other] = lambdas;
	const isKnown = one !== undefined && other !== undefined && more.length === 0;
	const lambda = isKnown ? formatShortest(roundTo(one + other, 6)) : '';
	return { adding: note('adds-up', { from: 0 }, { lambda }), line: second.line, column: second.column };
}

/** The loss, where the row trains on it; the row's own else. */
function lossOf(row: Decay['row'], loss: Loss | null): Loss | null {
	if (row === null || row === LAMBDA || loss === null) return loss;
	return libraries[row].losses.includes(loss) ? loss : null;
}

/** How a number was found where the code does not say it in its place, and a reader could think otherwise. */
function waysOf(quantity: Quantity | null, code: string): Note[] {
	if (!quantity || quantity.value === null) return [];
	const { from, ways, value } = quantity;
	const [way] = ways.filter((one) => one.endsWith('-default') || one === 'attribute');
	const written = /^[-\w.[\]'"]*/.exec(code.slice(from, from + 60))?.[0].replace(/['"]$/, '') ?? '';
	return way ? [{ code: 'found-by', from, params: { way, written, value } }] : [];
}

/** Line and column of a character, both from 1. */
function placesIn(code: string): (from: number) => { line: number; column: number } {
	const starts = [0];
	for (let at = code.indexOf('\n'); at >= 0; at = code.indexOf('\n', at + 1)) starts.push(at + 1);
	return (from) => {
		let [low, high] = [0, starts.length - 1];
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if ((starts[middle] ?? 0) <= from) low = middle;
			else high = middle - 1;
		}
		return { line: low + 1, column: from - (starts[low] ?? 0) + 1 };
	};
}
