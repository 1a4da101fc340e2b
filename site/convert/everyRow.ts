import { convert } from '../../src/convert/convert.ts';
import { LAMBDA } from '../../src/convert/exactness.ts';
import { besideIntercept, type Intercept } from '../../src/convert/intercept.ts';
import { libraries } from '../../src/convert/libraries.ts';
import { WRITTEN_BY_THE_USER } from '../../src/convert/library.ts';
import { besideOutputs } from '../../src/convert/outputs.ts';
import type { Language } from '../../src/language.ts';
import type { Conversion, Exactness } from '../../src/schema/conversion.ts';
import type { ConvertQuery } from '../../src/schema/convertQuery.ts';

/** Whether a strength stands beside whatever loss a row trains on: nobody has said which, and its own library brings none. */
export const isOfAnyLoss = ({ from, loss }: Pick<ConvertQuery, 'from' | 'loss'>): boolean =>
	loss === undefined && (from === LAMBDA || libraries[from].losses === WRITTEN_BY_THE_USER);

/**
 * A conversion with a row for every library, where the loss is any: those that train on another than the library is taken to have
 * the rows of the same λ, beside their own loss.
 *
 * @param outputs over which a squared error is a mean as well
 */
export function convertToEvery(query: ConvertQuery, outputs = 1): ReturnType<typeof convert> {
	const outcome = convert(query);
	if (outcome.ok) outcome.conversion = besideOutputs(outcome.conversion, query, outputs);
	if (!outcome.ok || outcome.conversion.omitted.length === 0 || !isOfAnyLoss(query)) return outcome;
	const { conversion } = outcome;
	const { newM: _, ...rest } = query;
	const alone = convert({ ...rest, from: LAMBDA, value: conversion.lambda }, query.from);
	if (!alone.ok) return outcome;
	const equivalents = alone.conversion.equivalents.map(
		(row) => conversion.equivalents.find(({ library }) => library === row.library) ?? asExactAs(conversion, row),
	);
	return { ok: true, conversion: { ...conversion, equivalents, omitted: [] } };
}

/** A row of λ, which is no more exact than λ itself is: of two reasons the graver is said, that there is another minimizer. */
function asExactAs<Row extends Exactness>({ exact, reasonCode, reason }: Exactness, row: Row): Row {
	const inexactness: Exactness = { exact, ...(reasonCode && { reasonCode }), ...(reason && { reason }) };
	const isGraver = row.exact || (reasonCode === OTHER && row.reasonCode !== OTHER);
	return exact || !isGraver ? row : { ...row, ...inexactness };
}

const OTHER = 'another-minimiser';

/** Spellings of a code that has another minimizer than its row, for a reason that only the code shows. */
export function asInexactAs<Every extends Pick<Conversion, 'equivalents'> & Exactness>(
	every: Every,
	{ from, reason, intercept }: InexactCode,
	language: Language,
): Every {
	if (reason === null) return intercept ? besideIntercept(every, from, intercept, language) : every;
	const inexact: Exactness = { exact: false, reasonCode: OTHER, reason };
	const equivalents = every.equivalents.map((row) => (row.library === from ? row : asExactAs(inexact, row)));
	return { ...asExactAs(inexact, every), equivalents };
}

/** The row of a code, why no other has its minimizer, and what the code does with its intercept. */
export interface InexactCode {
	from: string;
	reason: string | null;
	intercept: Intercept | null;
}
