import * as z from 'zod';
import { SCALINGS } from './objective.ts';
import { sweepStatusSchema } from './sweepAnswers.ts';

/** Losses that choose a λ, the better judge first. */
const SWEEP_METRICS = ['validationLoss', 'testLoss'] as const;

/** What may be in the way of an exponent, in the order in which it is looked for. */
const NO_EXPONENT = ['diverged', 'too-few', 'no-penalty', 'at-edge', 'wide-steps'] as const;

const numberOrNull = z.number().nullable();

/** A number with the interval that holds 95% of its bootstrap resamples over the seeds; null where there is none, as of few seeds. */
const intervalSchema = z
	.object({
		value: numberOrNull.describe('The number, of all seeds'),
		low: numberOrNull.describe('2.5% of the resamples are below; null where `seeds` is below 6, too few for 95%'),
		high: numberOrNull.describe('2.5% of the resamples are above; null as `low`'),
	})
	.describe('A number with its 95% bootstrap interval over the seeds; null where there is none');

const bestSchema = z.object({
	m: z.int().describe('Training examples'),
	lambda: intervalSchema.describe(
		'The λ > 0 of the grid with the least mean of `metric`; what 0 does beside it is `noPenaltyRegret`. `value` is null where no λ > 0 has a mean, as `reason` says',
	),
	loss: intervalSchema.describe('That mean'),
	testLoss: intervalSchema
		.exactOptional()
		.describe('Mean test loss with that λ, in whose choice it had no part; only where the metric is validationLoss'),
	noPenalty: intervalSchema.nullable().describe('Mean of `metric` at λ = 0; null when that is not on the axis'),
	noPenaltyRegret: intervalSchema
		.nullable()
		.describe(
			'That less the loss with the best λ > 0, seed by seed: only an interval below 0 says that no penalty is best; null when 0 is not on the axis',
		),
	noPenaltySeeds: z
		.object({
			less: z.int().describe('Seeds with less loss at λ = 0'),
			more: z.int().describe('Seeds with more loss at λ = 0'),
		})
		.nullable()
		.describe(
			'How many seeds are on either side of that: of fewer than 6, which have no interval, only all together favor one; null when 0 is not on the axis',
		),
	isAtEdge: z.boolean().describe('It is the least or the largest λ > 0 of the grid: a better one may lie beyond'),
	reason: z.string().exactOptional().describe('Why there is no best λ; not there where there is one'),
});

const transferSchema = z.object({
	from: z.int().describe('The m whose best λ is taken'),
	to: z.int().describe('The m that it is used at'),
	regret: intervalSchema.describe('Mean of `metric` with that λ, less that with the best λ > 0 of `to`'),
});

const scalingAnalysisSchema = z.object({
	scaling: z.enum(SCALINGS).describe('What stands before Ω, as in the spec'),
	seeds: z.int().describe('Seeds whose cells of this scaling are all over and none failed: only these count'),
	best: z.array(bestSchema).describe('For each m'),
	exponent: intervalSchema
		.nullable()
		.describe(
			'p of λ* ∝ m^p: the slope of log λ* over log m by least squares, λ* between the values of the grid by a parabola through the best and its neighbors. Its interval also holds what the steps of the grid leave open; null with one m, fewer than three λ > 0, where a best λ is 0 or at an end, or where the steps alone leave p open by more than ¼ either way',
		),
	noExponent: z
		.enum(NO_EXPONENT)
		.exactOptional()
		.describe(
			'Why `exponent` is null, the first that holds: an m without a best λ; one m, or fewer than three λ > 0; an m where λ = 0 has less loss; a best λ at an end; steps too wide',
		),
	transfer: z.array(transferSchema).describe('What it costs to take the best λ of one m to another m'),
});

/** What a sweep says in numbers. */
const analysisSchema = z.object({
	metric: z
		.enum(SWEEP_METRICS)
		.describe(
			'What chooses λ and is averaged over the seeds: the loss after the last update of the examples that data.validation of the base sets apart, else of all that are held out. A diverged run counts as +∞',
		),
	scalings: z.array(scalingAnalysisSchema).describe('The numbers of each scaling'),
	reason: z
		.string()
		.exactOptional()
		.describe('Why nothing can be compared although cells are over; not there where it can'),
});

/** The analysis of a sweep as the API returns it. */
export const sweepAnalysisSchema = analysisSchema
	.extend(sweepStatusSchema.pick({ id: true, status: true }).shape)
	.describe('What the results of a sweep say in numbers');

export type Interval = z.output<typeof intervalSchema>;
export type ScalingAnalysis = z.output<typeof scalingAnalysisSchema>;
export type SweepAnalysis = z.output<typeof sweepAnalysisSchema>;
export type Analysis = z.output<typeof analysisSchema>;
