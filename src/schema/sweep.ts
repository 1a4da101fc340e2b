import * as z from 'zod';
import { inDocument } from '../inDocument.ts';
import { formatGiven } from '../numberFormat.ts';
import { BOUNDS } from './bounds.ts';
import { penaltySchema, SCALINGS } from './objective.ts';
import { SWEEP_BOUNDS } from './sweepBounds.ts';
import { uncheckedSpecSchema } from './uncheckedSpec.ts';

/** Values of one axis, in the order in which the results name them, none twice. */
const axis = <Value extends z.ZodType<number | string>>(value: Value, most: number = SWEEP_BOUNDS.axisValues) =>
	z
		.array(value)
		.min(1)
		.max(most)
		.superRefine((values, context) => {
			const repeated = values.findIndex((each, index) => values.indexOf(each) !== index);
			if (repeated < 0) return;
			context.addIssue({ code: 'custom', path: [repeated], message: `${values[repeated]} stands on this axis twice` });
		});

const axesSchema = z
	.strictObject({
		lambda: axis(penaltySchema.shape.lambda.unwrap()).optional().describe(inDocument('Values of penalty.lambda')),
		m: axis(z.int().min(1).max(BOUNDS.examples), SWEEP_BOUNDS.axisSizes)
			.optional()
			.describe(inDocument('Values of data.m; inline data have their own m')),
		scaling: axis(z.enum(SCALINGS)).optional().describe(inDocument('Values of penalty.scaling')),
		seed: axis(z.int().min(0).max(BOUNDS.seed))
			.optional()
			.describe(
				inDocument(
					'Values of data.seed and init.seed at once: another training sample and other initial weights. The held-out sample (data.test.seed), the order of minibatches and the masks of dropout stay those of the base',
				),
			),
	})
	.refine((axes) => Object.values(axes).some((values) => values !== undefined), {
		message: 'needs at least one of lambda, m, scaling, seed',
	})
	.describe(inDocument('What varies; every combination is trained'));

/** A grid of runs: every combination of the axes, each with all else as the base says. */
export const sweepSchema = z.strictObject({
	base: uncheckedSpecSchema
		.refine((base) => JSON.stringify(base).length <= SWEEP_BOUNDS.sweepBase, {
			message: `is too long: at most ${formatGiven(SWEEP_BOUNDS.sweepBase)} characters as JSON`,
		})
		.describe(
			inDocument(
				'The spec of every cell but for what the axes set. It is checked with the axes applied: the first cell whole, then every m and every scaling',
			),
		),
	axes: axesSchema,
});

/** The axes with every value filled in: what is not swept has the one value of the base. */
export const gridSchema = z
	.object({
		lambda: z.array(z.number()).describe(inDocument('Values of penalty.lambda')),
		m: z.array(z.int()).describe(inDocument('Values of data.m')),
		scaling: z.array(z.enum(SCALINGS)).describe(inDocument('Values of penalty.scaling')),
		seed: z.array(z.int().nullable()).describe(inDocument('[null] without a seed axis: the seeds of the base')),
	})
	.describe(inDocument('The axes, what is not swept with the one value of the base'));

/** Where a cell stands in the grid. */
export const coordinatesSchema = z.object({
	lambda: z.number().describe(inDocument('λ of the cell')),
	m: z.int().describe(inDocument('Training examples of the cell')),
	scaling: z.enum(SCALINGS).describe(inDocument('Scaling of the cell')),
	seed: z.int().nullable().describe(inDocument('Seed of the cell; null without a seed axis')),
});

export type SweepInput = z.input<typeof sweepSchema>;
export type Sweep = z.output<typeof sweepSchema>;
export type Axes = z.output<typeof axesSchema>;
export type Grid = z.output<typeof gridSchema>;
export type Coordinates = z.output<typeof coordinatesSchema>;
