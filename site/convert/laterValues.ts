import { convert } from '../../src/convert/convert.ts';
import { LAMBDA } from '../../src/convert/exactness.ts';
import { besideOutputs } from '../../src/convert/outputs.ts';
import type { Conversion } from '../../src/schema/conversion.ts';
import type { ConvertQuery } from '../../src/schema/convertQuery.ts';
import type { Rule } from '../../src/schema/lambdaRules.ts';
import type { LibraryId } from '../../src/schema/libraryIds.ts';
import { isSame } from '../../src/study/sayAdvice.ts';
import { isOfAnyLoss } from './everyRow.ts';

/** What a library's number becomes at another number of examples. */
export interface LaterValue {
	library: LibraryId;
	/** Null where no finite number says it. */
	value: number | null;
	/** Whether it is the number of before. */
	stays: boolean;
	/** The library's code with it; null where no number says it. */
	snippet: string | null;
	/** The examples that there will be, and the λ that is kept for them. */
	m: number;
	lambda: number;
}

/**
 * What every library's number becomes at `newM` examples when a rule is kept: the rule's λ in that library's spelling. A
 * batch has as many rows as before, or all where there are fewer or where it had all. Empty without `newM`.
 */
export function laterValues(
	{ moved, loss, equivalents }: Pick<Conversion, 'moved' | 'loss' | 'equivalents'>,
	query: ConvertQuery,
	keep: Rule,
	outputs = 1,
): LaterValue[] {
	const lambda = moved?.rules.find(({ rule }) => rule === keep)?.lambda;
	if (!moved || lambda === undefined) return [];
	const { newM: _, loss: stated, ...rest } = query;
	const batchSize = query.batchSize === 'full' ? query.batchSize : Math.min(query.batchSize, moved.m);
	const ofLoss = isOfAnyLoss(query) ? undefined : (stated ?? loss);
	const asLambda = { ...rest, from: LAMBDA, value: lambda, m: moved.m, batchSize } as const;
	const outcome = convert({ ...asLambda, ...(ofLoss && { loss: ofLoss }) }, query.from);
	if (!outcome.ok) return [];
	const { from } = query; // whose loss is meant
	return besideOutputs(outcome.conversion, { ...asLambda, from }, outputs).equivalents.map(
		({ library, value, snippet }) => {
			const before = equivalents.find((row) => row.library === library)?.value ?? null;
			const stays = before === value || (before !== null && value !== null && isSame(before, value));
			return { library, value, stays, snippet, m: moved.m, lambda };
		},
	);
}
