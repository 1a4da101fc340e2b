import * as z from 'zod';
import { inDocument } from '../inDocument.ts';
import { BOUNDS } from './bounds.ts';
import { rowsSchema } from './data.ts';

/** What POST /runs/{id}/predictions takes. */
export const predictionRequestSchema = z.strictObject({
	X: rowsSchema.describe(
		inDocument(
			'Inputs, [n][features], in the units of the data: where the run has standardized its columns, these are standardized the same way; where the caller has, by hand',
		),
	),
	columns: z
		.array(z.string().trim().normalize('NFC')) // as those of the run
		.max(BOUNDS.features)
		.exactOptional()
		.describe(
			inDocument(
				'Names of the columns of X, as the header of a table has them: where the data of the run has `columns`, these are the same, in any order; else only the order counts',
			),
		),
});
