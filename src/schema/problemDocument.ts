import * as z from 'zod';
import { fieldErrorSchema } from './fieldErrors.ts';

const amountSchema = z.object({
	gflop: z.number().optional().describe('Arithmetic, in GFLOP'),
	bytes: z.int().optional().describe('Size of the answer'),
	cells: z.int().optional().describe('Cells of a sweep'),
});

/** A problem document (RFC 9457). */
export const problemSchema = z
	.object({
		type: z.string().describe('/problems/{name}, which is also a page that says what to do'),
		title: z.string().describe('What kind of problem it is'),
		status: z.int().describe('The status of the response'),
		detail: z.string().describe('What happened to this request'),
		errors: z.array(fieldErrorSchema).describe('Every field that is wrong; empty for other problems'),
		cost: amountSchema.optional().describe('What the job would take, where it is too large'),
		limit: amountSchema.optional().describe('What this deployment allows'),
		fits: z.looseObject({}).optional().describe('A smaller request of the same kind that would run'),
		requestId: z.string().optional().describe('Number of a failure in the log of the deployment'),
	})
	.describe('What went wrong, and what would work (RFC 9457)');

export type ProblemDocument = z.output<typeof problemSchema>;
