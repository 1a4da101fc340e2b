import * as z from 'zod';
import { boundarySchema, traceSchema } from './run.ts';

/** How a training stands: the data of a `progress` event. */
export const trainingProgressSchema = z
	.object({
		label: z.string().optional().describe('The variant, in a comparison'),
		epoch: z
			.int()
			.describe(
				'Epochs done; begins again at 0 where a training was lost with its machine and begun anew, and with it the trace',
			),
		epochs: z.int().describe('Epochs of the whole run'),
		trace: traceSchema.describe('What was recorded since the last event'),
		boundary: boundarySchema
			.optional()
			.describe('The boundary as it is now, where the spec asks for one; not in every event'),
	})
	.describe('How a training stands');

export type TrainingProgress = z.output<typeof trainingProgressSchema>;
