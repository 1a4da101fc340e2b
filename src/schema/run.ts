import * as z from 'zod';
import { runSpecSchema } from './runSpec.ts';

const numberOrNull = z.number().nullable();

/** Quantities that follow from a spec before anything trains (`penalty.ts`); null where undefined. */
export const derivedSchema = z
	.object({
		m: z.int(),
		batchSize: z.int(),
		steps: z.int().describe('Updates of the weights in the whole run'),
		parameters: z.int(),
		penaltyCoefficient: z.number().describe('c, what multiplies Ω in the objective'),
		decayCoefficient: z.number().describe('d, what multiplies w in the gradient of the L2 part'),
		shrinkPerStep: numberOrNull.describe('The share of a weight that the penalty alone removes in one step'),
		timescaleEpochs: numberOrNull.describe('Epochs until the penalty alone has shrunk a weight to 1/e'),
		priorStandardDeviation: numberOrNull.describe(
			'Standard deviation of the prior on a weight that the penalty is the negative log of',
		),
	})
	.describe('What follows from a spec before anything trains');

/** Everything a run measures at one point in time. */
export const measurementSchema = z.object({
	dataLoss: numberOrNull.describe('Mean of the loss over the training examples, without the penalty'),
	penalty: numberOrNull,
	objective: numberOrNull.describe('dataLoss + penalty'),
	testLoss: numberOrNull.describe('Mean of the loss over the held-out examples; never holds the penalty'),
	trainAccuracy: numberOrNull.describe('Share of training examples classified rightly; null for a regression'),
	testAccuracy: numberOrNull,
	weightNorm: numberOrNull.describe('√Σw² over the weights, without biases'),
});

/** The names of all measurements, in the order of a trace's columns. */
export const MEASUREMENTS = [
	'dataLoss',
	'penalty',
	'objective',
	'testLoss',
	'trainAccuracy',
	'testAccuracy',
	'weightNorm',
] as const satisfies readonly (keyof z.output<typeof measurementSchema>)[];

const column = z.array(numberOrNull);

/** One column a measurement; row i belongs to `epoch[i]`, taken before that epoch's first update. */
export const traceSchema = z.object({
	epoch: z.array(z.int()),
	dataLoss: column,
	penalty: column,
	objective: column,
	testLoss: column,
	trainAccuracy: column,
	testAccuracy: column,
	weightNorm: column,
});

export const weightsSchema = z.object({
	W: z.array(z.array(z.array(z.number()))).describe('[layer][out][in]'),
	b: z.array(z.array(z.number())).describe('[layer][out]'),
});

export const boundarySchema = z
	.object({
		x: z.tuple([z.number(), z.number()]),
		y: z.tuple([z.number(), z.number()]),
		resolution: z.int(),
		probability: z.array(z.number()).describe('Row by row from the least y'),
	})
	.describe('Probability of class 1 on a square grid over the inputs');

/** What an engine returns: a run without its id. */
export const trainedRunSchema = z.object({
	status: z.enum(['ok', 'diverged']),
	divergedAt: z.int().optional().describe('The epoch whose update made a number that is not finite'),
	stoppedAt: z.int().optional().describe('The epoch at which early stopping ended the run'),
	spec: runSpecSchema,
	engine: z.object({ name: z.enum(['fused', 'reference']), version: z.string() }),
	derived: derivedSchema,
	trace: traceSchema,
	final: measurementSchema.extend({ zeroWeights: z.int().nullable() }),
	weights: weightsSchema.optional(),
	boundary: boundarySchema.optional(),
	cost: z.object({ flop: z.number() }),
});

/** A result as the API returns it and a store keeps it. */
export const runSchema = trainedRunSchema
	.extend({ id: z.string().describe('Content hash of the canonical spec and the engine’s version') })
	.describe('The result of a training; numbers that are not finite are null');

export type Derived = z.output<typeof derivedSchema>;
export type Measurement = z.output<typeof measurementSchema>;
export type Trace = z.output<typeof traceSchema>;
export type Weights = z.output<typeof weightsSchema>;
export type Boundary = z.output<typeof boundarySchema>;
export type TrainedRun = z.output<typeof trainedRunSchema>;
export type Run = z.output<typeof runSchema>;
