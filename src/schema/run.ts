import * as z from 'zod';
import { BOUNDS } from './bounds.ts';
import { eachMeasurement, MEASUREMENT_DESCRIPTIONS } from './measurements.ts';
import { canonicalSpecSchema, ENGINES } from './specFields.ts';

const numberOrNull = z.number().nullable();

/** Quantities that follow from a spec before anything trains (`penalty.ts`); null where undefined. */
export const derivedSchema = z
	.object({
		m: z.int().describe('Training examples'),
		batchSize: z.int().describe('B, rows in a batch; m for "full"'),
		steps: z.int().describe('Updates of the weights in the whole run'),
		parameters: z.int().describe('Weights and biases of the network'),
		penaltyCoefficient: z.number().describe('c, what multiplies Ω in the objective'),
		decayCoefficient: z.number().describe('d, what multiplies w in the gradient of the L2 part'),
		shrinkPerStep: numberOrNull.describe('The share of a weight that the penalty alone removes in one step'),
		timescaleEpochs: numberOrNull.describe('Epochs until the penalty alone has shrunk a weight to 1/e'),
		priorStandardDeviation: numberOrNull.describe(
			'Standard deviation of the prior on a weight that the penalty is the negative log of, in a regression for noise of standard deviation 1',
		),
	})
	.describe('What follows from a spec before anything trains');

const measurements = eachMeasurement((name) => numberOrNull.describe(MEASUREMENT_DESCRIPTIONS[name]));
const measurementSchema = z.object(measurements);

/** One column a measurement; row i belongs to `epoch[i]`, taken before that epoch's first update. */
export const traceSchema = z
	.object({
		epoch: z.array(z.int()).describe('The epochs that were recorded; 0 is the initial network'),
		...eachMeasurement((name) => z.array(numberOrNull).describe(`${name} at each of these epochs`)),
	})
	.describe('One array a measurement; the values at epoch e are taken before update e');

const onBoth = (what: string) =>
	z
		.object({
			train: numberOrNull.describe(`${what}, of the training examples`),
			test: numberOrNull.describe(`${what}, of the held-out examples; null without any`),
		})
		.exactOptional()
		.describe(`${what}; only of a regression`);
const counts = z.array(z.array(z.int()));
const TRAINED_UNITS =
	'in the units that the run trains in: where targets were standardized, by data.standardizeTargets or by the caller, times their standard deviation among the training rows in their own units';

/** What a run is judged by beside its losses: results have it that were trained by the API since there is such a thing. */
const metrics = {
	r2: onBoth(
		'R², 1 − Σ(y − ŷ)² over the sum of the squared deviations of y from its mean: about 0 where the run is no better than that constant; null where all targets are equal',
	),
	rmse: onBoth(`Root mean squared error, ${TRAINED_UNITS}`),
	mae: onBoth(`Mean absolute error, ${TRAINED_UNITS}`),
	confusion: z
		.object({
			train: counts.describe('Of the training examples, [classes][classes]'),
			test: counts.nullable().describe('Of the held-out examples, [classes][classes]; null without any'),
		})
		.exactOptional()
		.describe(
			`Examples of class i (row) that were taken for class j (column); only of up to ${BOUNDS.confusedClasses} classes. Their log-losses are dataLoss and testLoss`,
		),
};
const metricsSchema = z.object(metrics);
export type Metrics = z.output<typeof metricsSchema>;

/** What a run measures after its last update, one number each: what the cells of a sweep keep. */
export const finalNumbersSchema = measurementSchema
	.extend({
		zeroWeights: z.int().nullable().describe('Weights that are exactly 0; null for a run that diverged'),
		validationLoss: numberOrNull
			.exactOptional()
			.describe('As testLoss, of the examples that data.validation sets apart'),
		validationAccuracy: numberOrNull.exactOptional().describe('As testAccuracy, of those examples'),
	})
	.describe('The measurements after the last update');

/** What a run ends with. */
export const finalSchema = finalNumbersSchema
	.extend(metrics)
	.describe('The measurements after the last update, and what the run is judged by beside them');

export const weightsSchema = z
	.object({
		W: z.array(z.array(z.array(z.number()))).describe('Weights, [layer][out][in]'),
		b: z.array(z.array(z.number())).describe('Biases, [layer][out]'),
	})
	.describe('The network after the last update');

const range = z.tuple([z.number(), z.number()]);

export const boundarySchema = z
	.object({
		x: range.describe('Least and largest first input of the grid'),
		y: range.describe('Least and largest second input of the grid'),
		resolution: z.int().describe('Grid points along each side'),
		probability: z.array(z.number()).describe('Probability of class 1, row by row from the least y'),
	})
	.describe('Probability of class 1 on a square grid over the inputs; only when output.boundary asks for it');

/** What an engine returns: a run without its id. */
const trainedRunSchema = z.object({
	status: z.enum(['ok', 'diverged']).describe('diverged: a number became infinite or undefined, and training ended'),
	divergedAt: z.int().optional().describe('The epoch whose update made a number that is not finite'),
	stoppedAt: z.int().optional().describe('The epoch at which early stopping ended the run'),
	spec: canonicalSpecSchema.describe('The spec that was trained, every default filled in'),
	engine: z
		.object({
			name: z.enum(ENGINES).describe('The engine that trained the run'),
			version: z.string().describe('Part of the id: another version may give other bits'),
		})
		.describe('What trained the run'),
	derived: derivedSchema,
	trace: traceSchema,
	final: finalNumbersSchema,
	weights: weightsSchema.optional().describe('The network after the last update; only when output.weights asks for it'),
	boundary: boundarySchema.optional(),
	cost: z
		.object({ flop: z.number().describe('Floating-point operations, estimated from the spec') })
		.describe('What the run took'),
});

/** A result as the API returns it and a store keeps it. */
export const runSchema = trainedRunSchema
	.extend({
		id: z.string().describe('Content hash of the canonical spec and the engine’s version'),
		final: finalSchema,
	})
	.describe('The result of a training; numbers that are not finite are null');

export type Final = z.output<typeof finalSchema>;
export type FinalNumbers = z.output<typeof finalNumbersSchema>;
export type Derived = z.output<typeof derivedSchema>;
export type Trace = z.output<typeof traceSchema>;
export type Weights = z.output<typeof weightsSchema>;
export type Boundary = z.output<typeof boundarySchema>;
export type TrainedRun = z.output<typeof trainedRunSchema>;
export type Run = z.output<typeof runSchema>;
