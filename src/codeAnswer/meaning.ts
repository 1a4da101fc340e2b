import type { Decay } from '../codeReading/reading.ts';
import { convert } from '../convert/convert.ts';
import { isBesideAdaptiveStep, LAMBDA } from '../convert/exactness.ts';
import { besideIntercept, type Intercept } from '../convert/intercept.ts';
import { libraries } from '../convert/libraries.ts';
import { besideOutputs, isMeanOverOutputs } from '../convert/outputs.ts';
import { lossWithin, penaltyOf } from '../convert/spelling.ts';
import type { Language } from '../language.ts';
import { priorStandardDeviation, timescaleEpochs } from '../penalty.ts';
import type { DecayAnswer } from '../schema/codeAnswer.ts';
import type { Conversion, Exactness } from '../schema/conversion.ts';
import { convertQuerySchema } from '../schema/convertQuery.ts';
import type { LibraryId } from '../schema/libraryIds.ts';
import type { Loss } from '../schema/losses.ts';
import { type Penalty, penaltySchema } from '../schema/objective.ts';
import { type Beside, deriveLambda } from './derivation.ts';

/** What a conversion of a decay is asked with, once nothing is missing for it. */
export interface Known {
	row: LibraryId | typeof LAMBDA;
	/** The strength of the row alone, beside a mean loss. */
	value: number;
	/** The strength that the code states, which `alone` makes `value` of. */
	stated: number;
	beside: Beside;
	m: number;
	/** B; all m where it is not known or there is none. */
	batchSize: number | null;
	/** k, over which a squared error is a mean as well. */
	outputs: number;
	learningRate: number | null;
	/** The loss that the code computes, where the row trains on it. */
	loss: Loss | null;
	targetDeviation: number | null;
	/** Why no row has the minimiser of the code, where the row itself does not say so. */
	inexact: string | null;
	/** What the code does with its intercept, where its library does one thing. */
	intercept: Intercept | null;
	language: Language;
}

/**
 * λ of a strength with its derivation, d, the prior's standard deviation √(2/kλ) beside a mean of (ŷ−y)² over k outputs and 1/√λ beside a likelihood, the timescale 1/(η·d) and the same in every library.
 *
 * @returns null where the converter refuses the numbers: a strength that is infinite, or too large
 */
export function meaningOf(known: Known, optimizer: Decay['optimizer']): DecayAnswer['meaning'] {
	const { row, value, m, loss, targetDeviation, language } = known;
	const learningRate = rateBesideMean(known, optimizer);
	const batchSize = known.batchSize === null ? m : Math.min(known.batchSize, m);
	const isKnownRate = learningRate !== null && learningRate > 0;
	const query = convertQuerySchema.safeParse({
		from: row,
		value,
		m,
		batchSize,
		language,
		...(optimizer &&
			isStepOf(row, optimizer) && { ...(isKnownRate && { learningRate }), momentum: optimizer.momentum }),
		...(loss && { loss }),
		...(targetDeviation !== null && { targetDeviation }),
	});
	const outcome = query.success ? convert(query.data) : null;
	if (!outcome?.ok || !query.success) return null;
	const whole = besideOutputs(outcome.conversion, query.data, known.outputs);
	const conversion = known.batchSize === null ? withoutEpochs(whole) : whole;
	const setting = { loss: conversion.loss, m, batchSize, ...(targetDeviation !== null && { targetDeviation }) };
	const library = row === LAMBDA ? null : libraries[row];
	const isPenalty = library === null || !isBesideAdaptiveStep(library);
	const spelled = library ? penaltyOf(library, value, setting) : { ...penaltySchema.parse({}), lambda: value };
	const penalty: Penalty = isPenalty // a decay beside SGD's step is that of one, a part of which goes through the momentum
		? { ...spelled, lambda: spelled.lambda * known.beside.momentumShare, application: 'loss' }
		: spelled;
	const trained = library ? lossWithin(library, conversion.loss) : conversion.loss;
	const stepping =
		optimizer && isKnownRate && known.batchSize !== null
			? {
					optimizer: optimizer.kind === 'sgd' ? ('sgd' as const) : ('adam' as const),
					momentum: optimizer.momentum,
					learningRate,
					m,
					batchSize,
				}
			: null;
	const prior = isPenalty ? priorStandardDeviation(penalty, trained, setting) : null;
	const outputs = isMeanOverOutputs({ from: row }, conversion) ? known.outputs : 1; // k times the errors beside the same penalty
	const { inexact } = known;
	return {
		lambda: conversion.lambda,
		derivation: deriveLambda(row, known.stated, conversion.lambda, setting, known.beside),
		decayCoefficient: conversion.lambda / m, // beside the loss that λ belongs to, whatever the library's own objective sums
		priorStandardDeviation: prior === null ? null : prior / Math.sqrt(outputs),
		timescaleEpochs: stepping && library?.coupling !== 'leaves' ? timescaleEpochs(penalty, stepping) : null,
		conversion:
			inexact !== null
				? inexactly(conversion, inexact)
				: known.intercept
					? besideIntercept(conversion, row, known.intercept, language)
					: conversion,
	};
}

/** Whether a code steps as its row is spelled for: the η of Adam says nothing of the SGD of a penalty's row. */
export const isStepOf = (row: Known['row'], optimizer: { kind: string | null } | null): boolean =>
	!optimizer || (row === LAMBDA || libraries[row].optimizer === 'sgd') === (optimizer.kind === 'sgd');

/** Without timescales: how many steps an epoch has hangs on a batch that is not known. */
const withoutEpochs = (conversion: Conversion): Conversion => ({
	...conversion,
	equivalents: conversion.equivalents.map(({ timescale: _, ...row }) => row),
});

/** A conversion whose source has another minimiser than its row, for a reason that only the code shows. */
function inexactly(conversion: Conversion, reason: string): Conversion {
	const inexact = <Row extends Exactness>(row: Row): Row =>
		row.exact ? { ...row, exact: false, reasonCode: 'another-minimiser', reason } : row;
	return { ...inexact(conversion), equivalents: conversion.equivalents.map(inexact) };
}

/** η of the same steps beside a mean: a loss that is summed, or times a number, has a gradient that is so many times as large, which Adam divides out. */
export const rateBesideMean = (
	{ learningRate, beside: { summedOver, lossTimes } }: Known,
	optimizer: Decay['optimizer'],
): number | null =>
	learningRate !== null && optimizer?.kind === 'sgd'
		? learningRate * (1 - (optimizer.dampening ?? 0)) * (summedOver ?? 1) * lossTimes
		: learningRate;
