import * as z from 'zod';
import { dataSchema } from './data.ts';
import { kindSchema } from './dataSet.ts';

/** What GET /datasets lists. */
export const dataSetListSchema = z.object({
	datasets: z
		.array(
			z.object({
				kind: kindSchema,
				features: z.int().describe('Inputs of an example'),
				classes: z.int().nullable().describe('Classes of the targets; null for a regression'),
				fields: z.array(z.string()).describe('Which of them GET /datasets/{kind} takes in its query'),
				defaults: dataSchema.describe('The kind as `data` of a spec, every default filled in'),
			}),
		)
		.describe('Every kind of data that can be drawn'),
});

/** The training rows of a data set. */
export const dataSetSchema = z.object({
	kind: kindSchema,
	X: z.array(z.array(z.number())).describe('Inputs, [m][features]'),
	y: z.array(z.number()).describe('Targets, [m]: 0/1, class numbers or reals'),
});
