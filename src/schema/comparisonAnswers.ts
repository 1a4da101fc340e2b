import * as z from 'zod';
import { runSchema } from './run.ts';

/** A comparison as the API returns it. */
export const comparisonResultSchema = z
	.object({
		id: z.string().describe('Content hash of the labels and of the ids of the runs'),
		runs: z
			.array(
				z.object({
					label: z.string().describe('Name of the variant'),
					run: runSchema.describe('What its training gave'),
				}),
			)
			.describe('The variants, in the order of the request'),
	})
	.describe('Several runs under one id');
