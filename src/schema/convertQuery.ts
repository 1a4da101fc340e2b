import * as z from 'zod';
import { inDocument } from '../inDocument.ts';
import { LANGUAGES } from '../language.ts';
import { formatGiven } from '../numberFormat.ts';
import { BOUNDS } from './bounds.ts';
import { LIBRARY_IDS } from './libraryIds.ts';
import { lossSchema } from './objective.ts';

/** Nothing trains here, so m may be as large as any data set: BOUNDS.examples is a bound of training. */
const count = z.int().min(1).max(BOUNDS.magnitude);

/**
 * The least value, η and sd(y) that are more than 0. Products and quotients of them and of two sizes of up to 10⁹ stay
 * normal doubles, from 2.2·10⁻³⁰⁸ to 1.8·10³⁰⁸: no positive strength becomes 0, ∞ or a number with few digits.
 */
const LEAST_POSITIVE = 1e-90;

/** The query of GET /convert. Every field but `from`, `value` and `m` may be left out. */
export const convertQuerySchema = z
	.strictObject({
		from: z.enum(['lambda', ...LIBRARY_IDS]).describe(inDocument('Whose spelling `value` is in: lambda, or a library')),
		value: z
			.number()
			.min(0)
			.max(BOUNDS.lambda)
			.describe(inDocument(`The number as that library takes it: 0, or at least ${LEAST_POSITIVE}`)),
		m: count.describe(inDocument('Training examples')),
		newM: count.optional().describe(inDocument('Training examples that there will be: λ is carried over to them')),
		batchSize: z
			.union([z.literal('full'), count])
			.default('full')
			.describe(inDocument('B, rows in a batch; "full" = m')),
		learningRate: z
			.number()
			.positive()
			.max(BOUNDS.learningRate)
			.optional()
			.describe(inDocument('η; with it, timescales 1/(η·decay) are given')),
		momentum: z
			.number()
			.min(0)
			.lt(1)
			.optional()
			.describe(
				inDocument('μ of SGD’s steps, of `from` as of every row: a decay beside the step is 1/(1 − μ) times as large'),
			),
		loss: lossSchema
			.optional()
			.describe(
				inDocument(
					'λ is that of J = mean of this loss + λ/2m·‖w‖²; left out: cross-entropy or ½(ŷ−y)², whichever `from` trains on',
				),
			),
		outputs: count
			.optional()
			.describe(
				inDocument(
					'k, numbers that a network says of an example, over which a squared error that its user writes is a mean as well; left out: 1',
				),
			),
		targetDeviation: z
			.number()
			.positive()
			.max(BOUNDS.magnitude)
			.optional()
			.describe(
				inDocument('sd(y), for libraries that scale the targets of a regression inside; left out: 1 is assumed'),
			),
		to: z
			.array(z.enum(LIBRARY_IDS))
			.min(1)
			.optional()
			.describe(
				inDocument('Only what these libraries call it, with commas between them; left out: all, a long answer'),
			),
		language: z.enum(LANGUAGES).default('en').describe(inDocument('Of caveats and reasons')),
	})
	.superRefine(({ value, learningRate, targetDeviation }, context) => {
		for (const [name, given] of Object.entries({ value, learningRate, targetDeviation })) {
			if (!given || given < 0 || given >= LEAST_POSITIVE) continue;
			const least = name === 'value' ? `0, or at least ${LEAST_POSITIVE}` : `at least ${LEAST_POSITIVE}`;
			const message = `${given} is too near to 0 to be converted without being rounded to it: ${least}`;
			context.addIssue({ code: 'custom', path: [name], message });
		}
	})
	.superRefine(({ batchSize, m }, context) => {
		if (batchSize === 'full' || batchSize <= m) return;
		const message = `${formatGiven(batchSize)} is more than the ${formatGiven(m)} training examples: at most ${formatGiven(m)}, or "full"`;
		context.addIssue({ code: 'custom', path: ['batchSize'], message });
	})
	.superRefine(({ m, newM }, context) => {
		if (newM !== m) return;
		const message = `${formatGiven(newM)} is m itself, to which nothing has to be carried over: another number, or none`;
		context.addIssue({ code: 'custom', path: ['newM'], message });
	})
	.describe(inDocument('A strength of the L2 penalty in one spelling, to be said in all others'));

export type ConvertQuery = z.output<typeof convertQuerySchema>;
export type ConvertQueryInput = z.input<typeof convertQuerySchema>;
