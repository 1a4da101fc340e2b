import { partsOf } from '../codeReading/elasticNet.ts';
import { TORCH_ROW } from '../codeReading/optimizers.ts';
import type { Classes } from '../codeReading/readClasses.ts';
import { type Decay, type Note, note } from '../codeReading/reading.ts';
import { LAMBDA } from '../convert/exactness.ts';
import { interceptOf } from '../convert/intercept.ts';
import { libraries } from '../convert/libraries.ts';
import { WRITTEN_BY_THE_USER } from '../convert/library.ts';
import { momentumShare } from '../convert/spelling.ts';
import { roundTo } from '../numberFormat.ts';
import type { DecayAnswer } from '../schema/codeAnswer.ts';
import { CODE_FIELDS, type CodeField, type CodeQuery } from '../schema/codeQuery.ts';
import type { Loss } from '../schema/losses.ts';
import { alone, type Beside } from './derivation.ts';
import { findingsOf } from './findings.ts';
import { type Known, meaningOf } from './meaning.ts';
import { sayNote } from './noteWords.ts';
import type { Saying } from './saying.ts';

/** What a text says beside its decays, what the request states in its place. */
export type Sizes = Record<'m' | 'batchSize' | 'epochs', number | null> & {
	loss: Loss | null;
	classes: Classes | null;
	schedule: Note | null;
	outputs: number;
};

/** A decay as an answer: its meaning where nothing is missing for it, what follows from it, and what is said of its reading. */
export function answerDecay(
	decay: Decay,
	query: CodeQuery,
	sizes: Sizes,
	{ placeOf, say, sayNumber }: Saying,
): DecayAnswer {
	const { language } = query;
	const { m, epochs } = sizes;
	const schedule = decay.notes.find(({ code }) => code === 'schedule' || code === 'one-cycle') ?? sizes.schedule;
	const row = rowOf(decay, query);
	const optimizer = decay.optimizer && {
		...decay.optimizer,
		kind: query.optimizer && decay.row === null ? query.optimizer : decay.optimizer.kind,
	};
	const value = decay.value.value ?? query.value ?? null;
	const takesBatches = optimizer !== null || !hasOwnLoss(row) || OF_BATCHES.includes(row);
	const batchSize = takesBatches
		? (decay.nominalBatch ?? query.batchSize ?? decay.batchSize?.value ?? sizes.batchSize)
		: null; // a solver's steps have none
	const learningRate = query.learningRate ?? optimizer?.learningRate?.value ?? null;
	const ofClasses = sizes.classes ? 'softmax-cross-entropy' : null;
	const loss = lossOf(row, query.loss ?? decay.loss ?? (hasOwnLoss(row) ? null : sizes.loss) ?? ofClasses);
	const summedOver = decay.isSummed && m !== null ? Math.min(batchSize ?? m, m) : null;
	const library = row === null || row === LAMBDA ? null : libraries[row];
	const { lossTimes = 1 } = decay;
	const beside: Beside = {
		summedOver,
		momentumShare: library ? momentumShare(library, optimizer?.momentum) : 1,
		rawRate: decay.isRaw ? learningRate : null,
		times: (decay.times ?? 1) / lossTimes,
		lossTimes,
		timesAs: decay.mixed ? `(1 − ${decay.mixed.name})` : null,
		coefficient: row === LAMBDA ? 'c' : decay.parameter,
	};
	const why = decay.notes.find((note) => OTHER_MINIMISERS.includes(note.code));
	const stated = { learningRate, loss, targetDeviation: query.targetDeviation ?? null, language };
	const outputs = decay.isSummed ? 1 : sizes.outputs; // a sum is one over all of them
	const askable =
		row !== null && value !== null && !(decay.isRaw && learningRate === null)
			? {
					...{ ...stated, row, value: alone(value, beside), stated: value, beside, batchSize, outputs },
					intercept: interceptOf(row, decay, query.code),
					inexact: why ? sayNote(why)[language] : null,
				}
			: null;
	// Beside a sum over batches of nobody knows how many rows a strength is no number yet.
	const takesSteps = optimizer !== null || batchSize !== null;
	const isOfBatch = decay.isSummed === true && optimizer !== null && batchSize === null;
	const known = askable && m !== null && !isOfBatch ? { ...askable, m } : null;
	const meaning = known && meaningOf(known, optimizer);
	const isAsked = decay.notes.some((note) => note.code === 'unknown-optimizer') && row === null;
	const lacking: Record<CodeField, boolean> = {
		optimizer: isAsked,
		value: value === null && (row !== null || isAsked),
		m: m === null && (row !== null || isAsked),
		batchSize: batchSize === null && (optimizer !== null || OF_BATCHES.includes(row)) && (row !== null || isAsked),
		learningRate: learningRate === null && optimizer !== null && (row !== null || isAsked),
		epochs: epochs === null && optimizer?.kind === 'adamw',
		targetDeviation: library?.strength === 'over-target-deviation' && query.targetDeviation === undefined,
	};
	const isWholeSum = decay.isSummed === true && !takesSteps;
	const free =
		askable && m === null && (!decay.isSummed || isWholeSum) && !lacking.targetDeviation
			? whateverM({ ...askable, m: 1 }, isWholeSum)
			: null;
	const isNegative = value !== null && value < 0;
	const isRefused = isNegative || (known !== null && meaning === null);
	return {
		name: decay.name,
		...placeOf(decay.from),
		...(meaning === null && row === 'lambda-norm-squared' && value !== null && !(decay.isSummed && takesSteps)
			? spelledWithout(decay, value * beside.times)
			: { library: row, parameter: decay.parameter, value }),
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
		missing: value === 0 || isNegative ? [] : CODE_FIELDS.filter((field) => lacking[field]), // 0 is none of everything, and less no penalty
		meaning,
		findings:
			known && meaning
				? findingsOf({ decay: { ...decay, optimizer }, known, meaning, epochs, schedule, code: query.code })
				: [],
		notes: [
			...sayNumber(decay.parameter, decay.value, value !== null),
			...sayNumber('η', optimizer?.learningRate ?? null, learningRate !== null),
			...decay.notes
				.filter(({ code: one }) => one !== 'unknown-optimizer' || row === null)
				.map((one) => say(one.code === 'l2-part' && decay.mixed ? partsOf(decay, decay.mixed, value) : one)),
			...(decay.isSummed
				? [say(note('loss-summed', decay, { over: isOfBatch ? 'B' : batchSize === null ? 'm' : `B = ${batchSize}` }))]
				: []),
			...(free ? [say(note('whatever-m', decay, free))] : []),
			...(isRefused
				? [say(note('out-of-bounds', decay, { value: `${decay.parameter} = ${value}`, zero: isNegative ? '0' : '' }))]
				: []),
		],
	};
}

/** Notes that say why a decay has another minimiser than its row. */
const OTHER_MINIMISERS: readonly Note['code'][] = [
	'l2-part',
	'features-scaled',
	'normalized',
	'penalty-factor',
	'class-contrasts',
	'nnet-loss',
	'batch-rows',
	'perturbed',
];

/** Rows whose strength depends on B, also where the text does not say how they step. */
const OF_BATCHES: readonly Decay['row'][] = ['sklearn-mlp', 'convnetjs'];

/** A penalty that is written out as a row takes it where m is not known: with its ½, and as λ/2 beside a sum. */
const spelledWithout = (
	{ parameter, value, isSummed }: Decay,
	c: number,
): Pick<DecayAnswer, 'library' | 'parameter' | 'value'> =>
	isSummed || c !== value.value
		? {
				library: isSummed ? LAMBDA : 'lambda-over-2',
				parameter: 2 * c === value.value ? parameter : 'λ',
				value: roundTo(2 * c, 12),
			}
		: { library: 'lambda-norm-squared', parameter, value: c };

/** The row of a decay; one that the code does not name is PyTorch's of the optimizer that the request states. */
const rowOf = (decay: Decay, { optimizer }: CodeQuery): Decay['row'] =>
	decay.row === null && optimizer && decay.notes.some(({ code }) => code === 'unknown-optimizer')
		? TORCH_ROW[optimizer]
		: decay.row;

/** λ where it needs no m: `λ = 1/C`. */
function whateverM(known: Known, isWholeSum: boolean): Note['params'] | null {
	// The last one is larger than any batch that a library chooses itself.
	const [one, ...others] = [100, 200, 1e6].map((m) => {
		const beside = { ...known.beside, summedOver: isWholeSum ? m : null };
		return meaningOf({ ...known, m, beside, value: alone(known.stated, beside) }, null);
	});
	if (!one || others.some((other) => other?.lambda !== one.lambda)) return null;
	return { derivation: one.lambda === 0 ? 'λ = 0' : one.derivation };
}

/** Whether a row's library brings the loss, so that another one of the text, or a metric, is not its. */
const hasOwnLoss = (row: Decay['row']) =>
	row !== null && row !== LAMBDA && libraries[row].losses !== WRITTEN_BY_THE_USER;

/** The loss, where the row trains on it; the row's own else. */
function lossOf(row: Decay['row'], loss: Loss | null): Loss | null {
	if (row === null || row === LAMBDA || loss === null) return loss;
	return libraries[row].losses.includes(loss) ? loss : null;
}
