import * as z from 'zod';
import { SCALINGS } from './objective.ts';

const numberOrNull = z.number().nullable();

/** A number with the interval that holds 95% of its bootstrap resamples over the seeds; null where there is none. */
export const intervalSchema = z.object({ value: numberOrNull, low: numberOrNull, high: numberOrNull });

export const scalingAnalysisSchema = z.object({
	scaling: z.enum(SCALINGS),
	seeds: z.int().describe('Seeds whose cells of this scaling are all over and none failed: only these count'),
	best: z
		.array(
			z.object({
				m: z.int(),
				lambda: intervalSchema.describe('The λ > 0 of the grid with the least mean test loss'),
				loss: intervalSchema.describe('That loss'),
				noPenalty: intervalSchema.nullable().describe('Mean test loss at λ = 0; null when that is not on the axis'),
				isAtEdge: z
					.boolean()
					.describe('The best λ is the least or the largest of the grid: a better one may lie outside'),
			}),
		)
		.describe('For each m'),
	exponent: intervalSchema
		.nullable()
		.describe(
			'p of λ* ∝ m^p: the slope of log λ* over log m by least squares, λ* between the values of the grid by a parabola through the best and its neighbours; null with one m, fewer than three λ > 0, or a best λ at an end of the grid',
		),
	transfer: z
		.array(z.object({ from: z.int(), to: z.int(), regret: intervalSchema }))
		.describe('Mean test loss at m = `to` with the best λ of m = `from`, less that with its own best λ'),
});

/** What a sweep says in numbers. */
export const analysisSchema = z.object({
	metric: z
		.literal('testLoss')
		.describe('Mean over the seeds of the held-out loss after the last update; a diverged run counts as +∞'),
	scalings: z.array(scalingAnalysisSchema),
});

export type Interval = z.output<typeof intervalSchema>;
export type ScalingAnalysis = z.output<typeof scalingAnalysisSchema>;
export type Analysis = z.output<typeof analysisSchema>;
