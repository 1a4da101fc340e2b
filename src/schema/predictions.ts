import * as z from 'zod';

const numberOrNull = z.number().nullable();

/** What POST /runs/{id}/predictions answers. */
export const predictionsSchema = z
	.object({
		run: z.string().describe('Id of the run whose network this is'),
		prediction: z
			.union([z.array(numberOrNull), z.array(z.array(numberOrNull))])
			.describe(
				'[n], the probability of class 1 or the value of a regression, in the units of the targets; [n][classes], the probability of each class under softmax-cross-entropy. null for what float32 does not hold',
			),
		class: z
			.array(z.int().nullable())
			.exactOptional()
			.describe('[n], the class that is predicted; not there for a regression'),
		outside: z
			.object({
				rows: z.int().describe('How many rows of X'),
				row: z.int().describe('The one that is furthest outside'),
				column: z.int().describe('Its column that is'),
				value: z.number().describe('What stands there'),
				range: z
					.tuple([z.number(), z.number()])
					.describe('Least and largest value of that column among the training examples'),
			})
			.exactOptional()
			.describe(
				'Rows with a value further outside the range of its column among the training examples than that range is wide, such as rows that were not standardized while the examples were; not there where no row is, nor for data that a generator draws',
			),
	})
	.describe('What the network of a run says of each row');

export type Predictions = z.output<typeof predictionsSchema>;
